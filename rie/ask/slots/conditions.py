"""The values that a question names: guidance or actual, adjusted or GAAP, a post, who came and who left."""

from __future__ import annotations

from itertools import pairwise

from rie.ask.form import TextFilter, ValueFilter
from rie.ask.parse import Unreadable
from rie.ask.read.negation import turned
from rie.ask.slots.state import Slots
from rie.pack.layer import VerbLayer

_BEFORE_POST = ("article", "poss", "entity", "anaphor", "prep", "attribute", "function")
_JOINED = ("and", "or", ",", "vs", "versus", "/", "nor")


def conditions(slots: Slots) -> None:
    """Filters on columns, from their values and from what verbs and nouns say of them."""
    chosen: dict[tuple[str, bool], list[tuple[int, str]]] = {}
    for index in slots.free("value"):
        column, value = slots.get(index, "value")
        chosen.setdefault((column, index in slots.negated), []).append((index, value))
        slots.use(index)
    for (column, _), found in chosen.items():
        _choose(slots, column, found)
    _spoken(slots)
    _ends(slots)


def _ends(slots: Slots) -> None:
    """ "The lowest revenue that Acme guides to": one end of what it guides to."""
    for item in [item for item in slots.values if slots.entity_role in slots.named]:
        sets = slots.layer.values[item.column].sets
        groups = {name for name, group in sets.items() if {*group.values} == {*item.values}}
        found = [index for index in slots.free("end") if slots.get(index, "end")[0] == item.column and slots.get(index, "end")[1] in groups]
        ends = {slots.get(index, "end")[2] for index in found if not slots.has(index + 1, "money", "number", "percent")}
        if len(ends) == 1:
            slots.use(*found)
            slots.values[slots.values.index(item)] = ValueFilter(item.column, tuple(ends))


def _choose(slots: Slots, column: str, found: list[tuple[int, str]]) -> None:
    layer = slots.layer.values[column]
    negated = [index for index, _ in found if index in slots.negated]
    if layer.text:
        item = _text(slots, column, found)
        slots.texts += [] if turned(item, slots, *negated) else [item]
        return
    groups = [set(slots.layer.values_of(column, value)) for _, value in found]
    together = set.intersection(*groups) or (set.union(*groups) if _are_joined(slots, [index for index, _ in found]) else set())
    if not together:
        raise Unreadable("low_confidence", f"Two conditions on the {column.replace('_', ' ')} contradict each other.")
    known = dict.fromkeys(value for _, name in found for value in slots.layer.values_of(column, name))
    chosen = ValueFilter(column, tuple(value for value in known if value in together))
    slots.values += [] if turned(chosen, slots, *negated) else [chosen]


def _text(slots: Slots, column: str, found: list[tuple[int, str]]) -> TextFilter:
    joined = _are_joined(slots, [index for index, _ in found])  # also of one post told twice: "a CFO or finance director"
    if len({value for _, value in found}) > 1 and not joined:
        raise Unreadable("low_confidence", "The question names several of them; ask for one.")
    known, labels = slots.names.texts[slots.fact, column], slots.layer.values[column].labels
    texts = {text for index, value in found for text in known.texts_of(slots.items[index].text, value)}
    label = " or ".join(dict.fromkeys(_label(slots, index, labels.get(value)) for index, value in found))
    return TextFilter(column, tuple(sorted(texts)), label, found[0][1] if len(found) == 1 else None)


def _label(slots: Slots, index: int, label: str | None) -> str:
    plain = slots.items[index].text
    known = len(plain.split()) == 1 or plain.lower().split()[0] == str(label).lower()  # "the CFO job"
    return label if label and known else plain.lower() if not plain.isupper() else plain


def _are_joined(slots: Slots, found: list[int]) -> bool:
    """ "CEO and CFO", "guidance vs actual"."""
    for first, second in pairwise(found):
        between = range(first + 1, second)
        if not between or not all(slots.norm(i) in (*_JOINED, "the", "a", "new") or slots.has(i, "compare") for i in between):
            return False
        slots.use(*between)
    return True


