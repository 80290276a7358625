"""What the sentences of a spoken text are about: which part of the company, which period, what was or what is to come.

Who speaks says it once and goes on: "Turning to Industrial. Sales were $40 million." A transcript is known by its form, by people who
say "we" of the company and speak to others. The method is that of discourse segments with a state that topic sentences set and reset
(Grosz and Sidner, 1986, "Attention, Intentions, and the Structure of Discourse").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rie.pack import Terms
from rie.values import Reference, reported

LEAST_OURS = 0.25  # share of the sentences of a transcript that say "we"; of development transcripts the least is 0.33
LEAST_SENTENCES = 3
LISTED = 3  # lines that open with a bullet: nobody speaks so
LONGEST = 1000  # characters of a sentence that are read
FIRST = 40  # characters of a sentence in which it says what it and those behind it are about
_QUOTED = re.compile(r"[\"“][^\"”\n]{0,600}[\"”]")
_OURS = re.compile(r"\b(?:[Ww]e|WE|[Oo]ur|OUR|us)\b")
_ADDRESSES = re.compile(
    r"\b(?:I(?:['’](?:m|ll|d|ve))?|you|[Ll]et(?: me| us|['’]s)|[Tt]hanks?(?: you)?|[Oo]perator"
    r"|(?:[Tt]urning|[Mm]oving) (?:(?:now|next|briefly|on) )*to|(?:this|the|today['’]s|conference|earnings) call)\b")
_BULLET = re.compile(r"^[^\S\n]*[•▪·*–-] ?(?=[A-Z])", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n\s+$")  # a blank line, as far as it is of the sentence before it
_OF_A_YEAR = "(?: (?:of|in) (?:the )?(?:last|prior|previous)(?: fiscal)? year)?"  # in which a quarter lies
_NO_PLACE = re.compile(r"\bu\.s\. (?:gaap|dollars?)\b")
_REASON = re.compile(  # behind it a sentence says why, not of what it tells
    r"\b(?:due to|driven by|reflecting|offset by|because|as a result of|led by|thanks to|on the back of|attributable to|helped by"
    r"|resulting from|contribut\w+|which|despite|supported by)\b")
_SEVERAL = re.compile(r"\b(?:segments|divisions|business units|business lines|product lines|business groups|operating units)\b")
_FIGURE = re.compile(r"(?<!slide )(?<!page )[$€£]?(?<![a-z'’])\d+(?:[.,]\d+)*(?: ?%| (?:million|billion|basis|percent)| ?[mb]n?\b)")
_OBJECT_ENDS = re.compile(r"[,;:.]")


def is_spoken(text: str, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a text is the transcript of a call: outside of quotations "we" is the company, and somebody is spoken to.

    Args:
        text: of the document.
        sentences: start and end of each.
    """
    if len(sentences) < LEAST_SENTENCES or not _ADDRESSES.search(text):
        return False
    if len(_BULLET.findall(text)) >= LISTED:
        return False
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    ours = sum(bool(_OURS.search(plain, start, end)) for start, end in sentences)
    return ours >= LEAST_OURS * len(sentences) and bool(_ADDRESSES.search(plain))


@dataclass(frozen=True)
class Topic:
    """What a sentence is about: `part` of a part of the company, `longer` of more than the quarter, `ahead` of what is expected."""

    part: bool = False
    longer: bool = False
    ahead: bool = False


