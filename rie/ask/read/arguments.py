"""The names, nouns and question words of a question that may play a role."""

from __future__ import annotations

from itertools import pairwise

from rie.ask.parse import INSIDE, Argument, Parse

_LINKS = ("and", "or", ",", "vs", "versus", "/", "against")


def arguments(parse: Parse) -> None:
    """Collect names, nouns for companies and question words; names in a list are one argument."""
    index = 0
    while index < len(parse.items):
        found = _argument(parse, index)
        if found:
            parse.arguments.append(found)
            parse.use(*(found.items or (index,)))
        index = (found.last if found else index) + 1


def _argument(parse: Parse, index: int) -> Argument | None:
    if parse.has(index, "entity"):
        return _named(parse, index)
    if index in parse.used:
        return None
    if parse.has(index, "anaphor") and parse.base is not None and not parse.has(index, "article", "noun"):
        return Argument(index, index, last=index)
    if parse.has(index, "role") and not parse.is_verb(index) and not (parse.has(index, "noun") and parse.head_after(index) != index):
        return Argument(index, _left(parse, index), own=parse.get(index, "role"), last=index)
    if parse.has(index, "generic"):
        return Argument(index, _left(parse, index), last=index)
    pronoun = parse.has(index, "who") or (parse.has(index, "which") and _is_pronoun(parse, index))
    return Argument(index, index, asked=True, last=index) if pronoun and not _is_relative(parse, index) else None


def _is_pronoun(parse: Parse, index: int) -> bool:
    if parse.norm(index) in ("what was", "what were", "what is", "what are"):
        return parse.has(index + 1, "past") and parse.is_verb(index + 1)
    if parse.norm(index) == "what" and parse.has(index + 1, "entity") and parse.is_verb(index + 2):
        return True  # "tell me what Acme raised"
    return parse.norm(index) in ("what", "which", "whom") and (
        (parse.norm(index) == "what" and parse.has(index - 1, "verb"))
        or parse.has(index + 1, "aux")
        or (parse.has(index + 1, "verb") and not parse.has(index + 1, "noun"))
    )


def _is_relative(parse: Parse, index: int) -> bool:
    """ "companies which raised": the word stands for the noun before it."""
    things = parse.norm(index) == "which" and parse.has(index - 1, "noun", "typed")  # "Acme rounds, who led": no round is a who
    return things or (parse.has(index - 1, "generic", "role") and parse.norm(index) in ("who", "which", "whom"))


def _named(parse: Parse, index: int) -> Argument:
    members = [index]
    while True:
        link = members[-1] + 1
        after = link + 1 if parse.norm(link) in _LINKS else 0
        if after and parse.norm(after) in ("and", "or"):
            after += 1
        if not after or not parse.has(after, "entity") or (parse.has(after + 1, "verb", "past") and parse.norm(link) == ","):
            break
        parse.use(*range(link, after))
        members.append(after)
    names = [parse.get(member, "entity") for member in members]
    several = any(len(refs) > 1 for refs in names)
    refs = tuple(parse.choose(f"name{member}", list(options)) for member, options in zip(members, names, strict=True))
    links = {parse.norm(position) for first, last in pairwise(members) for position in range(first + 1, last)}
    argument = Argument(
        index, _left(parse, index, named=True), refs, tuple(members), alternatives=bool(links - {"and", ","}), last=members[-1]
    )
    parse.note = parse.note or (refs[0].name if several else "")
    return argument


def _left(parse: Parse, index: int, named: bool = False) -> int:
    """Where the phrase of a noun begins."""
    left = index
    while left > 0 and (
        parse.has(left - 1, *INSIDE) or parse.norm(left - 1) in ("-", "non", "different", "distinct", "unique", "new", "how many")
    ):
        if parse.has(left - 1, "value") and parse.has(left - 1, "light", "verb", "aux"):
            break
        if named and parse.has(left - 1, "which"):
            break
        left -= 1
    return left
