"""The lines of a document, and the periods that its headings and its opening tell: "Nine months" over "Shr 1.41 dlrs vs two cts"."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import takewhile
from typing import Generic, TypeVar

from rie.pack import Event, Pack
from rie.pipeline.frame import Item
from rie.pipeline.tables.units import scale_in
from rie.values import Period

BAR = "|"
OPENING = 3  # sentences at the beginning that tell what a document reports
HEADING = 48  # characters of a line that is a heading
SECTION = 160  # characters of a line that is the heading of a section
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_REPORTING = re.compile(
    r"quarter|qtr|half|months|mths|weeks (?:ended|to\b)|\bf?q[1-4]|[1-4]q\b|\bh[12]|\by(?:ea)?r\b|fiscal|\bfy"
    rf"|\b{_MONTH} ?(?:[-\u2013]|to) ?{_MONTH}", re.IGNORECASE)
_BUSINESS_YEAR = re.compile(r" (?:financial|fiscal|business) year\b")
_OF_YEAR = re.compile(r" (?:YEAR|(?:OPER )?NET|LOSS|PROFITS?|RESULTS?)\b")  # "HOOLI PLC <HOOL.L> 1986 YEAR"
_YEAR_TO = re.compile(r"\b(?:YEAR TO |CALENDAR )$")
_LAST_YEAR = re.compile(r"last year", re.IGNORECASE)
_SENTENCE = re.compile(
    r" *[A-Z][^|:\n]*? (?:[a-z]+ed|rose|fell|grew|came|was|were|stood|slid|shrank|sank|hit|went|made)\b[^|\n]{24,}\.[\"\u201d]?\s*$")
_COLUMNS = "   "  # of figures that only spaces set apart
_BULLETS = {"•", "*", "-", "–", "·", "▪", "›"}
_OUTLOOK_FOR = re.compile(
    r"\b(?:outlook|guidance|forecasts?|targets?|expectations|projections?)\s+for\s+(?:(?:the|its|full|fiscal|financial|year|first|second)[\s-])*$",
    re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_IN_IT = re.compile(r"(?<!founded )(?<!established )(?<!launched )(?<!started )(?<!formed )(?<!opened )\b(?:in|for|during) $")
_DATELINE = re.compile(r"\s*[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,3},(?: [A-Z][A-Za-z.]*,)? ")  # "NEW YORK, Nov 22" is no heading
_UNREAD = re.compile(  # "Shr nil vs nil", "Shr losses not given"
    r"\s*(?:Shrs?|Per shr|Oper shr|Net|Revs|Sales)\b[^\n\d]*(?:\n|$)|[^\n]{1,40} vs\.? ")
_FISCAL = re.compile(r"fiscal|financial|\bfy", re.IGNORECASE)
_DATED = re.compile(r"\b(?:ended|ending|ends|to)\b", re.IGNORECASE)
Told = TypeVar("Told")
LABEL = re.compile(  # words of a label beside its metric
    r"[\s,:;()\[\]\d*†‡.–—·•▪›/-]+|\b(?:total|net|consolidated|company|group|adjusted|non|gaap|ifrs|diluted|basic|per|common|ordinary|share|shares|attributable|available|to|equity|members|ordinary|activities"
    r"|the|of|and|from|continuing|operations|shareholders|stockholders|owners|parent|holders|loss|losses|income|earnings|reported|underlying|core|excluding|items"
    r"|special|statutory|headline|normali[sz]ed"
    r"|unaudited|after|tax|taxes|taxation|in|on|as|basis|a|for|year|period|quarter)\b", re.IGNORECASE)


class Above(Generic[Told]):
    """What the nearest line above a line tells; it is kept for all lines that are passed over, of which a list has many.

    Args:
        read: whether a line is passed over, and what it tells if it is not.
    """

    def __init__(self, read: Callable[[int], tuple[bool, Told | None]]) -> None:
        self.read = read
        self.told: dict[int, Told | None] = {-1: None}

    def __call__(self, line: int) -> Told | None:
        """What is told to a line."""
        above, passed = line - 1, list[int]()
        while above not in self.told:
            passes, told = self.read(above)
            if not passes:
                self.told[above] = told
                break
            passed.append(above)
            above -= 1
        self.told |= dict.fromkeys(passed, self.told[above])
        return self.told[above]


class Headings:
    """What stands over a line of figures, or at the beginning of its document.

    Args:
        pack: whose event of single triggers the figures are of.
        text: what the items' offsets refer to.
        items: the document's mentions.
    """

    def __init__(self, pack: Pack, text: str, items: list[Item]) -> None:
        self.pack, self.items = pack, items
        self.lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)] if BAR in text or "\n" in text else []
        self.text = text
        events = ((name, event) for name, event in pack.events.items() if not event.joins and event.rows)
        self.event: tuple[str, Event] | None = next(events, None)
        self.of_line = self._by_line()
        self.begins, self.is_sentence = cache(self._begins), cache(self._is_sentence)
        self.opening, self.year = cache(self._opening), cache(self._year)
        self.section, self.over, self.scale = Above(self._section), Above(self._heading), Above(self._caption)

    def _by_line(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.lines]
        line = 0
        for number, item in enumerate(self.items):
            if item.key:
                continue
            while line < len(self.lines) - 1 and item.start >= self.lines[line][1]:
                line += 1
            if self.lines and self.lines[line][0] <= item.start:
                found[line].append(number)
        return found

    def foretold(self, trigger: int) -> int | None:
        """The period of an outlook that is spoken of shortly before: "raised its forecast for 2019. It now expects sales of ..."."""
        here = self.items[trigger]
        before = (i for i, item in enumerate(self.items) if item.label in self._period_labels() and item.start < here.start
                  and (item.in_title or here.sentence - item.sentence <= OPENING) and not item.key)
        return max((i for i in before if _OUTLOOK_FOR.search(self.text[max(self.items[i].start - HEADING, 0) : self.items[i].start])),
                   key=lambda i: self.items[i].start, default=None)

    def reported(self, trigger: int, published: date | None) -> int | None:
        """The reporting period that the heading above a trigger names, else the title or the first sentences: "today announced results
        for the third quarter".
        """
        found = self.section(self._line_of(trigger) or 0)
        found = found if found is not None else self.opening(published)
        return found if found is not None else self.year(published)

    def _section(self, line: int) -> tuple[bool, int | None]:
        """The period in a line that is a heading: "Three months ended May 31 compared to three months ended ..."."""
        text = self.text[slice(*self.lines[line])].strip()
        if line == 0 or len(text) > SECTION or text.endswith((".", '"', "”")) or BAR in text or self._has_figure(line):
            return True, None
        periods = (i for i in self.of_line[line] if self.items[i].label in self._period_labels())
        return False, next((i for i in periods if _REPORTING.search(self.items[i].text)), None)

    def _opening(self, published: date | None) -> int | None:
        last = OPENING + self._titles()
        opening = ((i, item) for i, item in enumerate(self.items) if item.sentence < last and not item.key)
        periods = [i for i, item in opening
                   if item.label in self._period_labels() and self._is_reporting(i) and not self._is_ahead(i, published)]
        exact = (i for i in periods if not _LAST_YEAR.fullmatch(self.items[i].text))
        return next(exact, periods[0] if periods else None)

    def _titles(self) -> int:
        """How many of the first lines, the one at the top aside, are no sentences: the head of an announcement."""
        heads = (self.text[slice(*line)].strip() for line in self.lines[1 : 1 + OPENING])
        return sum(1 for _ in takewhile(lambda line: len(line) <= HEADING and not line.endswith(".") and not _DIGIT.search(line), heads))

    def _is_reporting(self, number: int) -> bool:
        """Whether a period is one that companies report: a quarter, a half, "the 2021 financial year"."""
        item = self.items[number]
        headed = item.in_title and (_OF_YEAR.match(self.text, item.end) or _YEAR_TO.search(self.text, 0, item.start))
        return bool(headed or _REPORTING.search(item.text) or _BUSINESS_YEAR.match(self.text, item.end))

    def _is_ahead(self, number: int, published: date | None) -> bool:
        """Whether a period of the calendar was not over on a day; how a company counts its own years is not known."""
        item = self.items[number]
        counted = _FISCAL.search(self.text[max(item.start - len("financial "), 0) : item.end]) and not _DATED.search(item.text)
        return published is not None and isinstance(item.value, Period) and item.value.last > published and not counted

    def is_listed(self, trigger: int) -> bool:
        """Whether a trigger begins a line of figures: "Shr 1.41 dlrs vs two cts"."""
        line = self._line_of(trigger)
        return line is not None and self.begins(line)

    def _line_of(self, number: int) -> int | None:
        return self._lines.get(number)

    @cached_property
    def _lines(self) -> dict[int, int]:
        return {number: line for line, numbers in enumerate(self.of_line) for number in numbers}

    def heading(self, trigger: int) -> int | None:
        """The period in the heading above a line of figures: "Nine months" over "Shr 1.41 dlrs vs two cts"."""
        line = self._line_of(trigger)
        return None if line is None or BAR in self.text[slice(*self.lines[line])] or not self.begins(line) else self.over(line)

    def _heading(self, line: int) -> tuple[bool, int | None]:
        start, end = self.lines[line]
        periods = [i for i in self.of_line[line] if self.items[i].label in self._period_labels()]
        unread = not periods and _UNREAD.match(self.text[start:end])
        if unread or self.begins(line) or (periods and _DATELINE.fullmatch(self.text, start, self.items[periods[0]].start)):
            return True, None
        told = periods and len(self.text[start:end].strip()) <= HEADING and not self._has_figure(line)
        return False, periods[0] if told else None

    def scale_over(self, trigger: int) -> Decimal | None:
        """What the figures of a line of a list are multiplied by, as the caption over the list says it: "(in millions of francs)"."""
        line = self._line_of(trigger)
        return None if line is None or _COLUMNS in self.text[slice(*self.lines[line])] else self.scale(line)

    def _caption(self, line: int) -> tuple[bool, Decimal | None]:
        text = self.text[slice(*self.lines[line])].strip()
        if BAR in text or len(text) > SECTION:
            return False, None
        if self.begins(line):
            return True, None
        scale = scale_in(text)
        return not scale and len(text) <= HEADING and not self._has_figure(line), scale

    def _year(self, published: date | None) -> int | None:
        """The year before publication, where the opening tells what was in it: "carried more people than ever in 2015"."""
        events = {event.trigger for event in self.pack.events.values() if self.pack.labels[event.trigger].source == "ner"}
        telling = {item.sentence for item in self.items if item.label in events}
        for i, item in enumerate(self.items):
            value = item.value if isinstance(item.value, Period) else None
            last = value and published and item.text == str(published.year - 1) and value.precision == "year"
            if last and not item.compared and item.sentence < OPENING and item.sentence not in telling and not item.key:
                return i if _IN_IT.search(self.text[: item.start]) else None
        return None

    def _period_labels(self) -> list[str]:
        """The labels of periods; none in a pack whose events tell no rows of figures."""
        roles = self.event[1].roles.values() if self.event else ()
        return next((spec.labels for spec in roles if spec.shared), [])

    def _begins(self, line: int) -> bool:
        """Whether a line is one of a list of figures: a few words, then a metric and its figure."""
        start, end = self.lines[line]
        if ". " in self.text[start:end].rstrip() or self._is_paragraph(line):
            return False
        first = next((self.items[i] for i in self.of_line[line] if self.is_trigger(i)), None)
        before = self.text[start : first.start] if first else ""
        words = LABEL.sub("", before[1:]) if before[:1] in _BULLETS else before
        return first is not None and len(words.split()) <= 1 and self._has_figure(line)

    def _is_paragraph(self, line: int) -> bool:
        """Whether a line is a sentence below other paragraphs: "Net profit rose 9 percent to $5 million, it said."; not below a
        heading.
        """
        while line > 0 and self.is_sentence(line):
            above, here = self.lines[line - 1], self.lines[line]
            ends = self.text[slice(*above)].rstrip().endswith((".", '."', ".\u201d"))
            apart = self.text[here[0]] == " "  # a blank line, as the layout leaves it
            titled = any(self.items[i].in_title for i in self.of_line[line - 1])
            if titled or (ends and (apart or not self.is_sentence(line - 1))):
                return True
            line -= 1
        return False

    def _is_sentence(self, line: int) -> bool:
        return _SENTENCE.match(self.text, *self.lines[line]) is not None

    def _has_figure(self, line: int) -> bool:
        return self._figure(self.of_line[line]) is not None

    def _figure(self, cell: list[int]) -> int | None:
        return next((i for i in cell if self.items[i].label in {"MONEY", "NUMBER", "PERCENT"}), None)

    def is_trigger(self, number: int) -> bool:
        """Whether a mention is the name of a metric."""
        return self.event is not None and self.items[number].label == self.event[1].trigger
