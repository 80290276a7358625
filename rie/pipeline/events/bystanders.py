"""Who and what stands in the sentence of a change and plays no role in it: whom somebody is the nominee of, who signed the notice, since
when a post is vacant.
"""

import re
from collections.abc import Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item

REACH = 90  # characters before a mention that are read
_ASIDE = re.compile(  # "Roe, the nominee of the shareholder Globex, was appointed"
    r"\b(?:nominees?|representatives?|appointees?|designees?|delegates?|proteg[eé]s?|colleagues?|friends?|aides?|assistants?|lawyers?"
    r"|spokes(?:man|woman|person)) (?:of|to|for) (?:(?!\b(?:and|who|was|is|has|will)\b)[^.,;]){0,70}$", re.IGNORECASE)
_SIGNED = re.compile(  # "in a statement signed by the secretary, Jane Roe, the bank announced the appointment of John Doe"
    r"\b(?:signed|issued|released|made available|sent|written|read|quoted|read out) (?:[a-z]+ ){0,3}by (?:(?!\b(?:who|that|which)\b)[^;\n]){0,70}$")
_NOUN = re.compile(r"(?:appointment|election|promotion|elevation|resignation|retirement|departure|exit|removal|dismissal|hiring|death)s?",
                   re.IGNORECASE)
_OF = re.compile(r" of (?:(?:its|the|our|their) [^.,;]{0,40}, )?(?:[A-Z][a-z]{1,6}\.? )?(?:\([A-Z][a-z]{1,4}\.?\) )?")
_SINCE = re.compile(r"(?<!effective )(?<!effect )\bsince (?:early |late |last |mid-?)?$", re.IGNORECASE)


def leave_out(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Take from changes the people and days that only stand beside those that play in them; references are unresolved.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        if len(event.tie) < 2:
            continue
        for role in frame.roles.keys() & set(event.tie):
            _keep(frame, role, [player for player in frame.roles[role] if not _is_beside(items[player[0]], text)])
            _keep(frame, role, _of_noun(event, frame, role, items, text))
        for role in [role for role, spec in event.roles.items() if spec.as_before and role in frame.roles]:
            _keep(frame, role, [player for player in frame.roles[role] if not _SINCE.search(text[: items[player[0]].start][-REACH:])])


def _keep(frame: Frame, role: str, players: list[tuple[int, float]]) -> None:
    frame.roles[role] = players
    if not players:
        del frame.roles[role]


def _is_beside(item: Item, text: str) -> bool:
    before = text[max(item.start - REACH, 0) : item.start]
    return bool(_ASIDE.search(before) or _SIGNED.search(before))


def _of_noun(event: Event, frame: Frame, role: str, items: Sequence[Item], text: str) -> list[tuple[int, float]]:
    """ "Doe announced the appointment of Jane Roe": of a noun that is told of somebody behind it nobody is who stands before it."""
    players = frame.roles.get(role, [])
    verb, behind = items[frame.trigger], frame.trigger + 1
    while behind < len(items) and items[behind].label not in event.roles[role].labels and items[behind].sentence == verb.sentence:
        behind += 1
    told = _NOUN.fullmatch(verb.text) and any(i == behind for i, _ in players) and _OF.fullmatch(text, verb.end, items[behind].start)
    return [(i, s) for i, s in players if items[i].sentence != verb.sentence or i > frame.trigger] if told else players
