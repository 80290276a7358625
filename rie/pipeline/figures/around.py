"""What the words around a figure say of it: its sign, its unit, its reporting period, the direction of a change."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from rie.pack import Terms
from rie.pipeline.figures.calendar import Calendar
from rie.pipeline.figures.year_before import YearBefore
from rie.pipeline.frame import Frame, Item
from rie.pipeline.tables.headings import BAR, SECTION
from rie.pipeline.tables.units import currency_in, is_unit, scale_in
from rie.types import Document
from rie.values import Money, PartialDate, Period, Reference, Reported, earlier, last_quarter
from rie.values.currency import currency_of_nation, unit_after, unit_before
from rie.values.dollars import dollar_of
from rie.values.interval import DAY
from rie.values.number import tidy

REACH = 60  # characters before a figure in which its sign is said
_A_SHARE = re.compile(
    r"[^\S\n]*(?:per|a|an|/|each)\s?(?:(?:fully|diluted|basic|common|ordinary|average|ads|class a)\s)*(?:share|shr|unit|ads)\b",
    re.IGNORECASE)
_GAIN = re.compile(r"\b(?:profits?|earnings|income|net|gain|n?pat)\s*(?:of\s*)?$", re.IGNORECASE)
_SCALED = re.compile(r"[a-z]{2,}\s*$|\d\s?[mbk]n?$", re.IGNORECASE)  # a number that names its scale itself
_DOLLARS = re.compile(r"\s*(?:dlrs?|dollars?|cents?|cts?|pence)\s*$", re.IGNORECASE)
_FIRST = 1
_OF_A_SHARE = 100
SOON = 7  # days before the end of a period in which its figures may be told
_OF_PIECES = 1000
_OF_ALL = 100_000  # less than any company turns over whose figures are told in thousands or millions
_PIECES = re.compile(r"\s(?:[a-z]+ )?(?:tonnes|tons|barrels|bushels|ounces|bales|vehicles|cars|trucks)\b", re.IGNORECASE)
_WEEK = 7
_WEEKS = re.compile(r"\bweeks?\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\b[A-Z][a-z]{2,}\.? \d.*[-\u2013a-z] ?[A-Z][a-z]{2,}\.? \d|\d [A-Z][a-z]{2,}.*\d [A-Z][a-z]{2,}")  # both days
_LONGER = {"half", "nine_months", "year", "range"}
_WORD = re.compile(r"[A-Za-z]+")
_NEGATIVE = re.compile(r"[A-Za-z$€£¥.]*\s?[-\u2212\u2013](?=\d)")  # "EUR -11.2 million"
_CLOSES = re.compile(r"[^\S\n]*\)")
_MARKED_LOSS = re.compile(r"[a-z]\([$€£]?[\d.]")  # "c(.11)", which a note explains
_CENTS_WRITTEN = re.compile(r"\d ?c$")  # "187c"
_CENTS_CLOSED = re.compile(r"\)\s?(?:p|c|pence|cents?|sen)\b")  # "(5.11)p"
_EITHER = re.compile(r"loss\)? ?/|/ ?\(?loss", re.IGNORECASE)  # "Profit/(loss)": brackets alone tell which
_OPENED = re.compile(r"\([^)\d]{0,3}$")
_CENTS_BEHIND = re.compile(r"\s(?:[A-Z][a-z]+ ){0,2}(?:cents?|pence)\b")  # "214 South African cents"
_CENTS_VS = re.compile(  # "4.16 cents vs 28.80"
    r"\d ?(?:[A-Z][\w.]* ){0,2}(?:cents?|cts?|pence|p)\.? (?:\([a-z]+\) )?(?:vs\.?|against|versus) (?:loss |profit )?$", re.IGNORECASE)
_A_HUNDREDTH = Decimal("0.01")
_CAPTION = re.compile(r"['’]?000s?\b|(?:mn?|millions?|thousands?|bn|billions?)\b(?= *[|)\n])|(?<= )in (?:millions|thousands|billions)\b")
_CAPTION_OF = re.compile(r"\b(?:thousands|millions|billions|crores?|lakhs?) of(?: US| U\.S\.)?(?= )", re.IGNORECASE)
_COMPARES = re.compile(
    r",? ?(?:up |down )?(?:from|vs\.?|versus|against|compared (?:with|to)) (?:an? )?(?:loss |profit |about )?(?:of )?", re.IGNORECASE)
_OF_SYDNEY = re.compile(r"\bASX\b|\bAppendix 4[CDE]\b|\bA[BC]N \d")  # whose dollars a filing at that exchange counts in
_RUPEES = re.compile(r"\b(?:Pakistan|Karachi|Lahore|Sri Lanka|Colombo|Nepal|Kathmandu|Mauriti)", re.IGNORECASE)
_OPENER = re.compile(
    r"\W*(?:(?:and|so|but|also|again|while|now|then|however|overall|finally|lastly)[, ]+)*"
    r"(?:on an? (?:[\w-]+ ){1,3}basis,"
    r"|(?P<without>(?:excluding|including|adjust(?:ing|ed) for)\b.{3,200},))",
    re.IGNORECASE)
_OR_A_SHARE = re.compile(
    r"[$€£¥]?\d[\d.,]*(?: ?(?:[kmb]n?|mln|bln|thousand|million|billion|crore))?(?: (?:dlrs?|dollars|stg|yen|marks|francs|guilders|crowns))?"
    r",? or (?:about |approximately )?$", re.IGNORECASE)
_RESULT_BEHIND = re.compile(  # "a 69 mln dlr loss", not the "Net loss" of the next line
    r"[ -](?:(?:net|pre-?tax|after-?tax|operating|consolidated) )*(?:(?P<loss>loss(?:es)?|deficit)|profits?|gain)\b")
_CENTS = re.compile(r"\b(?:cents?|cts?|pence|p)\.?$", re.IGNORECASE)


class Figures:
    """The figures of one document.

    Args:
        text: what the items' offsets refer to.
        items: the document's mentions.
        document: whose metadata or date tells which period is reported.
    """

    def __init__(self, text: str, items: Sequence[Item], document: Document) -> None:
        self.text, self.items = text, items
        self.published = document.published_at.first if document.published_at and document.published_at.day else None
        self.calendar = Calendar(text, items, reference_of(document), self.published)
        self.reference, self.year_before = self.calendar.reference, YearBefore(text, items)
        sums = (self._sum_currency(item) for item in items if isinstance(item.value, Money))
        self.currency = next((currency for currency in sums if currency), None) or _currency_of_captions(text)

    def value(self, frame: Frame, number: int, losses: "Phrases", per_share: bool) -> Decimal | None:
        """The figure with its sign, in whole units: of a range the end that the frame stands for."""
        item = self.items[number]
        size = item.value.amount if isinstance(item.value, Money) else item.value
        loss = self._is_loss(frame, item, losses)
        if isinstance(item.value, Money) and item.value.high is not None and frame.end == int(not loss):
            size = item.value.high  # of a loss the low end is the larger sum
        if not isinstance(size, Decimal):
            return None
        if frame.scale and not per_share and item.label != "PERCENT" and not _SCALED.search(item.text):
            size = tidy(size * frame.scale)
        if per_share and item.label == "NUMBER":
            cents = (_CENTS_CLOSED.match(self.text, item.end) or _CENTS_WRITTEN.search(item.text)
                     or _CENTS_BEHIND.match(self.text, item.end)
                     or _CENTS_VS.search(self.text, max(item.start - REACH, 0), item.start))
            size = tidy(size * (frame.share_scale or (_A_HUNDREDTH if cents else 1)))
        below = _NEGATIVE.match(item.text) or (frame.tabled and _MARKED_LOSS.match(item.text))
        return -abs(size) if size and (loss or below) else size

    def _is_loss(self, frame: Frame, item: Item, losses: "Phrases") -> bool:
        trigger = self.items[frame.trigger]
        behind = trigger.end if trigger.end <= item.start else 0
        named = item.label != "PERCENT" and _RESULT_BEHIND.match(self.text, item.end)
        if named:
            return named["loss"] is not None
        if _EITHER.search(trigger.text):
            return bool(_OPENED.search(self.text, max(item.start - 4, 0), item.start) or "(" in item.text)
        if _GAIN.search(self._before(item, behind)):
            return False
        before = self._before(item, 0)
        if item.beside or not _CLOSES.match(self.text, item.end):
            before = before.rstrip("($€£")
        return losses.find(before) is not None or (item.label != "PERCENT" and losses.find(f"{trigger.text} ") is not None)

    def _before(self, item: Item, behind: int) -> str:
        """The words before a figure, before the sum itself where it is one a share: "a net loss of $1 million or $0.01 per share"."""
        before = self.text[max(item.start - REACH, behind, 0) : item.start].rpartition("\n")[2]
        return _OR_A_SHARE.sub("", before) if is_a_share(self.text, item.end) or _CENTS.search(item.text) else before

    def unit(self, number: int) -> str:
        """`percent` or `currency`."""
        return "percent" if self.items[number].label == "PERCENT" else "currency"

    def is_per_share(self, number: int) -> bool:
        """Whether a sum is said to be of a share."""
        return self.items[number].label != "PERCENT" and is_a_share(self.text, self.items[number].end)

    def is_small(self, number: int) -> bool:
        """Whether a sum of dollars and cents is too small to be of anything but a share: "FFO was $0.57"."""
        item = self.items[number]
        amount = item.value.amount if isinstance(item.value, Money) else None
        return amount is not None and amount < _OF_A_SHARE and amount != amount.to_integral_value() and (
            bool(_CENTS.search(item.text)) or not _SCALED.search(_DOLLARS.sub("", item.text)))

    def size(self, number: int) -> Decimal:
        """The sum or number that a mention is; 0 for any other."""
        value = self.items[number].value
        amount = value.amount if isinstance(value, Money) else value
        return amount if isinstance(amount, Decimal) else Decimal()

    def is_tiny(self, number: int) -> bool:
        """Whether a sum of money that names no scale is less than any company turns over: "13.83 dlrs"."""
        item = self.items[number]
        return isinstance(item.value, Money) and 0 < item.value.amount < _OF_PIECES and not _SCALED.search(_DOLLARS.sub("", item.text))

    def is_unscaled(self, number: int) -> bool:
        """Whether a small sum or number names no scale in a text that names one over its figures: "£'000", "(in millions)"."""
        item = self.items[number]
        small = item.label != "PERCENT" and 0 < self.size(number) < _OF_ALL and not _SCALED.search(_DOLLARS.sub("", item.text))
        return small and self.captioned

    @cached_property
    def captioned(self) -> bool:
        """Whether a line names the scale of the figures around it."""
        lines = (line.strip() for line in self.text.splitlines())
        return any(is_unit(line) or (BAR in line and scale_in(line)) for line in lines if 0 < len(line) <= SECTION)

    def counts(self, frame: Frame, number: int, part: str | None) -> bool:
        """Whether a number is one of tons or cars, or one without currency and scale too small for a sum, or told of a `part` outside of
        tables.
        """
        item = self.items[number]
        if item.label == "NUMBER" and _PIECES.match(self.text, item.end):
            return True
        bare = item.label == "NUMBER" and frame.scale is None and not _SCALED.search(item.text)
        return bare and isinstance(item.value, Decimal) and (abs(item.value) < _OF_PIECES or (part in frame.roles and not frame.listed))

    def currency_of(self, number: int) -> str | None:
        """The currency of a figure; a bare number's is the one that the document writes elsewhere."""
        item = self.items[number]
        if item.label == "PERCENT":
            return None
        if isinstance(item.value, Money):
            return self._sum_currency(item)
        return self._beside_currency(number) or self.currency

    def _beside_currency(self, number: int) -> str | None:
        """The currency of the sum that a bare number is compared with: "to 5.56 mln stg from 2.74 mln"."""
        here, before = self.items[number], self.items[number - 1] if number else None
        if before is None or not isinstance(before.value, Money) or before.sentence != here.sentence:
            return None
        return self._sum_currency(before) if _COMPARES.fullmatch(self.text, before.end, here.start) else None

    def _sum_currency(self, item: Item) -> str | None:
        """The currency of a sum; of "crowns" and "pesos" that of the country that the document speaks of."""
        if item.value.currency is None:
            return next((code for word in _WORD.findall(item.text) if (code := currency_of_nation(word, self.text))), None)
        currency: str = item.value.currency
        return currency

    def change(self, number: int, falls: "Phrases") -> Decimal | None:
        """A percentage of change, negative for a fall."""
        item = self.items[number]
        if not isinstance(item.value, Decimal):
            return None
        if item.value < 0 or item.text.startswith("+"):
            return item.value  # "(+4.2%)"
        start = max(item.start - REACH, 0)
        before, behind = self.text[start : item.start].rpartition("\n")[2], self.text[item.end : item.end + REACH]
        fall = falls.means(before, "before") or falls.means(behind, "behind")
        return -abs(item.value) if fall else item.value

    def period(self, frame: Frame, sequential: bool) -> Reported:
        """The reporting period of a row: its own, or the document's where the text names none."""
        number = frame.first("period")
        if frame.reported and self.reference is not None:
            told = Reported(self.reference.year, self.reference.quarter)
        elif number is None:
            known = self.reference is not None and self.reference.fiscal and not frame.expected and not (
                self._is_longer(frame) or self._in_digest(frame))
            told = Reported(self.reference.year, self.reference.quarter) if known and self.reference else Reported()
        else:
            item = self.items[number]
            told = self.calendar.period(item, ahead=frame.expected)
            if isinstance(item.value, Period) and item.value.precision != "half" and told == Reported() and not frame.expected:
                told = self._on_day(item.value)
        told = self.calendar.dated(told, fiscal=number is not None and self.calendar.called_fiscal(self.items[number]))
        if frame.back is not None:
            told = self.calendar.dated(earlier(Reported(told.year, told.quarter), frame.back))
        elif frame.earlier:
            year_before = frame.years == 1 and not sequential
            past = self._before_it(told, 3 if sequential and frame.years == 1 else 12 * frame.years)
            told = self.year_before.of(told, past) if year_before else past
        told = self._over(frame, told)
        return told if self._starts(told) else replace(told, start=None)

    def _over(self, frame: Frame, told: Reported) -> Reported:
        """The period of what was reported, which cannot end after the report: "to decline in the quarter ending April 4 from earnings of
        $3.8m" is compared with the year before; of what else is said to be of a coming period nobody knows when it was.
        """
        if self.published is None or told.end is None or not frame.over or (told.end - self.published).days <= SOON * (not frame.past):
            return told
        before = self.year_before.of(told, self._before_it(told, 12)) if frame.past else Reported()
        return before if before.end is None or before.end <= self.published else Reported()

    def _before_it(self, told: Reported, months: int) -> Reported:
        """The period so many months before. One that ends within a month is counted in weeks: on which day the other ended is not told."""
        before = earlier(told, months)
        if told.end is None or _ends_month(told.end):
            return before
        known = self.calendar.days.get((before.year, before.quarter)) if before.year else None
        return known or replace(before, start=None, end=None)

    def _starts(self, told: Reported) -> bool:
        """Whether the first day of a period is told: that of months is, that of weeks where the text counts them, or says it."""
        if not self.year_before.starts(told):
            return False
        if told.start is None or told.end is None or _ends_month(told.end):
            return True
        weeks = not ((told.end - told.start).days + 1) % _WEEK and _WEEKS.search(self.text)
        return bool(weeks or any(isinstance(item.value, Period) and item.value.start == told.start and _FROM_TO.search(item.text)
                                 for item in self.items))

    def _in_digest(self, frame: Frame) -> bool:
        """Whether a frame stands in one of several entries: whose year another one counts is not its own."""
        trigger = self.items[frame.trigger]
        told = {item.entry for item in self.items if item.label == trigger.label} - {None}
        return trigger.entry is not None and len(told) > 1

    def _is_longer(self, frame: Frame) -> bool:
        """Whether the sentence speaks of more than a quarter: then a figure without a period is of nobody knows which."""
        here = self.items[frame.trigger].sentence
        return any(item.sentence == here and not item.compared and (item.term in _LONGER or (
            isinstance(item.value, Period) and item.value.precision in _LONGER)) for item in self.items)

    def _on_day(self, period: Period) -> Reported:
        """The period at whose end a figure stands: "backlog was $5m at June 30"."""
        if self.reference is not None and self.reference.fiscal:
            return Reported(self.reference.year, self.reference.quarter)
        day = period.last
        ends = period.precision == "day" and day.month % 3 == 0 and period.end.day == 1
        return Reported(day.year, day.month // 3) if ends else Reported()


def _ends_month(day: date) -> bool:
    return (day + DAY).day == 1


def _currency_of_captions(text: str) -> str | None:
    """The currency of a caption, where no sum names one: "HK$'000", "in thousands of euros"."""
    before = (unit_before(text, match.start()) for match in _CAPTION.finditer(text))
    behind = (unit_after(text, match.end()) for match in _CAPTION_OF.finditer(text))
    at, found = next(((at, unit) for one in (*before, *behind) if one for at, unit in [one] if unit.currency), (0, None))
    if found is not None:
        bare = dollar_of(text) if text[at] == "$" else None
        return bare or ("AUD" if found.family == "dollar" and found.currency == "USD" and _OF_SYDNEY.search(text) else found.currency)
    named = {code for line in text.splitlines() if len(line) <= SECTION and scale_in(line) and (code := currency_in(line))}
    code = named.pop() if len(named) == 1 else None
    return code if code != "INR" or not _RUPEES.search(text) else None


def is_a_share(text: str, end: int) -> bool:
    """Whether the words behind a sum that ends at `end` say that it is of a share."""
    return bool(_A_SHARE.match(text, end))


def opening(told: str) -> str:
    """What the words before a metric say first of the basis: "On a GAAP basis, Hooli posted a", "Excluding a special item, we"."""
    match = _OPENER.match(told)
    return (match["without"] or match[0]) if match else ""


def reference_of(document: Document) -> Reference | None:
    """The period that a document reports: as its metadata says, else the last quarter that was over when it was published."""
    year, quarter = (_number(document.metadata.get(key)) for key in ("fiscal_year", "fiscal_quarter"))
    if year is not None:
        return Reference(year, quarter if quarter in {1, 2, 3, 4} else None, fiscal=True)
    return last_quarter(document.published_at) if document.published_at else None


def anchor_of(document: Document) -> PartialDate | None:
    """The day from which words like "the third quarter" count: that of publication, else the end of the period in the metadata."""
    if document.published_at is not None:
        return document.published_at
    reference = reference_of(document)
    if reference is None or not 1 <= reference.year < date.max.year:
        return None
    months = reference.year * 12 + 3 * (reference.quarter or 4)
    return PartialDate(months // 12, months % 12 + _FIRST)


def _number(text: Any) -> int | None:
    found = re.search(r"\d+", str(text)) if text is not None else None
    return int(found[0]) if found else None


class Phrases:
    """Finds the value of a closed vocabulary in a text: `find` gives the first one of whose phrases is in it, else the default."""

    def __init__(self, terms: Terms) -> None:
        self.terms, self.default, self.find = terms, terms.default, terms.find

    def means(self, text: str, value: str) -> bool:
        """Whether a phrase of `value` is in `text`."""
        pattern = self.terms.patterns.get(value)
        return pattern is not None and pattern.search(text) is not None
