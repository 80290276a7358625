"""One report from one event frame: typed columns, child rows, and the characters that they were read from.

Which column takes what of which role is said in the pack.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from rie.pack import Column, Pack, Source
from rie.pipeline.coming import coming_day
from rie.pipeline.events.behind import around
from rie.pipeline.events.outsiders import is_outsider
from rie.pipeline.figures.around import Figures, Phrases, opening
from rie.pipeline.figures.foreign import is_foreign
from rie.pipeline.frame import Frame, Item
from rie.pipeline.names.places import Gazetteer
from rie.pipeline.parts import Parts
from rie.pipeline.sentences import bounds_of
from rie.pipeline.status import Statuses
from rie.pipeline.wording import Wording
from rie.pipeline.words import words_of
from rie.types import AttributeReport, Document, Evidence, Report
from rie.values import Money, PartialDate, Period, Reported, qualifier, to_usd

LEAST_TOTAL = 1_000_000  # in any currency more than is earned a share
_ALL = Decimal(100)  # percent: the stake that is the whole


class Builder:
    """Builds the reports of one document."""

    def __init__(self, pack: Pack, terms: Mapping[str, Phrases], gazetteer: Gazetteer, items: Sequence[Item], doc: Doc) -> None:
        self.pack, self.terms, self.gazetteer, self.items = pack, terms, gazetteer, items
        self.document: Document = doc.user_data["document"]
        self.parts, self.text = Parts(self.document), words_of(doc).text
        self.sentences = bounds_of(doc).characters
        self.statuses = Statuses(terms, items, self.text, self.sentences)
        self.figures = Figures(self.text, items, self.document)
        self.wording = Wording(pack, items, self.text)
        self.periods: dict[tuple[int, str | None], Reported] = {}

    def excluded(self, frame: Frame) -> bool:
        """Whether a sentence of the frame says that the event is of another kind, or its figure cannot be of its metric."""
        event, bounds = self.pack.events[frame.event], self.sentences[self.items[frame.trigger].sentence]
        told = map(self._plain, frame.triggers) if event.unless else ()
        foreign = is_foreign(event, self.terms, frame, self.items, text=self.text, bounds=bounds) or is_outsider(
            event, self.terms, frame, self.items, text=self.text, start=bounds[0])
        return foreign or self._misfits(frame) or any(map(event.never.find, told))

    def _misfits(self, frame: Frame) -> bool:
        number = frame.first("row")
        columns = self.pack.tables[self.pack.events[frame.event].table].columns.values()
        source = next((column.source for column in columns if column.source and column.source.take == "figure"), None)
        if source is None or number is None:
            return False
        if frame.earlier and isinstance(self.items[number].value, Money) and self.items[number].value.high is not None:
            return True  # what was reported is no range: an earlier expectation
        a_share = self._is_per_share(frame, self._trigger_source(frame))
        if a_share and self.items[number].label != "PERCENT" and self.figures.size(number) >= LEAST_TOTAL:
            return True  # a sum of all shares
        if not a_share and frame.scale is None and (self.figures.is_tiny(number) or self.figures.is_unscaled(number)):
            return True  # a sum of one share, ton or customer, or one whose scale stands elsewhere
        pieces = self.figures.counts(frame, number, self.pack.events[frame.event].part)
        if pieces and not a_share:
            return True  # "car sales rose to 849"
        return (self.items[frame.trigger].term in source.percentages) != (self.items[number].label == "PERCENT")

    def _plain(self, trigger: int) -> str:
        """The trigger's sentence with "·" for names, "§" for those of funds, and the trigger as "#<word>"."""
        start, end = self.sentences[self.items[trigger].sentence]
        parts, at = [], start
        for number, item in enumerate(self.items):
            if item.sentence == self.items[trigger].sentence and (item.entity or number == trigger):
                sign = f"#<{item.text}>" if number == trigger else "§" if _FUND.search(item.entity.name if item.entity else "") else "·"
                parts += [self.text[at : item.start], sign]
                at = item.end
        return "".join([*parts, self.text[at:end]])

    def report(self, frame: Frame, number: int) -> Report:
        """The report of a frame; `number` counts the document's frames."""
        table = self.pack.events[frame.event].table
        day, precision = self.announced(frame)
        values: dict[str, Any] = {}
        conversion = None
        for name, column in self.pack.tables[table].columns.items():
            if column.source is None:
                continue
            if column.source.take == "usd":
                conversion = self._usd(column, values, day, precision)
                values[name] = conversion.amount_usd if conversion else None
            elif column.source.take == "row":
                values[name] = frame.columns[name]
            else:
                values[name] = self.value(frame, column, day, precision)
        children = {name: tuple(self._child_rows(frame, child.roles, child.columns)) for name, child in self.pack.children(table).items()}
        return Report(
            id=_digest("r", self.document.id, table, str(number)), table=table, doc_id=self.document.id, values=values,
            evidence=tuple(self.evidence(frame)), children=children, inferred=bool(frame.inferred), confidence=_confidence(frame),
            fx_rate=conversion.rate if conversion else None, fx_date=conversion.rate_date if conversion else None)

    def announced(self, frame: Frame) -> tuple[date | None, str | None]:
        """The day of the event: as the text says it, unless that is after publication; else the day of publication."""
        published = self.document.published_at
        if frame.undated or frame.when:
            return frame.when or (None, None)
        number = frame.first("date") if frame.told is None else frame.told
        period = self.items[number].value if number is not None else None
        if isinstance(period, Period) and period.precision in _PRECISIONS and not (published and _no_news(period, published)):
            return period.start, period.precision
        return (published.first, published.precision) if published else (None, None)

    def value(self, frame: Frame, column: Column, day: date | None, precision: str | None) -> Any:
        """The value of one column."""
        source = column.source
        assert source is not None
        if source.take in {"date", "precision"}:
            return day if source.take == "date" else precision
        if source.take == "status":
            return self.statuses.of(frame, source)
        if source.take in {"trigger", "context"} or source.take in _PERIODS:
            return self._of_trigger(frame, source)
        number = next((found for role in (source.role or "", *source.instead) if (found := frame.first(role)) is not None), None)
        if source.take == "term":
            return self._term(frame, source, number)
        if number is None:
            return None
        if source.take == "text":
            return self.wording.together(frame.roles[source.role or ""], each=frame.each)
        return self._figure(frame, source, number) if source.take in _FIGURES else self._take(source.take, number, frame)

    def _of_trigger(self, frame: Frame, source: Source) -> Any:
        """What the trigger and the words around it tell, and the period that a row is of."""
        trigger = self.items[frame.trigger]
        if source.take == "trigger":
            term = trigger.term or ""
            return source.per_share.get(term, term) if self._is_per_share(frame, source) else trigger.term
        if source.take == "context":
            return self._context(frame, source)
        told = self._period(frame, source)
        return {"period_start": told.start, "period_end": told.end, "fiscal_year": told.year, "fiscal_quarter": told.quarter}[source.take]

    def _period(self, frame: Frame, source: Source) -> Reported:
        """The period that a row is of; its columns tell its parts."""
        key = id(frame), source.terms
        if key not in self.periods:
            number = frame.first("row")
            before = self._phrases(source).find(self._beside(number)) if number is not None and source.terms else None
            self.periods[key] = self.figures.period(frame, sequential=before == "quarter")
        return self.periods[key]

    def _phrases(self, source: Source) -> Phrases:
        """The vocabulary that a column names; a pack without it does not load."""
        return self.terms[source.terms or ""]

    def _is_per_share(self, frame: Frame, source: Source) -> bool:
        """Whether the row's figure is a sum a share: as its metric always is, or as the words behind it say."""
        term, number = self.items[frame.trigger].term, frame.first("row")
        if term is None or number is None:
            return term is not None and source.per_share.get(term) == term
        small = term in source.per_share and frame.scale is None and self.figures.is_small(number)
        return source.per_share.get(term) == term or small or self.figures.is_per_share(number)

    def _context(self, frame: Frame, source: Source) -> str | None:
        """The term in the words around the player of the source's role, else around the trigger."""
        phrases = self._phrases(source)
        if source.role:
            number = frame.first(source.role)
            return phrases.find(self._beside(number)) if number is not None else None
        before, behind = self._clauses(frame.trigger)
        own = self._own_words(frame)
        opener = opening(self.statuses.clause(frame.trigger))
        found = (phrases.find(words) for words in (*own, before, *(() if own else (behind,)), opener))
        return next((term for term in found if term != phrases.default), phrases.default)

    def _own_words(self, frame: Frame) -> tuple[str, ...]:
        """The words that tell of one figure alone, where another basis is told of a second: "$3.26 ($3.17 on an adjusted basis)"."""
        number = frame.first("row")
        if number is None:
            return ()
        here, following = self.items[number], self.items[number + 1 : number + 2]
        behind = str(self.text[here.end : here.end + 40])
        if _SECOND.search(self.text[: here.start][-4:]) and _BASIS.match(behind):
            return (behind,)
        alike = following and following[0].label == here.label and following[0].sentence == here.sentence
        between = str(self.text[here.end : following[0].start]) if alike else ""
        second = alike and _SECOND.search(between) and _BASIS.match(str(self.text[following[0].end : following[0].end + 40]))
        return (between,) if second else ()

    def _beside(self, number: int, reach: int = 50) -> str:
        """The words around a mention within its sentence."""
        item = self.items[number]
        start, end = self.sentences[item.sentence]
        return str(self.text[max(start, item.start - reach) : min(end, item.end + reach)])

    def _clauses(self, trigger: int) -> tuple[str, str]:
        """A trigger with the words before it, and those behind it up to the next trigger of its kind."""
        item = self.items[trigger]
        start, end = self.sentences[item.sentence]
        others = [other for other in self.items if other.label == item.label and other.sentence == item.sentence and other is not item]
        start = max([start, item.start - 30, *(other.end for other in others if other.end <= item.start)])
        until = [other.start - 20 for other in others if other.start >= item.end]
        return str(self.text[start : item.end]), str(self.text[item.end : min([end, *until])])

    def _figure(self, frame: Frame, source: Source, number: int) -> Any:
        """What is read of a figure and the words around it."""
        match source.take:
            case "figure":
                return self.figures.value(frame, number, self._phrases(source), self._is_per_share(frame, self._trigger_source(frame)))
            case "unit":
                unit = self.figures.unit(number)
                return source.per_share.get(unit, unit) if self._is_per_share(frame, self._trigger_source(frame)) else unit
            case "change":
                return self.figures.change(number, self._phrases(source))
            case "flag":
                told = (self._beside(near, reach=60 if near != number else 40) for near in self._apart(number, frame.first("row")))
                leaves = frame.row in self.pack.events[frame.event].tie[1:]
                return any(self._phrases(source).find(_REPLACED.split(words)[0] if leaves else words) for words in told)
            case "day":
                return self._coming(self.items[number])
        raise ValueError(f"no column can take {source.take!r}")

    def _apart(self, number: int, row: int | None) -> tuple[int, ...]:
        """A mention, and the player of a row where that stands in a sentence of its own."""
        return (number,) if row is None or self.items[row].sentence == self.items[number].sentence else (number, row)

    def _coming(self, item: Item) -> date | None:
        """The day that a change takes effect."""
        if not isinstance(item.value, Period):
            return None
        start = self.sentences[item.sentence][0] if item.sentence >= 0 else item.start
        return coming_day(item.value, item.text, self.text[start : item.start], self.document.published_at)

    def _trigger_source(self, frame: Frame) -> Any:
        columns = self.pack.tables[self.pack.events[frame.event].table].columns.values()
        return next(column.source for column in columns if column.source and column.source.take == "trigger")

    def _take(self, what: str, number: int, frame: Frame) -> Any:
        item = self.items[number]
        money = item.value if isinstance(item.value, Money) else None
        match what:
            case "entity":
                return item.entity.id if item.entity else None
            case "name":
                return item.entity.name if item.entity else self.wording.phrase(number, frame)
            case "amount":
                return money and money.amount
            case "high":
                return money and money.high
            case "currency":
                return self.figures.currency_of(number)
            case "qualifier":
                return self._qualifier(item) if money else None
            case "percent":
                return item.value if isinstance(item.value, Decimal) else None
        raise ValueError(f"no column can take {what!r}")

    def _qualifier(self, amount: Item) -> str:
        """How exact an amount is, wherever in the document it is said: a title is short for "up to $40 million"."""
        said = [qualifier(self.text, item.start, item.end) for item in self._of_value.get(amount.value, ())]
        return next((one for one in said if one != "exact"), "exact")

    @cached_property
    def _of_value(self) -> dict[Any, list[Item]]:
        """The mentions of each value in the text."""
        found: dict[Any, list[Item]] = {}
        for item in self.items:
            if not item.key:
                found.setdefault(item.value, []).append(item)
        return found

    def _term(self, frame: Frame, source: Source, number: int | None) -> str | None:
        matcher = self._phrases(source)
        players = {str(value): self.items[player].value for role, value in source.if_role.items()
                   if (player := frame.first(role)) is not None}
        part = next((value for value, share in players.items() if share != _ALL), None)
        if part is not None:
            return part
        if number is None:
            told = (self.terms[terms].find(around(self.text, self.items[i])) for role, terms in source.around.items()
                    if (i := frame.first(role)) is not None)
            return next((term for term in told if term), source.otherwise)
        item = self.items[number]
        if source.by_words and (kind := self._told_around(frame, item, self.terms[source.by_words])) and kind not in players:
            return kind
        if item.label in source.by_label:
            return str(source.by_label[item.label])
        through = self.pack.events[frame.event].roles[source.role or ""].through
        return (item.term if item.term != through else None) or matcher.find(self._around(item)) or matcher.default

    def _told_around(self, frame: Frame, player: Item, phrases: Phrases) -> str | None:
        """The term that the words around a player, which stands as #<name>, tell in a sentence of its event, or in the title that alone
        tells of it.
        """
        in_text = {self.items[trigger].sentence for trigger in frame.triggers if not self.items[trigger].in_title}
        titles = {self.items[trigger].sentence for trigger in frame.triggers} if player.in_title or not in_text else set()
        here = in_text | titles
        told = (phrases.find(around(self.text, item).replace("#", f"#<{item.text}>", 1)) for item in self.items
                if item.sentence in here and item.identity == player.identity)
        return next((term for term in told if term), None)

    def _around(self, item: Item) -> str:
        return item.text if item.value is None else self.text[max(item.start - 40, 0) : item.end + 30]

    def _usd(self, column: Column, values: dict[str, Any], day: date | None, precision: str | None) -> Any:
        source = column.source
        assert source is not None
        amount, currency = values.get(source.amount or ""), values.get(source.currency or "")
        if amount is None or currency is None:
            return None
        return to_usd(amount, currency, _partial(day, precision or "day") if day else None)

    def _child_rows(self, frame: Frame, roles: list[str], columns: dict[str, Column]) -> Iterator[dict[str, Any]]:
        leads = {self.items[i].identity for i, _ in frame.roles.get("lead", [])}
        seen: set[Any] = set()
        for role in roles:
            for number, _ in frame.roles.get(role, []):
                item = self.items[number]
                if item.entity is None or (item.identity, role if "role" in columns else None) in seen:
                    continue
                seen.add((item.identity, role if "role" in columns else None))
                takes = {"is_lead": True if item.identity in leads else (False if leads else None), "role": role,
                         "entity": item.entity.id, "name": item.entity.name}
                yield {name: takes[column.source.take] for name, column in columns.items() if column.source}

    def evidence(self, frame: Frame) -> Iterator[Evidence]:
        """The spans that the frame was read from: every player, and its triggers as evidence of the status."""
        columns = self.pack.tables[self.pack.events[frame.event].table].columns
        names = {take: name for name, column in reversed(columns.items()) if column.source for take in [column.source.take]}
        of_row = (name for name, column in columns.items() if column.source and column.source.role == "row"
                  and column.source.take in {"figure", "name"})
        row = next(of_row, "row")
        for role, players in frame.roles.items():
            for number, _ in players:
                yield self._evidence(row if role == frame.row else role, self.items[number])
        of_trigger = next((names[take] for take in ("status", "trigger", "row") if take in names), "trigger")
        for number in frame.triggers:
            yield self._evidence(of_trigger, self.items[number])

    def _evidence(self, role: str, item: Item) -> Evidence:
        if item.key:
            return Evidence(role, "metadata", item.start, item.end, item.text, item.key)
        part, start, end = self.parts.locate(item.start, item.end)
        return Evidence(role, part, start, end, self.parts.quote(part, start, end))

    def attributes(self, relations: list[Any]) -> Iterator[AttributeReport]:
        """Claims about attributes of entities, such as the place of their seat."""
        by_head: dict[tuple[int, str], list[int]] = {}
        for head, child, label, _ in relations:
            if label in self.pack.attributes:
                by_head.setdefault((head, label), []).append(child)
        for (head, _), children in by_head.items():
            entity = self.items[head].entity
            if entity is None:
                continue
            for number, attribute, value in self.gazetteer.resolve([(i, self.items[i].text) for i in sorted(children)]):
                yield AttributeReport(_digest("t", self.document.id, entity.id, attribute, str(number)), self.document.id, entity.id,
                                      attribute, value, self._evidence(attribute, self.items[number]))


