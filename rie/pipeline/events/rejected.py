"""Bids that are turned down: "Acme threw out a $5bn proposal from Globex and goes on with its purchase of Initech" tells two deals."""

import re
from collections.abc import Sequence

from rie.pack import Pack
from rie.pipeline.frame import Frame, Item
from rie.values import Money

SAID = 0.97  # of a role or a status that the words give
MADE, AGREED, ENDED = "proposed", "agreed", "terminated"  # a bid that is turned down has been made
_REJECTS = re.compile(
    r"(?:, [^,;]{2,60},)?"
    r"(?: (?:on|yesterday|today|last|has|have|had|also|again|said|says|it|that|was|is|are|were|flatly|promptly)\b(?: \w+day)?){0,5} "
    r"(?:reject(?:ed|s|ing)?|rebuff(?:ed|s|ing)?|snub(?:bed|s)?|spurn(?:ed|s)?|dismiss(?:ed|es)|threw out|throws out|turn(?:ed|s|ing) down"
    r"|refus(?:ed|es)|declin(?:ed|es)) (?:an?|the|another|its) [^.;]{0,50}$")
_FROM = re.compile(r" (?:from|by) (?:[\w'\u2019-]+ ){0,5}?$")
_ITS = re.compile(r"\b(?:its|their) (?:own )?(?:(?:planned|proposed|agreed|pending|friendly|recommended|earlier) ){0,2}$")
_BID = re.compile(r"(?:proposal|offer|bid|approach|overture)s?", re.IGNORECASE)


def part_rejected(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give a bid that its target turns down its own parties and sum, and take them from another deal of the same sentence.

    Args:
        pack: whose roles name who acts, and whose is what changes hands.
        found: the frames of a document, before they are joined.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        roles = pack.events[frame.event].roles
        buyer = next((name for name, spec in roles.items() if spec.acts), None)
        thing = next((spec.owner_of for spec in roles.values() if spec.owner_of), None)
        told = _told(frame, items, text) if buyer and thing and not items[frame.trigger].in_title else None
        if told is None or buyer is None or thing is None:
            continue
        target, bidder, sums = told
        for other in found:
            if other.event == frame.event and items[other.trigger].sentence == items[frame.trigger].sentence and other is not frame \
                    and _ITS.search(text[: items[other.trigger].start][-60:]):
                foreign = {items[bidder].identity, *(items[i].identity for i in sums)}
                other.roles = {role: [player for player in players if items[player[0]].identity not in foreign]
                               for role, players in other.roles.items() if role != buyer}
                other.roles = {role: players for role, players in other.roles.items() if players} | {buyer: [(target, SAID)]}
                other.status = AGREED if other.status == ENDED else other.status
        kept = {role: players for role, players in frame.roles.items() if role not in {buyer, thing} and roles[role].owner_of is None}
        for other in found:
            theirs = {items[i].identity for i, _ in other.roles.get(buyer, ())}
            if other is frame or (other.event == frame.event and other.status == ENDED and _BID.fullmatch(items[other.trigger].text)
                                  and items[bidder].identity in theirs):
                other.status, other.status_score = MADE, SAID
        frame.roles = {**kept, buyer: [(bidder, SAID)], thing: [(target, SAID)]}


def _told(frame: Frame, items: Sequence[Item], text: str) -> tuple[int, int, list[int]] | None:
    """Who turns a bid down, whose it is, and the sums between."""
    bid = items[frame.trigger]
    if not _BID.fullmatch(bid.text):
        return None
    here = [i for i, item in enumerate(items) if item.sentence == bid.sentence and item.label == "COMPANY" and not item.key]
    before = [i for i in here if items[i].end <= bid.start]
    behind = [i for i in here if items[i].start >= bid.end]
    if not before or not behind or not _REJECTS.fullmatch(text, items[before[-1]].end, bid.start):
        return None
    if not _FROM.fullmatch(text, bid.end, items[behind[0]].start) or items[before[-1]].identity == items[behind[0]].identity:
        return None
    sums = [i for i in range(before[-1], frame.trigger) if isinstance(items[i].value, Money)]
    return before[-1], behind[0], sums
