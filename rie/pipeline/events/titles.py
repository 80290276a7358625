"""Whose title, company and day the words around a change are: "CFO Jane Roe has put in her papers", "replaced by Roe, the company's
treasurer", "joins from Globex"; no day of another change.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Event, Pack
from rie.pipeline.frame import Frame, Item

GIVEN = 0.9  # of a role that words give
REACH = 40  # characters before a post or a name that are read
LIKELY = 0.8  # of who leaves: "its chairman, Jane Roe, promised to leave the recipes alone"
SURE = 0.95  # of a day in another sentence, where another change claims it
_PAST = re.compile(
    r"\b(?:former|ex|late|one-time|then|past|new|incoming|next|acting|interim|founding)[- ]+(?:[a-z]+ (?:and )?)?$", re.IGNORECASE)
_BEFORE_NAME = re.compile(r",? (?:M[rs]{1,2}\.? |Dr\.? |Sir |Dame |Lord )?")
_BEHIND_NAME = re.compile(r"(?:, (?:aged? )?\d\d| \(\d\d\))?, (?:(?:the|its|their|our|group|company)(?:['\u2019]s)? )+")
_CLOSES = re.compile(r"(?: (?:since|for) [^,.;]{2,30})?(?:,|\)| -)")
_OWN = re.compile(
    r"(?:, (?:aged? )?\d\d| \(\d\d\))?, (?:(?:who is|currently|now|formerly|previously|until now|most recently|at present|the|its|their"
    r"|our|current|former|long-time|(?:company|group|bank|firm|insurer|retailer)['\u2019]s) )+")
_MOVES = re.compile(
    r"(?:mov|transition|shift|switch|step)\w* (?:up |over )?(?:in)?to (?:the |an? )?(?:new |newly created )?"
    r"(?:(?:role|post|position|job|title|chair) (?:of|as) (?:the |an? )?)?", re.IGNORECASE)
_THING = re.compile(  # "promised to leave the recipes alone"
    r"(?:leav(?:es?|ing)|left) (?:the|its|his|her|their|an?|no|much|all|everything|nothing) (?!(?:[a-z]+ )?(?:company|firm|group|board|bank"
    r"|business|post|job|position|role|office|organi\w+|agency|fund|retailer|insurer|airline|carrier|\w*maker|bakery|hospital|end)\b)")
_ENDS = re.compile(r"[,.;]|$")
_COMES = re.compile(r"(?:join|hir|poach|recruit|com|mov|arriv|lur|tap|appoint|nam|becom|becam)\w*", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|formerly (?:of|with|at)) (?:the |its |(?:[a-z-]+ ){0,3}(?:rival|competitor|bank|group|firm) )?$", re.IGNORECASE)


def settle_titles(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Give changes the titles of who leaves, and leave them no title of who comes, no company that he comes from, no day of others.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document, with references unresolved.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        post = next((role for role, spec in event.roles.items() if spec.paired), None)
        if len(event.tie) < 2 or post is None:
            continue
        _leave_home(event, frame, items, text)
        _drop_days(event, frame, [other for other in found if other.event == frame.event and other is not frame], items)
        if not items[frame.trigger].in_title:
            _take_up(event, frame, post, items, text)
            _hand_down(event, frame, post, items, text)
            _drop_own(event, frame, post, items, text)
            _leave_title(event, frame, post, items, text)


def _take_up(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> None:
    """ "Doe, who moves to the role of chairman": he takes up what he moves to."""
    begins, leaves, verb = event.tie[0], event.tie[-1], items[frame.trigger]
    to = any(_MOVES.fullmatch(text, verb.start, items[i].start) for i, _ in frame.roles.get(post, ()) if i > frame.trigger)
    if to and begins not in frame.roles and leaves in frame.roles:
        frame.roles[begins] = frame.roles.pop(leaves)


def _hand_down(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> None:
    """ "Chief executive John Doe will hand over to treasurer Jane Roe": she takes up the post that is his title."""
    comes, goes = (frame.first(role) for role in (event.tie[0], event.tie[-1]))
    if comes is None or goes is None or items[comes].sentence != items[goes].sentence:
        return
    titles = [list(_title(person, event.roles[post].labels, items, text)) for person in (goes, comes)]
    told = {i for i, _ in frame.roles.get(post, ())}
    if titles[0] and told & set(titles[1]) and told <= {*titles[0], *titles[1]}:
        frame.roles[post] = [(i, GIVEN) for i in titles[0]]


def _leave_title(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> None:
    """ "CFO Jane Roe will leave in May": she leaves the post that is her title, where the verb has none of its own."""
    leaves, verb = event.tie[-1], items[frame.trigger]
    if frame.roles.keys() & set(event.tie) != {leaves} or len(frame.roles[leaves]) != 1 or frame.roles[leaves][0][1] < LIKELY:
        return
    person = frame.roles[leaves][0][0]
    told = [i for i, _ in frame.roles.get(post, ()) if items[i].sentence == verb.sentence and i > min(person, frame.trigger)]
    title = list(_title(person, event.roles[post].labels, items, text))
    elsewhere = person > frame.trigger or items[person].sentence != verb.sentence
    if _THING.match(text, verb.start) or elsewhere or not title or set(told) - set(title):
        return
    frame.roles[post] = [(i, GIVEN) for i in title]


def _title(person: int, labels: Sequence[str], items: Sequence[Item], text: str) -> Iterator[int]:
    """The post right before a name, or between commas behind it."""
    before, behind = person - 1, person + 1
    if before >= 0 and items[before].label in labels and items[before].text != "Chief" \
            and _BEFORE_NAME.fullmatch(text, items[before].end, items[person].start) \
            and not _PAST.search(text[max(items[before].start - REACH, 0) : items[before].start]):
        yield before
    elif behind < len(items) and items[behind].label in labels and _BEHIND_NAME.fullmatch(text, items[person].end, items[behind].start) \
            and _CLOSES.match(text, items[behind].end):
        yield behind


def _drop_own(event: Event, frame: Frame, post: str, items: Sequence[Item], text: str) -> None:
    """ "Replaced by Jane Roe, the company's treasurer": what she is so far is none of the posts that she takes up where others are told."""
    begins = event.tie[0]
    coming = {i for i, _ in frame.roles.get(begins, ())}
    own = {i for i, _ in frame.roles.get(post, ()) for person in coming if i - 2 <= person < i
           and _OWN.fullmatch(text, items[person].end, items[i].start) and _ENDS.match(text, items[i].end)}
    kept = [(i, score) for i, score in frame.roles.get(post, ()) if i not in own]
    if own and kept:
        frame.roles[post] = kept


def _leave_home(event: Event, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Globex - Jane Roe joins as treasurer from Acme": she joins the company that opens the line, not the one that she comes from."""
    verb = items[frame.trigger]
    if event.tie[0] not in frame.roles or event.tie[-1] in frame.roles or not _COMES.fullmatch(verb.text):
        return
    for role, spec in event.roles.items():
        home = frame.first(role) if spec.required else None
        if home is None or home < frame.trigger or items[home].sentence != verb.sentence \
                or not _FROM.search(text[max(items[home].start - REACH, 0) : items[home].start]):
            continue
        others = [i for i, item in enumerate(items) if item.sentence == verb.sentence and i < frame.trigger and item.label in spec.labels
                  and item.entity]
        if others and not any(item.label == verb.label for item in items[others[0] : frame.trigger]):
            frame.roles[role] = [(others[0], GIVEN)]


def _drop_days(event: Event, frame: Frame, others: Sequence[Frame], items: Sequence[Item]) -> None:
    """A day of another sentence, which a change of somebody else tells there, is not that of a change."""
    for role in [role for role, spec in event.roles.items() if spec.as_before and role in frame.roles]:
        number, score = frame.roles[role][0]
        there = items[number].sentence
        if there == items[frame.trigger].sentence or score >= SURE:
            continue
        mine = _people(event, frame, items)
        rivals = [other for other in others if items[other.trigger].sentence == there and other.first(role) == number
                  and other.roles[role][0][1] >= score]
        if any((theirs := _people(event, other, items)) and mine and not mine & theirs and None not in theirs for other in rivals):
            del frame.roles[role]


def _people(event: Event, frame: Frame, items: Sequence[Item]) -> set[object]:
    """Who plays in a change; None for a pronoun."""
    return {items[i].identity if items[i].entity else None for role in event.tie for i, _ in frame.roles.get(role, ())}
