"""Clauses in which the asker speaks of himself: "I'm filling in the listings calendar", "I have two figures in my notes".

Nothing of them is asked for. A clause is one when its subject is the asker and every word has its place in it: what he does, and with which
papers, people or gaps. What could be a condition (a name, a period, an amount, "only", "not", a verb of wanting) makes it none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rie.ask.form import Item, LogicalForm
from rie.ask.names import english

_ASKER: Final = frozenset(english.forms("i|i'm|i've|i'd|i'll|im|ive|we|we're|we've|we'd|my|our|me|us|mine|ours"))
_IS: Final = frozenset(english.forms("up|out|off|down|over|different|two|some|am|be|been|being|to|and|but|or|so|because|since|as|still|"
"now|also|just|always|always|again|both|never|"
                                     "really|somehow|once|already|currently|today|tonight|tomorrow|here|there|that|this|it|them|these|"
                                     "those"))  # fmt: skip
_ACTING: Final = _ASKER - {"my", "our", "me", "us", "mine", "ours"}
_HELPING: Final = _IS | {"have", "has", "had", "do", "did", "was", "were", "is", "are"}
_ENDS: Final = frozenset((".", "?", "!", ":", ";", ",", "(", ")", "\u2013", "\u2014"))
_WANTING: Final = frozenset(
    english.forms(
        "need|needs|want|wants|require|mean|means|count|counting|care|prefer|interested|exclude|excluding|include|including|consider|"
        "considering|focus|focusing|limit|restrict|ignore|ignoring|leave|skip|skipping|only|except|without|not|never|no|n't|don't|unless|"
        "other|looking for|look for|after|assume|assuming|treat|define|take|taking"
    )
)
HEADS: Final = frozenset(
    english.forms(
        "paper|papers|note|notes|memo|memos|deck|decks|slide|slides|report|reports|meeting|call|presentation|pitch|newsletter|article|"
        "articles|"
        "model|models|spreadsheet|spreadsheets|sheet|sheets|chart|charts|graph|graphs|table|tables|review|list|lists|file|files|folder|"
        "appendix|timeline|chronology|benchmark|comparison|ranking|record|records|overview|overviews|study|thesis|essay|homework|class|"
        "lecture|"
        "piece|story|blog|website|page|pages|database|book|briefing|brief|summary|section|box|calendar|project|analysis|archive|dashboard|"
        "column|cell|row|podcast|interview|handout|worksheet|footnote|caption|draft|document|profile|profiles|map|tab|tracker|roundup|"
        "feature|"
        "digest|bulletin|dossier|infographic|log|register|guide|chapter|case|work|job|research|audit|desk|team|boss|manager|client|clients|"
        "editor|colleague|colleagues|partner|partners|professor|students|student|friend|friends|wife|husband|readers|board|number|"
        "numbers|figure|"
        "figures|version|versions|value|values|date|dates|name|names|answer|answers|gap|gaps|hole|holes|bet|argument|memory|mind|head|"
        "question|questions|quiz|wager|discussion|dispute|debate|exam|test|lunch|dinner|coffee|office|pub|morning|afternoon|evening|data|"
        "source|sources|statistics|stats|history|history book|facts|sure|mistake|error|typo|total|totals|sums|amount|amounts|entry|entries|"
        "pack|binder|whiteboard|postmortem|handover|reconciliation|checklist|scrapbook|newspaper|clipping|clippings|cuttings|mail|email|"
        "e-mail|inbox|diary|talk|speech|training|course|workshop|seminar|idea|doubt|doubts|trouble|minute|time|thing|things|bit|lot|"
        "night|books|record books|background|mess|"
        "track|topic|topics|item|newsroom|caption|captions|interest|curiosity|post|posts|publication|deadline|contest|records|headline|"
        "headlines|context|reference|completeness|diligence|due diligence|learners|seminar paper|talk show|lesson|chat|thread|favour|favor"
    )
)  # fmt: skip
_WORKING: Final = frozenset(
    english.forms(
        "settle|settling|help|bear|publish|publishing|lost|fill|filling|complete|completing|check|checking|proofreading|verify|verifying|"
        "reading|teaching|writing|write|editing|preparing|prepare|drafting|updating|compiling|researching|reconciling|studying|working|"
        "finishing|planning|wondering|arguing|doing|making|building|thanks|thank|sorry|please|urgent|question|asked|asks|wonder|hi|hello|"
        "forgive|pardon|excuse|curious|purely|merely|simply|double|cross|quick|quickly|new|next|small|short|simple|last|final|one more|"
        "you|your|may|might|could|can|will|before|back|let|let's|see|know|out|with"
    )
)  # words of who asks, that say nothing of facts
_ANSWERS: Final = frozenset(  # what is asked for, where nobody says that he lacks it: "names please"
    english.forms(
        "name|names|date|dates|number|numbers|figure|figures|value|values|amount|amounts|total|totals|sums|list|lists|table|tables|"
        "ranking|comparison|chart|timeline|chronology|time|entry|entries|records"
    )
)
_PLAIN: Final = frozenset(
    english.forms(
        "short|small|quick|little|big|weekly|monthly|quarterly|annual|daily|internal|next|new|client|customer|market|industry|press|news|"
        "trivia|pub|school|university|board|deal|fact|record|history|history book|research|work|office|morning|evening|own|whole|current|"
        "upcoming|coming|simple|brief|long|long overdue|overdue|old|final|first|last|team|media|student|phd|magazine|radio|tv|slide|family"
    )
)
_OF_FACTS: Final = (
    "entity", "place", "period", "money", "percent", "negation", "left_out", "currency", "largest", "smallest", "latest", "earliest",
    "most", "least", "part", "compare", "which", "how_much", "how_many", "when",
)  # fmt: skip
_JOINING: Final = ("article", "prep", "aux", "light", "happen", "show", "function")
_ASKING: Final = ("which", "who", "how_much", "how_many", "when", "where", "attribute", "measure", "agg")


def without_asides(question: str, items: Sequence[Item]) -> tuple[str, list[Item]] | None:
    """A question without its asides, and the items of those; None where it has none or nothing else.

    Args:
        question: as it was asked.
        items: of it.
    """
    named = any(item.has("entity") for item in items)
    clauses = [(clause, _is_aside(clause, named)) for clause in _clauses(items)]
    kept = [item for clause, aside in clauses if not aside for item in clause]
    left = [item for clause, aside in clauses if aside for item in clause]
    asks = any(item.has(*_ASKING) for item in kept)
    told = any(item.has("attribute", "measure") for item in left)
    if not left or not (asks or (kept and not told)):
        return None
    return " ".join(question[clause[0].start : clause[-1].end] for clause, aside in clauses if not aside), left


def _clauses(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items from one stop to the next, each with the stop behind it."""
    clause: list[Item] = []
    for item in items:
        clause.append(item)
        if item.norm in _ENDS:
            yield clause
            clause = []
    if clause:
        yield clause


