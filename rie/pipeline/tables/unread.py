"""Mentions in rows of tables that are read by their columns, or not at all: read like sentences their figures would be of any period and
scale.
"""

import re

from rie.pipeline.tables.aligned import LONGEST
from rie.pipeline.tables.glued import is_glued
from rie.pipeline.tables.header_words import is_head, is_period
from rie.pipeline.tables.headings import BAR, SECTION, Headings
from rie.pipeline.tables.units import scale_in

ROW = 60  # characters of one of several rows in a line
BETWEEN = 3  # lines without cells between two rows
_TOUCHING = re.compile(r"(?!(?<=[^\W\d])\|[^\W\d])(?:(?<=[^\s|])\||\|(?=[^\s|]))")  # but for a name such as "Hooli|Nucleus"
_GLUED = re.compile(r"\d[,.]\d+\)?p?(?=[A-Z][a-z]{3}|[A-Z]{4})")
_BARE = re.compile(
    r"[^\S\n]*[-(+\u2212\u2013]{0,2}(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\s?)?[-(]{0,2}\d[\d,. ]*\)?\s?(?:p|c|m|bn|%|million)?\)?[^\S\n]*")
_SPACED = re.compile(r"\S(?: {2,}(?:[$€£¥]\s{0,3})?\(?[\d.,]*\d\)?%?){2,}\s*$")  # "Net sales    $ 284.6    $ 268.2"


class Unread:
    """Finds them in one document.

    Args:
        of: the lines of the document.
    """

    def __init__(self, of: Headings) -> None:
        self.of = of

    def found(self) -> frozenset[int]:
        """The numbers of the mentions."""
        text = self.of.text
        spaced = self._spaced() if "  " in text else frozenset()
        barred = self._scaled() | self._touching() | self._headed() if BAR in text else frozenset()
        return spaced | self._alone() | self._glued() | barred

    def _spaced(self) -> frozenset[int]:
        """Items in rows whose figures only spaces set apart: of which period and scale they are is not read."""
        rows = (here for here, (start, end) in zip(self.of.of_line, self.of.lines, strict=True)
                if here and end - start <= LONGEST and _SPACED.search(self.of.text, start, end))
        return frozenset(number for here in rows for number in here)

    def _glued(self) -> frozenset[int]:
        """Items in lines that nothing sets apart: of cells, or of several rows, "Turnover 38,412 40,975EBITDA 11,206 12,018Profit"."""
        lines = (here for here, line in zip(self.of.of_line, self.of.lines, strict=True) if here and is_glued(self.of.text[slice(*line)]))
        found = {number for here in lines for number in here}
        for start, end in self.of.lines or [(0, len(self.of.text))]:
            ends = [match.end() for match in _GLUED.finditer(self.of.text, start, end)]
            low, high = (self.of.text.rfind(". ", start, ends[0]), ends[-1] + ROW) if len(ends) > 1 else (0, 0)
            found |= {number for number, item in enumerate(self.of.items) if low <= item.start < high and not item.key
                      and self.of.items[min(number + 1, len(self.of.items) - 1)].label != "MONEY"}  # "11.87p" says its unit itself
        return frozenset(found)

    def _headed(self) -> frozenset[int]:
        """Metrics in rows below periods, and in lines between such rows: a row is read by its columns, or not at all."""
        found: list[int] = []
        between: list[list[int]] | None = None  # the lines since the last row; none outside of a table
        for line, here in enumerate(self.of.of_line):
            text = self.of.text[slice(*self.of.lines[line])]
            if BAR in text and (between is not None or any(is_head(cell) and is_period(cell) for cell in text.split(BAR))):
                found += (number for one in (*(between or ()), here) for number in one if self.of.is_trigger(number))
                between = []
            elif between is not None:
                told = [] if text.rstrip().endswith(".") else here  # a sentence is read as one
                between = [*between, told] if len(between) < BETWEEN and len(text) <= SECTION else None
        return frozenset(found)

    def _touching(self) -> frozenset[int]:
        """Items in rows that were a table before it was made plain text: outside of their columns they say nothing."""
        return frozenset(number for here, line in zip(self.of.of_line, self.of.lines, strict=True) if _TOUCHING.search(self.of.text, *line)
                         for number in here)

    def _alone(self) -> frozenset[int]:
        """Figures each on a line of its own, one below the other: what each is of is not told."""
        bare = [bool(here) and _BARE.fullmatch(self.of.text, *line) is not None
                for here, line in zip(self.of.of_line, self.of.lines, strict=True)]
        stacked = {place for first in range(len(bare) - 1) if bare[first] and bare[first + 1] for place in (first, first + 1)}
        return frozenset(number for place in stacked for number in self.of.of_line[place])

    def _scaled(self) -> frozenset[int]:
        """Items in rows below a scale: what their figures are multiplied by is not told when a row is read like a sentence."""
        found: list[int] = []
        scaled = False
        for here, (start, end) in zip(self.of.of_line, self.of.lines, strict=True):
            line = self.of.text[start:end]
            if BAR in line:
                scaled = scaled or scale_in(line) is not None
                found += here if scaled else ()
            else:
                scaled = len(line) <= SECTION and (scaled or scale_in(line) is not None)
        return frozenset(found)
