"""A new company with a known name stays apart, is offered for review, and can be merged by a decision."""

from pathlib import Path

from rie.entities import listed, merge
from rie.pipeline.linking.aliases import apart_id
from rie.store import Reader
from rie.types import APART, Entity
from tests.store.build import extraction, funding, write

KNOWN = Entity("K1", "Hooli Inc", "company", "knowledge", ("Hooli",))
NEW = Entity(apart_id("company", "hooli de", ["K1"]), "Hooli GmbH", "company", "text", attributes={APART: "K1"})


def companies(store: Path) -> set[str]:
    with Reader(store) as reader:
        return {row[0] for row in reader.query("SELECT company_id FROM funding_round").rows}


def test_what_linking_told_apart_is_reviewed_and_merged_by_a_person_alone(tmp_path: Path) -> None:
    write(tmp_path, extraction("a", "2014-03-11", funding(KNOWN, "5000000")), extraction("b", "2015-06-11", funding(NEW, "7000000")))
    assert companies(tmp_path) == {"K1", NEW.id}
    assert listed(tmp_path, "merges") == []
    (pair,) = listed(tmp_path, "candidates")
    assert ({pair["entity_id"], pair["other_id"]}, pair["reason"]) == ({"K1", NEW.id}, "shared alias")
    merge(tmp_path, NEW.id, "K1")
    assert companies(tmp_path) == {"K1"}
    (merged,) = listed(tmp_path, "merges")
    assert (merged["entity_id"], merged["merged_into"], merged["decision_id"]) == (NEW.id, "K1", 1)
