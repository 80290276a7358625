"""Who takes up which post where the words leave no doubt: "will be replaced by Jane Roe", "named to succeed Doe", "promoted A to partner
and B to vice president", "elected Roe to fill the vacancy", "son of the chairman, John Doe".
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item
from rie.pipeline.names.honours import TITLE
from rie.pipeline.relations import Relation

GIVEN = 0.9  # of a role that words give
POSSIBLE = 0.4  # of a role that the relation component must think possible
KIN = 60  # characters between "son of" and a name
LIST = 3  # people of a list that is told with commas
_SUCCEED = re.compile(r"(?:to )?(?:succeed|replac)\w*", re.IGNORECASE)
_BY = re.compile(r" (?:[a-z]+ )?by\b")
_KIN = re.compile(
    r"\b(?:sons?|daughters?|brothers?|sisters?|wife|widow|husband|nephew|niece|grandson|granddaughter|heir|father|mother|cousin|uncle"
    r"|son-in-law|daughter-in-law|brother-in-law|prot[eé]g[eé]) of (?:(?!\b(?:and|who|was|is|has|will)\b)[^.,;]){0,40}$", re.IGNORECASE)
_TO = r"(?: (?:to|as|to be|to become)| to the (?:post|position|role) of| as (?:its|their|the|an?))?(?:,)?(?: (?:its|the|new|an?))* "
_POST = re.compile(_TO)
_AND = re.compile(r",? and |, |; |,? & ")
_NEXT = re.compile(r"(?:, (?:the )?[A-Z][\w ]{2,30})?(?:,? and |, |; )(?:(?:has|also|named|promoted|appointed|elected|hired|made|it) )*")
_NO_POST = re.compile(r" as (?:an? |its )?[A-Z][a-z]+,? and ")
_PEOPLE = re.compile(rf"(?:, and |, | and ){TITLE}")
_MANY = re.compile(rf"[,:]? {TITLE}")
_VACANCY = re.compile(r" to fill (?:the|a|its|this|that|one of the) (?:[a-z]+ ){0,2}(?:vacanc(?:y|ies)|seats?)\b", re.IGNORECASE)
_POST_OF = re.compile(r"\bto the (?:[a-z-]+ ){0,2}(?:post|position|office|role|job) of (?:the )?$")
_ON = re.compile(r"\b(?:on|in|from|effective) $", re.IGNORECASE)
_COMING = re.compile(r",? (?:(?:he|she|[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}) )?(?:will|would|is to) (?:be )?")
_NOW = re.compile(r",? (?:(?:he|she|[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}) )?")
_ASIDE = re.compile(r",? (?:who|which|that|whose)\b[^,.;]*$|[([][^)\]]*$")  # "who founded Acme in 1994, will join"
_ELSEWHERE = re.compile(r"[^.;\n]{0,30}\b(?:(?:of|at|for|with) (?:the )?[A-Z]|before\b|until\b|previously|formerly)")  # behind a post
_WAS = re.compile(
    r"(?P<who>He|She|(?:M[rs]{1,2}|Dr|Sir|Dame)\.? [A-Z]\S*(?: [A-Z]\S*)?|[A-Z]\w+)(?:, \d\d,)?"
    r" (?:has been|has served as|had been|was|served as|had served as|has worked as)(?: (?:the|its|their|an?))? ")


def play_successors(pack: Pack, found: Sequence[Frame], items: Sequence[Item], weak: Sequence[Relation], text: str) -> None:
    """Give changes the people, posts and days that the words tell.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document, with references unresolved.
        items: its mentions.
        weak: roles that the relation component thought possible.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        if not event.tie:
            continue
        _drop_kin(event, frame, items, text)
        _play_who_succeeds(event, frame, items, weak, text)
        _play_in_turn(event, frame, found, items, text)
        _play_lists(event, frame, found, items, text)
        _play_post_of(event, frame, items, text)
        _fill_vacancy(event, frame, items, text)
        _fill_post_behind(event, frame, items, text)
        _fill_day_before(event, frame, items, text)


