"""Dates written otherwise, and all years of a document moved."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from tests.evaluation.rewriting.lines import Record, of_text

_MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SHORT: Final = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_NAME: Final = "|".join(_MONTHS)
_DATE: Final = re.compile(
    rf"\b(?P<m>{_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:, ?(?P<y>(?:19|20)\d\d)\b|(?![\d,.%-]*\d| (?:percent|per cent|million|billion|pct)\b))"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{_NAME})(?: (?P<y2>(?:19|20)\d\d)\b)?")
_YEAR: Final = re.compile(
    r"(?<![\d.,$€£¥/#-])(?:19|20)\d\d(?![\d%]|[.,]\d| (?:million|billion|shares|employees|jobs|people))")
_TWO: Final = re.compile(
    r"(?<=')\d\d(?!\d)|(?<=\bFY)\d\d(?!\d)|(?<=\bQ\d )'?\d\d(?![\d.,%])"
    r"|(?<=\bQ\d/)\d\d(?!\d)|(?<=[1-4]Q)\d\d(?!\d)|(?<=[12]H)\d\d(?!\d)")
Form = Callable[[int, int, int | None], str | None]  # day, month, year; None where the form cannot be used
_CALENDAR: Final = (11, -11, 6, -6, 5, -5, 17, -17)  # years after which days of the week come again
_MONEYS: Final = re.compile(r"(?i)\b(?:DM|NLG|ITL|FFr?|marks?|francs?|lire|guilders?|pesetas?|schillings?|markka|drachmas?|punts?|ecus?)\b")


def _dated(form: Form) -> Any:
    def one(match: "re.Match[str]") -> str:
        day, month = int(match["d"] or match["d2"]), _MONTHS.index(match["m"] or match["m2"]) + 1
        year = match["y"] or match["y2"]
        return (form(day, month, int(year) if year else None) if 0 < day < 32 else None) or match[0]

    return of_text(lambda text: _DATE.sub(one, text))


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _year(year: int | None, before: str = " ") -> str:
    return f"{before}{year}" if year else ""


def moved(document: Record, gold: Record) -> tuple[Record, Record] | None:
    """All years moved by so many that the days of the week come again; none for money that a year would have without, or before, it."""
    published = document.get("published_at") or ""
    if len(published) < 10 or _MONEYS.search(document["text"]):
        return None
    day = date.fromisoformat(published[:10])
    by = next((by for by in _CALENDAR if _fits(day, by)), None)
    if by is None:
        return None

    def shift(text: str) -> str:
        text = _YEAR.sub(lambda match: str(int(match[0]) + by), text)
        return _TWO.sub(lambda match: match[0][:-2] + f"{(int(match[0][-2:]) + by) % 100:02}", text)

    changed = {key: shift(document[key]) for key in ("title", "text", "published_at") if document.get(key)}
    reports = [{key: _moved_cell(key, cell, by) for key, cell in report.items()} for report in gold["reports"]]
    return {**document, **changed}, {**gold, "reports": reports}


def _fits(day: date, by: int) -> bool:
    """Whether the days of the week of a date and of the months around it come again, on the same side of the euro and before now."""
    year = day.year + by
    if not 1986 <= year <= 2026 or (year < 2001) != (day.year < 2001):
        return False
    months = [date(day.year, month, 1) for month in (1, day.month, 12)]
    return all(one.weekday() == one.replace(year=year).weekday() for one in months)


def _moved_cell(key: str, cell: Any, by: int) -> Any:
    if key == "fiscal_year" and cell is not None:
        return cell + by
    dated = key in {"announced_on", "effective_on", "period_end"} and isinstance(cell, str)
    return f"{int(cell[:4]) + by}{cell[4:]}" if dated else cell


REWRITINGS: Final[Mapping[str, Any]] = {
    "March 3, 2021": _dated(lambda d, m, y: f"{_MONTHS[m - 1]} {d}{_year(y, ', ')}"),
    "3 March 2021": _dated(lambda d, m, y: f"{d} {_MONTHS[m - 1]}{_year(y)}"),
    "3rd March 2021": _dated(lambda d, m, y: f"{_ordinal(d)} {_MONTHS[m - 1]}{_year(y)}"),
    "March 3rd, 2021": _dated(lambda d, m, y: f"{_MONTHS[m - 1]} {_ordinal(d)}{_year(y, ', ')}"),
    "Mar. 3, 2021": _dated(lambda d, m, y: f"{_SHORT[m - 1]} {d}{_year(y, ', ')}"),
    "3-Mar-2021": _dated(lambda d, m, y: f"{d}-{_MONTHS[m - 1][:3]}-{y}" if y else None),
    "25/03/2021": _dated(lambda d, m, y: f"{d:02}/{m:02}/{y}" if y and d > 12 else None),
    "03/25/2021": _dated(lambda d, m, y: f"{m:02}/{d:02}/{y}" if y and d > 12 else None),
    "25.03.2021": _dated(lambda d, m, y: f"{d:02}.{m:02}.{y}" if y and d > 12 else None),
    "2021-03-03": _dated(lambda d, m, y: f"{y}-{m:02}-{d:02}" if y else None),
    "years moved": moved,
}