_FUND = re.compile(r"\bFund\b(?! Managers?\b)|(?:\b[IVX]+|\bFund),? L\.?P\.?$")
_SECOND = re.compile(r"(?:\(|\b(?:or|and) )$", re.IGNORECASE)
_REPLACED = re.compile(r"\b(?:and|while|; ?|, )[^.;]{0,30}\b(?:replaced|succeeded|stand(?:s|ing)? in|act(?:s|ing)?|takes? over|serves?)\b")
_BASIS = re.compile(
    r"\s*(?:per (?:[\w-]+ ){0,2}share,? )?(?:on an? |as )?(?:[\w-]+ )?"
    r"(?:adjusted|reported|non-gaap|gaap|underlying|core|normali[sz]ed|excluding|ex-)\b", re.IGNORECASE)
_PRECISIONS = {"day", "month", "quarter", "year"}
_PERIODS = {"period_start", "period_end", "fiscal_year", "fiscal_quarter"}
_FIGURES = {"figure", "unit", "change", "flag", "day"}


def _no_news(period: Period, published: PartialDate) -> bool:
    """Whether a stated period adds nothing to the date of publication: it holds that date, or lies after it."""
    return period.start > published.last or (period.start <= published.first and published.last < period.end)


def _partial(day: date, precision: str) -> PartialDate:
    if precision == "day":
        return PartialDate(day.year, day.month, day.day)
    if precision == "month":
        return PartialDate(day.year, day.month)
    return PartialDate(day.year, day.month + 2) if precision == "quarter" else PartialDate(day.year)


def _confidence(frame: Frame) -> float:
    """The least sure of the frame's decisions."""
    return round(min([frame.status_score, *(score for players in frame.roles.values() for _, score in players)]), 4)


def _digest(prefix: str, *parts: str) -> str:
    return f"{prefix}-{hashlib.blake2b(chr(31).join(parts).encode(), digest_size=10).hexdigest()}"
