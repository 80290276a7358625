"""Who and what stands in the sentence of a change and plays no role in it: whom somebody is the nominee of, who signed the notice, since
when a post is vacant.
"""

import re
from collections.abc import Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.names.honours import TITLE

LIKELY = 0.75  # of somebody that the title of a change does not name
SAID = 0.9  # of a role that words give
REACH = 90  # characters before a mention that are read
_ASIDE = re.compile(  # "Roe, the nominee of the shareholder Globex, was appointed"
    r"\b(?:nominees?|representatives?|appointees?|designees?|delegates?|proteg[eé]s?|colleagues?|friends?|aides?|assistants?|lawyers?"
    r"|spokes(?:man|woman|person)) (?:of|to|for) (?:(?!\b(?:and|who|was|is|has|will)\b)[^.,;]){0,70}$", re.IGNORECASE)
_SIGNED = re.compile(  # "in a statement signed by the secretary, Jane Roe, the bank announced the appointment of John Doe"
    r"\b(?:signed|issued|released|made available|sent|written|read|quoted) (?:[a-z]+ ){0,3}by "
    rf"(?:(?!\b(?:who|that|which)\b)[^.,;\n]){{0,50}}(?:, )?{TITLE}$")
_NOUN = re.compile(r"(?:appointment|election|promotion|elevation|resignation|retirement|departure|exit|removal|dismissal|hiring|death)s?",
                   re.IGNORECASE)
_OF = re.compile(rf" of (?:(?:its|the|our|their) [^.,;]{{0,40}}, |(?:[a-z-]+ ){{1,6}})?(?:[A-Z][a-z]{{1,6}}\.? )?{TITLE}")
_ONCE = re.compile(r"\b(?:founding|former|ex-?|one-time|past|erstwhile) ?$", re.IGNORECASE)
_THEN = re.compile(r"(?:,|,? and|;) $")  # before a verb that another one goes before: "Elects Directors, Names Roe Chairman"
_NEW = re.compile(  # before the people of a list: "the new directors are", "and Dr."
    rf"(?:\b(?:are|were|include|is|will be)|:|;|,|,? and) {TITLE}$")
_OF_OTHER = re.compile(rf"\b(?:succeed|replac)(?:e|s|es|ed|ing)? {TITLE}$")  # "Doe, who had been tipped to succeed Roe, will leave"
_AS_ELSE = re.compile(r" (?:as|to)(?: (?:an?|the|its))?(?: [\w-]+){1,4},? and ")  # a post that has no name here: "as executive chef and "
_APPOINTS = re.compile(r"(?:elect|appoint|nam|hir|promot|recruit|tapp|pick|chos|select|install|poach|lur|nominat)\w*|name|hire|tap|chose")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|get|gets|got)(?: [a-z]+ly| also| today| yesterday)? $")
_WHOM = re.compile(rf" (?:(?:the|its|an?|their|former|director|executive|veteran) )*\s*{TITLE}")
_WHEN = re.compile(r" (?:(?:suddenly|unexpectedly|on|in|last|at the end of|early|late) ?)*")
_WHO = re.compile(r", who (?:has |had )?$")
_HOME = re.compile(  # between a person and where he is from
    r" of (?:the )?|, (?:an?|the) (?:(?!(?:was|is|has|will|who|which)\b)[\w-]+ ){1,4}(?:of|at|with|for|in) (?:the |a )?(?:[a-z]+ )*")
