"""In whose place somebody comes, where the words name neither post nor company: "Jane Roe takes his place", "Doe gives up that job and
will be chairman", "Roe takes over from her as treasurer".
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item

GIVEN = 0.9  # of a role that words give
LIKELY = 0.5  # of a post that a change is told of
REACH = 100  # characters before a verb that are read
NEAR = 2  # sentences between a change and the one that it speaks of
FAR = 4  # and between a departure and the successor told behind it
_NOUN = r"(?:place|job|post|role|position|seat|chair|mantle|duties)\b"
_TAKES = re.compile(rf"\b(?:takes?|took|taking|taken|assum\w+|fills?|filled|steps? into|stepped into)(?: on| over| up)?"
                    rf" (?:his|her|their|[A-Z][\w.]+['\u2019]s?) {_NOUN}(?! (?:of|as)\b)")
_SUCCEEDS = re.compile(
    r"\b(?:replace|succeed) (?:him|her|them)\b"
    r"|\bsuccessor (?:is|will be)\b|\b(?:replaced|succeeded) by\b|\btak(?:e|es|ing|en) over(?=[.,;)]"
    r"| (?:on|in|next|at the|immediately|with immediate|the following|when|once|after|this|later)\b)"
    r"|\b(?:join|nam|appoint|hir|elect|pick|choos|chosen|select|recruit|tapp|install|promot|identif|lin)\w*\b[^.;\n]{0,60}?"
    r"\b(?:as|to be|up) (?:(?:his|her|their|(?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+['\u2019]s?) )?(?:eventual |permanent |chosen )?"
    r"(?:successor|replacement)\b(?! (?:as|in|at)\b)")
_GIVES_UP = re.compile(rf"\b(?:giv(?:es?|ing) up|gave up|relinquish\w*|leav(?:es?|ing)|left|vacat\w+|quits?)"
                       rf" (?:that|this|the|the same) {_NOUN}(?! (?:of|as)\b)")
_FROM = re.compile(r"\b(?:tak(?:es?|ing)|took) over from (?:M[rs]{1,2}\.? |Dr\.? |Sir |Dame )?|\b(?:succeed|replac)(?:e|s|es|ed|ing) ")
_TITLE = re.compile(r"\b(Mr|Sir|Lord|Mrs|Ms|Miss|Dame)\b")
_AS = re.compile(r" as (?:an? |the |its |their )?")
_WILL_BE = re.compile(
    r",? (?:and|but|to|before) (?:then )?(?:(?:will|is to|would) (?:be|become|serve as)|becom(?:es|ing|e))(?: the| its| an?)* $")
_REPLACES = re.compile(r"(?:replace|succeed)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:, [^,.;]{3,60},)?(?: who is)? to ")  # between a person and the verb
_TAKEN = re.compile(
    r"\b(?:elect|appoint|nam|hir|recruit|promot|pick|chos|tapp|install|select)\w*,? (?:[^.;:\n]{0,60} )?to $", re.IGNORECASE)
_WHOM = re.compile(r" (?:him|her|them)\b")
_COMMA = re.compile(r" (?:him|her|them), (?:(?:M[rs]{1,2}|Dr|Sir)\.? )?")


def add_replacing(pack: Pack, found: list[Frame], items: Sequence[Item], text: str) -> None:
    """ "Named director Jane Roe to replace him", "elected, to replace him, Jane Roe": she takes up what he leaves; adds such changes.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        if len(event.tie) < 2:
            continue
        people = event.roles[event.tie[0]].labels
        told = {i for frame in found if frame.event == name and event.tie[0] in frame.roles for i in frame.triggers}
        for number, verb in enumerate(items):
            if verb.label != event.trigger or number in told or not _REPLACES.fullmatch(verb.text) or verb.in_title \
                    or not _WHOM.match(text, verb.end) or not _TAKEN.search(text[max(verb.start - REACH, 0) : verb.start]):
                continue
            near = [i for i in (number - 1, number + 1, number + 2) if 0 <= i < len(items) and items[i].label in people and items[i].entity
                    and items[i].sentence == verb.sentence]
            who = next((i for i in near if (_BEFORE.fullmatch(text, items[i].end, verb.start) if i < number
                                            else _COMMA.fullmatch(text, verb.end, items[i].start))), None)
            if who is not None:
                found[:] = [frame for frame in found if frame.event != name or number not in frame.triggers]
                found.append(Frame(name, number, roles={event.tie[0]: [(who, GIVEN)]}, triggers=[number]))
    found.sort(key=lambda frame: frame.trigger)


