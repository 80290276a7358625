"""Where a question has a condition of its own about who it asks: the places at which it falls into an outer and an inner one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rie.ask.form import Item, Ref, Sense
from rie.ask.names import english
from rie.ask.read.clauses import STATUS
from rie.pack import Pack

SOMEBODY = Ref("\0somebody", "those", "company")
_INSIDE = ("place", "article", "number", "largest", "top")
_TIMES = ("in", "during", "since", "for", "before", "after", "until", "and", "or")
_WHILE = {"after": "before", "before": "after"}
_KINDS = ("entity", "typed", "value", "place", "period")
_ASKING = ("which", "who", "how_many", "show", "rank")


@dataclass(frozen=True)
class Split:
    """The outer and the inner question. `named` says that "those" stand in the outer one as a name, else it asks for them."""

    outer: list[Item]
    inner: list[Item]
    named: bool
    negated: bool = False
    when: str | None = None
    coordinated: bool = False
    head: Item | None = None


def splits(items: list[Item], clauses: bool, pack: Pack) -> Iterator[Split]:
    for head in (index for index, item in enumerate(items) if _is_head(item)):
        yield from _coordinated(items, head)
        yield from _relative(items, head)
        yield from () if clauses else _players(items, head, pack)
        yield from _partitive(items, head)
    yield from _both(items)
    yield from _again(items)
    yield from _without(items)


def has_clause(items: Sequence[Item]) -> bool:
    """Whether somebody in a question is told apart by a clause: "of companies that went public"."""
    heads = (index for index in range(1, len(items) - 1) if _is_head(items[index]))
    return any(items[head + 1].norm in ("that", "which", "who") and items[_left(items, head) - 1].has("prep") for head in heads)


def _is_head(item: Item) -> bool:
    return item.has("generic", "role") and not item.has("entity", "verb") and item.norm not in english.forms(english.ANYTHING)


def _relative(items: list[Item], head: int) -> Iterator[Split]:
    """ "companies that were acquired", "companies backed by Acme", "companies Acme has bought"."""
    left, start = _left(items, head), head + 1
    if _norm(items, start) in ("that", "which", "who", "whom"):
        start, helper = start + 1, []
    elif _has(items, start, "past") or (_norm(items, start) in english.LATER and _has(items, start + 1, "past")):
        helper = [_word("were", "aux")]
    elif _norm(items, start) == "with":
        start, helper = start + 1, [_word("had", "aux")]
    elif _has(items, start, "entity") and any(_has(items, near, "verb") for near in range(start + 1, start + 4)):
        helper = []
    else:
        return
    asked = _is_asked(items, left, 2) or left == 0
    for end in _ends(items, start):
        clause, negated, when = _told(items[start:end])
        if not clause or clause[-1].has("aux") or clause[-1].norm in ("and", "but", ","):
            continue
        if when and all(item.has("value") and item.get("value")[0] == STATUS for item in clause if not item.has("aux", "function")):
            continue  # "that later failed": when a status came is not told
        inner = [_word("which", "which"), *_bare(items[left : head + 1]), *helper, *clause]
        middle = items[left : head + 1] if asked else [_somebody(items[head])]
        rest, denied, then = _told(items[end:]) if asked and when is None else (items[end:], False, None)
        if then and not denied:  # "which company backed by Acme was later acquired"
            when = _WHILE[then]
        else:
            rest = items[end:]
        outer = [*items[:left], *middle, *rest]
        if any(item.has("verb", "noun", "measure", "role", "value") for item in (*items[:left], *items[end:])):
            yield Split(outer, inner, not asked, negated, when, head=items[head])
        if items[head].has("role") and asked:
            yield Split(outer, [_word("which", "which"), _word("companies", "generic"), *helper, *clause], False, negated, when)


def _players(items: list[Item], head: int, pack: Pack) -> Iterator[Split]:
    """ "Which of Acme's portfolio companies were acquired", "which acquirers have raised money"."""
    owned = head > 1 and not items[head].has("role") and (_has(items, head - 1, "entity") or _is_backed(items, head - 1))
    if not items[head].has("role") and not owned:
        return
    first, end = head - owned, head + 1
    if first > 0 and items[first - 1].has("period") and (first < 2 or items[first - 2].norm not in _TIMES):
        first -= 1  # "2018 acquisition targets"
    while first > 0 and (items[first - 1].has("entity", "poss", "place", "value") or items[first - 1].norm == "of") and first - 1 > 0:
        first -= 1
    if first < head and not items[first].has("entity", "place", "value", "period"):
        first += 1
    if first == 1 and items[0].has("entity"):
        return  # "Acme portfolio, how many were bought": the name belongs to them
    whole = not _has(items, end + 2, "role", "generic", "noun", "poss")  # and not "investors in Acme acquisition targets"
    if _norm(items, end) in ("of", "in", "behind", "for", "at") and _has(items, end + 1, "entity") and whole:
        end += 2
    asked = _is_asked(items, first, 3) and not _is_object(items, first, head)
    middle = _word("companies", "generic") if asked else _somebody(items[head])
    inner = items[first:end]
    if inner[-1] is items[head] and len(inner) == 2 and inner[0].has("entity") and not items[head].has("role"):
        inner = [inner[0], _portfolio(items[head], pack)]  # "which Acme companies were bought"
    yield Split([*items[:first], middle, *items[end:]], inner, not asked)


def _is_object(items: list[Item], first: int, head: int) -> bool:
    """ "Who funded the takeover targets": a verb of other facts than the noun stands between it and who is asked for."""
    own = {sense.fact for sense in items[head].senses if sense.kind == "role"}
    who = next((index for index in range(first - 1, max(first - 4, -1), -1) if items[index].has("who")), first)
    verbs = ({sense.fact for sense in item.senses if sense.kind == "verb"} for item in items[who + 1 : first] if not item.has("aux"))
    return any(facts and facts.isdisjoint(own) for facts in verbs)


def _portfolio(head: Item, pack: Pack) -> Item:
    """The companies of somebody who is named as no company's place or buyer: those that have his money."""
    facts = ((name, layer) for name, layer in pack.layer.facts.items() if layer.subject == "company")
    senses = (Sense("role", layer.subject, name) for name, layer in facts if layer.roles[layer.subject].of.get("mod"))
    return Item(head.text, head.norm, head.start, head.end, tuple(senses))


