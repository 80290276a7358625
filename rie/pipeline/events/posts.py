"""Which post it is that words speak of without naming it, and who takes it up: "Doe's duties will be assumed by Jane Roe", "the resignation
of A, its chairman, and of B, the treasurer", "she retired as director and has ceased to be chairman", "Doe steps down from it".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rie.pack import Event, Pack
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item

GIVEN = 0.9  # of a role that words give
BEHIND = 8  # characters behind a trigger that say what it means: "steps down"
BEFORE = 40  # characters before one that say whose doing it is
_TITLE = r"(?:(?:M[rs]{1,2}|Mdm|Mme|Miss|Dr|Sir|Dame|Lord|Prof)\b\.? )?"
_DUTIES = re.compile(
    r"['\u2019]s? (?:[a-z-]+ ){0,2}(?:duties|responsibilities|functions|role|position|post|place|job|portfolio)"
    r" (?:(?:is|are|was|were|will|would|has|have|had|to|be|been|being|now|temporarily) )+")
_BY = re.compile(
    rf" (?:over |up |on )?(?:(?:temporarily|meanwhile|for now|in the meantime|for the time being|jointly) )?by (?:the |its )?{_TITLE}")
_APPOSED = re.compile(r",? " + _TITLE)
_OF = re.compile(rf"s? of {_TITLE}")
_HELD = re.compile(r",? (?:(?:its|the|their|our|his|her|group|longtime|veteran|founding) )*")
_AND_OF = re.compile(
    rf"(?: (?:for|since|of) [^,.;]{{1,30}})?(?:,? and(?: of)?|,|;| as well as(?: of)?|, together with(?: that of)?) {_TITLE}")
_AND = re.compile(
    r"(?:,|;)?(?: and| but| before| then)+"
    r"(?: (?:has|have|had|will|would|was|were|is|are|also|been|be|to|being|now|instead|he|she|it|then)\b)* (?:re-)?$")
_AS_WELL = re.compile(r",? (?:and|as well as|but)(?: also)? as (?:an? |the |its )?")
_JOINED = re.compile(r"\s*(?:,|&|and|, and)\s*(?:an? |the )?")
_SEAT = re.compile(r"(?:(?:independent|non-?executive|executive|outside|lead|senior|class \w+) )*(?:director|board member)", re.IGNORECASE)
_IT = re.compile(r"(?: down| aside)? from it\b")
_FOLLOWED = re.compile(r" (?:in|on|suit|last|this|soon|later|two|three|a|the)\b[^,.;]{0,25}[,.;]|[.;]")
_COMES = re.compile(r"joins|starts|begins|leaves|retires|departs|quits|steps", re.IGNORECASE)
_WHO = re.compile(r"(?:,? (?:aged )?\d\d)?,? who ")
_WHEN = re.compile(r"(?: (?:down|work))?(?: (?:on|in|at the end of|at|from))? ", re.IGNORECASE)
_BOARD = re.compile(r"\b(?:board|committee)\b", re.IGNORECASE)


def play_posts(pack: Pack, found: list[Frame], items: Sequence[Item], text: str) -> None:
    """Give changes the people and posts that their words mean.

    Args:
        pack: whose events tie people to posts.
        found: the frames of a document, with references unresolved; a list of who leaves adds one for each.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    changes = [frame for frame in found if len(pack.events[frame.event].tie) > 1]
    for frame in list(changes):
        changes += (parts := list(_part_list(pack.events[frame.event], frame, items, text)))
        found += parts
    for frame in changes:
        event, alike = pack.events[frame.event], [other for other in changes if other.event == frame.event]
        _play_duties(event, frame, alike, items, text)
        _share_subject(event, frame, alike, items, text, pack=pack)
        _play_meant(event, frame, alike, items, text)
        _play_followed(event, frame, alike, items, text)
        _fill_day_behind(event, frame, alike, items, text)


