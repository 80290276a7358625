"""Roles that the words around a mention tell, whatever the relation component made of it: "led by A and B", "from its founder, C",
"raising its stake to 60%", "roofing group D", "takes the total raised to $21m".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rie.pack import Pack, Role
from rie.pipeline.events.behind import around
from rie.pipeline.events.digests import are_apart
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import INFERRED, Frame, Item

TOTALS = 4  # sentences behind an event in which a total is told
NAMED = 0.6  # confidence of a role that the words before a name give
GIVEN = 0.9  # of one that they give to nobody else
NEAR = 2  # sentences between what is bought and what results
_JOINS = re.compile(
    r"(?: (?:and|&)|,? (?:together|jointly) with) (?:the |[A-Z][a-z]+(?:n|sh|ch|ese|ss) )?"
    r"(?:(?:existing|returning|new|fellow|previous|current|earlier|repeat) (?:investor|backer|shareholder) )?")
_DESCRIPTION = re.compile(r"(?: (?!(?:of|from|in|to|and|or|for|by|at|with|into|its|the|that|which|on|as)\b)[a-z-]+){0,2} <?")
_WHAT_IT_IS = re.compile(  # words between a place and the name of what is there; none of an owner's
    r"(?: (?!(?:of|from|in|to|and|or|for|by|at|with|into|its|the|that|which|on|as|unit|subsidiary|division|arm|affiliate|brand|business"
    r"|operation|said|says|has|have|will|is|was)\b)[a-z][a-z-]*){1,4} <?")
_OF = re.compile(r",? of (?:the |its |their )?")
_AND_ALSO = re.compile(r"(?s)(?!.*\b(?:which|who|that|whose)\b).*,? and (?:(?:has|have|also|then|separately|later|earlier) )*$")
_OWNED = re.compile(r"(?:\b(?:its|their|a|the)|['\u2019]s?) (?:[\w-]+ ){0,2}$")
_CALLED = re.compile(r"[,.)>]| (?:to|for|from|in)\b")  # behind a name that a thing is called by, not that of who tells of it
OWNER = 30  # characters before a thing in which "its" stands
BEHIND = 8  # characters behind a trigger that say what it means: "took over"
PHRASE = 70  # characters before a name in which words stand that tell its role
BEFORE = 30  # characters before a player in which the words stand that make it a joint one
_THEN = re.compile(  # between who does something and the verb
    r"(?:\s?,? (?:which|who|that))?(?: (?:also|has|had|have|already|earlier|later|recently|then|since|just|once|in turn"
    r"|(?:back )?(?:in|last|on) (?:(?:early|late|mid-?) ?)?(?:[A-Z][a-z]+(?: \d{1,2})?|year|month|week)(?: (?:19|20)\d\d)?"
    r"|in (?:19|20)\d\d|agreed to|agrees to|is to|was to|plans to|is set to),?){0,4} ", re.ASCII)
_WHICH = re.compile(r"\s?,? (?:which|who|that)\b")
_ITS = re.compile(r"\b(?:its|their) $", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r",? (?:(?:that is|which is|now|also|formerly|locally) )*(?:known as|called|named|trading as|that trades as) (?:the )?"
    r"[\"\u201c\u2018']?")


def play_jointly(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Led by A and B": both lead, whatever else the relation component made of the second."""
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.joint is None:
                continue
            known = {number for number, _ in frame.roles.get(role, ())}
            frame.roles.setdefault(role, []).extend(
                (number + 1, score) for number, score in list(frame.roles.get(role, ()))
                if is_joint(pack, spec, items[number], text) and number + 1 not in known and _and(items, number, text))
            if not frame.roles[role]:
                del frame.roles[role]


def is_joint(pack: Pack, spec: Role, item: Item, text: str) -> bool:
    """Whether the words right before a mention give it the role: "led by"."""
    words = (phrase for phrases in pack.terms[spec.joint].values.values() for phrase in phrases) if spec.joint else ()
    return any(re.search(word, text[max(item.start - BEFORE, 0) : item.start], re.IGNORECASE) for word in words)


def _and(items: Sequence[Item], number: int, text: str) -> bool:
    """Whether "and" joins a mention to the next one of its label."""
    return number + 1 < len(items) and items[number].label == items[number + 1].label \
        and _JOINS.fullmatch(text, items[number].end, items[number + 1].start) is not None


