"""Parts of a company that the words beside a metric name: "wholesale revenue", "our First Aid segment's sales".

A figure of a part must never pass for the company's own. The recogniser finds most parts by sight; this finds those that stand where
only the name of a part can stand: right before a metric, unless the word is one that says nothing of a part, and before "segment".
"""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from rie.pack import Event, Pack, Terms
from rie.pipeline.figures.part_behind import parts_behind
from rie.pipeline.figures.run_in import run_in
from rie.pipeline.frame import Item
from rie.pipeline.words import words_of

LONGEST = 4  # words of a part's name
ACCOUNTS = {"taxes", "expenses", "expense", "costs", "interest", "depreciation", "capex", "debt", "liquidity", "leverage", "inventory",
            "inventories", "pricing", "volume", "volumes", "dividends", "guidance", "outlook", "spending", "profitability", "credit",
            "results"}  # what a speaker may turn to that is no part of the company
_JOINED = {"&", "and", "-", "/"}
_UNIT = re.compile(r"\b(?:segment|division|business unit)(?:['’]s|s['’]?)?(?![\w-])", re.IGNORECASE)
_OF_ALL = re.compile(
    r"(?:company|group|firm|system|chain|network|enterprise|world)-?wide|consolidated|overall|total|alone|"
    r"(?:[\w-]+ )*(?:basis|terms)|(?:financial|operating|operational|business) (?:performance|results|highlights|review|summary|overview)",
    re.IGNORECASE)
_OPENS = r"(?:^|[.\n] ?)(?:and |now,? |next,? )?(?:in|at|within|for|turning to|moving to|looking at) (?:the |our )?"
_OPENED = re.compile(_OPENS + "$", re.IGNORECASE | re.MULTILINE)
_TOPIC = re.compile(
    _OPENS + r"((?:[a-z][a-z&/-]+ ){0,3}[a-z][a-z&/-]+),(?! (?:and|which|who) )", re.MULTILINE)
_MODAL = {"would", "will", "could", "should", "might", "must", "cannot"}
_NOW = {"now", "still", "currently"}
_TO_MOVE = {"increase", "boost", "lift", "raise", "grow", "double", "triple", "cut", "reduce", "improve", "expand", "drive", "push",
            "bring", "generate", "record", "post", "report", "top", "exceed", "reach", "achieve", "hit", "have", "produce", "contribute",
            "deliver"}
_VERB = re.compile(r"(?:[a-z]{3,}ed|[a-z]{3,}ly|lost)$")


def is_topic(part: Item, text: str) -> bool:
    """Whether a part is called one, or is what its sentence says first that it is about."""
    first = _OPENED.search(text, max(part.start - 30, 0), part.start) and text[part.end : part.end + 1] == ","
    return bool(first or _UNIT.match(text, part.end + 1))


