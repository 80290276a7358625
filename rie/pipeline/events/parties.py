"""Who is no party of a deal in which the relation component gave him a role: the parent of a unit that acts by itself, another one of the
list that is sold, the owner of the buyer, who is called like what is sold, and who owns the part of something that changes hands.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.events.behind import around
from rie.pipeline.events.owners import OWNED_BY, POSSESSIVE, UNIT_OF
from rie.pipeline.events.sold import part_units
from rie.pipeline.frame import Frame, Item
from rie.values.name import form_words

BESIDE = 4  # mentions between a parent and its unit
SAID = 0.9  # of a role that the words give
_UNIT = r"(?:units?|subsidiar(?:y|ies)|divisions?|arms?|affiliates?|offshoots?)"
_ADJECTIVES = r"(?:(?!(?:unit|subsidiary|division|and|or|board)\b)[\w'\u2019.-]+ ){0,4}"
_ITS = re.compile(rf"[^.;]{{0,40}}?\b(?:its|his) {_ADJECTIVES}(?:{_UNIT},? )?<?")  # between a parent that speaks and its unit: "said its "
_IS_UNIT = re.compile(rf">?(?: <[A-Z.]+>)? {_UNIT}\b", re.IGNORECASE)
_UNIT_BEFORE = re.compile(rf"\b{_UNIT},? <?$", re.IGNORECASE)
_TITLED = re.compile(rf"(?:['\u2019]s?)?(?: <[A-Z.]+>)? {_UNIT} <?", re.IGNORECASE)  # "ACME UNIT INITECH"
_ITS_UNIT = re.compile(rf">?(?: <[A-Z.]+>)?, (?:its|a) [^;,]{{0,90}}?\b{_UNIT}\b,?", re.IGNORECASE)  # "Acme said Initech, its unit, bought"
_SHORT = re.compile(r">?,? \(?")  # between a name and its short form
_APPOSED = re.compile(r"\s?(?:<[A-Z.]+>\s?)?(?:,| \(|,? which\b| an?\b| now\b)")
_GENITIVE = re.compile(r"['\u2019]s?(?: <[A-Z.]+>)? ")
_SAID = re.compile(r">?(?: <[A-Z.]+>)? (?:said|says|announced)(?: that)? <?")
_SAID_ITS = re.compile(r">?(?: <[A-Z.]+>)? (?:said|says|announced)(?: that)? its <?")  # "Acme said its Initech Corp, agreed to"
_ACTS = re.compile(r">?,? (?:has |have |had |will )?(?:agreed|signed|acquired?|bought|buy|purchased?|sold|sell|completed|is to)\b")
_VEHICLE = re.compile(r"\b(?:Acquisitions?|Merger|Holdings?)\b", re.IGNORECASE)  # a company that only makes a bid
SELLS = re.compile(r"(?:sell|sold|sale|dispos|divest|unload)", re.IGNORECASE)
_GIVES = re.compile(
    r"\b(?:from|sell\w*|sold|sales?|vendors?|owners?|owned|parent|dispos\w+|divest\w*|unit|subsidiary|spin|spun|let go)\b", re.IGNORECASE)
_DONE, _OPEN = {"completed"}, {"rumoured", "proposed", "terminated"}
_BOUGHT = re.compile(r"acquired|bought|purchased")
_TO = re.compile(r"\b(?:to|by|with|between|which|who)\b|,? (?:was|were) ")
_OWN = re.compile(r"\b(?:its|their|his) (?:[\w-]+ ){0,3}<?$")
_LISTED = re.compile(r"(?:,|\band\b)")
_PART = re.compile(
    r"['\u2019]s? (?:<[A-Z.]+> )?(?:[\w.,$%/-]+ ){0,6}?(?:interests?|stakes?|share|holdings?|shareholding)"
    r" (?:in|of) (?:the |its )?<?(?P<more>.{0,40})")


def leave_untold(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Who is named in a sentence that tells nothing of a deal, and of nobody who gives anything up, sells nothing in it. Arguments as for
    `leave_bystanders`, before references are resolved.
    """
    for event, role in dict.fromkeys((frame.event, role) for frame in found for role in _owners(pack.events[frame.event])):
        sellers = [(frame, player) for frame in found if frame.event == event for player in frame.roles.get(role, ())]
        told = {number for frame, (number, _) in sellers if items[frame.trigger].sentence == items[number].sentence}
        for frame, player in sellers:
            item = items[player[0]]
            if player[0] not in told and item.entity and not item.key and not item.in_title and not _GIVES.search(around(text, item)):
                frame.roles[role] = [other for other in frame.roles[role] if other != player]
    for frame in found:
        frame.roles = {role: players for role, players in frame.roles.items() if players}