def _is_aside(clause: Sequence[Item], named: bool) -> bool:
    """Whether a clause is about who asks, and nothing in it could be a condition.

    Args:
        clause: its items.
        named: whether the question names whom it is about, so that a paper's subject is no condition on others.
    """
    words = [item for item in clause if item.norm not in _ENDS and item.norm != "-"]
    asker = any(item.norm in _ASKER for item in words)
    working = any(item.norm in _WORKING or _is_head(item) for item in words) and not any(item.norm in _ANSWERS for item in words)
    if not (asker or working) or any(map(_conditional, words)):
        return False
    place, acts = 0, False
    while place < len(words):
        acts = _acts(words, place, acts)
        after = place + 1 if acts or _joins(words[place]) else _phrase(words, place, named)
        if after is None:
            return False
        place = after
    return any(not words[place].has(*_JOINING) for place in range(len(words)))


def _conditional(item: Item) -> bool:
    named = item.capital and not item.senses and item.norm not in _ASKER | _WORKING | _PLAIN | HEADS
    return item.has(*_OF_FACTS) or not _WANTING.isdisjoint(item.norm.split()) or named


def _joins(item: Item) -> bool:
    plain = item.has(*_JOINING) and not item.has("value", "typed", "noun")
    return item.norm in _ASKER or item.norm in _IS or item.norm in _WORKING or plain


def _acts(words: Sequence[Item], place: int, acted: bool) -> bool:
    """Whether a word is what the asker does: it stands behind him, behind what he does ("keeps asking"), or behind "to" after that."""
    if _joins(words[place]) or _is_head(words[place]) or words[place].has("role", "generic"):
        return acted and words[place].norm in ("to", "me", "us")
    before = place - 1
    while before >= 0 and words[before].norm in _HELPING:
        before -= 1
    acting = before >= 0 and (words[before].norm in _ACTING or (_is_head(words[before]) and words[0].norm in ("my", "our")))
    goes_on = acted and (words[place].norm.endswith("ing") or words[place - 1].norm == "to")
    return (acting or goes_on) and words[place].norm.replace(" ", "").isalpha()


def _phrase(words: Sequence[Item], place: int, named: bool) -> int | None:
    """Nouns up to one of work, behind an article or "my" ("the listings calendar"), or one of facts ("a class on takeovers")."""
    if words[place].has("noun") and place and words[place - 1].has("prep") and not _is_head(words[place]):
        return place + 1
    last = next((other for other in range(place, len(words)) if _joins(words[other]) and words[other].norm not in _PLAIN), len(words))
    head = next((other for other in reversed(range(place, last)) if _is_head(words[other])), None)
    if head is None:
        return None
    return head + 1 if named or all(_is_head(item) or item.norm in _PLAIN for item in words[place:head]) else None


def _is_head(item: Item) -> bool:
    return item.norm.split()[-1] in HEADS


def holds(form: LogicalForm, aside: Sequence[Item]) -> bool:
    """Whether a form says what an aside says of its facts in passing: "the credit overview" is of loans."""
    for item in aside:
        columns = {sense.value[0] for sense in item.senses if sense.kind == "value" and sense.fact == form.fact}
        if not _is_head(item) and columns and not any(form.on(column) for column in columns):
            return False
        facts = {sense.fact for sense in item.senses if sense.kind == "noun"}
        if facts and not _is_head(item) and form.fact not in facts:
            return False
    return True
