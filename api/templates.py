"""What can be asked: the templates of a pack, by the ids that answers name, with questions that the store answers."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from rie.pack import Pack
from rie.pack.layer import FactLayer, MeasureLayer
from rie.types import Answer

_MEANINGS: Final = {
    "lookup": "One value of one {noun}",
    "list": "The names that play a role in {nouns}",
    "facts": "The {nouns} themselves, all or ranked",
    "exists": "Whether there is such a {noun}",
    "count": "The number of {nouns}",
    "distinct": "The number of different names or values among {nouns}",
    "sum": "The total of a measure",
    "avg": "The average of a measure",
    "median": "The median of a measure",
    "max": "The largest value of a measure",
    "min": "The smallest value of a measure",
}
_MEASURED: Final = ("avg", "median", "max", "min")
_WORDINGS: Final = (
    "How many {nouns} were there?", "How many {nouns} were there per year?", "List all {nouns}", "Was there any {noun}?",
    "How many different {role} were there?", "Which {role} were there?", "What was the total {measure} by {subject}?",
    "What was the total {measure} per year?", "What was the average {measure}?", "What was the median {measure} per year?",
    "What was the largest {measure} by {subject}?", "What was the smallest {measure} by {subject}?", "What was the largest {noun}?",
    "List all {entities}", "How many {entities} are there?",
)
MAX_EXAMPLES: Final = 3


def templates(pack: Pack, examples: list[str], ask: Callable[[str], Answer]) -> list[dict[str, Any]]:
    """The templates of a pack.

    Args:
        pack: with its question layer.
        examples: questions that the store answers.
        ask: answers a question.

    Returns:
        Dicts with template, fact, agg, description, measures, by (what rows can be grouped by) and examples, each of which is answered
        by that template.
    """
    found: dict[str, list[str]] = {}
    for question in [*examples, *_worded(pack)]:
        answer = ask(question)
        if answer.status == "answered" and answer.template:
            known = found.setdefault(answer.template, [])
            if len(known) < MAX_EXAMPLES and question not in known:
                known.append(question)
    return [{**described, "examples": found.get(described["template"], [])} for described in _described(pack)]


def _described(pack: Pack) -> Iterator[dict[str, Any]]:
    for fact, layer in pack.layer.facts.items():
        for agg in _MEANINGS:
            measures = _measures(layer, agg)
            if measures is None:
                continue
            description = _MEANINGS[agg].format(noun=layer.noun[0], nouns=layer.noun[1])
            yield {"template": f"{fact}.{agg}", "fact": fact, "agg": agg, "description": description, "measures": measures,
                   "by": _dimensions(pack, layer) if agg in {"count", "distinct", "sum", *_MEASURED} else []}
    if pack.layer.entity:
        for agg in ("lookup", "list", "count"):
            noun, nouns = pack.layer.entity.noun
            meaning = {"list": f"The {nouns} that are meant", "count": f"The number of {nouns}", "lookup": f"One attribute of one {noun}"}
            yield {"template": f"{pack.entity_table}.{agg}", "fact": pack.entity_table, "agg": agg, "description": meaning[agg],
                   "measures": [], "by": list(pack.layer.entity.attributes) if agg == "count" else []}


def _measures(layer: FactLayer, agg: str) -> list[dict[str, Any]] | None:
    """The measures of a template; None where there is none that it could be used with."""
    if agg not in {"sum", "facts", "lookup", *_MEASURED}:
        return []
    fit = {name: measure for name, measure in layer.measures.items() if agg != "sum" or measure.additive}
    return [_measure(name, measure) for name, measure in fit.items()] or None


def _measure(name: str, measure: MeasureLayer) -> dict[str, Any]:
    return {"name": name, "label": measure.label, "unit": measure.unit, "column": measure.usd or measure.column}


def _dimensions(pack: Pack, layer: FactLayer) -> list[str]:
    groups = [name for name, attribute in layer.attributes.items() if attribute.group]
    places = pack.layer.entity.places if pack.layer.entity else []
    return [*layer.roles, *groups, *places, "year", "quarter", "month"]


def _worded(pack: Pack) -> Iterator[str]:
    entities = pack.layer.entity.noun[1] if pack.layer.entity else ""
    for layer in pack.layer.facts.values():
        roles = [role.label[1] for role in layer.roles.values()]
        words = {"noun": layer.noun[0], "nouns": layer.noun[1], "measure": layer.measures[layer.main].label, "entities": entities,
                 "subject": layer.roles[layer.subject].label[0]}
        for wording in _WORDINGS:
            yield from (wording.format(role=role, **words) for role in (roles if "{role}" in wording else roles[:1]))
