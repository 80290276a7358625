"""What can be asked: the templates of a pack, by the ids that answers name, with questions that the store answers."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from rie.pack import Pack
from rie.pack.layer import FactLayer, MeasureLayer
from rie.store import Reader
from rie.types import Answer

from .examples import players

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
    "holder": "Who holds a post",
    "succession": "Who held a post before or after somebody",
}
_OF_POSTS: Final = frozenset({"holder", "succession"})
_MEASURED: Final = ("avg", "median", "max", "min")
_WORDINGS: Final = (
    "How many {nouns} were there?", "How many {nouns} were there per year?", "List all {nouns}", "How many different {role} were there?",
    "Which {role} were there?", "What was the total {measure} by {subject}?", "What was the total {measure} per year?",
    "What was the average {measure}?", "What was the median {measure} per year?", "What was the largest {noun} in each year?",
    "What was the smallest {noun} in each year?", "What was the largest {noun}?", "When was the last {noun} of {name}?",
    "Was there any {noun} of {name}?", "Where is {name} based?", "How many {entities} are there?", "Which {entities} are there?",
)
MAX_EXAMPLES: Final = 3


def templates(reader: Reader, pack: Pack, examples: list[str], ask: Callable[[str], Answer]) -> list[dict[str, Any]]:
    """The templates of a pack.

    Args:
        reader: the snapshot.
        pack: with its question layer.
        examples: questions that the snapshot answers.
        ask: answers a question.

    Returns:
        Dicts with template, fact, agg, description, measures, by (what rows can be grouped by) and examples, each of which is answered
        by that template.
    """
    found: dict[str, list[str]] = {}
    for question in [*examples, *_worded(reader, pack)]:
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
    if agg in _OF_POSTS:
        return [] if layer.holder else None
    numbers = agg in {"sum", *_MEASURED}
    if not numbers and agg not in {"facts", "lookup"}:
        return []
    fit = [_measure(name, measure) for name, measure in layer.measures.items() if agg != "sum" or measure.additive]
    return None if numbers and not fit else fit


def _measure(name: str, measure: MeasureLayer) -> dict[str, Any]:
    return {"name": name, "label": measure.label, "unit": measure.unit, "column": measure.usd or measure.column}


def _dimensions(pack: Pack, layer: FactLayer) -> list[str]:
    groups = [name for name, attribute in layer.attributes.items() if attribute.group]
    places = pack.layer.entity.places if pack.layer.entity else []
    return [*layer.roles, *groups, *places, "year", "quarter", "month"]


def _worded(reader: Reader, pack: Pack) -> Iterator[str]:
    for fact, layer in pack.layer.facts.items():
        words = _words(reader, pack, fact, layer)
        for wording in _WORDINGS:
            if all(words[slot] for slot in re.findall(r"{(\w+)}", wording)):
                yield from (wording.format(**{**words, "role": role}) for role in words["role"][: None if "{role}" in wording else 1])


def _words(reader: Reader, pack: Pack, fact: str, layer: FactLayer) -> dict[str, Any]:
    """What stands in the slots of wordings; empty where a fact has no such thing."""
    subject, main = layer.roles.get(layer.subject), layer.measures.get(layer.main)
    name = next((name for name, _ in players(reader, fact, subject, 1)), "") if subject else ""
    return {"noun": layer.noun[0], "nouns": layer.noun[1], "measure": main.label if main else "", "name": name,
            "subject": subject.label[0] if subject else "", "role": [role.label[1] for role in layer.roles.values()],
            "entities": pack.layer.entity.noun[1] if pack.layer.entity else ""}
