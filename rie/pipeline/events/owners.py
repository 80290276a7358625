"""Who owns what changes hands gives it up: "Acme's Initech Inc", "Initech Inc, a unit of Acme", "Initech was owned by Acme".

The name of the owner plays the role that the pack names (`owner_of`), where nobody plays it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from rie.pack import Pack, Role
from rie.pipeline.events.digests import are_apart
from rie.pipeline.events.references import OWN, antecedent
from rie.pipeline.frame import Frame, Item

OWNED = 0.8  # how sure such an owner is
NEXT = 3  # mentions behind a name among which its owner may stand: "a unit" refers too
REACH = 60  # characters before a sale in which a gain is told, which is that of who tells it
NEAR = 4  # sentences behind a deal in which it is told who owned what was sold
NEWS = 60  # days before the latest deal of a text within which another one is news too
POSSESSIVE = re.compile(r"['\u2019]s (?:<[A-Z.]+> ?)?(?:(?!\b(?:of|in|and|to)\b)[a-z-]+ ){0,2}")
_UNIT_NAME = re.compile(r" (?:(?!(?:of|in|and|to|or)\b)[a-z-]+ ){0,3}(?:unit|subsidiary|division|arm|affiliate) <?")  # "Acme unit Initech"
UNIT_OF = re.compile(
    r"\s?(?:<[A-Z.]+>\s?)?,? (?:which is )?(?:now )?(?:an? |the )?(?:[\w-]+ ){0,4}(?:unit|subsidiary|division|arm|affiliate) of (?:the )?"
    r"(?:[a-z-]+ ){0,3}<?", re.IGNORECASE)  # fmt: skip
OWNED_BY = re.compile(
    r"\s?(?:<[A-Z.]+>\s?)?,? (?:which is |an? (?:(?!(?:from|by)\b)[\w-]+ ){1,7})?"
    r"(?:wholly |jointly |majority |[\d.]+ (?:pct|percent) )?[ -]?owned by (?:the )?"
    r"(?:[a-z-]+ ){0,3}<?", re.IGNORECASE)  # fmt: skip
_GAIN = re.compile(r"\b(?:gains?|loss(?:es)?|profits?|proceeds)\b[^.;]{0,40}\b(?:on|from) (?:the |its |an? )?$", re.IGNORECASE)
_OF = re.compile(r"(?: (?:there|here))?,? of (?:the )?(?:[a-z-]+ ){0,3}<?")  # between a thing and its owner
_ITS = re.compile(  # between "its" and the name of what is owned
    r" (?:[\w-]+ ){0,4}(?:unit|subsidiary|division|arm|business|affiliate|offshoot|operation|brand|chain)"
    r"(?: (?:there|here|in (?:the )?[A-Z][\w-]+))?,? <?")
_WAS_OWNED = re.compile(
    r"(?:,? (?:which|who))? (?:was|were|is|are|has been|have been|had been)(?: (?:most recently|previously|formerly|until now|wholly"
    r"|jointly|privately|currently|then|fully|since (?:19|20)\d\d))*[ -](?:owned|controlled)(?: since (?:19|20)\d\d)? by (?:the )?"
    r"(?:(?!(?:and|or)\b)[a-z][a-z-]*,? ){0,4}<?")
_HAS_OWNED = re.compile(
    r",? (?:which |who )?(?:has|had|have) (?:\w+ )?(?:owned|controlled)(?: (?:all|most|the whole) of)? (?:the )?(?:[a-z-]+ ){0,4}<?")
_SELLER = re.compile(
    r"(?:^|[.;\n]) ?(?:The |the )?(?:seller|vendor|previous owner|former owner)s? (?:is|was|are|were)(?: the| an?)?"
    r"(?: [a-z][\w-]*,?){0,4} <?$")


def play_owners(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give frames the owners of what changes hands.

    Args:
        pack: whose roles name what they own.
        found: the frames of a document.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.owner_of is None or spec.owner_of not in frame.roles:
                continue
            _let_go(frame, role, spec, items, text)
            _let_possessor_go(frame, role, spec, items, text)
            gains = _GAIN.search(text, max(items[frame.trigger].start - REACH, 0), items[frame.trigger].start)
            if role not in frame.roles and not gains and (owner := _owner(frame, spec, items, text)) is not None:
                frame.roles[role] = [(owner, OWNED)]


def _let_go(frame: Frame, role: str, spec: Role, items: Sequence[Item], text: str) -> None:
    """Of an owner and what it owns, both taken for what changes hands, only the second does: "bought Acme's Initech Inc"."""
    thing = spec.owner_of or ""
    things = {number for number, _ in frame.roles[thing]}
    owners = [player for player in frame.roles[thing] if (player[0] + 1 in things and _owns(player[0], spec, items, text))
              or (player[0] - 1 in things and _is_of(player[0] - 1, spec, items, text))]
    for player in owners:
        frame.roles[thing].remove(player)
        frame.roles.setdefault(role, []).append(player)


def _let_possessor_go(frame: Frame, role: str, spec: Role, items: Sequence[Item], text: str) -> None:
    """ "Acme is out of Leeds: its toolmaking subsidiary, Initech, has gone to the managers": whom "its" means owns what is named."""
    thing = spec.owner_of or ""
    for number, _ in list(frame.roles[thing]):
        before = items[number - 1] if number and items[number].entity else None
        here = items[number].sentence == items[frame.trigger].sentence
        if before is None or not here or before.text.lower() != "its" or not _ITS.fullmatch(text, before.end, items[number].start):
            continue
        owner = antecedent(number - 1, items, {items[number].identity})
        if owner is None or not _can_own(items[owner], spec) or items[owner].in_title:
            continue
        others = [player for player in frame.roles[thing] if items[player[0]].identity != items[owner].identity]
        parties = {items[i].identity for name, players in frame.roles.items() if name != thing for i, _ in players}
        if others and role not in frame.roles and items[owner].identity not in parties:
            frame.roles[thing] = others
            frame.roles[role] = [(owner, OWNED)]


def add_owners(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give the news of a text the owner whom a sentence behind it names: "Initech was owned by Acme", "Acme has owned Initech since May",
    "The seller is Acme". Arguments as for `play_owners`.
    """
    last = max((frame.day for frame in joined if frame.day), default=None)
    for frame in joined:
        old = last is not None and frame.day is not None and (last - frame.day).days > NEWS
        for role, spec in pack.events[frame.event].roles.items():
            if spec.owner_of is None or spec.owner_of not in frame.roles or role in frame.roles or old:
                continue
            rivals = [other for other in joined if other is not frame and other.event == frame.event]
            owner = next(_told_behind(frame, spec, rivals, items, text), None)
            if owner is not None:
                frame.roles[role] = [(owner, OWNED)]