def _is_backed(items: Sequence[Item], index: int) -> bool:
    """ "Acme-backed companies"."""
    return _has(items, index, "past") and _has(items, index - 1, "entity")


def _partitive(items: list[Item], head: int) -> Iterator[Split]:
    """ "Of the companies that raised in 2016, which ones were later acquired?"."""
    which = next((i for i in range(head + 2, len(items) - 1) if items[i].has("which", "how_many")), None)
    if which is None or items[0].norm not in ("of", "of the", "of all", "among", "from") or head > 3:
        return
    rest = (
        which + 2
        if items[which + 1].norm in ("ones", "of them", "of those", "were", "companies") and not items[which + 1].has("aux")
        else which + 1
    )
    clause = items[head + 2 : which] if _norm(items, head + 1) in ("that", "which", "who") else items[head + 1 : which]
    subject = _bare(items[_left(items, head) : head + 1])
    told, negated, when = _told(items[rest:])
    inner = [_word("which", "which"), *subject, *(item for item in clause if item.norm != ",")]
    turned = {"after": "before", "before": "after", None: None}[when]
    if not negated:
        yield Split([items[which], *subject, *told], inner, named=False, when=turned)


def _coordinated(items: list[Item], head: int) -> Iterator[Split]:
    """ "which companies raised over $5m and were then acquired"."""
    left = _left(items, head)
    if any(_is_head(item) or item.has("entity") for item in items[:left]):
        return
    for link in range(head + 2, len(items) - 1):
        then = items[link].norm == "then" or (items[link].norm == "," and items[link + 1].norm in english.LATER)
        if items[link].norm not in ("and", "but", *_WHILE) and not then:
            continue
        first, negative, _ = _told(items[head + 1 : link])
        second, negated, when = _told(_of_them(items[link + 1 :]))
        when = when or ("after" if then else None)
        if then and second and second[0].has("past"):
            second = [_word("were", "aux"), *second]  # ", later acquired"
        if (negative and negated) or not any(item.has("verb", "noun", "typed") for item in second[:4]):
            continue
        subject = [_word("which", "which"), *_bare(items[left : head + 1])]
        first = first[1:] if first and first[0].norm in ("that", "which", "who") else first
        second = second[1:] if second and second[0].norm in ("that", "which", "who") else second
        second = _with_verb(first, second)
        begin = [*items[: head + 1]] if any(item.has(*_ASKING) for item in items[:left]) else subject
        parts = ([*begin, *second], [*subject, *first]) if negative else ([*begin, *first], [*subject, *second])
        when = _WHILE.get(items[link].norm, when)
        if items[link].norm == "and" and when is None and not negative and not negated:
            parts = _same_time(items, link, *parts)
        yield Split(*parts, named=False, negated=negative or negated, when=None if negative else when, coordinated=True)


