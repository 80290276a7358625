"""The catalogue of canonical wordings: plain questions with blanks, and what becomes of them with one condition more or less."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from rie.ask.ranker.wordings import Wording
from rie.distill.questions.reading import Grammar, Question

_FILLERS: Final = {
    "entity": ["Oakrune", "Corvane", "Brindlewick"], "person": ["Noel Garrick"], "place": ["Boston", "Texas", "London"],
    "period": ["2016", "2017", "2018"], "money": ["$20 million", "$30 million"], "percent": ["50%", "60%"], "number": ["3", "2"],
    "currency": ["euros"], "type": ["Series A", "Series B", "seed"], "post": ["CFO", "CEO"], "metric": ["revenue", "net income"],
    "part": ["Checkout", "Back Office"],
}  # fmt: skip
_SPOKEN: Final = {"metric": ("revenue", "net income", "EPS", "net loss", "gross margin", "EBITDA margin")}
_MARK: Final = re.compile(r"\{([a-z]+)(\d)\}")
_NOUN: Final = re.compile(r"\b(rounds?|financings?)\b")
_WHO: Final = re.compile(r"\b(companies|startups|firms)\b")
_WHEN: Final = re.compile(r",? (?:in|for|of|during|from)? ?(?:the )?\{period1\}")
_OPS: Final = ("over", "at least", "under", "at most")
_OP: Final = re.compile(
    r"\b(more than|over|above|at least|no less than|under|below|less than|at most|up to|exceeding|larger than|smaller than|bigger than)"
    r"(?= \{(?:money|percent|number))"
)
_STEPS, _FURTHEST = 2, 4  # changes to a question; clauses that one change may make
Texts = dict[str, list[str]]


def catalogue(questions: Sequence[str], grammar: Grammar) -> list[Wording]:
    """The wordings of plain questions and of their variants, one for each set of clauses.

    Args:
        questions: plain ones; those that the grammar does not read are left out.
        grammar: reads them.
    """
    found: dict[tuple[tuple[str, ...], frozenset[str]], Wording] = {}
    waiting: deque[tuple[Wording, Texts, int]] = deque()
    for text in questions:
        read = grammar.wording(text)
        if read is not None:
            texts = _texts(read[1])
            waiting.append((read[0], texts, 0))
            _add(found, read[0])
            _add(found, *_spoken(read[0], texts, grammar))
    tried: set[str] = set()
    while waiting:
        wording, texts, steps = waiting.popleft()
        for text in _variants(wording.text):
            if text in tried:
                continue
            tried.add(text)
            varied = _read(text, texts, grammar)
            key = varied and (varied.signature, varied.clauses)
            if varied is None or key in found or len(varied.clauses ^ wording.clauses) > _FURTHEST:
                continue
            _add(found, varied, *_spoken(varied, texts, grammar))
            if steps + 1 < _STEPS:
                waiting.append((varied, texts, steps + 1))
    return list(found.values())


def _add(found: dict[tuple[tuple[str, ...], frozenset[str]], Wording], *wordings: Wording) -> None:
    """Keep a wording of clauses, or a clearly shorter one instead."""
    for wording in wordings:
        key = (wording.signature, wording.clauses)
        if key not in found or len(wording.text) < 0.7 * len(found[key].text):
            found[key] = wording


def _texts(question: Question) -> Texts:
    found: Texts = {}
    for blank in question.blanked.blanks:
        found.setdefault(blank.kind, []).append(blank.text)
    return found


def _read(text: str, texts: Texts, grammar: Grammar, kept: Sequence[str] = ()) -> Wording | None:
    filled = _filled(text, texts)
    read = grammar.wording(filled, kept) if filled else None
    return read[0] if read else None


def _filled(text: str, texts: Texts) -> str | None:
    """A wording with its own blanks filled in again, and new ones with samples."""
    for kind, number in _MARK.findall(text):
        known = list(dict.fromkeys(texts.get(kind, []) + _FILLERS.get(kind, [])))
        known = sorted(known) if kind == "period" and kind in texts else known
        if int(number) > len(known):
            return None
        text = text.replace(f"{{{kind}{number}}}", known[int(number) - 1])
    return text


def _spoken(wording: Wording, texts: Texts, grammar: Grammar) -> Iterator[Wording]:
    """The wording with a measure in words, for questions that say it in other words than the pack knows."""
    for kind, words in _SPOKEN.items():
        mark, more = f"{{{kind}1}}", f"{{{kind}2}}"
        for word in words if mark in wording.text and more not in wording.text else ():
            told = _read(wording.text.replace(mark, word), texts, grammar, (kind,))
            if told is not None:
                yield told


def _variants(text: str) -> Iterator[str]:
    """With and without a period, a type and a place, and with other comparisons."""
    end = "?" if text.endswith("?") else ""
    bare = text.rstrip("?. ")
    if "{period" not in text:
        yield f"{bare} in {{period1}}{end}"
    if "{type" not in text and _NOUN.search(text):
        yield _NOUN.sub(lambda match: f"{{type1}} {match[0]}", text, count=1)
    if "{place" not in text:
        yield f"{bare} in {{place1}}{end}"
        yield from (f"{text[: match.end()]} in {{place1}}{text[match.end() :]}" for match in _WHO.finditer(text))
    when = _WHEN.search(text)
    if when and "{period2" not in text:
        yield text[: when.start()] + text[when.end() :]
    yield from (_OP.sub(op, text, count=1) for op in _OPS if _OP.search(text))
    if "{type1} " in text and "{type2" not in text:
        yield text.replace("{type1} ", "", 1)
