"""What a language model answered, held against the text and the pack: only what is sound goes on."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from rie.distill.llm.model import Reading
from rie.pipeline.relations import Relation


class Named(NamedTuple):
    """A span of characters with its label."""

    start: int
    end: int
    label: str


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Mention(_Strict):
    quote: str
    label: str


class _Mentions(_Strict):
    mentions: list[_Mention]


class _Role(_Strict):
    head: int
    role: str
    child: int


class _Status(_Strict):
    head: int
    status: str


class _Relations(_Strict):
    relations: list[_Role] = []
    statuses: list[_Status] = []


def read_mentions(answer: str, text: str, labels: Collection[str]) -> Reading[list[Named]]:
    """The mentions of an answer `{"mentions": [{"quote", "label"}]}`, in order of the text.

    A quote must stand in the text as whole words; a second mention of the same words is the next place where they stand.
    """
    parsed = _parsed(_Mentions, answer)
    if isinstance(parsed, str):
        return Reading([], (parsed,))
    found: list[Named] = []
    problems: list[str] = []
    at = 0
    for mention in parsed.mentions:
        if mention.label not in labels:
            problems.append(f"there is no label {mention.label!r}: the labels are {', '.join(labels)}")
            continue
        place = _place(mention.quote, text, at, found)
        if place is None:
            problems.append(f"the quote {mention.quote!r} does not stand in the text{' so often' if mention.quote in text else ''}")
            continue
        found.append(Named(*place, mention.label))
        at = place[1]
    return Reading(sorted(found), tuple(problems))


def _place(quote: str, text: str, at: int, taken: Sequence[Named]) -> tuple[int, int] | None:
    """The next place of a quote behind `at`, else the first one that is free."""
    if not quote.strip():
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(quote.strip())}(?!\w)")
    free = [match.span() for match in pattern.finditer(text)
            if not any(match.start() < other.end and other.start < match.end() for other in taken)]
    return next((place for place in free if place[0] >= at), free[0] if free else None)


class Schema(NamedTuple):
    """What the pack allows between numbered mentions: `roles[(head label, role, child label)]` and `statuses[(label, status)]`
    are the names of relations; `labels` holds the label of each mention by its number."""

    roles: Mapping[tuple[str, str, str], str]
    statuses: Mapping[tuple[str, str], str]
    labels: Mapping[int, str]


def read_relations(answer: str, schema: Schema, score: float) -> Reading[list[Relation]]:
    """The relations of an answer `{"relations": [{"head", "role", "child"}], "statuses": [{"head", "status"}]}`.

    Args:
        schema: what is allowed.
        score: the probability that every relation is given.
    """
    parsed = _parsed(_Relations, answer)
    if isinstance(parsed, str):
        return Reading([], (parsed,))
    found: dict[tuple[int, int], Relation] = {}
    problems: list[str] = []
    for item in parsed.relations:
        told = f"{item.role} of {item.child} for {item.head}"
        head, child = schema.labels.get(item.head), schema.labels.get(item.child)
        name = schema.roles.get((head or "", item.role, child or ""))
        if head is None or child is None:
            problems.append(f"{told}: there is no mention {item.head if head is None else item.child}")
        elif name is None or item.head == item.child:
            problems.append(f"{told}: {child} cannot be {item.role!r} of {head}")
        else:
            found.setdefault((item.head, item.child), Relation(item.head, item.child, name, score))
    for one in parsed.statuses:
        name = schema.statuses.get((schema.labels.get(one.head, ""), one.status))
        if name is None:
            problems.append(f"status of {one.head}: {schema.labels.get(one.head, 'no such mention')} has no status {one.status!r}")
        else:
            found.setdefault((one.head, one.head), Relation(one.head, one.head, name, score))
    return Reading(list(found.values()), tuple(problems))


def _parsed(shape: type[Any], answer: str) -> Any:
    """The answer's JSON object in a shape; else what is wrong, as a sentence. Words around the object do no harm."""
    start = answer.find("{")
    if start < 0:
        return "there is no JSON object in the answer"
    try:
        content, _ = json.JSONDecoder().raw_decode(answer, start)
        return shape.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        return f"the JSON object is not of the form that was asked for: {'.'.join(map(str, first['loc']))}: {first['msg']}"
    except ValueError as error:
        return f"the answer is not JSON ({error})"