def _with_verb(first: list[Item], second: list[Item]) -> list[Item]:
    """ "Led a seed and a Series A": the second has the verb of the first, where it has none of its own."""
    verb = next((place for place, item in enumerate(first[:4]) if item.has("verb") and not item.has("aux", "noun", "typed")), None)
    if verb is None or any(item.has("verb", "light", "aux", "past") for item in second):
        return second
    with_prep = verb + 1 < len(first) and first[verb + 1].has("prep") and not second[0].has("prep")
    return [*first[: verb + 1 + with_prep], *second]


def _same_time(items: list[Item], link: int, outer: list[Item], inner: list[Item]) -> tuple[list[Item], list[Item]]:
    """ "Raised a Series B and hired a CFO in 2017", "in 2017, who raised and hired": a period at one end of the question is of both."""
    dated = [index for index, item in enumerate(items) if item.has("period")]
    if len(dated) != 1:
        return outer, inner
    last = len(items) - 1
    while last > dated[0] and not any(map(str.isalnum, items[last].norm)):
        last -= 1
    first = dated[0] - 1 if dated[0] > 0 and items[dated[0] - 1].has("prep") else dated[0]
    begins = not any(item.has("verb", "light", "past", "noun", "typed") for item in items[:first])  # "that in 2016 raised and bought"
    if first > 1 and not begins and (dated[0] != last or items[link + 1].has("aux")):
        return outer, inner  # "raised in 2016 and hired a CFO", "raised and were bought in 2016": when the other was is not said
    told = items[first : dated[0] + 1]

    def with_time(part: list[Item]) -> list[Item]:
        return part if any(item.has("period") for item in part) else [*(item for item in part if item.norm not in ("?", ".")), *told]

    return with_time(outer), with_time(inner)


def _of_them(items: list[Item]) -> list[Item]:
    """ "Companies that raised after they had been acquired": the pronoun means them."""
    return items[1:] if items and items[0].norm in ("they", "it", "their", "its") else items


def _both(items: list[Item]) -> Iterator[Split]:
    """ "Which investors backed both Acme and Globex?", "companies that raised both a seed and a Series A"."""
    both = next((index for index, item in enumerate(items) if item.norm == "both"), None)
    link = next((index for index in range((both or 0) + 1, len(items)) if both is not None and items[index].norm == "and"), None)
    head = next((index for index, item in enumerate(items) if _is_head(item) or item.has("who")), None)
    if both is None or link is None or head is None or head > both:
        return
    end = next((index for index in range(link + 1, len(items)) if items[index].has("entity", "typed", "value", "place", "period")), None)
    if end is None:
        return
    while end + 1 < len(items) and items[end + 1].has("noun") and items[end].has("typed"):
        end += 1
    outer = [*items[:both], *items[both + 1 : link], *items[end + 1 :]]
    second = _owned_too(items[both + 1 : link], items[link + 1 : end + 1])
    inner = [*_listing(items, head, both), *second, *items[end + 1 :]]
    yield Split(outer, inner, named=False, coordinated=True)


def _listing(items: list[Item], head: int, end: int) -> list[Item]:
    """The beginning of a question up to an item, as one that asks for names: "how many companies" counts them."""
    if any(item.has("how_many") for item in items[:head]):
        return [_word("which", "which"), *items[head:end]]
    asked = any(item.has(*_ASKING) for item in items[: head + 1])
    return [*([] if asked else [_word("which", "which")]), *items[:end]]


def _owned_too(first: list[Item], second: list[Item]) -> list[Item]:
    """ "both Acme's Series A and its Series B": the second is Acme's too."""
    owner = next((index for index in range(len(first) - 1) if first[index].has("entity") and first[index + 1].has("poss")), None)
    if owner is None or any(item.has("entity") for item in second):
        return second
    return [*first[owner : owner + 2], *(item for item in second if item.norm not in ("its", "their", "the"))]


