"""The report builder: from event frames to typed rows with the characters that they were read from.

It reads `doc.user_data["document"]`, `["entities"]` and `["relations"]` and writes `["reports"]` and `["attributes"]`.
Which column takes what of which role is said in the pack.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rie.pack import Column, Label, Pack, Terms, load_pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.frames import frames
from rie.pipeline.parts import Parts
from rie.pipeline.places import Gazetteer
from rie.types import AttributeReport, Document, Evidence, Report
from rie.values import Money, PartialDate, Period, qualifier, to_usd


@Language.factory("rie_reports", default_config={"pack": "business"})
def create_reports(nlp: Language, name: str, pack: str) -> "Reports":
    """The report builder of a pack."""
    return Reports(load_pack(pack), name)


class Reports:
    """Turns the relations of a document into reports and attribute reports."""

    def __init__(self, pack: Pack, name: str = "rie_reports") -> None:
        self.name, self.pack = name, pack
        self.terms = {name: Matcher(terms) for name, terms in pack.terms.items()}
        self.gazetteer = Gazetteer.of(pack)

    def __call__(self, doc: Doc) -> Doc:
        """Write the reports of one document."""
        document: Document = doc.user_data["document"]
        items = self.items(doc)
        parts = Parts(document)
        found = frames(self.pack, items, doc.user_data["relations"], doc.user_data["weak_relations"],
                       document.published_at.first if document.published_at else None)
        builder = Builder(self, document, items, parts, doc)
        found = [frame for frame in found if not builder.excluded(frame)]
        doc.user_data["reports"] = [builder.report(frame, number) for number, frame in enumerate(found)]
        doc.user_data["attributes"] = list(builder.attributes(doc.user_data["relations"]))
        return doc

    def items(self, doc: Doc) -> list[Item]:
        """The document's mentions as frames see them."""
        entities, sentence = doc.user_data["entities"], _sentence_numbers(doc)
        title_end = len(doc.user_data["document"].title)
        labels = self.pack.labels
        return [
            Item(span.label_, span.text, span.start_char, span.end_char, sentence[span.start], span.start_char < title_end,
                 entities.get(number),
                 doc.user_data.get(("value", span.start)) if labels[span.label_].source == "values" else None,
                 self._term_of(doc.text, span.start_char, span.end_char, labels[span.label_]))
            for number, span in enumerate(doc.spans["mentions"])
        ]

    def _term_of(self, text: str, start: int, end: int, label: Label) -> str | None:
        before, behind = label.around
        return self.terms[label.terms].find(text[max(start - before, 0) : end + behind]) if label.terms else None


def _sentence_numbers(doc: Doc) -> list[int]:
    number, numbers = -1, []
    for token in doc:
        number += bool(token.is_sent_start)
        numbers.append(max(number, 0))
    return numbers


class Matcher:
    """Finds the value of a closed vocabulary in a text."""

    def __init__(self, terms: Terms) -> None:
        self.default = terms.default
        self.patterns = [(value, re.compile("|".join(phrases), re.IGNORECASE)) for value, phrases in terms.values.items()]

    def find(self, text: str) -> str | None:
        """The first value one of whose phrases is in `text`, else the default."""
        return next((value for value, pattern in self.patterns if pattern.search(text)), self.default)

    def means(self, text: str, value: str) -> bool:
        """Whether a phrase of `value` is in `text`."""
        return any(name == value and pattern.search(text) for name, pattern in self.patterns)


