"""What differs between two packs, and what that means for a store."""

from typing import Any

import pytest

from rie.pack.diff import diff, effect, steps
from rie.pack.effects import Effect, described, reading_digest
from tests.pack.variant import BUSINESS, Change, variant


def at(place: str, value: Any) -> Change:
    """Set one value of a pack's file; None removes it."""

    def change(content: dict[str, Any]) -> None:
        *path, last = place.split(".")
        for key in path:
            content = content[key]
        if value is None:
            del content[last]
        else:
            content[last] = value

    return change


def reordered(content: dict[str, Any]) -> None:
    values = content["terms"]["round_type"]["values"]
    content["terms"]["round_type"]["values"] = dict(reversed(values.items()))


def columns_reordered(content: dict[str, Any]) -> None:
    columns = content["tables"]["company"]["columns"]
    content["tables"]["company"]["columns"] = dict(reversed(columns.items()))


def shorter_match(content: dict[str, Any]) -> None:
    content["tables"]["funding_round"]["resolution"]["match"][1]["tolerance"] = 0.5


CASES = [
    (at("version", 2), "version", Effect.NOTHING),
    (at("layer.fillers", "loot"), "layer.fillers", Effect.NOTHING),
    (at("layer.facts.funding_round", None), "layer.facts.funding_round", Effect.NOTHING),
    (at("labels.MONEY.description", "cash"), "labels.MONEY.description", Effect.NOTHING),
    (at("tables.company.comment", "A firm."), "tables.company.comment", Effect.RESOLVE),
    (shorter_match, "tables.funding_round.resolution.match.amount.tolerance", Effect.RESOLVE),
    (at("tables.funding_round.excluded_status", ["denied"]), "tables.funding_round.excluded_status", Effect.RESOLVE),
    (at("terms.round_type.values.angel", [r"\bangels"]), "terms.round_type.values.angel", Effect.READ),
    (reordered, "terms.round_type.values.(order)", Effect.READ),
    (at("events.funding_round.roles.amount.least", 5), "events.funding_round.roles.amount.least", Effect.READ),
    (at("tables.funding_round.columns.currency.source", {"role": "valuation", "take": "currency", "instead": ["total", "valuation"]}),
     "tables.funding_round.columns.currency.source.role", Effect.READ),
    (at("tables.funding_round.columns.stage", {"type": "text", "comment": "Stage"}), "tables.funding_round.columns.stage", Effect.REBUILD),
    (at("tables.company.columns.sector.type", "json"), "tables.company.columns.sector.type", Effect.REBUILD),
    (columns_reordered, "tables.company.columns.(order)", Effect.REBUILD),
    (at("labels.PRODUCT", {"code": "z", "source": "ner", "description": "a product"}), "labels.PRODUCT", Effect.TRAIN),
    (at("events.funding_round.roles.adviser", {"labels": ["COMPANY"]}), "events.funding_round.roles.adviser", Effect.TRAIN),
    (at("terms.funding_status.values.mooted", [r"\bmooted"]), "terms.funding_status.values.mooted", Effect.TRAIN),
]  # fmt: skip


@pytest.mark.parametrize(("change", "place", "means"), CASES, ids=[place for _, place, _ in CASES])
def test_a_change_is_named_with_what_it_means(change: Change, place: str, means: Effect) -> None:
    found = diff(described(BUSINESS), described(variant(change)))
    assert [(one.place, one.effect) for one in found] == [(place, means)]
    assert effect(found) == means


@pytest.mark.parametrize(("change", "place", "means"), CASES, ids=[place for _, place, _ in CASES])
def test_the_reading_digest_changes_with_what_has_to_be_read_again(change: Change, place: str, means: Effect) -> None:
    assert (reading_digest(variant(change)) != reading_digest(BUSINESS)) == (means >= Effect.READ)


def test_equal_packs_do_not_differ() -> None:
    assert diff(described(BUSINESS), described(variant(lambda content: None))) == []
    assert steps([]) == ["nothing to do for a store"]


def test_a_removed_part_is_the_mirror_of_an_added_one() -> None:
    more = described(variant(at("labels.PRODUCT", {"code": "z", "source": "ner", "description": "a product"})))
    (added,), (removed,) = diff(described(BUSINESS), more), diff(more, described(BUSINESS))
    assert (added.what, removed.what, added.effect) == ("added", "removed", removed.effect)


def test_a_changed_value_shows_both() -> None:
    (change,) = diff(described(BUSINESS), described(variant(at("version", 7))))
    assert change.what == "1 -> 7"
    assert change.as_dict() == {"place": "version", "was": 1, "now": 7, "effect": "nothing"}


def test_training_comes_before_reading() -> None:
    both = [*diff(described(BUSINESS), described(variant(at("events.funding_round.roles.adviser", {"labels": ["COMPANY"]})))),
            *diff(described(BUSINESS), described(variant(at("tables.company.columns.motto", {"type": "text", "comment": "Motto"}))))]
    assert [step.partition(":")[0] for step in steps(both)] == ["train the model", "rebuild"]
