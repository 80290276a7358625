"""Are answers right that are written as text? Scores what RAG answers against the gold that RIE's rows are scored with.

The scoring leans to the side of the text: a number or name counts wherever it stands in the answer, a refusal counts as right
where the data holds nothing (RIE must tell "nothing there" from "not understood"). It does not count an answer that hedges by naming
others as well.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rie.evaluation.answers import GoldQuestion, Verdict
from rie.types import Answer
from rie.values import Found, find_money, find_numbers, find_percents, find_periods, fold, tokens

_CITED: Final = re.compile(r"\[\d+(?:\s*,\s*\d+)*\]")
_CUT: Final = {"year": 4, "month": 7, "day": 10}
_OTHERS: Final = 1  # numbers that an answer may hold besides the right one


@dataclass(frozen=True, slots=True)
class Said:
    """A text answer that is being scored.

    `text` is free of citations; `known` holds the folded names of all gold answers that the question itself does not name.
    """

    text: str
    question: str
    known: frozenset[str]


def known_names(questions: Iterable[GoldQuestion]) -> frozenset[str]:
    """The folded names of all gold answers: naming one of them where another is right is wrong."""
    return frozenset(fold(name) for question in questions for names in _name_sets(question.gold) for name in names)


def score_text(question: GoldQuestion, answer: Answer, known: frozenset[str] = frozenset()) -> Verdict:
    """Whether the text of an answer is right, wrong, or withheld.

    Args:
        question: with its gold.
        answer: its `status` and `answer` count, its rows do not.
        known: names that other answers would have; see `known_names`.
    """
    kind, given = question.gold["type"], answer.status == "answered"
    if kind in ("refuse", "no_data"):
        return "wrong" if given else "right"
    if not given:
        return "refused"
    if kind == "clarify":
        return "wrong"
    said = Said(_CITED.sub("", answer.answer).strip(), question.question, _unasked(question, known))
    return "right" if _MATCHERS[kind](question.gold, said) else "wrong"


def _unasked(question: GoldQuestion, known: frozenset[str]) -> frozenset[str]:
    asked = _folded(" ".join((*question.after, question.question)))
    return frozenset(name for name in known if not _holds(asked, name))


def _name_sets(gold: Mapping[str, Any]) -> list[Sequence[str]]:
    if gold["type"] == "name":
        return [gold["any"]]
    if gold["type"] == "table":
        return [names for names, _ in gold["rows"]]
    found: list[Sequence[str]] = gold.get("all") or gold.get("names") or []
    return found


def numbers(text: str) -> list[float]:
    """The numbers of a text: sums of money in whole units, percentages, counts; not those of dates."""
    found: list[tuple[Found[Any], Any]] = [(item, item.value.amount) for item in find_money(text)]
    found += [(item, item.value) for item in find_percents(text)]
    found += [(item, None) for item in find_periods(text)]
    found += [(item, item.value) for item in find_numbers(text)]
    taken = bytearray(len(text) + 1)
    read: list[float] = []
    for item, value in found:
        if value is not None and not any(taken[item.start : item.end]):
            read.append(float(value))
        taken[item.start : item.end] = b"\1" * (item.end - item.start)
    return read


def _number(gold: Mapping[str, Any], said: Said) -> bool:
    found = set(numbers(said.text)) - {value for value in numbers(said.question) if value != gold["value"]}
    close = {value for value in found if abs(value - gold["value"]) <= gold.get("tolerance", 0)}
    return bool(close) and len(found - close) <= _OTHERS


def _name(gold: Mapping[str, Any], said: Said) -> bool:
    return _exactly([gold["any"]], said)


def _names(gold: Mapping[str, Any], said: Said) -> bool:
    return _exactly(gold["all"], said)


def _ranking(gold: Mapping[str, Any], said: Said) -> bool:
    places = [min((_folded(said.text).find(f" {fold(name)} ") for name in names if _holds(_folded(said.text), fold(name))), default=-1)
              for names in gold["names"]]
    return _exactly(gold["names"], said) and places == sorted(places)


def _exactly(wanted: Sequence[Sequence[str]], said: Said) -> bool:
    """All of these names are there, and no others: none that is an answer to something else, no longer list."""
    text = _folded(said.text)
    if len([item for item in said.text.split(";") if item.strip()]) > max(len(wanted), 1):
        return False
    if not all(any(_holds(text, fold(name)) for name in names) for names in wanted):
        return False
    for name in sorted((fold(name) for names in wanted for name in names), key=len, reverse=True):
        text = text.replace(f" {name} ", "  |  ")
    return not any(_holds(text, name) for name in said.known)


def _table(gold: Mapping[str, Any], said: Said) -> bool:
    lines = [line for line in re.split(r"[\n;]", said.text) if numbers(line) or find_numbers(line)]
    return len(lines) == len(gold["rows"]) and all(any(_row(names, value, line) for line in lines) for names, value in gold["rows"])


def _row(names: Sequence[str], value: float, line: str) -> bool:
    named = next((name for name in names if _holds(_folded(line), fold(str(name)))), None)
    rest = _CITED.sub("", line).replace(str(named), " ", 1)
    room = max(1, abs(value) * 1e-6) if abs(value) > 1000 else 0
    return named is not None and any(abs(number - value) <= room for number in numbers(rest.lstrip(" :|-–")))


def _date(gold: Mapping[str, Any], said: Said) -> bool:
    return str(gold["value"]) in {found.value.start.isoformat()[: _CUT.get(found.value.precision, 10)] for found in find_periods(said.text)}


def _folded(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def _holds(folded: str, name: str) -> bool:
    return f" {name} " in folded


_MATCHERS: Final[dict[str, Callable[[Mapping[str, Any], Said], bool]]] = {
    "number": _number, "name": _name, "names": _names, "ranking": _ranking, "table": _table, "date": _date,
}  # fmt: skip