def play_named(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Bought Initech from its founder, Jane Roe": the name that such words tie to a trigger plays the role that nobody plays."""
    triggers = {event.trigger for event in pack.events.values()}
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.named_by is None or role in frame.roles or (frame.roles.keys() & _named_roles(pack, frame)):
                continue
            words = [re.compile(phrase, re.IGNORECASE) for phrases in pack.terms[spec.named_by].values.values() for phrase in phrases]
            number = next((i for i in _behind(frame, triggers, items) if items[i].entity and items[i].label in spec.labels
                           and any(word.search(text[items[frame.trigger].end : items[i].start]) for word in words)), None)
            never = Phrases(pack.terms[spec.never_around]) if spec.never_around and number is not None else None
            if number is not None and not (never and never.find(around(text, items[number]))):
                frame.roles[role] = [(number, NAMED)]


def play_acting(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "It took over Initech", "Hooli, which last year bought Initech": who stands right before a verb of his doing plays the role."""
    for frame in found:
        trigger = items[frame.trigger]
        for role, spec in pack.events[frame.event].roles.items():
            if spec.acts is None or role in frame.roles or frame.trigger == 0:
                continue
            before = [i for i in range(frame.trigger) if items[i].label in spec.labels and items[i].sentence == trigger.sentence]
            words = [re.compile(phrase, re.IGNORECASE) for phrases in pack.terms[spec.acts].values.values() for phrase in phrases]
            doing = any(word.match(text[trigger.start : trigger.end + BEHIND]) for word in words)
            doing = doing and bool(before) and _acts(items[before[-1]], trigger, text)
            if doing and not _plays(frame, before[-1], items):
                frame.roles[role] = [(before[-1], GIVEN)]


def _acts(who: Item, trigger: Item, text: str) -> bool:
    """Whether who is mentioned last before a verb does it: "the trust, which bought Initech" does, "the trust bought Initech" may not."""
    then = _THEN.fullmatch(text, who.end, trigger.start)
    return then is not None and (not who.text.lower().startswith("the ") or _WHICH.match(then[0]) is not None)


def _plays(frame: Frame, number: int, items: Sequence[Item]) -> bool:
    """Whether who is mentioned plays a role of the event."""
    return any(items[i].identity == items[number].identity for players in frame.roles.values() for i, _ in players)


def play_given(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Roe becomes CEO in succession to John Doe": a name behind such words plays the role that they give it in the event before them."""
    for frame in found:
        event = pack.events[frame.event]
        for role in [role for role in event.tie if role in frame.roles]:
            for other, terms in event.roles[role].told_by.items():
                words = [re.compile(phrase, re.IGNORECASE) for phrases in pack.terms[terms].values.values() for phrase in phrases]
                number = next((i for i in _up_to_next(frame, other, found, items) if items[i].label in event.roles[other].labels
                               and items[i].entity and any(word.search(text[: items[i].start][-PHRASE:]) for word in words)), None)
                if other in event.tie and other not in frame.roles and number is not None:
                    frame.roles[other] = [(number, GIVEN)]


def _up_to_next(frame: Frame, role: str, found: Sequence[Frame], items: Sequence[Item]) -> Iterator[int]:
    """The mentions behind a frame's trigger in its sentence and before the next frame's that play nothing in it, nor the role elsewhere."""
    played = {i for players in frame.roles.values() for i, _ in players}
    played |= {i for other in found if other.event == frame.event for i, _ in other.roles.get(role, ())}
    until = min((other.trigger for other in found if other.trigger > frame.trigger), default=len(items))
    for number in range(frame.trigger + 1, until):
        if items[number].sentence == items[frame.trigger].sentence and not items[number].key and number not in played:
            yield number


def play_on(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Acme acquired Initech and bought Hooli": who is told once acts for both verbs."""
    for before, frame in pairwise(sorted(found, key=lambda frame: frame.trigger)):
        for role, spec in pack.events[frame.event].roles.items():
            one_sentence = items[before.trigger].sentence == items[frame.trigger].sentence and before.event == frame.event
            acts = all(number < before.trigger for number, _ in before.roles.get(role, ()))  # not "was bought by Globex and bought Hooli"
            if spec.carried and one_sentence and role not in frame.roles and role in before.roles and acts \
                    and _AND_ALSO.match(text, items[before.trigger].end, items[frame.trigger].start):
                frame.roles[role] = list(before.roles[role])


def _named_roles(pack: Pack, frame: Frame) -> set[str]:
    return {role for role, spec in pack.events[frame.event].roles.items() if spec.named_by}


def _behind(frame: Frame, triggers: set[str], items: Sequence[Item]) -> Iterator[int]:
    """The mentions behind a frame's trigger, in its sentence and before the next trigger, that play no role in it."""
    played = {i for players in frame.roles.values() for i, _ in players}
    for number in range(frame.trigger + 1, len(items)):
        item = items[number]
        if item.key or item.sentence != items[frame.trigger].sentence or item.label in triggers:
            return
        if number not in played:
            yield number


def see_through(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """A thing gives its role to the name right behind it that it describes or is all of: "roofing group Nordtak" and "its courier unit,
    Parcelo Ltd," are Nordtak and Parcelo, "substantially all assets of Widget Corp" are Widget Corp.
    """
    for frame in found:
        for role, players in frame.roles.items():
            spec = pack.events[frame.event].roles[role]
            frame.roles[role] = [(number + _stands_for_next(number, spec, items, text), score) for number, score in players
                                 if not (spec.required and _describes_next(number, players, items, text))]


def _describes_next(number: int, players: Sequence[tuple[int, float]], items: Sequence[Item], text: str) -> bool:
    """Whether a player only says what the next one is: "bought Leeds label printer Initech"."""
    if not any(i == number + 1 for i, _ in players) or not items[number].entity or not items[number + 1].entity:
        return False
    return _WHAT_IT_IS.fullmatch(text, items[number].end, items[number + 1].start) is not None


def _stands_for_next(number: int, spec: Role, items: Sequence[Item], text: str) -> bool:
    """Whether a mention stands for the name behind it, as a term that the pack names or as an unnamed thing that describes it."""
    here, after = items[number], items[number + 1] if number + 1 < len(items) else None
    if after is None or after.key or here.key:
        return False
    if spec.through and here.term == spec.through and (after.entity or after.label == here.label):
        return _OF.fullmatch(text, here.end, after.start) is not None
    if here.entity or here.value is not None or here.refers or not after.entity or after.label not in spec.labels:
        return False
    if _KNOWN_AS.fullmatch(text, here.end, after.start):
        return True
    owned = _OWNED.search(text, max(here.start - OWNER, 0), here.start) and _CALLED.match(text, after.end)
    return bool(_DESCRIPTION.fullmatch(text, here.end, after.start) or (owned and text[here.end : after.start] == ", "))


def keep_added(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Bought 20%, raising its stake to 60%": what results gives way to what is bought, which makes one event of both."""
    for frame in found:
        for role, spec in pack.events[frame.event].roles.items():
            if spec.resulting is None or role not in frame.roles:
                continue
            words = [re.compile(phrase, re.IGNORECASE) for phrases in pack.terms[spec.resulting].values.values() for phrase in phrases]
            others = [player for other in found if other.event == frame.event for player in other.roles.get(role, ())]
            added = [player for player in others if not _is_behind(words, items[player[0]], text)]
            if added and _is_behind(words, items[frame.roles[role][0][0]], text) and not _later(frame, added, items):
                del frame.roles[role]


def _is_behind(words: Sequence[re.Pattern[str]], item: Item, text: str) -> bool:
    before = text[max(item.start - BEFORE, 0) : item.start]
    return any(word.search(before) for word in words)


def _later(frame: Frame, added: Sequence[tuple[int, float]], items: Sequence[Item]) -> bool:
    """Whether all that is added is told far from the frame, of which it is not."""
    return all(abs(items[number].sentence - items[frame.trigger].sentence) > NEAR for number, _ in added)


def add_totals(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "The money takes the total raised to $21m": a sum whose words name its role plays it for the last event told before."""
    used = {i for frame in joined for players in frame.roles.values() for i, _ in players}
    turning = {term for event in pack.events.values() for spec in event.roles.values() for term in spec.turns}
    for number, item in enumerate(items):
        if number in used or item.term not in turning:
            continue
        before = [frame for frame in joined if items[frame.triggers[-1]].start < item.start
                  and item.sentence - max(items[t].sentence for t in frame.triggers if items[t].start < item.start) <= TOTALS]
        before = [frame for frame in before if not are_apart(items[frame.trigger], item)]
        roles = ((frame, spec.turns[item.term]) for frame in reversed(before) for spec in pack.events[frame.event].roles.values()
                 if item.term in spec.turns and item.label in spec.labels)
        frame, role = next(roles, (None, ""))
        if frame is not None and role not in frame.roles and not _of_others(frame, item, items):
            frame.roles[role] = [(number, INFERRED)]


def _of_others(frame: Frame, item: Item, items: Sequence[Item]) -> bool:
    """Whether the sentence of a mention names somebody who plays no role in an event."""
    parties = {items[i].identity for players in frame.roles.values() for i, _ in players}
    return any(other.sentence == item.sentence and other.entity and other.identity not in parties for other in items)


def see_described(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Roe's Bakery has a new owner. Acme bought the Main Street landmark": a thing that the pack says may stand for a name stands for the
    only one told before that plays no role in the event.
    """
    for frame in found:
        parties = {items[i].identity for players in frame.roles.values() for i, _ in players if items[i].entity}
        for role, spec in pack.events[frame.event].roles.items():
            words = pack.terms[spec.stands_for].values.values() if spec.stands_for and role in frame.roles else ()
            phrases = re.compile("|".join(phrase for value in words for phrase in value), re.IGNORECASE) if words else None
            for place, (number, score) in enumerate(frame.roles[role] if phrases else ()):
                thing = items[number]
                others = {item.identity: i for i, item in reversed(list(enumerate(items))) if item.entity and item.label in spec.labels
                          and item.start < thing.start and item.identity not in parties}
                described = not thing.entity and text[: thing.start].lower().endswith("the ") and phrases and phrases.search(thing.text)
                if described and len(others) == 1:
                    frame.roles[role][place] = (next(iter(others.values())), score)


def prefer_names(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Acme is to expand its carton business with the acquisition of Initech": of two players of a role the name goes before the unnamed
    thing that is "its".
    """
    for frame in found:
        for role, players in frame.roles.items():
            named = [player for player in players if items[player[0]].entity]
            if named and pack.events[frame.event].joins and not items[players[0][0]].entity:
                owned = [player for player in players if player not in named and (
                    items[player[0]].in_title or _ITS.search(text[: items[player[0]].start][-8:]))]
                frame.roles[role] = [player for player in players if player not in owned] + owned