def part_posts(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> list[Frame]:
    """The changes; "appointed Roe as a director and as chairman", "retired as director and has ceased to be chairman": one for each post
    that has an "as" or a verb of its own.
    """
    parted: list[Frame] = []
    for frame in joined:
        event = pack.events[frame.event]
        parted.append(frame)
        post = _post_role(event)
        people = [{items[number].identity for number, _ in frame.roles.get(role, ())} for role in event.tie]
        if post is None or post not in frame.roles or len(event.tie) < 2 or any(len(known) > 1 for known in people):
            continue
        groups = _groups(sorted(frame.roles[post]), frame, items, text)
        frame.roles[post], frame.each = groups[0], frame.each or len(groups) > 1
        parted += [replace(frame, roles={**frame.roles, post: group}, inferred=set(frame.inferred), triggers=list(frame.triggers))
                   for group in groups[1:]]
    return parted


def _groups(posts: Sequence[tuple[int, float]], frame: Frame, items: Sequence[Item], text: str) -> list[list[tuple[int, float]]]:
    """The posts, those together that one "as" or verb of a sentence tells; what is told again, or elsewhere, parts nothing."""
    groups = [[posts[0]]]
    for one, other in pairwise(posts):
        between = (items[trigger].start for trigger in frame.triggers if one[0] < trigger < other[0])
        own = any(_AND.search(text[items[one[0]].end : start]) for start in between) \
            or _AS_WELL.fullmatch(text, items[one[0]].end, items[other[0]].start) \
            or (_JOINED.fullmatch(text, items[one[0]].end, items[other[0]].start) and _is_seat(items[one[0]]) != _is_seat(items[other[0]]))
        here = items[one[0]].sentence == items[other[0]].sentence and not items[one[0]].in_title
        words = items[other[0]].text.casefold()
        known = next((group for group in groups if words in {items[i].text.casefold() for i, _ in group}), None)
        if known is None and own and here:
            groups.append([])
        (groups[-1] if known is None else known).append(other)
    return groups


def _is_seat(post: Item) -> bool:
    """Whether a post is a seat on the board, which is told beside another one as a post of its own."""
    return _SEAT.fullmatch(post.text) is not None


def _play_duties(event: Event, frame: Frame, alike: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Doe's duties will be assumed by the chairman, Jane Roe": she takes up what he leaves."""
    begins, leaves = event.tie[0], event.tie[-1]
    verb = items[frame.trigger]
    owner = next((i for i in range(frame.trigger - 1, -1, -1) if items[i].sentence == verb.sentence), None)
    if owner is None or items[owner].label not in event.roles[leaves].labels or not _DUTIES.fullmatch(text, items[owner].end, verb.start):
        return
    by = _BY.match(text, verb.end)
    people = (i for i in range(frame.trigger + 1, len(items)) if items[i].sentence == verb.sentence
              and items[i].label in event.roles[begins].labels and items[i].entity)
    who = next(people, None) if by else None
    if by is None or who is None:
        return
    told = [i for i in range(frame.trigger + 1, who) if items[i].start >= by.end()]
    start = items[told[-1]].end if told else by.end()
    if len(told) <= 1 and (_APPOSED if told else re.compile(_TITLE)).fullmatch(text, start, items[who].start):
        post = _post_role(event) or ""
        left = sorted((other for other in alike if other is not frame and post in other.roles
                       and items[owner].identity in {items[i].identity for i, _ in other.roles.get(leaves, ())}),
                      key=lambda other: (items[other.trigger].in_title, len(other.roles[leaves])))
        own = {role: players for role, players in frame.roles.items() if role not in {*event.tie, post}}
        frame.roles = {**own, begins: [(who, GIVEN)], leaves: [(owner, GIVEN)], **({post: list(left[0].roles[post])} if left else {})}
        frame.alone = bool(left)


def _part_list(event: Event, frame: Frame, items: Sequence[Item], text: str) -> Iterator[Frame]:
    """ "The resignation of A, its chairman, and of B, the treasurer": a change for each, with the post that stands behind the name."""
    post, verb = _post_role(event), items[frame.trigger]
    role = next((role for role in event.tie if role in frame.roles), None)
    people = event.roles[event.tie[-1]].labels
    if post is None or role is None or frame.trigger + 1 >= len(items) or not _OF.fullmatch(text, verb.end, items[frame.trigger + 1].start):
        return
    turns = list(_turns(frame.trigger + 1, set(people), set(event.roles[post].labels), items, text))
    if len(turns) < 2:
        return
    rest = {name: players for name, players in frame.roles.items() if name not in {*event.tie, post}}
    frame.roles, frame.alone = {**rest, role: [(turns[0][0], GIVEN)], post: [(turns[0][1], GIVEN)]}, True
    for person, own in turns[1:]:
        roles = {**rest, role: [(person, GIVEN)], post: [(own, GIVEN)]}
        yield replace(frame, roles=roles, triggers=list(frame.triggers), inferred=set(frame.inferred))


def _turns(number: int, people: set[str], posts: set[str], items: Sequence[Item], text: str) -> Iterator[tuple[int, int]]:
    """The people of a list with the post that each has behind the name."""
    while number < len(items) and items[number].label in people and items[number].entity:
        held = next((i for i in range(number + 1, min(number + 3, len(items))) if items[i].label in posts), None)
        if held is None or not _HELD.fullmatch(text, items[number].end, items[held].start):
            return
        yield number, held
        following = next((i for i in range(held + 1, len(items)) if items[i].label in people), None)
        if following is None or not _AND_OF.fullmatch(text, items[held].end, items[following].start):
            return
        number = following


def _share_subject(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item], text: str, *,
                   pack: Pack) -> None:
    """ "Doe has relinquished his position as executive chairman and has been redesignated as deputy chairman": a verb that "and" joins to
    another one has its subject, and the posts behind it.
    """
    post, verb = _post_role(event), items[frame.trigger]
    before = [other for other in found if other.event == frame.event and other.trigger < frame.trigger
              and items[other.trigger].sentence == verb.sentence]
    if post not in frame.roles or frame.roles.keys() & set(event.tie) or not before or post is None:
        return
    home = max(before, key=lambda other: other.trigger)
    people = [(role, player) for role in event.tie for player in home.roles.get(role, ())]
    between = [items[i] for i in range(home.trigger + 1, frame.trigger)]
    named = any(item.entity and item.label in event.roles[event.tie[0]].labels for item in between)
    if len(people) != 1 or people[0][1][0] > home.trigger or named or not _AND.search(text[items[home.trigger].end : verb.start]):
        return
    role = _kind(pack, event, verb, text)
    frame.roles[role] = [(people[0][1][0], GIVEN)]
    own = {i for i, _ in frame.roles[post]}
    home.roles[post] = [player for player in home.roles.get(post, ()) if player[0] not in own]
    if not home.roles[post]:
        del home.roles[post]
    frame.alone = frame.alone or role != people[0][0]


def _kind(pack: Pack, event: Event, verb: Item, text: str) -> str:
    """Whether a verb alone tells that somebody takes up a post or leaves one."""
    words = text[verb.start : verb.end + BEHIND]
    turned = (other for role in event.tie for other, name in event.roles[role].turned_by.items()
              if other == event.tie[-1] and Phrases(pack.terms[name]).find(words))
    return next(turned, event.tie[0])


def _play_meant(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Roe joins the supervisory board. Doe steps down from it": the board of the change before."""
    post, verb = _post_role(event), items[frame.trigger]
    if post is None or post in frame.roles or not frame.roles.keys() & set(event.tie) or not _IT.match(text, verb.end):
        return
    before = (i for other in found if other.event == frame.event and other.trigger < frame.trigger for i, _ in other.roles.get(post, ())
              if verb.sentence - items[i].sentence <= 1 and items[i].start < verb.start and _BOARD.search(items[i].text))
    meant = max(before, default=None)
    if meant is not None:
        frame.roles[post] = [(meant, GIVEN)]


def _play_followed(event: Event, frame: Frame, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "The bank lost its treasurer, Jane Roe, and the chief people officer John Doe followed in October": he left as she did."""
    verb = items[frame.trigger]
    if verb.text.lower() != "followed" or not _FOLLOWED.match(text, verb.end) or frame.trigger == 0:
        return
    person = frame.trigger - 1
    before = [other for other in found if other.event == frame.event and other.trigger < frame.trigger
              and 0 <= verb.sentence - items[other.trigger].sentence <= 1 and other.roles.keys() & set(event.tie)]
    if items[person].label not in event.roles[event.tie[0]].labels or text[items[person].end : verb.start] != " " or not before:
        return
    home = max(before, key=lambda other: other.trigger)
    kinds = [role for role in event.tie if role in home.roles]
    if len(kinds) != 1 or items[person].identity in {items[i].identity for i, _ in home.roles[kinds[0]]}:
        return
    frame.roles = {role: players for role, players in frame.roles.items() if role not in event.tie} | {kinds[0]: [(person, GIVEN)]}
    post = _post_role(event)
    beside = [player for player in frame.roles.get(post or "", ()) if player[0] == person - 1]
    if post is not None and beside:
        frame.roles[post] = beside


def _fill_day_behind(event: Event, frame: Frame, alike: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "Doe's place is taken by Jane Roe, who joins next month from Acme": the day right behind a verb of what is to come is that of the
    change, or of the one before that tells who it is.
    """
    verb, day = items[frame.trigger], items[frame.trigger + 1] if frame.trigger + 1 < len(items) else None
    role = next((role for role, spec in event.roles.items() if spec.as_before and day is not None and day.label in spec.labels), None)
    if role is None or day is None or day.value is None or not _COMES.fullmatch(verb.text) \
            or not _WHEN.fullmatch(text, verb.end, day.start):
        return
    who = frame.trigger - 1 if _WHO.fullmatch(text, items[frame.trigger - 1].end, verb.start) else None
    home = next((other for other in alike if other is not frame and who is not None and items[other.trigger].sentence == verb.sentence
                 and any(i == who for kind in event.tie for i, _ in other.roles.get(kind, ()))), None)
    if home is not None:
        home.roles.setdefault(role, [(frame.trigger + 1, GIVEN)])
        frame.roles.clear()
    elif frame.roles.keys() & set(event.tie):
        frame.roles.setdefault(role, [(frame.trigger + 1, GIVEN)])


def _post_role(event: Event) -> str | None:
    return next((role for role, spec in event.roles.items() if spec.paired), None)