def play_from(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Roe will take over from her as treasurer": she whom the verb is said of leaves what is taken over; references are unresolved.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        tie, number = pack.events[frame.event].tie, frame.trigger + 1
        if not tie or tie[0] not in frame.roles or tie[-1] in frame.roles or number >= len(items):
            continue
        whom, verb = items[number], items[frame.trigger]
        posts = [i for i in range(number + 1, min(number + 3, len(items))) if i in dict(frame.roles.get(_post(pack, frame) or "", ()))]
        told = whom.label in pack.events[frame.event].roles[tie[-1]].labels and _FROM.fullmatch(text, verb.start, whom.start)
        if told and posts and _AS.fullmatch(text, whom.end, items[posts[0]].start):
            meant = number if whom.entity else _meant(number, {items[i].identity for i, _ in frame.roles[tie[0]]}, items, text)
            if meant is not None:
                frame.roles[tie[-1]], frame.alone = [(meant, GIVEN)], True


def _meant(pronoun: int, others: Set[Any], items: Sequence[Item], text: str) -> int | None:
    """The person named last before a pronoun, who is none of the others and of no other sex as far as a title says."""
    label = items[pronoun].refers
    before = (i for i in range(pronoun - 1, -1, -1) if items[i].label == label and items[i].entity and items[i].identity not in others)
    person = next(before, None)
    if person is None or items[pronoun].sentence - items[person].sentence > NEAR:
        return None
    title = _TITLE.search(text[: items[person].end][-len(items[person].text) - 6 :])
    female = items[pronoun].text.lower().startswith("her")
    return None if title and (title[1] in {"Ms", "Mrs", "Miss", "Dame"}) != female else person


def take_places(pack: Pack, joined: list[Frame], items: Sequence[Item], text: str) -> None:
    """Give changes that speak of a post told just before that post, and its company.

    Args:
        pack: whose events tie people to posts.
        joined: the events of a document; who takes up another post instead adds one.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in list(joined):
        event, post = pack.events[frame.event], _post(pack, frame)
        if post is None or len(event.tie) < 2 or items[frame.trigger].in_title:
            continue
        if frame.roles.keys() >= set(event.tie) and post not in frame.roles:
            _leave_as(event, frame, joined, post, items)
        elif event.tie[0] in frame.roles and any(_TAKES.match(text, items[trigger].start) for trigger in frame.triggers):
            _play_as(event, frame, _told_before(frame, joined, (event.tie[-1], post), items), post)
        elif _succeeds(event, frame, post, items, text):
            _play_as(event, frame, _told_before(frame, joined, (event.tie[-1], post), items, FAR), post)
        elif event.tie[-1] in frame.roles and any(_GIVES_UP.match(text, items[trigger].start) for trigger in frame.triggers):
            home = _told_before(frame, joined, (event.tie[0], post), items)
            joined += _give_up(event, frame, home, items, text) if home else ()


def _leave_as(event: Event, frame: Frame, joined: Sequence[Frame], post: str, items: Sequence[Item]) -> None:
    """ "Roe was named chief executive. She takes over from John Doe": he leaves the post that she is told to take up."""
    who = {items[i].identity for i, _ in frame.roles[event.tie[0]]}
    home = next((other for other in joined if other.event == frame.event and other is not frame and post in other.roles
                 and event.tie[-1] not in other.roles and who & {items[i].identity for i, _ in other.roles.get(event.tie[0], ())}
                 and 0 <= items[frame.trigger].sentence - items[other.triggers[0]].sentence <= FAR), None)
    if home is not None:
        _play_as(event, frame, home, post)
        del frame.roles[event.tie[0]]


def _succeeds(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> bool:
    """Whether somebody alone is told to come as a successor, to no post that words name: "Jane Roe will join us as his successor"."""
    return frame.roles.keys() & set(event.tie) == {event.tie[0]} and all(score < LIKELY for _, score in frame.roles.get(post, ())) \
        and any(_SUCCEEDS.match(text, items[trigger].start) for trigger in frame.triggers)


def _told_before(frame: Frame, joined: Sequence[Frame], roles: tuple[str, str], items: Sequence[Item], near: int = NEAR) -> Frame | None:
    """The change told last before that has players of the roles: somebody, and a post."""
    here = items[frame.trigger]
    before = [other for other in joined if other.event == frame.event and other is not frame and other.roles.keys() >= set(roles)
              and items[other.trigger].start < here.start and here.sentence - items[other.trigger].sentence <= near]
    return max(before, key=lambda other: items[other.trigger].start, default=None)


def _play_as(event: Event, frame: Frame, home: Frame | None, post: str) -> None:
    """Take over the post and the required roles of another change."""
    if home is None:
        return
    for role in (post, *(role for role, spec in event.roles.items() if spec.required)):
        if role in home.roles:
            frame.roles[role] = list(home.roles[role])
            frame.inferred |= {role} & home.inferred


def _give_up(event: Event, frame: Frame, home: Frame, items: Sequence[Item], text: str) -> Iterator[Frame]:
    """Leave the post told before; one that words behind tell to come is taken up."""
    post = next(role for role, spec in event.roles.items() if spec.paired)
    coming = [player for player in frame.roles.get(post, ()) if player[0] > frame.trigger
              and _WILL_BE.search(text[items[frame.trigger].end : items[player[0]].start])]
    person = frame.roles[event.tie[-1]]
    others = {role: players for role, players in frame.roles.items() if role not in event.tie}
    _play_as(event, frame, home, post)
    if coming:
        roles = {**others, **{role: frame.roles[role] for role, spec in event.roles.items() if spec.required and role in frame.roles}}
        yield replace(frame, roles={**roles, event.tie[0]: list(person), post: coming}, triggers=list(frame.triggers),
                      inferred=set(frame.inferred))


def _post(pack: Pack, frame: Frame) -> str | None:
    return next((role for role, spec in pack.events[frame.event].roles.items() if spec.paired), None)
