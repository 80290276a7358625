"""The seats that a question names: of the noun beside the place, else of whom a fact is told."""

from __future__ import annotations

from collections.abc import Sequence

from rie.ask.form import PlaceFilter
from rie.ask.names import english
from rie.ask.parse import Argument, Parse, Unreadable
from rie.ask.read.negation import turned

_BESIDE = (",", "-", "(", "or", "that", "which", "who", "whose", "their", "its")


def places(parse: Parse) -> None:
    """Seats: of the noun beside the place, else of whom a fact is told."""
    for index in parse.all("place"):
        if index not in parse.used:
            _place(parse, index)
    for index in parse.all("seat"):
        if any(parse.has(near, "place") for near in range(index - 3, index + 5)):
            parse.use(index)


def _place(parse: Parse, index: int) -> None:
    pairs: list[tuple[str, str]] = [*parse.get(index, "place")]
    parse.use(index)
    if parse.get(index + 1, "attribute") in {measure.currency for measure in parse.layer.measures.values() if measure.currency}:
        raise Unreadable("low_confidence", f"Name the currency instead of {parse.items[index].text!r}.")  # "in Japanese currency"
    role = str(_side(parse, index))
    if (parse.fact, role) in parse.names.unseated:
        raise Unreadable("unknown_attribute", f"Where {parse.layer.roles[str(role)].label[1]} are seated is hardly ever on record.")
    label = parse.items[index].text
    attributes, values = tuple(dict.fromkeys(p[0] for p in pairs)), tuple(dict.fromkeys(p[1] for p in pairs))
    same = bool(parse.places) and bool(set(parse.places[-1].attributes) & {pair[0] for pair in pairs})
    link = index - 1
    while parse.has(link, "article"):
        link -= 1
    follows = parse.norm(link) in ("or", "and", ",") and parse.has(link - 1, "place") and index not in parse.negated
    joined = follows and (same or parse.norm(link) != ",") and bool(parse.places)
    within = _within(parse, index, pairs)
    if joined and within:
        raise Unreadable("low_confidence", f"There are several places named {label!r}; ask for one of them.")
    if joined:
        parse.use(link)
        last = parse.places.pop()
        attributes = tuple(dict.fromkeys((*last.attributes, *attributes)))
        values, label = (*last.values, *values), f"{last.label} or {label}"
    if parse.norm(index - 1) == "," and parse.has(index - 2, "place"):
        parse.use(index - 1)
    if turned(PlaceFilter(role, attributes, values, label), parse, index):
        return
    parse.places.append(PlaceFilter(role, attributes, values, label))
    if within:
        wider, name = parse.choose(f"place{index}", within)
        parse.places.append(PlaceFilter(role, (wider,), (name,), name))


def _side(parse: Parse, index: int) -> str | None:
    """The role whose seat a place is.

    Raises:
        Unreadable: it may be that of several.
    """
    owner = _owner(parse, index)
    if owner is None:
        return parse.layer.place
    said = next((arg for arg in parse.arguments if arg.own and not arg.refs and _is_said_of(parse, arg, owner)), None)
    if said is not None or owner.role:
        return said.own if said else owner.role  # "in which a German company was the buyer"
    told = next((arg for arg in parse.arguments if arg.own and not arg.refs and parse.norm(arg.left - 1) in english.COPULA), None)
    verb = max((verb for verb in parse.passive if verb < owner.index and not parse.passive[verb]), default=None)
    if told is None and verb is not None:  # "who is buying the Berlin-based company"
        return parse.layer.verbs[parse.get(verb, "verb")].roles.get("object") or parse.layer.place
    if parse.base is not None and parse.has(owner.index, "anaphor"):
        return parse.base.role if parse.base.role in parse.layer.roles else parse.layer.place  # "which of them are in Austin"
    done = any(parse.passive.get(verb) for verb in range(owner.last + 1, owner.last + 4))  # "in which a German company was acquired"
    if told is None and not done and parse.layer.subject != "company":
        raise Unreadable("low_confidence", "It is not clear which side of the deal is meant.")
    return told.role or told.own if told else parse.layer.place  # "which London companies were buyers"


def _is_said_of(parse: Parse, argument: Argument, owner: Argument) -> bool:
    return not owner.own and argument.left == owner.last + 2 and parse.norm(owner.last + 1) in english.COPULA


def _within(parse: Parse, index: int, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The wider places that a name may mean a place in, unless the question names one of them."""
    options = [option for pair in pairs for option in parse.names.homonyms.get(pair, ())]
    named = {pair for other in parse.all("place") if other != index for pair in parse.get(other, "place")}
    return [] if named & set(options) else options


def _owner(parse: Parse, index: int) -> Argument | None:
    """The argument that a place belongs to: "Boston companies", "companies (based) in Boston"."""
    after = next((arg for arg in parse.arguments if arg.left <= index < arg.index), None)
    if after:
        return after
    following = index + 1
    while parse.norm(following) in ("-",) or parse.has(following, "seat", "value", "typed"):
        following += 1
    after = next((arg for arg in parse.arguments if arg.index == following and not arg.refs and not arg.asked), None)
    if after and following > index:
        return after
    before = index - 1
    while before >= 0 and (
        parse.has(before, "prep", "seat", "place", "article", "aux", "negation", "light") or parse.norm(before) in _BESIDE
    ):
        before -= 1
    return next((arg for arg in parse.arguments if arg.last == before and not arg.refs), None)
