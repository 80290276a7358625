"""Questions about two numbers: how much more one is, how it has changed, what share or ratio one is of the other.

Such a question is read as two that differ in one thing: a name, a period, a value or the number itself. Both are read by the
grammar alone; what is left of the question besides them are the words that put the two numbers together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from rie.ask.form import Filter, Item, LogicalForm, Reading, Sense
from rie.ask.names import english
from rie.ask.read.clauses import STATUS
from rie.pack import Pack
from rie.values import PartialDate, Period, find_periods

Read = Callable[[list[Item]], list[Reading]]
_NUMBERS = ("sum", "avg", "median", "count", "distinct")
_LINKS = ("and", "to", "than", "vs", "versus", "over", "against", "compared to", "compared with", "or", "from")
_BETWEEN = ("article", "prep", "anaphor", "function", "poss", "dated", "beside")
_MOST = 8
_TOLD = ("disclosed", "undisclosed")
_LEFT = frozenset(
    english.forms("of|was|is|were|are|did|does|do|keep|kept|as|left|remain|remained|remains|stays|stayed|come|came")
)  # "how much of its revenue was left as profit"
_ACCOUNTS = ("accounted", "account", "accounts", "made up", "makes up", "make up", "represented", "represents", "for")
_KINDS = ("period", "entity", "value", "measure", "place")
_CUT = re.compile(r"\s+(?:to|and|through|until|till|vs\.?|versus)\s+|\s*[\u2013-]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Two:
    """Two questions and what is made of their numbers; with `parts` the first must ask of a part of what the second asks of."""

    first: list[Item]
    second: list[Item]
    kind: str
    parts: bool = False


def contrast_readings(items: Sequence[Item], pack: Pack, read: Read, today: PartialDate) -> list[Reading]:
    """The readings of a question about two numbers; none if it is no such question.

    Args:
        items: of the question.
        pack: whose layer it is read with.
        read: the readings of a question about one number.
        today: what years are told from.
    """
    items = _without_unit(items)
    for two in (*islice(_shares(list(items)), _MOST), *_ratios(list(items)), *_differences(list(items), today, _estimates(pack))):
        first, second = (_summed(_number(side, read, pack, two.parts), two, pack) for side in (two.first, two.second))
        told = [*two.first, *two.second]
        massed = first is not None and first.form.agg == "count" and two.parts and _is_mass(told, first.form.fact, pack)
        if first and second and not massed and _fit(first.form, second.form, two) and same_unit(first.form, second.form, pack):
            form = LogicalForm(first.form.fact, two.kind, measure=first.form.measure, operands=(first.form, second.form))  # type: ignore[arg-type]
            return [Reading(form, min(first.confidence, second.confidence))]
    return []


def _is_mass(items: Sequence[Item], fact: str, pack: Pack) -> bool:
    """ "What share of all funding": of a sum, not of a number of facts."""
    nouns = pack.layer.facts[fact].nouns
    return any(nouns[sense.value].mass for item in items for sense in item.senses if sense.kind == "noun" and sense.fact == fact)


def _without_unit(items: Sequence[Item]) -> Sequence[Item]:
    """A share without the words that say once more that it is one: ", in %"."""
    shares = [i for i, item in enumerate(items) if item.norm.split()[-1:] and item.norm.split()[-1] in english.SHARES]
    end = len(items) - 1
    while end > 0 and items[end].norm in ("?", "."):
        end -= 1
    told = end > 1 and items[end].norm in ("%", "percent") and items[end - 1].norm in ("in", "as") and len(shares) > 1
    return [item for i, item in enumerate(items) if i not in (end, end - 1)] if told else items


def asks_difference(items: Sequence[Item]) -> bool:
    """Whether a question says "how much more" or "how many fewer"."""
    return any(second.has("more", "less") and first.has("how_much", "how_many") for first, second in pairwise(items))


def _number(items: list[Item], read: Read, pack: Pack, parts: bool) -> Reading | None:
    """The only reading of a question, if it asks for one number."""
    return of_one_number(read(items), pack, counted=not (parts and not _of_money(items)), summed=parts)


def of_one_number(
    found: Sequence[Reading], pack: Pack, *, counted: bool = True, summed: bool = False, ranked: bool = False
) -> Reading | None:
    """The only one of some readings, if it asks for one number.

    Args:
        found: readings of one question.
        pack: whose layer they are of.
        counted: whether facts that are listed stand for their main number.
        summed: whether the largest facts stand for their sum.
        ranked: whether the largest fact, or the second largest, stands for its number.
    """
    if not found or any(other.confidence >= found[0].confidence - 0.05 for other in found[1:]):
        return None
    form = found[0].form
    if summed and form.agg == "facts" and form.order == "value" and form.limit and not (form.role or form.offset):
        return replace(found[0], form=replace(form, agg="sum"))  # "what share of the money went to the ten largest rounds"
    single = ranked and form.agg == "facts" and form.order == "value" and form.limit == 1 and not form.by
    if single and form.fact in pack.layer.facts and not pack.layer.facts[form.fact].series:
        return replace(found[0], form=replace(form, agg="avg", role=None))  # of those that share the place
    number = None if not counted and form.agg == "facts" else _as_number(form, pack)
    return replace(found[0], form=number) if number else None


def _summed(reading: Reading | None, two: Two, pack: Pack) -> Reading | None:
    """A part of a whole is one of its sum: "share of the money that went to Boston"."""
    measure = pack.layer.facts[reading.form.fact].measures.get(reading.form.measure or "") if reading else None
    if reading is None or not two.parts or reading.form.agg != "lookup" or measure is None or not measure.additive:
        return reading
    return replace(reading, form=replace(reading.form, agg="sum"))


def _as_number(form: LogicalForm, pack: Pack) -> LogicalForm | None:
    layer = pack.layer.facts.get(form.fact)
    if layer is not None and form.of_first:
        return form
    if layer is None or form.by or form.limit or form.order or form.operands or form.facet or form.newest:
        return None
    if form.agg == "facts" and layer.main and any(getattr(item, "column", None) for item in form.filters):
        return replace(form, agg="lookup", measure=form.measure or layer.main)
    if layer.series and not form.spans:
        return None  # which of its figures is not said
    lookup = form.agg == "lookup" and form.measure and not form.attribute
    return form if lookup or form.agg in _NUMBERS else None


def _fit(first: LogicalForm, second: LogicalForm, two: Two) -> bool:
    """Whether two numbers can be put together: of the same facts, made in the same way."""
    if first.fact != second.fact or first == second or not _alike(first, second):
        return False
    if two.parts:
        return first.measure == second.measure and is_part(first, second)
    return first.measure == second.measure or two.kind != "change"


def _alike(first: LogicalForm, second: LogicalForm) -> bool:
    """Whether two numbers are made in the same way; that of one fact is its own sum."""
    single = [(form.agg in ("lookup", "sum") and not form.limit) or (form.of_first and form.limit == 1) for form in (first, second)]
    return first.agg == second.agg or all(single)


def fitting(first: LogicalForm, second: LogicalForm, kind: str) -> bool:
    """Whether two numbers that are told apart can be put together."""
    return _fit(first, second, Two([], [], kind))


def same_unit(first: LogicalForm, second: LogicalForm, pack: Pack) -> bool:
    """Earnings per share are no part of revenue."""
    measures = pack.layer.facts[first.fact].measures
    units = {measures[form.measure].unit for form in (first, second) if form.measure in measures and form.agg != "count"}
    return len(units) < 2


def is_part(part: LogicalForm, whole: LogicalForm) -> bool:
    """Whether a part has all conditions of the whole, and more of them; a state is none, as facts of some states are left out."""
    kept: set[Filter] = {*whole.filters}
    if any(part.on(STATUS) != whole.on(STATUS) or form.any_status for form in (part, whole)):
        return False
    same = part.period == whole.period or (whole.period is None and part.period is not None)
    return kept <= {*part.filters} and {*whole.thresholds} <= {*part.thresholds} and same and part.spans == whole.spans


def _shares(items: list[Item]) -> Iterator[Two]:
    """ "what share of rounds were seed", "Acme's share of funding in 2017", "A out of all B"."""
    mark = next((i for i, item in enumerate(items) if item.norm.split()[-1:] and item.norm.split()[-1] in english.SHARES), None)
    if mark is None:
        return
    start = mark + 1
    if start >= len(items) or not (items[start].norm.split()[0] == "of" or items[mark].norm.endswith(" of")):
        return
    while start < len(items) and items[start].norm in ("of", "the", "all", "of all", "of the"):
        start += 1
    out = next((i for i, item in enumerate(items) if item.norm in ("out of", "among all", "in all") and i > start), None)
    apart = list(_counted(items[start:out], items[out + 1 :]) if out is not None else _of_told(items, start) if mark < 2 else ())
    if apart:
        yield from apart
        return
    owner = next((i for i in range(mark) if items[i].has("entity")), None)
    if owner is not None and start < len(items) and items[start].norm in ("its", "their"):  # "its Series C, a share of its total"
        items = [*items[:start], items[owner], Item("'s", "'s", 0, 0, (Sense("poss"),)), *items[start + 1 :]]
    if mark > 1 and items[mark - 1].norm in ("as", "a") and "as" in (items[mark - 1].norm, items[mark - 2].norm):
        first = mark - 1 if items[mark - 1].norm == "as" else mark - 2
        yield from _counted(items[:first], items[start:])
        told = [item for item in items[:first] if not item.has("article", "function", "generic")]
        if told and all(item.has("entity", "place", "part") for item in told):  # "Boston companies as a share of all funding"
            owned = [Item("'s", "'s", 0, 0, (Sense("poss"),))] if told[-1].has("entity") else []
            yield from _counted([*told, *owned, *items[start:]], items[start:])
        return
    if mark > 1 and items[mark - 1].has("part") and any(item.has("entity") for item in items[: mark - 1]):  # "Acme Europe share of revenue"
        whole = [*items[: mark - 1], *items[start:]]
        yield Two([items[mark - 1], *whole], whole, "share", parts=True)
    if mark > 1 and items[mark - 1].has("poss") and items[mark - 2].has("entity", "part", "place"):
        yield Two([*items[mark - 2 : mark], *items[start:]], items[start:], "share", parts=True)
    subject = [item for item in items[:mark] if not item.has("which", "show", "article", "how_much", "how_many", "aux", "prep")]
    if subject and any(item.norm in _ACCOUNTS for item in subject):  # "what share of the funding did Acme account for", turned around
        yield from _counted([*(item for item in subject if item.norm not in _ACCOUNTS), *items[start:]], items[start:])
        return
    lost = any(item.has("entity", "period", "value", "typed", "place", "part", "money") for item in subject)
    if lost and not any(item.has("poss") for item in subject):
        return
    after = range(start + 1, len(items))
    helped = [end for end in after if items[end].norm in english.GOES or (items[end].has("aux") and not items[end].has("prep"))]
    for end in helped[:1] or [end for end in after if items[end].has("verb", "past")]:
        rest = [item for item in items[end:] if item.norm not in (*english.GOES, "to")]
        yield from _counted([*items[start:end], *rest], items[start:end])


def _of_told(items: list[Item], start: int) -> Iterator[Two]:
    """ "What share of deals with disclosed price": of all deals."""
    told = next((i for i in range(start + 1, len(items) - 2) if items[i].norm == "with" and items[i + 1].norm in _TOLD), None)
    if told is not None:
        yield from _counted(items[start:], [*items[start:told], *items[told + 3 :]])


def _counted(part: list[Item], whole: list[Item]) -> Iterator[Two]:
    """A part and its whole as sums, else as numbers of facts."""
    yield Two(part, whole, "share", parts=True)
    if _of_money(part):
        return
    many = _word("how many", "how_many")
    bare = [[item for item in side if item.norm not in ("all", "the")] for side in (part, whole)]
    yield Two([many, *bare[0]], [many, *bare[1]], "share", parts=True)


def _of_money(items: Sequence[Item]) -> bool:
    """ "share of the money": of a sum, never of a number of facts."""
    return any(item.has("filler") and item.norm not in _TOLD for item in items)


def _ratios(items: list[Item]) -> Iterator[Two]:
    """ "net income as a percentage of revenue", "ratio of net income to revenue"."""
    measures = [index for index, item in enumerate(items) if item.has("measure") and item.norm.split()[-1] not in english.SHARES]
    words = [i for i, item in enumerate(items) if item.norm in ("ratio", "ratio of", "divided by", "relative to", "over", "divided", "/")]
    share = [i for i, item in enumerate(items) if item.norm.split()[-1:] and item.norm.split()[-1] in english.SHARES]
    if len(measures) != 2 or not (words or share):
        return
    first, second = measures
    if share and share[0] < first:
        before = [index for index in range(share[0]) if items[index].has("period", "prep", "entity", "poss")]  # "in Q3, what share"
        kept = [index for index in range(share[0] + 1, len(items)) if index == first or items[index].norm not in _LEFT] + before
        yield Two([items[i] for i in kept if i != first], [items[i] for i in kept if i != second], "share")
        return
    if share and not first < share[0] < second:
        return
    kept = [index for index in range(len(items)) if index not in {*words, *share} | _opening(items, words)]
    kept = [index for index in kept if not first < index < second or items[index].has("entity", "period", "poss", "prep", "part")]
    dated = [[i for i in kept if items[i].has("period") and (i > second) == after] for after in (False, True)]
    own = all(dated)  # "net income for 2016 relative to its 2016 revenue"
    one, two = ([i for i in kept if i != other and not (own and i in apart)] for other, apart in ((second, dated[1]), (first, dated[0])))
    yield Two([items[i] for i in one], [items[i] for i in two], "share" if share else "ratio")


def _estimates(pack: Pack) -> dict[tuple[str, str], str]:
    """The values that mean what was expected, with the value for what came of it."""
    series = [layer.series.estimate for layer in pack.layer.facts.values() if layer.series and layer.series.estimate]
    return {(item.column, item.of): item.actual for item in series}


def _differences(items: list[Item], today: PartialDate, estimates: Mapping[tuple[str, str], str]) -> Iterator[Two]:
    """ "how much more than", "difference between", "change from 2016 to 2017"."""
    more = next((i for i in range(1, len(items)) if items[i].has("more", "less") and items[i - 1].has("how_much", "how_many")), None)
    if more is not None and items[more - 1].norm.endswith("times"):
        return  # "how many times larger" asks for a factor
    gap = next((i for i, item in enumerate(items) if item.norm in english.DIFFERENCES), None)
    turn = next((i for i, item in enumerate(items) if _is_turn(item)), None)
    measured = any(item.has("measure") for item in items)
    minus = next((i for i, item in enumerate(items) if i and more is None and measured and item.norm in english.LESS_OF_TWO), None)
    percent = {i for i, item in enumerate(items) if item.norm in english.PERCENTAGES}
    mark = next((i for i in (more, gap, turn, minus) if i is not None), None)
    if mark is None:
        return
    cut = {mark} | percent | (_opening(items, [mark]) if more is None else set())
    cut |= {i for i, item in enumerate(items) if item.has("how_much") and item.norm.startswith("by ")}
    expected = [i for i, item in enumerate(items) if item.has("value") and item.get("value") in estimates]
    if mark == gap and len(expected) == 1:
        column = items[expected[0]].get("value")[0]
        beside = [i for i, item in enumerate(items) if item.has("value") and item.get("value")[0] == column and i != expected[0]]
        if all(items[i].get("value") == (column, estimates[column, items[expected[0]].get("value")[1]]) for i in beside):
            cut |= {*beside, *(i for i, item in enumerate(items) if item.has("compare") or item.norm == "from")}
            rest = [item for i, item in enumerate(items) if i not in cut and i != expected[0]]
            kind = "change" if percent else "gap"
            yield Two(rest, [*rest, items[expected[0]]], kind)  # "by how much did revenue differ from consensus"
            return
    for sides in _sides(items, cut, today, ("period",) if turn == mark else _KINDS):
        timed = _in_time(*sides) if turn == mark or not any(item.norm == "than" for item in items) else None
        first, second = timed or sides
        if turn == mark:
            falls = items[mark].norm in english.FALLS
            yield Two(*((first, second) if falls and not percent else (second, first)), "change" if percent else "difference")
        elif mark == gap and percent:
            return  # of which of the two
        elif mark == gap:
            yield Two(first, second, "gap")
        elif mark == minus:
            yield Two(*sides, "difference")
        else:
            back = items[mark].has("less") is (timed is None)  # "how many fewer, 2014 vs 2017": from the earlier to the later
            yield Two(*((second, first) if back else (first, second)), "change" if percent else "difference")


def _is_turn(item: Item) -> bool:
    """ "growth", "percentage change", "fell"."""
    turned = item.norm in english.PERCENTAGES and not english.RISES.isdisjoint(item.norm.split())
    return turned or item.norm in english.RISES or item.norm in english.FALLS


def _in_time(first: list[Item], second: list[Item]) -> tuple[list[Item], list[Item]] | None:
    """Two sides that differ by their periods, the earlier first."""
    one, other = ([item.get("period").start for item in side if item.has("period")] for side in (first, second))
    return None if one == other else (second, first) if one > other else (first, second)


def _opening(items: list[Item], marks: Sequence[int]) -> set[int]:
    """The words around a mark that only ask for it: "what is the difference between"."""
    found: set[int] = set()
    for mark in marks:
        before = mark - 1
        while before >= 0 and (items[before].has("which", "article", "show") or items[before].norm in ("is", "was", "are", "were")):
            found.add(before)
            before -= 1
        after = mark + 1
        while after < len(items) and items[after].norm in ("between", "in", "of", "the"):
            found.add(after)
            after += 1
    return found


def _sides(items: list[Item], cut: set[int], today: PartialDate, kinds: Sequence[str]) -> Iterator[tuple[list[Item], list[Item]]]:
    """The question with the one and with the other of two things of a kind."""
    ranges = [i for i, item in enumerate(items) if item.has("period") and item.get("period").precision == "range"]
    if len(ranges) == 1 and (ends := _ends(items[ranges[0]], today)):
        index = ranges[0]
        yield tuple([*_kept(items[:index], cut), end, *_kept(items[index + 1 :], cut, index + 1)] for end in ends)  # type: ignore[misc]
        return
    pairs = [pair for kind in kinds if (pair := _pair(items, kind, cut))]
    if len(pairs) != 1:
        return
    first, second, link = pairs[0]
    cut = cut | {*range(link, second)} | {i for i in (first - 1,) if i >= 0 and items[i].norm in ("between", "from")}
    rest = [index for index in range(len(items)) if index not in cut and index != second]
    yield [items[i] for i in rest], [items[second if i == first else i] for i in rest]


def _pair(items: list[Item], kind: str, cut: set[int]) -> tuple[int, int, int] | None:
    """Two things of a kind with the link before the second."""
    found = [i for i, item in enumerate(items) if item.has(kind) and i not in cut and not (kind == "measure" and item.has("value"))]
    if len(found) != 2 or (kind == "value" and items[found[0]].get("value")[0] != items[found[1]].get("value")[0]):
        return None
    link = found[1] - 1
    while link > found[0] and link not in cut and items[link].norm not in _LINKS and items[link].has(*_BETWEEN):
        link -= 1
    beside = link == found[0] and link + 1 == found[1]  # "Acme Globex 2016 revenue difference"
    linked = link > found[0] and (items[link].norm in _LINKS or link in cut)
    return (*found, found[1] if beside else link) if linked or beside else None  # type: ignore[return-value]


def _kept(items: Sequence[Item], cut: set[int], offset: int = 0) -> list[Item]:
    return [item for index, item in enumerate(items, offset) if index not in cut]


def _ends(item: Item, today: PartialDate) -> tuple[Item, Item] | None:
    """ "2016 to 2017" as its two years, "Q1 to Q3 2017" as its two quarters."""
    sides = _CUT.split(re.sub(r"^(?:from|between)\s+", "", item.text, flags=re.IGNORECASE))
    if len(sides) != 2:
        return None
    last = [found.value for found in find_periods(sides[1], today)]
    text = sides[0] if re.search(r"\d{4}|'\d\d", sides[0]) or not last else f"{sides[0]} {last[0].start.year}"
    first = [found.value for found in find_periods(text, today)]
    if len(first) != 1 or len(last) != 1 or first[0].precision != last[0].precision:
        return None
    return _dated(sides[0], first[0]), _dated(sides[1], last[0])


def _dated(text: str, period: Period) -> Item:
    return Item(text, text.casefold(), 0, 0, (Sense("period", period),))


def _word(text: str, kind: str) -> Item:
    return Item(text, text, 0, 0, (Sense(kind),))
