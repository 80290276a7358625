"""Two or more names beside each other: which of them has more."""

from __future__ import annotations

from rie.ask.parse import Argument, Parse

_MORE_THAN = (">", "<")


def comparison(parse: Parse) -> None:
    """ "Did Hooli or Initech raise more?", "compare Hooli and Initech", "Did Hooli raise more than Initech?"."""
    _join_more_than(parse)
    several = next((arg for arg in parse.arguments if len(arg.refs) > 1), None)
    words = list(parse.all("more", "less", "compare"))
    if several is None or not (words or (several.alternatives and parse.has(0, "aux")) or parse.level):
        return
    if not several.alternatives and not any(parse.has(index, "compare") for index in words):
        return
    parse.use(*words)
    parse.compare = several
    less = any(parse.has(index, "less") for index in words) or parse.order == "value" and not parse.descending
    parse.descending = not less
    parse.level = parse.order = parse.limit = None
    for word in words:
        if parse.has(word, "more", "less") and parse.noun_at(word + 1) and not parse.has(word + 1, "filler") and not _is_mass(parse, word + 1):
            parse.agg = "count"


def _is_mass(parse: Parse, index: int) -> bool:
    return parse.norm(index) in ("funding", "financing", "venture capital")


def _join_more_than(parse: Parse) -> None:
    for index in parse.all("op"):
        later = next((arg for arg in parse.arguments if arg.refs and arg.left == index + 1), None)
        earlier = next((arg for arg in parse.arguments if arg.refs and arg.last < index), None)
        if later is None or earlier is None or parse.get(index, "op") not in _MORE_THAN:
            continue
        parse.use(index)
        parse.arguments.remove(later)
        _join(earlier, later)
        parse.compare = earlier
        parse.descending = parse.get(index, "op") == ">"
        if parse.noun_at(index - 1):
            parse.agg = "count"
        return


def _join(first: Argument, second: Argument) -> None:
    first.refs = (*first.refs, *second.refs)
    first.items = (*first.items, *second.items)
    first.alternatives = True