def _told_behind(frame: Frame, spec: Role, rivals: Sequence[Frame], items: Sequence[Item], text: str) -> Iterator[int]:
    """The names that the sentences of an event and those behind it call the owner of what changes hands."""
    parties = {items[i].identity for players in frame.roles.values() for i, _ in players}
    things = {items[i].identity for i, _ in frame.roles[spec.owner_of or ""]}
    triggers = [items[trigger] for trigger in frame.triggers if not items[trigger].in_title] or [items[frame.trigger]]
    first, until = min(one.sentence for one in triggers), max(one.sentence for one in triggers) + NEAR
    until = min([until, *(items[rival.trigger].sentence - 1 for rival in rivals if items[rival.trigger].sentence > first)])
    for number, item in enumerate(items):
        near = first <= item.sentence <= until and not are_apart(items[frame.trigger], item)
        if not near or not _can_own(item, spec) or item.identity in parties:
            continue
        before = next((i for i in range(number - 1, -1, -1) if items[i].entity or items[i].refers), number)
        behind = min(number + 1, len(items) - 1)
        owned = _WAS_OWNED.fullmatch(text, items[before].end, item.start) and _means(before, things, items)
        owns = _HAS_OWNED.fullmatch(text, item.end, items[behind].start) and _means(behind, things, items)
        if owned or owns or _SELLER.search(text, text.rfind("\n", 0, item.start) + 1, item.start):
            yield number


def _means(number: int, things: Collection[Any], items: Sequence[Item]) -> bool:
    """Whether a mention is one of some things, or a word that stands for one."""
    item = items[number]
    if item.refers is None or item.text.lower() in OWN:
        return item.identity in things and not item.key
    meant = antecedent(number, items, set())
    return meant is not None and items[meant].identity in things


def _owner(frame: Frame, spec: Role, items: Sequence[Item], text: str) -> int | None:
    """The name that the words beside what changes hands make its owner, and that plays no role yet."""
    parties = {items[number].identity for players in frame.roles.values() for number, _ in players}
    things = {items[number].identity for number, _ in frame.roles[spec.owner_of or ""]}
    here = items[frame.trigger].sentence
    near = [number for number, item in enumerate(items) if item.sentence == here and item.identity in things and not item.key]
    found = (owner for number in near for owner in _beside(number, spec, items, text) if items[owner].identity not in parties)
    named = any(items[i].entity for role, players in frame.roles.items() if role != spec.owner_of for i, _ in players)
    return next((owner for owner in found if named or not _is_of(owner - 1, spec, items, text)), None)


def _beside(number: int, spec: Role, items: Sequence[Item], text: str) -> Iterator[int]:
    if number and _owns(number - 1, spec, items, text):
        yield number - 1
    if _is_of(number, spec, items, text):
        yield number + 1
    for owner in range(number + 1, min(number + 1 + NEXT, len(items))):
        one = items[owner]
        if items[number].entity and _can_own(one, spec) and one.start > items[number].end:
            between = text[items[number].end : one.start]
            if UNIT_OF.fullmatch(between) or OWNED_BY.fullmatch(between):
                yield owner


def _is_of(number: int, spec: Role, items: Sequence[Item], text: str) -> bool:
    """Whether a thing without a name is told to be of the name behind it: "the grinding unit of Initech"."""
    here, after = items[number], items[number + 1] if number + 1 < len(items) else None
    if after is None or here.entity or here.refers or here.value is not None or here.term or not _can_own(after, spec):
        return False
    return _OF.fullmatch(text, here.end, after.start) is not None


def _owns(number: int, spec: Role, items: Sequence[Item], text: str) -> bool:
    """Whether a name owns, in the words of the text, what the next mention names."""
    one, two = items[number], items[number + 1]
    if not _can_own(one, spec) or two.start <= one.end:
        return False
    return bool(POSSESSIVE.fullmatch(text, one.end, two.start) or (two.entity and _UNIT_NAME.fullmatch(text, one.end, two.start)))


def _can_own(item: Item, spec: Role) -> bool:
    return item.entity is not None and item.label in spec.labels and not item.key