def _drop_kin(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Roe, the son of chairman John Doe, was named president": Doe takes up nothing."""
    for role in [role for role in event.tie if role in frame.roles]:
        kept = [(i, s) for i, s in frame.roles[role] if not _KIN.search(text[max(items[i].start - KIN, 0) : items[i].start])]
        frame.roles[role] = kept or frame.roles[role]


def _play_who_succeeds(event: Event, frame: Frame, items: Sequence[Item], weak: Sequence[Relation], text: str) -> None:
    """Who succeeds somebody takes up his post: the person before an active verb whom the relation component thought possible."""
    begins, leaves = event.tie[0], event.tie[-1]
    verb = items[frame.trigger]
    if begins in frame.roles or leaves not in frame.roles or not _SUCCEED.fullmatch(verb.text) or _BY.match(text, verb.end):
        return
    label = f"{frame.event}.{begins}"
    possible = [r for r in weak if r.head == frame.trigger and r.label == label and r.score >= POSSIBLE and r.child < frame.trigger
                and items[r.child].sentence == verb.sentence and items[r.child].entity]
    if len(possible) == 1:
        frame.roles[begins] = [(possible[0].child, possible[0].score)]


def _play_in_turn(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Promoted A to partner, B to vice president and C to treasurer": each of them, with posts of his own; without those whose post has
    no name here: "hired A as Analyst and B as manager".
    """
    begins = event.tie[0]
    posts = _labels(event, (role for role, spec in event.roles.items() if spec.paired))
    people = set(event.roles[begins].labels)
    first = min((i for i, _ in frame.roles.get(begins, ()) if i > frame.trigger and items[i].entity), default=None)
    if first is None or items[first].sentence != items[frame.trigger].sentence:
        return
    unnamed = [i for i, _ in frame.roles[begins] if _NO_POST.match(text, items[i].end) and items[i].sentence == items[first].sentence
               and not (i + 1 < len(items) and items[i + 1].label in posts)]
    if unnamed and len(unnamed) < len(frame.roles[begins]):
        frame.roles[begins] = [(i, s) for i, s in frame.roles[begins] if i not in unnamed]
        return
    turns = list(_turns(first, people, posts, items, text))
    if len(turns) < 2:
        return
    known = _known(event, frame, found, items)
    others = [(person, own) for person, own in turns[1:] if items[person].identity not in known or person in dict(frame.roles[begins])]
    if not others:
        return
    post = next(role for role, spec in event.roles.items() if spec.paired)
    mine = dict(frame.roles[begins])
    held = dict(frame.roles.get(post, ()))
    frame.roles[begins] += [(person, GIVEN) for person, _ in others if person not in mine]
    told = [i for _, own in (turns[0], *others) for i in own]
    frame.roles[post] = [(i, max(held.get(i, 0.0), GIVEN)) for i in told]


def _turns(first: int, people: set[str], posts: set[str], items: Sequence[Item], text: str) -> Iterator[tuple[int, list[int]]]:
    """The people of a list that each have posts right behind them."""
    person: int | None = first
    while person is not None:
        own: list[int] = []
        number = person + 1
        while number < len(items) and items[number].label in posts and items[number].sentence == items[first].sentence \
                and (_AND if own else _POST).fullmatch(text, items[number - 1].end, items[number].start):
            own.append(number)
            number += 1
        if not own:
            return
        yield person, own
        behind = number < len(items) and items[number].label in people and items[number].entity \
            and items[number].sentence == items[first].sentence and _NEXT.fullmatch(text, items[number - 1].end, items[number].start)
        person = number if behind else None


def _play_lists(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "A, B and C were named directors": who stands in a list with people of a change is of it, unless he plays in another one."""
    for role in [role for role in event.tie if role in frame.roles]:
        labels = set(event.roles[role].labels)
        known: set[Any] | None = None
        for number, _ in list(frame.roles[role]):
            listed = _list_of(number, labels, items, text)
            if len(listed) >= LIST or (len(listed) > 1 and _are_many(event, listed[0], items, text)):
                known = _known(event, frame, found, items) if known is None else known
                others = [i for i in listed if items[i].identity not in known]
                frame.roles[role] += [(i, GIVEN) for i in others]
                known |= {items[i].identity for i in others}


def _are_many(event: Event, first: int, items: Sequence[Item], text: str) -> bool:
    """Whether the post of several people stands right before a list: "two directors, Jane Roe and John Doe"."""
    posts = _labels(event, (role for role, spec in event.roles.items() if spec.paired))
    before = items[first - 1] if first else None
    return before is not None and before.label in posts and before.text.lower().endswith("s") \
        and _MANY.fullmatch(text, before.end, items[first].start) is not None


def _list_of(number: int, labels: set[str], items: Sequence[Item], text: str) -> list[int]:
    """The names that commas and "and" join to one, with nothing else between them."""
    def joined(one: int, other: int) -> bool:
        return one >= 0 and other < len(items) and items[other].label in labels and items[one].label in labels \
            and bool(items[one].entity and items[other].entity) and _PEOPLE.fullmatch(text, items[one].end, items[other].start) is not None

    first = last = number
    while joined(first - 1, first):
        first -= 1
    while joined(last, last + 1):
        last += 1
    return [*range(first, last + 1)]


def _play_post_of(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Elected Roe, its president, to the additional post of chairman": she takes up what is called a post."""
    post = next((role for role, spec in event.roles.items() if spec.paired), None)
    if post is None or event.tie[0] not in frame.roles or event.tie[-1] in frame.roles:
        return
    labels, verb = set(event.roles[post].labels), items[frame.trigger]
    until = next((i for i in range(frame.trigger + 1, len(items)) if items[i].label == verb.label), len(items))
    told = [i for i in range(frame.trigger + 1, until) if items[i].sentence == verb.sentence and items[i].label in labels
            and _POST_OF.search(text[max(items[i].start - KIN, 0) : items[i].start])]
    if len(told) == 1 and len(frame.roles[event.tie[0]]) == 1:
        held = dict(frame.roles.get(post, ()))
        frame.roles[post] = [(i, max(GIVEN, held.get(i, 0.0))) for i in told]


def _fill_vacancy(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "The board elected Jane Roe to fill the vacancy": she takes up a seat on the board that the sentence names."""
    post = next((role for role, spec in event.roles.items() if spec.paired), None)
    person = frame.first(event.tie[0])
    if post is None or post in frame.roles or person is None or not _VACANCY.match(text, items[person].end):
        return
    labels, verb = set(event.roles[post].labels), items[frame.trigger]
    board = next((i for i in range(frame.trigger) if items[i].sentence == verb.sentence and items[i].label in labels
                  and "board" in items[i].text.lower()), None)
    if board is not None:
        frame.roles[post] = [(board, GIVEN)]


def _fill_post_behind(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Jane Roe will leave Acme in May. She has been treasurer since 2010": who leaves without a post leaves the one told right behind."""
    post = next((role for role, spec in event.roles.items() if spec.paired), None)
    if post is None or post in frame.roles or frame.roles.keys() & set(event.tie) != {event.tie[-1]} or items[frame.trigger].in_title:
        return
    labels, sentence = set(event.roles[post].labels), items[frame.trigger].sentence + 1
    number = next((i for i, item in enumerate(items) if item.sentence == sentence and item.label in labels), None)
    if number is None:
        return
    start = max(text.rfind(mark, 0, items[number].start) + len(mark) for mark in (". ", "\n", '" '))
    was = _WAS.fullmatch(text, start, items[number].start)
    person = frame.first(event.tie[-1])
    meant = was and person is not None and (was["who"] in {"He", "She"} or was["who"].split()[-1] in items[person].text.split())
    if meant and not _ELSEWHERE.match(text, items[number].end):
        frame.roles[post] = [(number, GIVEN)]


def _fill_day_before(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "On April 1 she becomes chairman": the day right before the verb is that of the change."""
    verb = items[frame.trigger]
    for role, spec in event.roles.items():
        if not spec.as_before or role in frame.roles or not frame.roles.keys() & set(event.tie):
            continue
        before = [i for i in range(frame.trigger) if items[i].label in spec.labels and items[i].sentence == verb.sentence]
        between = _NOW if verb.text.endswith("s") else _COMING
        aside = before and text.startswith((",", ")"), items[before[-1]].end) \
            and _ASIDE.search(text[max(items[before[-1]].start - KIN, 0) : items[before[-1]].start])
        if before and not aside and between.fullmatch(text, items[before[-1]].end, verb.start) \
                and _ON.search(text[max(items[before[-1]].start - 12, 0) : items[before[-1]].start]):
            frame.roles[role] = [(before[-1], GIVEN)]


def _known(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item]) -> set[Any]:
    """Who takes up or leaves something in a change of the kind."""
    alike = [other for other in found if other.event == frame.event]
    return {items[i].identity for other in alike for role in event.tie for i, _ in other.roles.get(role, ())}


def _labels(event: Event, roles: Iterator[str]) -> set[str]:
    return {label for role in roles for label in event.roles[role].labels}
