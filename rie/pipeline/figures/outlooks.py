"""Of which year the expectations of a call are: "given our Q3 results, we are adjusting our annual guidance" is of the year, and what a
quarter's call expects of no period is of the one year that it gives guidance for.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rie.pack import Event, Pack
from rie.pipeline.figures.discourse import Discourse
from rie.pipeline.figures.foreseen import is_vague
from rie.pipeline.figures.outlook_periods import When, period_before
from rie.pipeline.frame import Frame, Item
from rie.types import Report
from rie.values import Reference

_YEARLY = re.compile(r"\b(?:annual|full[- ]year|full fiscal year|fiscal[- ]year|yearly)\b", re.IGNORECASE)
_GUIDANCE = r"(?:[\w-]+ ){0,3}?(?:guidance|outlook|forecasts?)\b"
_OF_YEAR = re.compile(
    rf"\b(?:full[- ]year|annual|fiscal(?: year)?)(?: fiscal)?(?: year)? (?:20)?(?P<year>\d\d) {_GUIDANCE}"
    rf"|\b(?:our|the) 20(?P<own>\d\d)(?: full[- ]year| annual)? {_GUIDANCE}", re.IGNORECASE)
_QUARTER = r"\b(?:(first|second|third|fourth|next|coming)[- ]quarter|q([1-4]))\b"
_EXPECTS = r"\b(?:guidance|outlook|expect\w*|anticipat\w*|project\w*|forecast\w*)\b"
_OF_QUARTER = re.compile(rf"{_QUARTER}[^.\n]{{0,60}}{_EXPECTS}|{_EXPECTS}[^.\n]{{0,60}}{_QUARTER}", re.IGNORECASE)
_EXPECTED = re.compile(rf"{_EXPECTS}|\braised?\b|\braising\b|\b(?:should|will|would) (?:also |now )?be\b", re.IGNORECASE)
_NAMED = re.compile(r"\bquarter\b|\bq[1-4]\b", re.IGNORECASE)
LAST = 4  # the quarter behind which the next year is expected
_NAMES = ("first", "second", "third", "fourth")
_FAR = re.compile(
    r"\b(?:long|medium|mid|near)(?:er)?[- ]term\b|\bover (?:the next|time)\b|\b20\d\d\b|\byears\b|\bquarter\b|\bhalf\b"
    r"|\b(?:balance|remainder|rest) of\b",
    re.IGNORECASE)
_CENTURY = 2000


class Outlooks:
    """The periods of what one transcript expects.

    Args:
        pack: of the event.
        event: whose figures are dated.
        text: of the document.
        items: its mentions.
        bounds: start and end of each sentence.
        discourse: what its sentences are about, and the reported period.
    """

    def __init__(self, pack: Pack, event: Event, text: str, items: Sequence[Item], *, bounds: Sequence[tuple[int, int]],
                 discourse: Discourse) -> None:
        self.event, self.text, self.items, self.bounds, self.reference = event, text, items, bounds, discourse.reported
        self.discourse, self.sentences = discourse, [text[start:end].lower() for start, end in bounds]
        columns = pack.tables[event.table].columns.items()
        self.columns: dict[str, str] = {column.source.take: name for name, column in columns if column.source}
        self.expected = {row.role for row in event.rows if row.ends}

    def dated(self, told: Sequence[tuple[Frame, Report]]) -> list[tuple[Frame, Report]]:
        """The reports, those of what is expected with the year that the call says it is of; what had been expected of the reported quarter
        or before, and the upper end of a range that has none, is left out.
        """
        yearly = any(self._is_mistaken(frame, report) and _YEARLY.search(self._sentence(frame)) for frame, report in told)
        dated = ((frame, self._dated(frame, report, yearly)) for frame, report in told)
        return [(frame, report) for frame, report in dated
                if report is not None and not self._is_over(frame, report) and not self._is_unbounded(frame, report)]

    def _is_over(self, frame: Frame, report: Report) -> bool:
        """Whether what is expected is of the reported quarter or an earlier period: an earlier expectation."""
        now = self.reference
        if now is None or now.quarter is None or frame.row not in self.expected or report.table != self.event.table:
            return False
        year, quarter = (report.values[self.columns[take]] for take in ("fiscal_year", "fiscal_quarter"))
        return year is not None and (year, quarter or LAST) <= (now.year, now.quarter)

    def _is_unbounded(self, frame: Frame, report: Report) -> bool:
        """Whether a figure is taken for the upper end of a range of which only its first digits are said."""
        number, row = frame.first("row"), next((row for row in self.event.rows if row.role == frame.row), None)
        if number is None or row is None or not row.ends or any(report.values[name] != value for name, value in row.ends[-1].items()):
            return False
        start, end = self.bounds[self.items[number].sentence]
        return is_vague(self.text[start : self.items[number].start].lower(), self.text[self.items[number].end : end])

    def _dated(self, frame: Frame, report: Report, yearly: bool) -> Report | None:
        reference = self.reference
        if reference is None or reference.quarter is None or frame.row not in self.expected or report.table != self.event.table:
            return report
        if self._is_mistaken(frame, report):
            named = _NAMED.search(self._sentence(frame)) and not _YEARLY.search(self._sentence(frame))
            year = None if named else reference.year + (reference.quarter == LAST) if yearly else self._year()
            return None if year is None else self._of(report, year)
        told = self._sentence(frame)
        if _YEARLY.search(told) and not _NAMED.search(told) and report.values[self.columns["fiscal_quarter"]] is not None:
            return self._of(report, reference.year + (reference.quarter == LAST))
        untold = all(report.values[self.columns[take]] is None for take in ("fiscal_year", "fiscal_quarter", "period_start", "period_end"))
        if not untold or not _EXPECTED.search(told):
            return report
        when = (None if _FAR.search(told) else self._year()) or self._before(frame, reference)
        return self._of(report, *(when if isinstance(when, tuple) else (when, None))) if when else report

    def _before(self, frame: Frame, reference: Reference) -> When | None:
        """The period that the outlook around a figure says before it."""
        topics, turn, here = self.discourse.topics, self.discourse.patterns["turn"], self.items[frame.trigger].sentence
        return period_before(self.sentences, here, reference, expects=lambda told: _EXPECTED.search(told) is not None,
                             goes_on=lambda number: topics[number].ahead, turns=lambda told: turn.match(told) is not None)

    def _is_mistaken(self, frame: Frame, report: Report) -> bool:
        """Whether the reported quarter, or that of a year later, was taken for the one that is expected: the words before only name it."""
        if self.reference is None or frame.row not in self.expected or report.table != self.event.table:
            return False
        year, quarter = report.values[self.columns["fiscal_year"]], report.values[self.columns["fiscal_quarter"]]
        return quarter is not None and quarter == self.reference.quarter and year in {self.reference.year, self.reference.year + 1}

    def _of(self, report: Report, year: int | None, quarter: int | None = None) -> Report:
        new = {"fiscal_year": year, "fiscal_quarter": quarter, "period_start": None, "period_end": None}
        return replace(report, values={**report.values, **{self.columns[take]: value for take, value in new.items()}})

    def _year(self) -> int | None:
        """The only year for which a call gives guidance, where it speaks of no quarter's."""
        years = {_CENTURY + int(match["year"] or match["own"]) for match in _OF_YEAR.finditer(self.text)}
        near = self.reference is not None and years <= {self.reference.year, self.reference.year + 1}
        return next(iter(years)) if len(years) == 1 and near and not self._foretells_quarter() else None

    def _foretells_quarter(self) -> bool:
        """Whether something is expected of a quarter that is not the reported one."""
        quarter = self.reference.quarter if self.reference else None
        own = {_NAMES[quarter - 1], str(quarter)} if quarter else set()
        named = ({group.lower() for group in match.groups() if group} for match in _OF_QUARTER.finditer(self.text))
        return any(words - own for words in named)

    def _sentence(self, frame: Frame) -> str:
        return self.text[slice(*self.bounds[self.items[frame.trigger].sentence])]