class Discourse:
    """The topics of the sentences of one spoken text.

    Args:
        terms: the phrases that set and reset topics: `turn`, `speaker`, `slide`, `part`, `company`,
            `whole`, `total`, `all`, `whose`, `heading`, `longer`, `quarter`, `ahead`, `past`, `others`, `formerly`, `refers`.
        sentences: their words, in order.
        about_parts: for each sentence whether it begins with the name of a part.
        reported: the period that the text reports. Where it is the last quarter, what is told is of the year unless the quarter is named.
        own_names: the names of the company, in lower case.
    """

    def __init__(self, terms: Terms, sentences: Sequence[str], about_parts: Sequence[bool], reported: Reference | None,
                 own_names: frozenset[str] = frozenset()) -> None:
        self.reported, self.own_names = reported, own_names
        self.closes_year = reported is None or reported.quarter in {None, 4}
        self.patterns = terms.patterns
        self.quarters = re.compile(f"(?:{self.patterns['quarter'].pattern}){_OF_A_YEAR}", re.IGNORECASE)
        self.topics = list(self._follow([sentence[:LONGEST] for sentence in sentences], about_parts))

    def says(self, what: str, text: str) -> bool:
        """Whether a text has a phrase of one of the vocabulary's values."""
        return bool(self.patterns[what].search(text))

    def names_quarter(self, text: str) -> bool:
        """Whether a text names the reported quarter, or "the quarter"; another one it may name is none."""
        return any(self._is_reported(match[0]) for match in self.patterns["quarter"].finditer(text))

    def _is_reported(self, words: str) -> bool:
        if self.reported is None:
            return True
        told = reported(words, None, None, self.reported)
        return told.quarter in {None, self.reported.quarter} and told.year in {None, self.reported.year}

    def is_longer(self, text: str) -> bool:
        """Whether a text names more than a quarter: "the full year", not "the first quarter of fiscal year 2021"."""
        return self.says("longer", self.quarters.sub(" ", text))

    def tells_whole(self, text: str) -> bool:
        """Whether a text has a word that only the company has: "consolidated", "total revenue", "dividends"."""
        return self.says("whole", text) or self.says("total", text)

    def _names_part(self, sentence: str) -> bool:
        """Whether a sentence is about a part: not one that only mentions several, or one for a reason or behind a figure."""
        told = _REASON.split(_NO_PLACE.sub(" ", sentence), maxsplit=1)[0]
        match = self.patterns["part"].search(told)
        return match is not None and not _SEVERAL.search(match[0]) and not _FIGURE.search(told[: match.start()])

    def _follow(self, sentences: Sequence[str], about_parts: Sequence[bool]) -> Iterator[Topic]:
        topic, turned, opened = Topic(longer=self.closes_year), False, False
        for sentence, about_part in zip(sentences, about_parts, strict=True):
            begins = self.says("speaker", sentence)
            topic = Topic(longer=self.closes_year) if begins else topic
            turn = None if begins else self.patterns["turn"].match(sentence)
            topic = self._turn(topic, turn[0], sentence[turn.end() :]) if turn else self._go_on(topic, sentence, about_part, opened)
            yield topic
            opened = about_part or self._names_part(sentence)
            turned = topic.part and (turned or turn is not None)
            if not turned and _PARAGRAPH.search(sentence):
                topic = replace(topic, part=False)  # what a paragraph mentions is no topic of the next one

    def _turn(self, topic: Topic, turn: str, rest: str) -> Topic:
        """ "Turning to our outlook", "Looking ahead to 2022", "Moving to the balance sheet", "Turning to slide 5"."""
        subject = _OBJECT_ENDS.split(rest, maxsplit=1)[0]
        if self.patterns["slide"].fullmatch(subject.strip()):
            return replace(topic, ahead=False)
        ahead, quarter = self.says("ahead", turn + subject), self.names_quarter(subject)
        longer = not quarter and (self.is_longer(subject) or (self.closes_year and topic.longer))
        company = self.says("company", subject) or self.tells_whole(rest) or ahead or quarter or self.is_longer(subject)
        whose = self.patterns["whose"].search(subject)  # "turning to Packaging's results"
        other = whose is not None and not self.own_names & {whose["name"], *whose["name"].split()}
        return Topic(part=self.says("part", subject) or other or not company, longer=longer, ahead=ahead)

    def _go_on(self, topic: Topic, sentence: str, about_part: bool, opened: bool) -> Topic:
        """What a sentence says of its own topic; only what it says first holds for those behind it: "For the full year, ...".

        Right behind a sentence that names a part (`opened`), "total revenue" is the part's.
        """
        if about_part or self._names_part(sentence):
            topic = replace(topic, part=True)
        whole = self.says("whole", sentence) or (not opened and self.says("total", sentence))
        if self.says("all", sentence) or (not about_part and whole):
            topic = replace(topic, part=False)
        if self.names_quarter(sentence):
            topic = replace(topic, longer=False)
        elif self.is_longer(sentence if self.closes_year or self.says("heading", sentence) else sentence[:FIRST]):
            topic = replace(topic, longer=True)
        ahead = topic.ahead or self.says("ahead", sentence)
        return replace(topic, ahead=ahead and not self.says("past", sentence))