_SINCE = re.compile(
    r"(?<!effective )(?<!effect )\bsince (?:early |late |last |mid-?)?$|(?<!planned )(?<!scheduled )(?<!set )(?<!due )(?<!slated )\bfor $",
    re.IGNORECASE)


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
        post = next((role for role, spec in event.roles.items() if spec.paired), None)
        if len(event.tie) < 2 or post is None:
            continue
        alike = [other for other in found if other is not frame and other.event == frame.event]
        _leave_to_next(event, frame, alike, items, text)
        _leave_agents(event, frame, items, text)
        _leave_day_of_other(event, frame, items, text)
        _leave_title(event, frame, post, alike, items)
        _leave_home(event, frame, items, text)
        _leave_elsewhere(frame, post, alike, items)
        _play_new(event, frame, items, text)
        held = [player for player in frame.roles.get(post, ()) if not _ONCE.search(text[: items[player[0]].start][-REACH:])]
        if held and event.tie[0] not in frame.roles:
            frame.roles[post] = held
        for role in [role for role in event.tie if role in frame.roles]:
            _keep(frame, role, [player for player in frame.roles[role] if not _is_beside(items[player[0]], text)])
            _keep(frame, role, _of_noun(event, frame, role, items, text))
            others = [(i, score) for i, score in frame.roles.get(role, ()) if i < frame.trigger and i - 1 != frame.trigger
                      and _OF_OTHER.search(text[max(items[i].start - REACH, 0) : items[i].start])]
            if 0 < len(others) < len(frame.roles.get(role, ())):
                frame.roles[role] = [player for player in frame.roles[role] if player not in others]
        for role in [role for role, spec in event.roles.items() if spec.as_before and role in frame.roles]:
            _keep(frame, role, [player for player in frame.roles[role] if not _SINCE.search(text[: items[player[0]].start][-REACH:])])


