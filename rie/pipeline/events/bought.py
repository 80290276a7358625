"""Who buys and what is bought, where the words beside a deal say it and nobody plays the role: "grew by buying Initech", "the purchase of
its rival Initech", "Acme's cement division, which was formed around Initech, bought in 1999".
"""

import re
from collections.abc import Sequence

from rie.pack import Pack
from rie.pipeline.events.references import antecedent
from rie.pipeline.frame import Frame, Item

SAID = 0.9  # of a role that the words give
REACH = 40  # characters before a deal in which it is told how somebody came to something
_FORMED = re.compile(  # between a part of a company and what it was made of
    r"(?:,? (?:which|that))? (?:was|were|is|has been|had been) (?:originally |largely |mostly )?"
    r"(?:formed|created|built(?: up)?|established|assembled|set up|put together|founded|started|enlarged|strengthened)\b[^.;]{0,40}"
    r"\b(?:around|through|by|from|with|via|on|upon|of)\b")
_OWNER = re.compile(r"['\u2019]s? (?:[a-z-]+ ){0,2}$|^ (?:[a-z-]+ ){0,2}$")
_POSSESSIVE = re.compile(r"['\u2019]s?\b")
_MEANS = re.compile(  # right before a deal that is how the subject of its sentence came to something
    r"\b(?:by|through|via|thanks to|on the back of|as a result of)(?: (?:its|the|an?))?"
    r"(?: (?:early|late|earlier|recent|subsequent|successful|friendly|hostile|(?:(?-i:[A-Z][a-z]{2,8}) )?(?:19|20)\d\d))* $", re.IGNORECASE)
_NOUN = re.compile(r"(?:acquisition|purchase|takeover|buyout|buy-out|buying|acquiring|purchasing)$", re.IGNORECASE)
_OURS = re.compile(r" (?:[a-z-]+ ){0,3}(?:acquisition|purchase|takeover) of ")
_PARTICIPLE = re.compile(r"(?:acquired|bought|purchased|picked|snapped)$", re.IGNORECASE)
_APART = re.compile(r",? (?:(?:which|that) (?:was|were|it) )?")  # between a name and the participle that tells when it was bought
_WHEN = re.compile(  # behind a participle that tells when something was bought, and not by whom
    r"(?: up)?(?: (?:for|at) [^,;.]{1,25})?,? (?:(?:back|early|late) )?(?:in|last|on|that) (?:(?:the|early|late|mid) )?"
    r"(?:\d|[A-Z]|(?:year|month|week|spring|summer|autumn|fall|winter)\b)(?![^,;.]*\bby\b)")
_OBJECT = re.compile(  # between a verb or noun of buying and the name of what is bought
    r" (?:of )?(?:(?:its|the|their|an?|all|all of|his|her) )*(?:[A-Z][\w-]+ )?"
    r"(?:(?!(?:of|from|in|by|with|to|for|at|and|or|on|as|than|its|the|stakes?|shares?|stock|assets|percent|pct|cent|interest|control|units?"
    r"|divisions?|business(?:es)?|rights|plants?)\b)[a-z][a-z-]* ){0,5}<?")


def play_bought(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give deals the buyer and the thing that the words beside their verb or noun tell.

    Args:
        pack: whose roles name who acts, and whose is what changes hands.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        roles = pack.events[frame.event].roles
        buyer = next((name for name, spec in roles.items() if spec.acts), None)
        thing = next((spec.owner_of for spec in roles.values() if spec.owner_of), None)
        if buyer is None or thing is None or items[frame.trigger].in_title:
            continue
        _leave_formed(frame, buyer, thing, items, text)
        if thing not in frame.roles and (number := _object(frame, roles[thing].labels, items, text)) is not None:
            frame.roles[thing] = [(number, SAID)]
        if buyer not in frame.roles and (number := _subject(frame, pack, thing, items, text)) is not None:
            frame.roles[buyer] = [(number, SAID)]


def _leave_formed(frame: Frame, buyer: str, thing: str, items: Sequence[Item], text: str) -> None:
    """What was formed by a deal does not change hands in it; whose it is buys."""
    players = frame.roles.get(thing, [])
    named = [player for player in players if items[player[0]].entity]
    for number, score in [player for player in players if not items[player[0]].entity and not items[player[0]].refers]:
        until = min([items[i].start for i, _ in named if i > number], default=0)
        if not until or not _FORMED.match(text[items[number].end : until]):
            continue
        frame.roles[thing] = [player for player in frame.roles[thing] if player != (number, score)]
        owner = number - 1
        tied = number and items[owner].sentence == items[number].sentence and _OWNER.fullmatch(text[items[owner].end : items[number].start])
        who = _named(owner, frame, items) if tied else None
        if who is not None and buyer not in frame.roles:
            frame.roles[buyer] = [(who, SAID)]


def _named(number: int, frame: Frame, items: Sequence[Item]) -> int | None:
    """The name that a mention is or stands for, other than that of who plays a role in an event."""
    played = {items[i].identity for players in frame.roles.values() for i, _ in players if items[i].entity}
    found = antecedent(number, items, played) if items[number].refers else number
    return found if found is not None and items[found].entity and items[found].identity not in played else None


def _object(frame: Frame, labels: Sequence[str], items: Sequence[Item], text: str) -> int | None:
    """The name right behind a noun or participle of buying."""
    trigger = items[frame.trigger]
    if not _NOUN.search(trigger.text):
        return None
    played = {items[i].identity for players in frame.roles.values() for i, _ in players}
    behind = (i for i in range(frame.trigger + 1, len(items)) if items[i].label in labels and not items[i].refers)
    number = next(behind, None)
    if number is None or items[number].identity in played or not items[number].entity or items[number].sentence != trigger.sentence:
        return None
    owns = _POSSESSIVE.match(text, items[number].end)
    return number if not owns and _OBJECT.fullmatch(text, trigger.end, items[number].start) else None


def _subject(frame: Frame, pack: Pack, thing: str, items: Sequence[Item], text: str) -> int | None:
    """Who speaks of "our acquisition of Initech"; the company told of nearest before "by buying Initech" or "Initech, bought in 1999"."""
    trigger = items[frame.trigger]
    before = items[frame.trigger - 1] if frame.trigger else trigger
    if before.text.lower() == "our" and _OURS.fullmatch(text, before.end, trigger.end + 4):
        return _named(frame.trigger - 1, frame, items)
    things = {items[i].identity for i, _ in frame.roles.get(thing, ())}
    means = _NOUN.search(trigger.text) and _MEANS.search(text[max(trigger.start - REACH, 0) : trigger.start])
    start = frame.trigger
    if not means:
        start -= 1
        apart = frame.trigger and _PARTICIPLE.search(trigger.text) and items[start].identity in things \
            and _APART.fullmatch(text, items[start].end, trigger.start) and "," in text[items[start].end : trigger.start] \
            and _WHEN.match(text, trigger.end)
        if not apart:
            return None
    told = (i for i in range(start - 1, -1, -1) if items[i].entity or items[i].refers or items[i].label == trigger.label)
    nearest = next((i for i in told if not items[i].indirect), None)
    if nearest is None or items[nearest].sentence != trigger.sentence or items[nearest].key:
        return None
    is_company = pack.labels[items[nearest].refers or items[nearest].label].entity == "company"
    return _named(nearest, frame, items) if is_company else None