class Divisions:
    """Finds the parts that a text names beside the metrics of an event.

    Args:
        event: whose `part` is looked for.
        whole: the words before a metric that name no part of a company.
        never: metrics that no part has, those of a share.
    """

    def __init__(self, event: Event, whole: Terms, never: frozenset[str]) -> None:
        self.never = never
        self.label, self.trigger = event.roles[event.part or ""].labels[0], event.trigger
        self.whole = re.compile("|".join(phrase for phrases in whole.values.values() for phrase in phrases))

    @classmethod
    def of(cls, pack: Pack) -> "Divisions | None":
        """The parts of the pack's event that has them; None where there is none."""
        event = next((event for event in pack.events.values() if event.part and event.whole), None)
        if event is None or not event.whole:
            return None
        columns = pack.tables[event.table].columns.values()
        metrics = next((column.source.per_share for column in columns if column.source and column.source.take == "trigger"), {})
        return cls(event, pack.terms[event.whole], frozenset(name for name, other in metrics.items() if name == other))

    def __call__(self, doc: Doc, metrics: Iterable[Span], text: str) -> Iterator[Span]:
        """Names of parts that no entity overlaps.

        Args:
            doc: with entities and sentence starts.
            metrics: the mentions of metrics.
            text: of the document.
        """
        taken = {index for entity in doc.ents for index in range(entity.start, entity.end)}
        units = dict(self._units(doc, text))
        starts = {span.start for span in metrics if not _VERB.match(span.text.lower())}
        for end in sorted(starts | units.keys()):
            start = self._begin(doc, end, taken, exact=end in units)
            nameless = start == end in units and units[end] in starts and end - 1 not in taken  # "segment margin"
            name = range(start, end + nameless)
            if name and not taken & set(name):
                yield Span(doc, name.start, name.stop, label=self.label)
                taken |= set(name)
        if starts:
            yield from self._topics(doc, text, taken)
            yield from self._behind(doc, taken)
            yield from self._headed(doc, taken)

    def _headed(self, doc: Doc, taken: set[int]) -> Iterator[Span]:
        """What paragraphs open with: "Flow Control. Sales rose to"."""
        for start, end in run_in(words_of(doc).text, self.is_whole):
            span = doc.char_span(start, end, label=self.label)
            if span is not None and not taken & set(range(span.start, span.end)):
                taken |= set(range(span.start, span.end))
                yield span

    def _behind(self, doc: Doc, taken: set[int]) -> Iterator[Span]:
        """What metrics are said to be of behind them: "sales of bearings alone amounted to"."""
        for start, end in parts_behind(words_of(doc).text, self.is_whole):
            span = doc.char_span(start, end, label=self.label)
            if span is not None and not taken & set(range(span.start, span.end)):
                taken |= set(range(span.start, span.end))
                yield span

    def _topics(self, doc: Doc, text: str, taken: set[int]) -> Iterator[Span]:
        """What a sentence says first that it is about: "In display technology, sales were ..."."""
        for match in _TOPIC.finditer(text):
            words = re.findall(r"[\w'’-]+", match[1].lower())
            span = doc.char_span(*match.span(1), label=self.label)
            of_accounts = any(map(self.is_whole, words)) or words[-1] in ACCOUNTS
            if span is not None and not taken & set(range(span.start, span.end)) and not of_accounts:
                yield span

    @staticmethod
    def unit(name: str) -> bool:
        """Whether a word only says that something is a part: "segment"."""
        return bool(_UNIT.fullmatch(name))

    def of_all(self, name: Span) -> bool:
        """Whether what was taken for a part is a word for all of a company: "Companywide revenue"."""
        return name.label_ == self.label and _OF_ALL.fullmatch(name.text) is not None

    def _units(self, doc: Doc, text: str) -> Iterator[tuple[int, int]]:
        for match in _UNIT.finditer(text):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is not None:
                yield span.start, span.end

    def _begin(self, doc: Doc, end: int, taken: set[int], *, exact: bool) -> int:
        """Where the name that ends before token `end` begins; `end` when there is none."""
        start = end
        while start > 0 and end - start < LONGEST and self._names(doc, start - 1, end, taken, exact=exact):
            start -= 1
        while start < end and doc[start].lower_ in _JOINED:
            start += 1
        while end > start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_:
            start -= 2  # "select-service revenue"
        return start

    def _names(self, doc: Doc, index: int, end: int, taken: set[int], *, exact: bool) -> bool:
        word = doc[index]
        if index in taken or doc[index + 1].is_sent_start or not word.whitespace_:
            return False
        if index + 1 < end:  # further words are of the name as far as they are written as it is
            capital = word.is_title and not word.is_sent_start and doc[index + 1].text[:1].isupper()
            return (capital and (exact or not self.is_whole(word.lower_))) or (word.lower_ in _JOINED and doc[index + 1].is_title)
        return bool(word.is_alpha or "-" in word.text) and len(word) > 1 and not self.is_whole(word.lower_) and not _is_verb(word)

    def is_whole(self, word: str) -> bool:
        """Whether a word in lower case names no part."""
        return bool(self.whole.fullmatch(word) or (_VERB.match(word) and "-" not in word))


def _is_verb(word: Token) -> bool:
    """Whether the word before one in lower case makes it a verb: "would hold capital spending", "now nets sales of"."""
    before = word.nbor(-1).lower_ if word.i > 0 and word.is_lower else ""
    if before == "to" and word.text in _TO_MOVE:
        return True
    return before in _MODAL or (before in _NOW and word.text.endswith("s"))
