"""Figures that a call tells for sure: what a speaker says of a part, of the year so far, of an effect or of others is left out.

A report needs a plain statement: a metric, words that only link, its figure, in a sentence whose topic is the company's quarter.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Doc

from rie.pack import Event, Pack
from rie.pipeline.figures.around import Phrases, is_a_share, opening, reference_of
from rie.pipeline.figures.bases import Bases
from rie.pipeline.figures.compared import compares, is_against_quarter, is_compared, months_ago
from rie.pipeline.figures.discourse import Discourse, is_spoken
from rie.pipeline.figures.divisions import Divisions
from rie.pipeline.figures.foreseen import foresees
from rie.pipeline.figures.outlooks import Outlooks
from rie.pipeline.figures.part_names import LINES, PartNames
from rie.pipeline.figures.percent_changes import ITSELF_A_CHANGE, Changes
from rie.pipeline.figures.plain import RESPECTIVE
from rie.pipeline.figures.rivals import settled
from rie.pipeline.figures.shapes import METRIC, Shapes, sign
from rie.pipeline.figures.statements import goes_on, is_foreign, links, precedes, without_comparison
from rie.pipeline.frame import Frame, Item
from rie.pipeline.sentences import bounds_of
from rie.pipeline.words import words_of
from rie.types import Report
from rie.values import Money, Period, Reference

LEAST_SUM = 1_000_000  # less is no figure of a listed company, but one of a ton, a customer, a day
OF_A_SHARE = 200  # more is no sum a share
YEAR = "year"
_MONTHS = re.compile(r",? (?:for|in|over|during) (?:the )?(?:first |last |past )?(?:six|nine|twelve|6|9|12)[- ]months\b")
_YEARLY = re.compile(r"\b(?:full[- ]year|annual|fy)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:we|our)\b")
_CLAUSE = re.compile(r"\b(?:and|while|with)\b")
_GENITIVE = re.compile(  # "Hooli's adjusted"
    r"(?P<before>.*)['\u2019]s?(?: (?:total|consolidated|overall|net|adjusted|diluted|underlying|reported|gaap|non-gaap))* $",
    re.IGNORECASE | re.DOTALL)
_LEAVES_OUT = re.compile(r"(?:excluding|including|adjust)", re.IGNORECASE)


class Spoken:
    """Decides which frames of a transcript tell a figure of the reported quarter for sure.

    Args:
        pack: of the event.
        event: whose figures are judged; it names the vocabulary of spoken texts.
        doc: with sentences.
        items: its mentions.
        divisions: which words name no part of a company.
    """

    def __init__(self, pack: Pack, event: Event, doc: Doc, items: Sequence[Item], divisions: Divisions) -> None:
        self.pack, self.event, self.text, self.items = pack, event, words_of(doc).text, items
        self.bounds = bounds_of(doc).characters
        self.shapes = Shapes(self.text, items)
        self.parts = PartNames(self.shapes, self.bounds, divisions, next((item for item in items if item.key), None))
        self.reference = _of_year(items, self.text) or reference_of(doc.user_data["document"])
        self.discourse = Discourse(
            pack.terms[event.spoken or ""], [self.shapes.words(*bound) for bound in self.bounds],
            [self.parts.opens(*bound) for bound in self.bounds], self.reference, frozenset(self.parts.own_names))
        self.outlooks = Outlooks(pack, event, self.text, items, bounds=self.bounds, discourse=self.discourse)
        self.changes = Changes(self.shapes, self.bounds, self.discourse, self.reference)
        self.aloud = {name: Phrases(pack.terms[other.aloud]) for name, other in pack.events.items() if other.aloud}
        columns = [(name, column.source) for name, column in pack.tables[event.table].columns.items() if column.source]
        self.shares = next((source.per_share for _, source in columns if source.take == "trigger"), {})
        self.bases = Bases(pack, event, self.shapes, items, self.bounds)

    @classmethod
    def of(cls, pack: Pack, doc: Doc, items: Sequence[Item], divisions: Divisions | None) -> "Spoken | None":
        """The judge of a document; None where it is no transcript or the pack does not tell them apart."""
        event = next((event for event in pack.events.values() if event.spoken), None)
        spoken = event and divisions and is_spoken(words_of(doc).text, bounds_of(doc).characters)
        return cls(pack, event, doc, items, divisions) if spoken and event and divisions else None

    def tells(self, frame: Frame) -> bool:
        """Whether the words of the call tell a frame's figure plainly; of what is expected, that it is expected and not of a part.

        A frame loses what is told of it in doubt: a change that is another figure's, a part that is the company itself.
        """
        number, row = frame.first("row"), next((row for row in self.event.rows if row.role == frame.row), None)
        if frame.event in self.aloud:
            return any(self.aloud[frame.event].find(self._sentence(trigger)) for trigger in frame.triggers)
        if row is None or number is None:
            return True
        metric, figure = self.items[frame.trigger], self.items[number]
        if row.ends:
            return metric.sentence != figure.sentence or self._is_foreseen(frame, metric, figure)
        self._trim(frame, figure)
        part = self._part(frame)
        if metric.sentence != figure.sentence or (part and not self.parts.is_of(part, metric, figure)):
            return False
        if row is not self.event.rows[0]:
            return self._is_earlier(frame, metric, figure) if row.earlier else self._is_awaited(figure)
        return (self._fits(metric, figure) and self.changes.is_of_one_year(metric, figure) and self._is_on_topic(metric, figure, part)
                and self._is_of_period(frame, figure) and self._is_linked(frame, metric, figure)
                and self._is_own(metric, figure, part) and not self._is_said_again(metric, figure)
                and (_in_turn(frame) or not goes_on(self.shapes.words(figure.end, self.bounds[figure.sentence][1]))))

    def _sentence(self, number: int) -> str:
        return self.text[slice(*self.bounds[self.items[number].sentence])]

    def _is_foreseen(self, frame: Frame, metric: Item, figure: Item) -> bool:
        """Whether a sentence expects a figure, of the company where the one before does not turn to a part."""
        first, last = sorted((metric, figure), key=lambda item: item.start)
        start, end = self.bounds[metric.sentence]
        told = foresees(self.shapes.shape(start, first.start), self.shapes.shape(first.end, last.start), self.shapes.words(last.end, end),
                        metric_first=metric is first)
        own = self._part(frame) or self._per_share(metric, figure) or self.discourse.tells_whole(self.shapes.words(start, end))
        return told and bool(own or self._is_own_named(start, end) or not self._is_turned(metric.sentence))

    def _is_turned(self, number: int) -> bool:
        """Whether the sentence before only turns to a part of the company: "Moving to the international segment."."""
        if not number or not self.discourse.topics[number].part:
            return False
        before = self.shapes.words(*self.bounds[number - 1])
        turns = self.discourse.patterns["turn"].match(before) is not None
        return turns and self.discourse.says("part", before) and not re.search(r"\d", before)

    def settled(self, told: Sequence[tuple[Frame, Report]]) -> list[Report]:
        """The reports, on the bases that are said of them, without those that contradict what is told better."""
        dated = self.outlooks.dated(told)
        based = [(frame, self.bases.told(frame, report)) for frame, report in dated]
        return settled(self.pack, self.event, based, self._strength)

    def _part(self, frame: Frame) -> Item | None:
        players = frame.roles.get(self.event.part or "")
        return self.items[players[0][0]] if players else None

    def _trim(self, frame: Frame, figure: Item) -> None:
        part = self._part(frame)
        if part and self.parts.is_subject(part):
            del frame.roles[self.event.part or ""]
        for role in [role for role, spec in self.event.roles.items() if spec.single and role in frame.roles]:
            if not self.changes.is_of(figure, self.items[frame.roles[role][0][0]]):
                del frame.roles[role]

    def _per_share(self, metric: Item, figure: Item) -> bool:
        return self.shares.get(metric.term or "") == metric.term or is_a_share(self.text, figure.end)

    def _fits(self, metric: Item, figure: Item) -> bool:
        """Whether a figure can be of its metric: no range, no sum of thousands for sales."""
        size = figure.value.amount if isinstance(figure.value, Money) else figure.value
        if not isinstance(size, Decimal) or (isinstance(figure.value, Money) and figure.value.high is not None):
            return False
        small = size < OF_A_SHARE
        return figure.label == "PERCENT" or small or (size >= LEAST_SUM and not self._per_share(metric, figure))

    def _is_earlier(self, frame: Frame, metric: Item, figure: Item) -> bool:
        """Whether a figure is one that the reported quarter's is compared with, and how long ago it was; the frame keeps that."""
        start, end = self.bounds[figure.sentence]
        lead, told, part = self.shapes.shape(start, metric.start), self.shapes.words(start, figure.start), self._part(frame)
        between, a_share = self.shapes.shape(metric.end, figure.start), is_a_share(self.text, figure.end)
        if figure.start < metric.start or self.reference is None or not self._is_within_quarter(figure, told):
            return False
        if is_compared(lead):
            linked = links(between, a_share=a_share, level=False) and (part is not None or "§" not in lead)
        else:
            linked = compares(between, a_share=a_share) and self._is_own(metric, figure, part)
        ago = months_ago(self.shapes.words(figure.end, end), self.reference)
        if not self._is_yearly():  # how long ago a quarter was is counted from the reported one; a year has its own period
            frame.reported, frame.back = True, ago
        return linked and ago is not None and self._fits(metric, figure) and self._is_on_topic(metric, figure, part)

    def _is_within_quarter(self, figure: Item, told: str) -> bool:
        """Whether the words before a figure, and its topic, are of the reported quarter."""
        longer = self.discourse.topics[figure.sentence].longer and not self.discourse.names_quarter(told)
        return not self._is_of_another(told) and (self._is_yearly() or not (longer or self.discourse.is_longer(told)))

    def _is_yearly(self) -> bool:
        """Whether the call is about a whole year."""
        return self.reference is not None and self.reference.quarter is None

    def _is_awaited(self, figure: Item) -> bool:
        """Whether a sentence speaks of those who expected a figure."""
        return self.discourse.says("others", self.shapes.words(*self.bounds[figure.sentence]))

    def _is_on_topic(self, metric: Item, figure: Item, part: Item | None) -> bool:
        """Whether the sentence tells what was, and is about the company or names the part itself."""
        start, end = self.bounds[figure.sentence]
        topic, sentence, discourse = self.discourse.topics[figure.sentence], self.shapes.words(start, end), self.discourse
        if sentence.rstrip().endswith("?") or discourse.says("asked", sentence) or topic.ahead:
            return False
        told = self.shapes.words(start, figure.start)
        if (discourse.says("ahead", told) or discourse.says("modal", told)) and not discourse.says("beyond", sentence):
            return False
        if part is not None or self.shares.get(metric.term or "") == metric.term:
            return True
        return self._is_own_named(start, end) or not (topic.part or self._refers_to_another(figure.sentence))

    def _is_own_named(self, start: int, end: int) -> bool:
        """Whether a sentence says at its first metric that it is the company's: "Hooli's adjusted operating income"."""
        first = next((item.start for item in self.shapes.within(start, end) if sign(item) == METRIC), start)
        match = _GENITIVE.search(self.text[start:first])
        told = (match["before"].lower(), f"{match['before'].lower()}'s") if match else ()  # "Moody's" is a name itself
        return any(words.endswith(name) for words in told for name in self.parts.own_names if len(name) > 2)

    def _refers_to_another(self, number: int) -> bool:
        """Whether a sentence points back at what is told of a part: "The mill's sales were $5 million. That is a margin of 8%"."""
        if not number or not self.discourse.says("refers", self.shapes.words(*self.bounds[number])):
            return False
        start, end = self.bounds[number - 1]
        first = next((item.start for item in self.shapes.within(start, end) if item.label in {"MONEY", "PERCENT"}), end)
        return self.parts.opens(start, end) or any(self.parts.is_other(item) for item in self.shapes.within(start, first))

    def _is_of_period(self, frame: Frame, figure: Item) -> bool:
        """Whether the words around a figure, and its topic, tell it of the reported quarter or of a whole year; the frame keeps which."""
        start, end = self.bounds[figure.sentence]
        sums = [item.end for item in self.shapes.within(start, figure.start) if item.label == "MONEY"]
        following = [item.start for item in self.shapes.within(figure.end, end)
                     if item.label == "MONEY" or (sign(item) == METRIC and item is not self.items[frame.trigger])]
        before = without_comparison(self.shapes.words(max([start, *sums]), figure.start))
        behind = re.split(r"\band\b", self.shapes.words(figure.end, min([end, *following])), maxsplit=1)[0]
        first = next((item.start for item in self.shapes.within(start, end) if item.label in {"MONEY", "PERCENT"}), figure.start)
        quarter, period = self.discourse.says("quarter", before), self._own_period(frame, figure)
        lead = self.shapes.words(start, min(first, figure.start))
        past = self.discourse.says("earlier", before) or self.discourse.says("formerly", lead)
        told = self.shapes.words(figure.end, end)
        elsewhere = _MONTHS.match(told) or (self.reference and months_ago(told, self.reference) is not None)
        if past or elsewhere or self._is_of_another(before if quarter else lead):
            return False
        clause = _CLAUSE.split(before)[-1] if sums else before  # what stands before it is told of the sum before
        named_here = self.discourse.says("quarter", clause) or (self.reference is not None and is_against_quarter(told, self.reference))
        if self.discourse.is_longer(before) or (self.discourse.is_longer(behind) and not named_here):
            return _lasts(period, YEAR) and not named_here and not self.discourse.says("partly", before + behind)
        named = named_here or self.discourse.names_quarter(before + behind)
        frame.reported = self.reference is not None and self.reference.fiscal and self.reference.quarter is not None
        return not _lasts(period, "month") and (named or self._is_yearly() or not self.discourse.topics[figure.sentence].longer)

    def _is_of_another(self, told: str) -> bool:
        """Whether words name a quarter, and not the reported one."""
        return self.discourse.says("quarter", told) and not self.discourse.names_quarter(told)

    def _own_period(self, frame: Frame, figure: Item) -> Item | None:
        number = frame.first("period")
        return self.items[number] if number is not None and self.items[number].sentence == figure.sentence else None

    def _is_linked(self, frame: Frame, metric: Item, figure: Item) -> bool:
        """Whether only words that link stand between a metric and its figure."""
        if _in_turn(frame):
            return True
        if figure.start < metric.start:
            lead = self.shapes.shape(self.bounds[figure.sentence][0], figure.start)
            return precedes(lead, self.shapes.shape(figure.end, metric.start))
        return links(self.shapes.shape(metric.end, figure.start), a_share=is_a_share(self.text, figure.end),
                     level=metric.term == ITSELF_A_CHANGE)

    def _is_own(self, metric: Item, figure: Item, part: Item | None) -> bool:
        """Whether what stands before a metric makes it no other's: "customers' sales", "the decline in revenue", "versus EBITDA"."""
        first = min(metric, figure, key=lambda item: item.start)
        start, _ = self.bounds[first.sentence]
        lead = self.shapes.shape(start, first.start)
        if metric.text.lower() == "net" or is_foreign(lead) or (lead.endswith("operating ") and not is_a_share(self.text, figure.end)):
            return False  # "operating earnings" are no net income, nor is "a net $5 million" of debt
        others = any(self.parts.is_other(item) for item in self.shapes.within(start, first.start))
        behind = (part is None or part.start < metric.start) and self.parts.stands_behind(metric)
        behind |= part is None and self.parts.earns(self.text[start : first.start])
        return not (behind or self._leaves_out(first)) and (part is not None or not (others or self.parts.stands_before(metric)))

    def _is_said_again(self, metric: Item, figure: Item) -> bool:
        """Whether a bare word only says again what the sentence before tells of another metric: "Now, a loss of $5 million is small"."""
        if metric.text.lower() not in LINES or not metric.sentence:
            return False
        start, end = self.bounds[metric.sentence - 1]
        told = list(self.shapes.within(start, end))
        metrics = {item.term for item in told if sign(item) == METRIC and not self.shapes.shape(start, item.start).endswith("# ")}
        return bool(metrics) and metric.term not in metrics and any(item.value == figure.value for item in told)

    def _leaves_out(self, first: Item) -> bool:
        """Whether a sentence begins by leaving out something that is no item of the accounts: "Excluding Canada, sales were"."""
        told = self.text[self.bounds[first.sentence][0] : first.end]
        return _LEAVES_OUT.match(opening(told)) is not None and self.bases.says_none(told)

    def _strength(self, frame: Frame) -> int:
        """How many signs a sentence gives that a figure is the company's own and of the quarter."""
        sentence = self.shapes.words(*self.bounds[self.items[frame.trigger].sentence])
        return sum((self.discourse.tells_whole(sentence), self.discourse.says("quarter", sentence), bool(_OWN.search(sentence))))


def _of_year(items: Sequence[Item], text: str) -> Reference | None:
    """The year of a call whose title says that it is about a whole one: "full-year 2021 results call"."""
    told = [item.value for item in items if item.in_title and not item.key and isinstance(item.value, Period)]
    title = text[: max((item.end for item in items if item.in_title), default=0)]
    yearly = len(told) == 1 and told[0].precision == YEAR and _YEARLY.search(title)
    return Reference(told[0].start.year, fiscal=True) if yearly else None


def _in_turn(frame: Frame) -> bool:
    """Whether a figure is one of a list that is told respectively."""
    return frame.roles[str(frame.row)][0][1] == RESPECTIVE


def _lasts(period: Item | None, precision: str) -> bool:
    """Whether a period is a month, or a whole year."""
    if period is None:
        return False
    return period.term == precision or (isinstance(period.value, Period) and period.value.precision == precision)