def _again(items: list[Item]) -> Iterator[Split]:
    """ "companies that raised in 2015 and again in 2017"."""
    again = next((i for i in range(2, len(items)) if items[i].norm == "again" and items[i - 1].norm == "and"), None)
    dated = [i for i, item in enumerate(items) if item.has("period")]
    head = next((index for index, item in enumerate(items) if _is_head(item) or item.has("who")), None)
    if again is None or head is None or len(dated) != 2 or not dated[0] < again < dated[1]:
        return
    inner = [*_listing(items, head, dated[0]), items[dated[1]], *items[dated[0] + 1 : again - 1], *items[dated[1] + 1 :]]
    outer = [item for i, item in enumerate(items) if not again - 1 <= i <= dated[1]]
    yield Split(outer, inner, named=False, coordinated=True)


def _without(items: list[Item]) -> Iterator[Split]:
    """ "investors of Acme but not of Globex", "companies that raised in 2016 but not in 2017": the second is of the kind of the first."""
    cut = next((i for i, item in enumerate(items) if _denies(items, i)), None)
    if cut is None:
        return
    start = cut + 1 if items[cut].norm == "but not" else cut + 2
    rest = [item for item in items[start:] if not item.has("prep", "article", "poss", "anaphor", "noun", "function") or item.has(*_KINDS)]
    kinds = [kind for kind in _KINDS if len(rest) == 1 and rest[0].has(kind)]
    first = next((i for i in range(cut - 1, 0, -1) for kind in kinds if items[i].has(kind)), None)
    asked = any(item.has(*_ASKING) for item in items[:cut])
    if first is not None:
        inner = [*items[:first], rest[0], *items[first + 1 : cut]]
        yield Split(items[:cut], [*([] if asked else [_word("which", "which")]), *inner], named=False, negated=True, coordinated=True)


def _denies(items: Sequence[Item], index: int) -> bool:
    return items[index].norm == "but not" or (items[index].norm in ("but", "and") and _norm(items, index + 1) in ("not", "never"))


def _left(items: Sequence[Item], head: int) -> int:
    """Where the phrase of a noun begins."""
    left = head
    while left > 0 and items[left - 1].has(*_INSIDE) and not items[left - 1].has(*_ASKING):
        left -= 1
    return left


def _is_asked(items: Sequence[Item], left: int, reach: int) -> bool:
    """Whether a phrase is what a question asks for: not so in "what have companies with a Series A bought"."""
    before = items[max(left - reach, 0) : left]
    first = next((place for place, item in enumerate(before) if item.has(*_ASKING)), None)
    if first is None or before[first].norm not in ("what", "whom"):
        return first is not None
    return not any(item.norm in english.ACTING for item in before[first + 1 :])


def _bare(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if not item.has("article", "number")]


def _ends(items: Sequence[Item], start: int) -> Iterator[int]:
    """Where a relative clause may end: with the question, else before a verb or a comma; the longest first."""
    yield len(items)
    for end in range(len(items) - 1, start, -1):
        if items[end].has("verb", "aux", "group") or items[end].norm in (",", "also", "have", "that", "which", "who"):
            yield end


def _told(clause: Sequence[Item]) -> tuple[list[Item], bool, str | None]:
    """A clause without the words that deny it or put it later or earlier, and what they say."""
    kept = [item for item in clause if item.norm not in english.LATER and item.norm not in english.EARLIER]
    later, earlier = (any(item.norm in words for item in clause) for words in (english.LATER, english.EARLIER))
    start = next((place for place, item in enumerate(kept[:3]) if item.norm in english.DENIED), None)
    if start is not None and not (start + 1 < len(kept) and kept[start + 1].has("value", "place", "entity", "prep")):
        return [item for place, item in enumerate(kept) if place != start], True, None
    return kept, False, "after" if later else "before" if earlier else None


def _word(text: str, kind: str) -> Item:
    return Item(text, text, 0, 0, (Sense(kind),))


def _somebody(head: Item) -> Item:
    return Item(head.text, SOMEBODY.name, head.start, head.end, (Sense("entity", (SOMEBODY,)),))


def _norm(items: Sequence[Item], index: int) -> str:
    return items[index].norm if index < len(items) else ""


def _has(items: Sequence[Item], index: int, *kinds: str) -> bool:
    return index < len(items) and items[index].has(*kinds)
