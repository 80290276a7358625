"""Periods that are told from the question before: "and the year before?" after a question about 2017."""

from __future__ import annotations

import re
from typing import Final

from rie.ask.form import LogicalForm
from rie.values import Period

_UNIT: Final = "(?P<{}>year|quarter|month)"
_BACK: Final = "before|earlier|prior|preceding"
_ON: Final = "after|later|following|next"
_TOLD: Final = re.compile(
    rf"(?<!from )(?<!than )(?<!with )(?<!to )(?<!over )(?<!against )(?<!versus )(?<!vs )(?<!vs\. )(?<!on )\b(?:"
    rf"(?:the |a |one ){_UNIT.format('one')} (?:(?P<back>{_BACK})|(?P<on>{_ON}))(?: that)?"
    rf"|(?:the |its |their )(?:(?P<earlier>previous|prior|preceding)|(?P<later>following|next)) {_UNIT.format('other')})\b(?! [a-z])",
    re.IGNORECASE,
)
_MONTHS: Final = {"year": 12, "quarter": 3, "month": 1}


class Unshifted(Exception):
    """The words do not fit to the period of the question before; `words` are they."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def shifted(question: str, base: LogicalForm) -> str:
    """The question with the period that it means in place of "the year before".

    Args:
        question: as it was asked.
        base: the form of the question before; without a period of its own the question stays as it is.

    Raises:
        Unshifted: "the quarter before" of a whole year.
    """
    found = _TOLD.search(question)
    period = _period_of(base) if found else None
    if found is None or period is None:
        return question
    months, length = _MONTHS[(found["one"] or found["other"]).lower()], _MONTHS.get(period.precision, 0)
    if not length or months < length:
        raise Unshifted(found[0])
    place = period.start.year * 12 + period.start.month - 1 + (months if found["on"] or found["later"] else -months)
    moved = Period.unit(period.precision, place // 12, place % 12 // length + 1)
    return f"{question[: found.start()]}{moved.label}{question[found.end() :]}"


def _period_of(base: LogicalForm) -> Period | None:
    spans = [span.period for span in base.spans] if not base.newest else []
    return base.period if base.period is not None and base.agg != "holder" else spans[0] if len(spans) == 1 else None


__all__ = ["Unshifted", "shifted"]