def leave_bystanders(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Take the roles of deals from who is no party of them.

    Args:
        pack: whose roles name what their players own.
        found: the frames of a document, their references resolved.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    deals = [frame for frame in found if _owners(pack.events[frame.event])]
    for frame in deals:
        event = pack.events[frame.event]
        for role in _owners(event):
            _part_interest(frame, role, event.roles[role].owner_of or "", items, text)
            part_units(event, frame, items, text)
            _leave_owners(frame, role, event.roles[role].owner_of or "", items, text)
            _leave_listed(event, frame, role, items, text)
            _leave_far(event, frame, role, items)
        frame.roles = {role: players for role, players in frame.roles.items() if players}


def are_sale_and_bid(event: Event, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether one frame tells that an owner has sold and the other that somebody else bids or once bid: "Acme sold its 5 pct of Initech.
    Globex has agreed in principle to acquire Initech."
    """
    owner = next((role for role, spec in event.roles.items() if spec.owner_of), None)
    buyer = next((role for role, spec in event.roles.items() if spec.acts), None)
    sale, bid = (one, other) if owner in one.roles else (other, one)
    apart = not {items[t].sentence for t in sale.triggers} & {items[t].sentence for t in bid.triggers}
    return bool(owner and buyer and apart) and owner in sale.roles and buyer not in sale.roles and owner not in bid.roles \
        and sale.status in _DONE and bid.status in _OPEN and any(SELLS.match(items[t].text) for t in sale.triggers) \
        and bool({buyer, "date"} & bid.roles.keys()) and not any(SELLS.match(items[t].text) for t in bid.triggers)


def leave_parents(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Acme said its Initech unit bought Hooli": of a unit with a name and its parent the unit does it. Arguments as for
    `leave_bystanders`.
    """
    parents = dict(_parents(items, text)) if any(_owners(pack.events[frame.event]) for frame in joined) else {}
    for frame in joined:
        for role in [role for role, spec in pack.events[frame.event].roles.items() if spec.distinct and role in frame.roles]:
            players = {items[i].identity for i, _ in frame.roles[role]}
            above = {parents[identity] for identity in players & parents.keys()}
            kept = [player for player in frame.roles[role] if items[player[0]].identity not in above]
            frame.roles[role] = kept or frame.roles[role]
        _leave_bought(pack.events[frame.event], frame, items, text)


def _leave_bought(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """Nobody buys himself, also under the short name that stands behind his name, or sells himself."""
    for owner in _owners(event):
        bought = [items[i] for i, _ in frame.roles.get(event.roles[owner].owner_of or "", ())]
        things = {item.identity for item in bought}
        for role in [name for name, spec in event.roles.items() if (spec.acts or name == owner) and name in frame.roles]:
            frame.roles[role] = [player for player in frame.roles[role] if items[player[0]].identity not in things
                                 and not any(_is_called(item, items[player[0]], text) for item in bought)]
            if not frame.roles[role]:
                del frame.roles[role]


def _is_called(name: Item, short: Item, text: str) -> bool:
    """Whether a word in capitals right behind a name is short for it: "Societe Generale Alsacienne de Banque, SOGENAL,"."""
    beside = name.end < short.start and _SHORT.fullmatch(text, name.end, short.start) and text[short.end : short.end + 1] in {",", ")"}
    letters = iter(name.text.lower())
    return bool(beside and short.text.isupper() and short.text[0] == name.text[0].upper() and all(letter in letters for letter in
                                                                                                   short.text.lower()))


def _owners(event: Event) -> list[str]:
    return [role for role, spec in event.roles.items() if spec.owner_of]


def _parents(items: Sequence[Item], text: str) -> Iterator[tuple[Any, Any]]:
    """What the text calls a unit of what: "Acme said its Initech unit", "Acme's Initech unit", "Initech, a unit of Acme"."""
    named = [item for item in items if item.entity and not item.key]
    for place, one in enumerate(named):
        for two in named[place + 1 : place + 1 + BESIDE]:
            if two.sentence - one.sentence > 1 or one.identity == two.identity or one.label != two.label or _VEHICLE.search(two.text):
                continue
            between = text[one.end : two.start].removeprefix(">").removesuffix("<").replace("\n", " ")
            if _APPOSED.match(between) and UNIT_OF.fullmatch(between):
                yield one.identity, two.identity
            elif _names_unit(between, text, two):
                yield two.identity, one.identity


def _names_unit(between: str, text: str, unit: Item) -> bool:
    """Whether the words between a parent and a name, and behind that, make it a unit of the parent."""
    if _TITLED.fullmatch(between) or (_GENITIVE.fullmatch(between) and form_words(unit.text)):
        return True
    told = _IS_UNIT.match(text, unit.end) or _UNIT_BEFORE.search(between)
    if told and (POSSESSIVE.fullmatch(between) or between == " " or _ITS.fullmatch(between)):
        return True
    if _SAID_ITS.fullmatch(between) and form_words(unit.text) and _ACTS.match(text, unit.end):
        return True
    return bool(_SAID.fullmatch(between) and _ITS_UNIT.match(text, unit.end))


def _part_interest(frame: Frame, role: str, thing: str, items: Sequence[Item], text: str) -> None:
    """ "Acquired Acme's one-third interest in Initech": whose interest it is sells, and what it is in changes hands."""
    for number, score in list(frame.roles.get(thing, ())):
        owns = _PART.match(text, items[number].end) if items[number].entity else None
        if owns is None or items[number].sentence != items[frame.trigger].sentence:
            continue
        inside = next((i for i in range(number + 1, len(items)) if items[i].start == owns.start("more")), None)
        frame.roles[thing] = [player for player in frame.roles[thing] if items[player[0]].identity != items[number].identity]
        frame.roles.setdefault(role, [(number, score)])
        if inside is not None and items[inside].entity and items[inside].label == items[number].label \
                and all(i != inside for i, _ in frame.roles[thing]):
            frame.roles[thing].append((inside, SAID))


def _leave_owners(frame: Frame, role: str, thing: str, items: Sequence[Item], text: str) -> None:
    """ "To Initech, which is owned by Acme": the owner of another party than what changes hands gives nothing up."""
    others = [i for name, players in frame.roles.items() if name not in {role, thing} for i, _ in players if items[i].entity]
    owners = {number for number, _ in frame.roles.get(role, ()) for i in others
              if 0 < number - i <= BESIDE and _tells_owner(text[items[i].end : items[number].start])}
    if owners:
        frame.roles[role] = [player for player in frame.roles[role] if player[0] not in owners]


def is_told_far(frame: Frame, number: int, items: Sequence[Item]) -> bool:
    """ "It was acquired last year": who gives something up in another sentence did not sell it then."""
    verb = items[frame.trigger]
    return not verb.in_title and _BOUGHT.fullmatch(verb.text) is not None and items[number].sentence != verb.sentence


def _leave_far(event: Event, frame: Frame, role: str, items: Sequence[Item]) -> None:
    if role in frame.roles and not any(spec.acts and name in frame.roles for name, spec in event.roles.items()):
        frame.roles[role] = [player for player in frame.roles[role] if not is_told_far(frame, player[0], items)]


def _tells_owner(between: str) -> bool:
    return bool(_APPOSED.match(between) and (UNIT_OF.fullmatch(between) or OWNED_BY.fullmatch(between)))


def _leave_listed(event: Event, frame: Frame, role: str, items: Sequence[Item], text: str) -> None:
    """ "Agreed to sell its A, B and C subsidiaries to managers", "its Initech unit to Acme": who stands in the list behind a verb of
    selling, or is called a part of the seller there, is sold.
    """
    verb, thing = items[frame.trigger], event.roles[role].owner_of or ""
    if not SELLS.match(verb.text):
        return
    for other in [name for name, spec in event.roles.items() if spec.acts and name in frame.roles]:
        listed = [player for player in frame.roles[other] if player[0] > frame.trigger and items[player[0]].sentence == verb.sentence
                  and not _TO.search(between := text[verb.end : items[player[0]].start])
                  and (_LISTED.search(between) or (_OWN.search(between) and _IS_UNIT.match(text, items[player[0]].end)))]
        frame.roles[other] = [player for player in frame.roles[other] if player not in listed]
        frame.roles.setdefault(thing, []).extend(player for player in listed if items[player[0]].label in event.roles[thing].labels)
