"""Two or more names beside each other: which of them has more."""

from __future__ import annotations

from rie.ask.names import english
from rie.ask.parse import Argument, Parse, Unreadable

_MORE_THAN = (">", "<")


def comparison(parse: Parse) -> None:
    """ "Did Hooli or Initech raise more?", "compare Hooli and Initech", "Did Hooli raise more than Initech?"."""
    _join_more_than(parse)
    if parse.compare is not None:
        return
    several = next((arg for arg in parse.arguments if len(arg.refs) > 1), None)
    words = list(parse.all("more", "less", "compare"))
    if several is None and words and parse.by and parse.period and not parse.level and not parse.order:
        _periods(parse, words)
        return
    if several is None or not (words or (several.alternatives and parse.has(0, "aux")) or parse.level):
        return
    if parse.order == "date":  # "who raised the earliest round, Hooli or Initech": whose it is, and nobody has more
        if parse.limit and not several.alternatives and not any(True for _ in parse.all("which", "who")):
            raise Unreadable("low_confidence", "It is not clear whether the first of all is asked for; ask for the first of each.")
        parse.use(*words)
        return
    parse.use(*words)
    parse.compare = several
    less = any(parse.has(index, "less") for index in words) or (parse.order == "value" and not parse.descending)
    parse.descending = not less
    parse.level = parse.order = parse.limit = None
    for word in words:
        if parse.has(word, "more", "less") and _counted(parse, word + 1):
            parse.agg = "count"
        elif parse.has(word, "more", "less") and _is_single(parse, word + 1):
            raise Unreadable("low_confidence", "It is not clear which of several is compared; ask for the largest of each.")


def _periods(parse: Parse, words: list[int]) -> None:
    """ "Did more rounds happen in 2015 or in 2016?": the period with more stands first."""
    parse.use(*words)
    parse.order, parse.descending = "value", not any(parse.has(index, "less") for index in words)
    parse.agg = "count" if any(_counted(parse, word + 1) for word in words) else parse.agg


def _counted(parse: Parse, index: int) -> bool:
    """ "more rounds", "more companies", and not "more money", "more funding", "the bigger round"."""
    if parse.norm(index - 1) not in english.COUNTING:
        return False
    if parse.has(index, "filler") or parse.mass_at(index):
        return False
    return parse.noun_at(index) or parse.has(index, "generic", "role")


def _is_single(parse: Parse, index: int) -> bool:
    """ "The bigger round", and not "more funding", "the bigger Series B"."""
    return parse.noun_at(index) and not parse.mass_at(index) and not parse.has(index, "value")


def _join_more_than(parse: Parse) -> None:
    for index in range(len(parse.items)):
        more = next((word for word in parse.all("more", "less") if word < index), None) if parse.norm(index) == "than" else None
        if not parse.has(index, "op") and more is None:
            continue
        later = next((arg for arg in parse.arguments if arg.refs and arg.left == index + 1), None)
        earlier = next((arg for arg in parse.arguments if arg.refs and arg.last < index), None)
        if later is None or earlier is None or (more is None and parse.get(index, "op") not in _MORE_THAN):
            continue
        parse.use(index)
        parse.arguments.remove(later)
        _join(earlier, later)
        parse.compare = earlier
        parse.descending = parse.has(more, "more") if more is not None else parse.get(index, "op") == ">"
        if more is not None:
            parse.use(more)
            parse.agg = "count" if _counted(parse, more + 1) else parse.agg
        if parse.noun_at(index - 1) and parse.norm(index).split()[0] in ("more", "fewer", "less", "than", "over", "under"):
            parse.agg = "count"
        return


def _join(first: Argument, second: Argument) -> None:
    first.refs = (*first.refs, *second.refs)
    first.items = (*first.items, *second.items)
    first.alternatives = True
