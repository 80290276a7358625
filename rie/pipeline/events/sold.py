"""Who sells where the words say so and the relation component has it otherwise: "Acme told the agency it sold its entire stake", "bought
Acme's MedTec unit".
"""

import re
from collections.abc import Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item

_SELLS = re.compile(r"(?:sold|sells?|selling)$", re.IGNORECASE)
_WHO = re.compile(r"\b(?:it|he|she|they|which|who|company|group|partnership|firm)(?: (?:has|have|had|also|now|recently))* $", re.IGNORECASE)
_ITS = re.compile(
    r" (?:off )?(?:(?:all|most|part|some|half|a portion|the rest|the remainder|about half) of )?"
    r"(?:its|his|her|their|(?:all )?the (?:[\d,.]+(?: mln)?|entire|remaining|same)\b)", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:to|by|with|from|between) (?:(?:an?|the) )?<?$")
_THING = re.compile(
    r"(?:>?['\u2019]s?>?(?: <[A-Z.]+>)?|>(?= (?:[\w-]+ )?(?:stores|plants|mills|stations|hotels|restaurants|hospitals|branches)\b))"
    r" (?!(?:shares?|stock|interests?|stakes?|board|offer|bid|agreement|acquisition|purchase|takeover)\b)(?:[\w&.-]+\s){0,6}?"
    r"(?:units?|subsidiar(?:y|ies)|divisions?|operations?|business(?:es)?|stores|plants?|mills?|stations?|hotels?|restaurants|hospitals"
    r"|branches)\b(?!['\u2019])")
_NAMED = re.compile(r"(?:,? <?)?")  # between a part and its name
REACH = 40  # characters before a verb in which its subject stands


def part_units(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Acquired Acme's MedTec unit": who is named before a part owns what changes hands, also where the part is no mention of its own."""
    for role, spec in event.roles.items():
        thing = spec.owner_of
        players = frame.roles.get(thing, []) if thing else []
        if not thing or role in frame.roles or len({items[i].identity for i, _ in players if not items[i].in_title}) != 1:
            continue
        owner = next((player for player in players if _part_of(player[0], items, text)), None)
        inside = [i for i in _inside(owner[0], items, text) if items[i].label != "PLACE"] if owner else []
        if owner is None or len(inside) > 1 or any(items[i].label not in event.roles[thing].labels for i in inside):
            continue
        frame.roles[role] = [owner]
        frame.roles[thing] = [player for player in players if items[player[0]].identity != items[owner[0]].identity]
        frame.roles[thing] += [(i, owner[1]) for i in inside]
        if not frame.roles[thing]:
            del frame.roles[thing]


def _part_of(number: int, items: Sequence[Item], text: str) -> re.Match[str] | None:
    """The words behind a name for a part of whom it names."""
    owner = items[number]
    return _THING.match(text, owner.end) if owner.entity and not owner.in_title else None


def _inside(number: int, items: Sequence[Item], text: str) -> list[int]:
    """The mentions among the words for a part and its name behind them; what else stands in brackets is a ticker."""
    match = _part_of(number, items, text)
    named = _NAMED.match(text, match.end()) if match else None
    end = named.end() + 1 if named else 0
    return [i for i in range(number + 1, min(number + 4, len(items))) if match and match.start() <= items[i].start < end
            and (text[items[i].start - 1] != "<" or items[i].start > match.end())]


def turn_sellers(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "A group led by Acme said it sold its stake": who stands before a verb of selling in the active voice, and nobody else, sells.

    Args:
        pack: whose roles name who acts, and who gives up what.
        joined: the events of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in joined:
        roles = pack.events[frame.event].roles
        buyer = next((name for name, spec in roles.items() if spec.acts), None)
        seller = next((name for name, spec in roles.items() if spec.owner_of), None)
        if buyer is None or seller is None or buyer not in frame.roles or seller in frame.roles:
            continue
        players = [player for player in frame.roles[buyer] if not items[player[0]].in_title]
        verbs = [items[trigger] for trigger in frame.triggers if _is_active(items[trigger], text)]
        if players and any(all(_stands_before(items[i], verb, text) for i, _ in players) for verb in verbs):
            frame.roles[seller] = players
            del frame.roles[buyer]


def _is_active(verb: Item, text: str) -> bool:
    """Whether a verb tells that its subject, for which a word stands, sells its own."""
    before = text[max(verb.start - REACH, 0) : verb.start]
    return not verb.in_title and bool(_SELLS.match(verb.text) and _WHO.search(before) and _ITS.match(text, verb.end))


def _stands_before(who: Item, verb: Item, text: str) -> bool:
    """Whether a name stands before a verb, and not behind a word that makes it the other side."""
    return who.end <= verb.start and 0 <= verb.sentence - who.sentence <= 1 and (
        text[: who.start].endswith(("led by ", "led by <")) or not _BEHIND.search(text[max(who.start - 20, 0) : who.start]))
