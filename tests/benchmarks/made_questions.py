"""Questions that were never asked before: wordings of templates and of the grammar with names, periods and rounds in all combinations."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random
from typing import Any, Final

from rie.ask.templates import Template
from rie.store import Reader
from tests.benchmarks.made_templates import LISTS, SLOT, Values, asked, slot_values

TEMPLATE, GRAMMAR, MISSPELT, BEYOND = "of a template", "of the grammar", "with a slip", "beyond both"
SHARES: Final = {TEMPLATE: 0.6, GRAMMAR: 0.25, MISSPELT: 0.08, BEYOND: 0.07}
_PLAIN: Final = (
    "How much did {company} raise in {period}?", "Who invested in {company}?", "Which investors led the {round} of {company}?",
    "How many companies in {place} raised a {round} in {period}?", "What did {company} buy in {period}?", "Who bought {company}?",
    "What was the revenue of {company} in {year}?", "average {round} round in {place} in {period}",
    "Companies that {investor} backed in {period}", "When did {company} raise its {round}?", "Who invested in {company} in {period}?",
    "total raised by companies in {place} by quarter in {year}", "Who is the {role} of {company}?", "Who became {role} in {period}?",
    "Top 5 {round} rounds in {place} in {year}", "How many {round} rounds over ${number} million were there in {period}?",
    "Which rounds of {investor} were above ${number} million?", "largest acquisition in {period}", "list all {round} rounds of {company}",
    "How many acquisitions has {company} made since {year}?", "How much has {investor} invested in companies in {place}?",
    "compare the total raised by {company} and {company}", "median {round} round by country in {year}", "Who joined {company} in {year}?",
    "which companies in {place} raised more than ${number} million in {year}", "Did {company} raise more in {year} than in {period}?",
)  # fmt: skip
_BEYOND: Final = (
    "Why did {company} fail to impress {investor}?", "What does the boss of {company} think about {place}?",
    "How many people work for {company}?", "Is {company} a nicer place to work than {company}?", "How good is the coffee at {company}?",
    "Which products does {company} sell in {place}?", "Who sued {company} in {period}?", "Where does {person} live?",
    "How green is the {round} money of {investor}?", "weather in {place} in {period}", "Which colour does {investor} paint its cars?",
)  # fmt: skip


def questions(templates: Sequence[Template], reader: Reader, count: int) -> list[tuple[str, str, str | None]]:
    """So many questions, each once, in a random order that is always the same.

    Args:
        templates: of the pack.
        reader: of the store, whose names are asked for.
        count: how many questions.

    Returns:
        The kind of each, its text, and the template whose wording it is.
    """
    rng, values = Random(11), _values(reader)
    make: Mapping[str, Callable[[], tuple[str, str | None]]] = {
        TEMPLATE: lambda: _of_template(templates, values, rng),
        GRAMMAR: lambda: (_filled(rng.choice(_PLAIN), values, rng), None),
        MISSPELT: lambda: _with_slip(*rng.choice((make[TEMPLATE], make[GRAMMAR]))(), rng),
        BEYOND: lambda: (_filled(rng.choice(_BEYOND), values, rng), None),
    }
    kinds = rng.choices(list(SHARES), list(SHARES.values()), k=2 * count)
    return list(islice(_once((kind, *make[kind]()) for kind in kinds), count))


def _once(told: Iterator[tuple[str, str, str | None]]) -> Iterator[tuple[str, str, str | None]]:
    seen: set[str] = set()
    for item in told:
        if item[1] not in seen:
            seen.add(item[1])
            yield item


def _values(reader: Reader) -> Values:
    people = reader.query("SELECT DISTINCT person FROM executive_change ORDER BY 1", max_rows=1_000_000).rows
    plain: dict[str, Sequence[tuple[str, tuple[Any, ...]]]] = {
        kind: [(text, ()) for text in texts]
        for kind, texts in {
            "person": [name for (name,) in people],
            "round": list(LISTS["round"]),
            "role": list(LISTS["role"]),
            "year": list(map(str, range(2013, 2019))),
            "number": list(map(str, range(2, 400))),
        }.items()
    }
    return {**slot_values(reader), **plain}


def _of_template(templates: Sequence[Template], values: Values, rng: Random) -> tuple[str, str | None]:
    template = rng.choice(templates)
    text, _ = asked(rng.choice(template.asks), template.slots, rng, values)
    return text[0].upper() + text[1:] + rng.choice(("?", "", "?")), template.id


def _filled(text: str, values: Values, rng: Random) -> str:
    return SLOT.sub(lambda slot: rng.choice(values[slot[1]])[0], text)


def _with_slip(text: str, template: str | None, rng: Random) -> tuple[str, str | None]:
    """A question in which one longer word has a letter too few, too many, or another one."""
    words = text.split(" ")
    place = rng.choice([number for number, word in enumerate(words) if len(word) > 5] or [0])
    word, spot, kind = words[place], rng.randrange(2, max(len(words[place]) - 1, 3)), rng.randrange(3)
    words[place] = word[:spot] + (rng.choice(string.ascii_lowercase) if kind else "") + word[spot + (kind != 1) :]
    return " ".join(words), template