class Builder:
    """Builds the reports of one document."""

    def __init__(self, reports: Reports, document: Document, items: list[Item], parts: Parts, doc: Doc) -> None:
        self.pack, self.terms, self.gazetteer = reports.pack, reports.terms, reports.gazetteer
        self.document, self.items, self.parts, self.text = document, items, parts, doc.text
        self.sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]

    def excluded(self, frame: Frame) -> bool:
        """Whether a sentence of the frame says that the event is of another kind."""
        patterns = self.pack.events[frame.event].unless
        return any(re.search(pattern, self._plain(trigger), re.IGNORECASE) for trigger in frame.triggers for pattern in patterns)

    def _plain(self, trigger: int) -> str:
        """The trigger's sentence without names and with "#" for the trigger."""
        start, end = self.sentences[self.items[trigger].sentence]
        text = list(self.text[start:end])
        for number, item in enumerate(self.items):
            if item.sentence == self.items[trigger].sentence and (item.entity or number == trigger):
                text[item.start - start : item.end - start] = ("#" if number == trigger else "·").ljust(item.end - item.start)
        return "".join(text)

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
        number = frame.first("date")
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
            return self._status(frame, source)
        number = frame.first(source.role or "")
        if source.take == "term":
            return self._term(frame, source, number)
        return self._take(source.take, number) if number is not None else None

    def _status(self, frame: Frame, source: Any) -> str | None:
        """The status that the model gives, but what is denied is denied, and what is to happen ("to raise") has not happened."""
        matcher = self.terms[source.terms]
        for value in source.said:
            if all(matcher.means(self._clause(trigger), value) for trigger in frame.triggers):
                return str(value)
        ahead = any(self.text[: self.items[trigger].start].split()[-1:] in _AHEAD for trigger in frame.triggers)
        one_sentence = len({self.items[trigger].sentence for trigger in frame.triggers}) == 1
        if frame.status == matcher.default and ahead and one_sentence:
            return matcher.find(self._clause(frame.trigger, whole=True)) or frame.status
        return frame.status or matcher.default

    def _clause(self, trigger: int, whole: bool = False) -> str:
        """The trigger's sentence up to the trigger, or all of it."""
        start, end = self.sentences[self.items[trigger].sentence]
        return str(self.text[start : end if whole else self.items[trigger].start])

    def _take(self, what: str, number: int) -> Any:
        item = self.items[number]
        money = item.value if isinstance(item.value, Money) else None
        match what:
            case "entity":
                return item.entity.id if (item.entity and item.label != "PERSON") or item.entity else None
            case "name":
                return item.entity.name if item.entity else self._phrase(number)
            case "text":
                return item.text
            case "amount":
                return money and money.amount
            case "high":
                return money and money.high
            case "currency":
                return money and money.currency
            case "qualifier":
                return qualifier(self.text, item.start, item.end) if money else None
            case "percent":
                return item.value if isinstance(item.value, Decimal) else None
        raise ValueError(f"no column can take {what!r}")

    def _phrase(self, number: int) -> str:
        """An unnamed thing in words, with the name that "of" ties to it: "assets of Widget Corp"."""
        item = self.items[number]
        following = self.items[number + 1] if number + 1 < len(self.items) else None
        end = item.end
        if following and following.entity and self.text[item.end : following.start].strip().lower() in {"of", "of the"}:
            end = following.end
        return " ".join(self.text[item.start : end].split())

    def _term(self, frame: Frame, source: Any, number: int | None) -> str | None:
        matcher = self.terms[source.terms]
        for role, value in source.if_role.items():
            if role in frame.roles:
                return str(value)
        if number is None:
            return str(source.otherwise) if source.otherwise else None
        item = self.items[number]
        if item.label in source.by_label:
            return str(source.by_label[item.label])
        return item.term or matcher.find(self._around(item))

    def _around(self, item: Item) -> str:
        return item.text if item.value is None else self.text[max(item.start - 40, 0) : item.end + 30]

    def _usd(self, column: Column, values: dict[str, Any], day: date | None, precision: str | None) -> Any:
        source = column.source
        assert source is not None
        amount, currency = values.get(source.amount or ""), values.get(source.currency or "")
        if amount is None or currency is None or (day is None and currency != "USD"):
            return None
        return to_usd(amount, currency, _partial(day or date(2000, 1, 1), precision or "day"))

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
        for role, players in frame.roles.items():
            for number, _ in players:
                yield self._evidence(role, self.items[number])
        for number in frame.triggers:
            yield self._evidence("status", self.items[number])

    def _evidence(self, role: str, item: Item) -> Evidence:
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


_AHEAD = (["to"], ["will"], ["would"], ["may"], ["might"], ["could"])
_PRECISIONS = {"day", "month", "quarter", "year"}


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