def _leave_to_next(event: Event, frame: Frame, alike: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Elects Directors, Names Roe Chairman": who and what stands behind the second of two verbs is of that one, what stands between them
    of the first.
    """
    verb, post = items[frame.trigger], next(role for role, spec in event.roles.items() if spec.paired)
    behind = (other for other in alike if other.trigger > frame.trigger and items[other.trigger].sentence == verb.sentence)
    then = next((other for other in sorted(behind, key=lambda other: other.trigger)), None)
    if then is None or not _THEN.search(text[verb.end : items[then.trigger].start]) or event.tie[0] not in then.roles:
        return
    between = {i for i, _ in frame.roles.get(post, ()) if frame.trigger < i < then.trigger}
    own = {i for i, _ in then.roles.get(post, ()) if i > then.trigger}
    people = {i for i, _ in then.roles[event.tie[0]] if i > then.trigger}
    first = max((i for i, _ in frame.roles.get(event.tie[0], ()) if frame.trigger < i < then.trigger), default=None)
    unnamed = first is not None and _AS_ELSE.fullmatch(text, items[first].end, items[then.trigger].start) is not None
    if not (between or unnamed) or not own or not people:
        return
    _keep(frame, post, [player for player in frame.roles.get(post, ()) if player[0] not in own])
    then.roles[post] = [player for player in then.roles[post] if player[0] not in between] if between else then.roles[post]
    if event.tie[0] in frame.roles:
        _keep(frame, event.tie[0], [player for player in frame.roles[event.tie[0]] if player[0] not in people])


def _leave_home(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Acme elected Jane Roe, a partner at the law firm Coe Brandt, chairman": of Acme."""
    verb = items[frame.trigger]
    for role in [role for role, spec in event.roles.items() if spec.required and role in frame.roles]:
        home, person = frame.first(role), frame.first(event.tie[0])
        before = [i for i, item in enumerate(items[: frame.trigger]) if item.sentence == verb.sentence and item.entity
                  and item.label in event.roles[role].labels]
        if home is not None and person is not None and before and frame.trigger < person < home \
                and _HOME.fullmatch(text, items[person].end, items[home].start):
            frame.roles[role] = [(before[-1], SAID)]


def _leave_elsewhere(frame: Frame, post: str, alike: Sequence[Frame], items: Sequence[Item]) -> None:
    """A post that a change of its own sentence surely has is not that of one told before, which has others and is less sure."""
    own = {(i, items[other.trigger].sentence): score for other in alike for i, score in other.roles.get(post, ())}
    kept = [(i, score) for i, score in frame.roles.get(post, ()) if items[i].sentence <= items[frame.trigger].sentence
            or own.get((i, items[i].sentence), 0.0) <= score]
    if kept:
        frame.roles[post] = kept


def _leave_agents(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Ended the powers of John Doe and elected Jane Roe", "Governor Doe appointed Jane Roe": whom a verb is said of stands behind it."""
    verb, behind, begins = items[frame.trigger], frame.trigger + 1, event.tie[0]
    players = dict(frame.roles.get(begins, ()))
    post = next(role for role, spec in event.roles.items() if spec.paired)
    while behind < len(items) and items[behind].label in event.roles[post].labels:
        behind += 1
    if behind not in players or items[behind].sentence != verb.sentence or not _APPOINTS.fullmatch(verb.text) \
            or _PASSIVE.search(text[max(verb.start - REACH, 0) : verb.start]) \
            or not _WHOM.fullmatch(_masked(frame.trigger, behind, items, text)):
        return
    _keep(frame, begins, [(i, s) for i, s in frame.roles[begins] if i > frame.trigger or items[i].sentence != verb.sentence])


def _masked(first: int, last: int, items: Sequence[Item], text: str) -> str:
    """The words between two mentions without the mentions between them."""
    ends = [items[first].end, *(items[i].end for i in range(first + 1, last))]
    starts = [*(items[i].start for i in range(first + 1, last)), items[last].start]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _leave_day_of_other(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Roe was appointed chairman, succeeding Doe, who died May 29": the day is that of the last verb alone."""
    for role in [role for role, spec in event.roles.items() if spec.as_before and role in frame.roles]:
        day = frame.roles[role][0][0]
        other = day - 1
        if other > frame.trigger and items[other].label == items[frame.trigger].label and items[other].sentence == items[day].sentence \
                and event.tie[0] in frame.roles and _WHEN.fullmatch(text, items[other].end, items[day].start) \
                and _WHO.search(text[max(items[other].start - REACH, 0) : items[other].start]):
            del frame.roles[role]


def _leave_title(event: Event, frame: Frame, post: str, alike: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "Elected two directors": they are not the one whom the title names."""
    verb, people = items[frame.trigger], frame.roles.get(event.tie[0], [])
    many = any(items[i].sentence == verb.sentence and items[i].text.lower().endswith(("directors", "members", "partners", "presidents"))
               for i, _ in frame.roles.get(post, ()))
    if many and not verb.in_title and len(people) == 1 and items[people[0][0]].in_title:
        del frame.roles[event.tie[0]]
    gone = frame.roles.get(event.tie[-1], [])
    if verb.in_title and gone and not people and _APPOINTS.fullmatch(verb.text.lower()) and not any(items[i].in_title for i, _ in gone):
        del frame.roles[event.tie[-1]]  # "names interim chief" tells nobody who leaves
    unnamed = verb.in_title and not any(items[i].in_title for i, _ in people)
    elsewhere = unnamed and max((score for _, score in people), default=1.0) < LIKELY
    if elsewhere and any(score > SAID for other in alike for _, score in other.roles.get(event.tie[0], ())):
        del frame.roles[event.tie[0]]  # whom the title does not name is who the text surely tells


def _play_new(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "The new directors are Jane Roe, owner of Acme, and Dr. John Doe, a dentist": each of the list takes up the post."""
    verb = items[frame.trigger]
    if verb.text.lower() != "new":
        return
    labels = event.roles[event.tie[0]].labels
    told = [i for i in range(frame.trigger + 1, len(items)) if items[i].sentence == verb.sentence and items[i].label in labels
            and items[i].entity and _NEW.search(text[max(items[i].start - REACH, 0) : items[i].start])]
    post = next(role for role, spec in event.roles.items() if spec.paired)
    held = next((i for i in range(frame.trigger + 1, min([*told, len(items)])) if items[i].label in event.roles[post].labels), None)
    if told and held is not None:
        frame.roles = {role: players for role, players in frame.roles.items() if role not in event.tie}
        frame.roles |= {event.tie[0]: [(i, SAID) for i in told], post: [(held, SAID)]}


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