def _spoken(slots: Slots) -> None:
    """What verbs and nouns say of the facts: "left" means departures, "guided" means guidance."""
    said: dict[str, set[str]] = {}
    for index in _verbs(slots):
        verb = slots.layer.verbs[slots.get(index, "verb")]
        slots.use(index)
        slots.told = slots.told or bool(verb.announces)
        slots.date = slots.date or verb.date
        _check_names(slots, verb, index)
        slots.narrower |= verb.narrower
        _say(slots, said, verb.where)
    for index in slots.all("noun"):
        slots.use(index)
        slots.spoken = True
        slots.narrower |= slots.layer.nouns[slots.get(index, "noun")].narrower
        _say(slots, said, slots.layer.nouns[slots.get(index, "noun")].where)
    holder = slots.layer.holder
    new = [i for i in range(len(slots.items)) if slots.norm(i) == "new" and slots.has(i + 1, "value")]
    if holder and new and holder.action not in said and not any(item.column == holder.action for item in slots.values):
        _say(slots, said, {holder.action: holder.begins})
    for column, values in said.items():
        _add(slots, column, values)


def _check_names(slots: Slots, verb: VerbLayer, at: int) -> None:
    """ "Who joined from Acme?" is not about who joined Acme; what has "gone to startups" is nobody."""
    link = at + 1 + (slots.norm(at + 1) == "out")
    head = link + 1
    while slots.has(head, "place", "article", "value"):
        head += 1
    if slots.norm(link) in verb.against and slots.has(head, "generic", "filler"):
        raise Unreadable("low_confidence", f"It is not clear what {slots.items[at].text!r} means here.")
    for index in slots.all("entity"):
        ref = next(iter(slots.get(index, "entity")), None)
        if slots.norm(index - 1) in verb.against and (ref is None or slots.role_of(ref) == slots.entity_role):
            raise Unreadable("unknown_attribute", f"Where somebody comes from or goes to ({slots.items[index].text!r}) is not in the data.")


def _verbs(slots: Slots) -> list[int]:
    return [
        index
        for index in slots.all("verb")
        if not slots.has(index, "attribute")
        and (not slots.has(index, "show") or _is_helped(slots, index))
        and not (slots.has(index, "noun") and slots.has(index - 1, "role") and not slots.norm(index - 1).endswith("s"))  # "executive exits"
        and _stands_beside(slots, index, slots.layer.verbs[slots.get(index, "verb")].beside)
    ]


def _stands_beside(slots: Slots, index: int, needed: list[str]) -> bool:
    """ "Roe was made CFO", "the executives that Acme lost": a verb that means something else without such words."""
    if not needed or any(slots.get(other, "role") in needed for other in slots.all("role")):
        return True
    posts = [other for other in slots.all("value") if slots.get(other, "value")[0] in needed]
    told = posts and posts[0] < index and slots.has(index + 1, "who", "which")  # "the CFO job went to whom"
    told = told or any(slots.get(other, "attribute") in needed for other in slots.all("attribute"))
    after = index + 1
    while slots.has(after, *_BEFORE_POST) or slots.norm(after) in ("new", "as", "of") or (slots.has(after, "value") and after not in posts):
        after += 1
    return (bool(told) or after in posts) and not any(True for _ in slots.all("noun"))


def _is_helped(slots: Slots, index: int) -> bool:
    """ "Whom did Acme name", and not "name the CFO"."""
    return any(slots.norm(before) in ("did", "does", "do", "to", "will") for before in range(index))


def _say(slots: Slots, said: dict[str, set[str]], where: dict[str, str]) -> None:
    for column, value in where.items():
        values = set(slots.layer.values_of(column, value))
        if column in said and said[column] != values:
            raise Unreadable("low_confidence", "The question speaks of several kinds of facts; ask for one.")
        said[column] = values


def _add(slots: Slots, column: str, values: set[str]) -> None:
    layer = slots.layer.values.get(column)
    filters: list[ValueFilter | TextFilter] = [*slots.values, *slots.texts]
    known = next((item for item in filters if item.column == column), None)
    if layer and layer.text and known is None:
        value = min(values)
        texts = slots.names.texts[slots.fact, column].texts_of("", value)
        slots.texts.append(TextFilter(column, texts, layer.labels.get(value, value), value))
    elif known is None:
        slots.values.append(ValueFilter(column, tuple(sorted(values))))
    elif isinstance(known, ValueFilter) and not values & set(known.values):
        raise Unreadable("low_confidence", f"Two conditions on the {column.replace('_', ' ')} contradict each other.")
