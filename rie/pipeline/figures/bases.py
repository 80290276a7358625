"""On which basis a call tells a figure: as reported or adjusted, by the words beside it or as the call says of all that it tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rie.pack import Event, Pack
from rie.pipeline.figures.around import Phrases, opening
from rie.pipeline.figures.plain import RESPECTIVE
from rie.pipeline.figures.shapes import METRIC, Shapes, sign
from rie.pipeline.figures.statements import basis_behind
from rie.pipeline.frame import Frame, Item
from rie.types import Report

LEAD = 60  # characters before a metric in which its basis is said
_UNLESS = (r"(?:unless|except (?:where|when|as|if))(?: \w+)? (?:otherwise )?(?:stated|noted|indicated|specified|mentioned|said)"
           r"(?: otherwise)?")
_TELLS = r"\b(?:comments|remarks|references|results|figures|numbers|measures|metrics|discussion|commentary|everything)\b[^.]{0,60}"
_ADJUSTED = r"\b(?:(?:refer|relate|focus|be|are|is|reflect|speak|use)\b|on)[^.]{0,30}\b(?:adjusted|non-gaap)\b"
_ALL = re.compile(rf"\b{_UNLESS},? [^.]{{0,20}}{_TELLS}{_ADJUSTED}|{_TELLS}{_ADJUSTED}[^.]{{0,60}}\b{_UNLESS}\b", re.IGNORECASE)
_REFINED = {"eps", "net_income", "operating_income", "operating_margin", "pretax_income", "gross_margin", "ebitda", "ebitda_margin",
            "tax_rate"}  # metrics of which an adjusted kind is told


class Bases:
    """The bases that one transcript tells.

    Args:
        pack: of the event.
        event: whose figures are told.
        shapes: of the text.
        items: its mentions.
        bounds: start and end of each sentence.
    """

    def __init__(self, pack: Pack, event: Event, shapes: Shapes, items: Sequence[Item], bounds: Sequence[tuple[int, int]]) -> None:
        self.event, self.shapes, self.text, self.items, self.bounds = event, shapes, shapes.text, items, bounds
        columns = [(name, column.source) for name, column in pack.tables[event.table].columns.items() if column.source]
        told = next(((name, source.terms or "") for name, source in columns if source.take == "context" and not source.role), None)
        self.column, self.phrases = told[0] if told else None, Phrases(pack.terms[told[1]]) if told else None
        self.of_all = "adjusted" if _ALL.search(self.text) else None

    def says_none(self, told: str) -> bool:
        """Whether a pack tells bases apart and words say none."""
        return self.phrases is not None and self.phrases.find(told) == self.phrases.default

    def told(self, frame: Frame, report: Report) -> Report:
        """The report on a basis that is said of its figure, not of a growth behind it: "sales were $5 million, with core growth of 3%";
        where none is, on the one of which the call says that it tells all.
        """
        number = frame.first("row")
        if self.column is None or self.phrases is None or number is None or report.table != self.event.table:
            return report
        basis = report.values[self.column]
        if frame.row == self.event.rows[0].role:
            basis = self._beside(frame, number, self.phrases, basis)
        if basis == self.phrases.default and self.items[frame.trigger].term in _REFINED:
            basis = self.of_all or basis
        return replace(report, values={**report.values, self.column: basis})

    def _beside(self, frame: Frame, number: int, phrases: Phrases, basis: str | None) -> str | None:
        """The basis that the words beside a figure, or before its metric, tell."""
        if frame.roles[str(frame.row)][0][1] == RESPECTIVE and (shared := self._behind_list(frame, number, phrases)) != phrases.default:
            return shared
        first, last = sorted((self.items[frame.trigger], self.items[number]), key=lambda item: item.start)
        start, end = self.bounds[first.sentence]
        beside, part = phrases.find(basis_behind(self.text[last.end : end])), frame.roles.get(self.event.part or "")
        if beside != phrases.default:
            return beside
        told = [item.end for item in self.shapes.within(start, first.start) if item.label in {"MONEY", "METRIC"}]
        words = self.text[max([start, first.start - LEAD, *told]) : last.end].replace(self.items[part[0][0]].text if part else "\n", "")
        said = (words, opening(self.text[start : first.start]))
        return basis if basis in {phrases.find(told) for told in said} else phrases.default

    def _behind_list(self, frame: Frame, number: int, phrases: Phrases) -> str | None:
        """The basis that is said of a whole list: "revenue and income on a GAAP basis were $5 million and $1 million, respectively"."""
        told = list(self.shapes.within(self.items[frame.trigger].start, self.items[number].end))
        last = max(place for place, item in enumerate(told) if sign(item) == METRIC)
        return phrases.find(self.text[told[last].end : told[last + 1].start])
