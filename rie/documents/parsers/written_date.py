"""A date as pages and front matter write it to the form of `published_at`."""

from __future__ import annotations

import re

from rie.values import PartialDate, find_periods

_ISO = re.compile(r"\s*(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)|\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?Z?\s*$|\s*(\d{4})(?:-(\d{2}))?\s*$")
_SLASHES = re.compile(r"\d[/.]\d")
_FIRST_YEAR = 1971  # 1970-01-01 is what a missing time stamp looks like


def written_date(text: str) -> str | None:
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY` for "2024-05-03T09:00:00Z", "Fri, 03 May 2024 09:00 GMT", "May 3, 2024".

    Args:
        text: what stands in the place of a date.

    Returns:
        The date as precise as it is written; None where there is none, or where day and month could be taken for each other.
    """
    match = _ISO.match(text)
    date = _iso(match) if match else _worded(text[:100])
    return str(date) if date is not None and date.year >= _FIRST_YEAR else None


def _iso(match: re.Match[str]) -> PartialDate | None:
    try:
        return PartialDate(*(int(part) for part in match.groups() if part))
    except ValueError:
        return None


def _worded(text: str) -> PartialDate | None:
    periods = [] if _SLASHES.search(text) else find_periods(text)
    if not periods:
        return None
    start = periods[0].value.start
    parts = {"day": 3, "month": 2, "year": 1}.get(periods[0].value.precision, 0)
    return PartialDate(*(start.year, start.month, start.day)[:parts]) if start and parts else None
