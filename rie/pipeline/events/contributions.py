"""What one of several gives to a sum, and one sum told under two kinds, are no events of their own: "closed a $6m round. Acme put up $2m.",
"the equity component, a $15m Series B"; and a party that the events of a document share.
"""

import re
from collections.abc import Sequence
from typing import Any

from rie.pack import Pack
from rie.pipeline.events.earlier import KIND_FIRST, SUM_FIRST
from rie.pipeline.events.join import with_others
from rie.pipeline.frame import Frame, Item
from rie.values import Money

NEAR = 2  # sentences between a sum and what one of several gives to it
APART = 20  # characters between the two words of one kind: "$4m in debt and equity Series B"
BEFORE = 60  # characters before a contribution in which words tell what it is
LEAST = 0.5  # probability of a required role that is no mere guess
DOUBTFUL = 0.4  # of a player whom an event can do without
SHARED = 0.8  # of a party that the other events of a document have
_GIVES = re.compile(
    r"(?:put|invest|contribut|provid|commit|chip|kick|stump|plough|plow|inject|suppli|gave|giv|wrote|writ|pledg|account)\w*|c[ao]mes?",
    re.IGNORECASE)
_PORTION = re.compile(r"\b(?:component|portion|piece|slice|element|part)\b[^.;]{0,30}$", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:earlier|previous\w*|prior|before|after|following|separate\w*|another|additional\w*|further|already|loan|convertible"
    r"|on top|besides|in addition|as well|also|plus|last (?:year|month|spring|summer|autumn|fall|winter)"
    r"|in (?:19|20)\d\d)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:and|while|with)\b[^.;\n]{2,50}\bthe (?:rest|remainder|balance)\b")
_OF_FIRM = re.compile(
    r",? (?:an? |the )?(?:(?:managing|general|founding|senior) )?(?:partner |principal |director )?(?:of|from|at|with) (?:the )?")
_OF_KIND = re.compile(r" (?:in|of|as) (?:[\w&-]+ ){0,3}")
_AIM = r"(?:target|goal|aim|minimum)"
_TARGET = re.compile(
    rf"\b(?:(?:set|setting) out to (?:raise|find|collect|get)|{_AIM}(?: \w+){{0,2}} (?:of|was|is|to raise|to find)"
    r"|(?:had|was|were) (?:\w+ )?(?:hop|aim|look|ask|seek|plann|want)(?:ed|ing)(?: to raise| to find| for)?"
    rf"|(?:initial|original|minimum|funding|crowdfunding|fund-?raising) {_AIM}(?: of)?"
    rf"|(?:beat|beating|smashed|above|past|passed|exceed\w*|surpass\w*|topp\w*) (?:its|the|their) (?:[\w-]+ ){{0,3}}{_AIM}(?: of)?)"
    r"(?: (?:about|around|some|just|only|at least|over))* $", re.IGNORECASE)


def unite_contributions(pack: Pack, joined: Sequence[Frame], items: Sequence[Item], text: str) -> list[Frame]:
    """The events; one that tells what somebody gives to a sum that is told near makes him a player of the event of that sum, one that tells
    a sum under another kind gives way to the one whose kind stands beside it, and what a round was to raise to what it has raised.

    Args:
        pack: whose events name their sum and their kind.
        joined: the joined frames of a document, in the order of the text.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in joined:
        _set_kind(pack, frame, items, text)
        _leave_partners(pack, frame, items, text)
        _take_whole(pack, frame, joined, items, text)
    kept = list(joined)
    for frame in joined:
        whole = reversed(kept) if pack.events[frame.event].bare else ()
        home = next((other for other in whole if other is not frame and _gives_way(pack, frame, other, items, text)), None)
        if home is None or frame not in kept:
            continue
        event = pack.events[frame.event]
        for role, spec in event.roles.items():
            if spec.many and not spec.required and role in frame.roles:
                others = {items[i].identity for name in home.roles if name != role for i, _ in home.roles[name]}
                fresh = [player for player in frame.roles[role] if items[player[0]].identity not in others]
                home.roles[role] = with_others(home.roles.get(role, []), fresh, items)
                if not home.roles[role]:
                    del home.roles[role]
        if event.bare and _is_portion(frame, home, event.bare.sum, items, text):
            home.roles.pop(event.bare.kind, None)  # of two kinds at once
        home.triggers += frame.triggers
        kept.remove(frame)
    return kept


def _gives_way(pack: Pack, frame: Frame, whole: Frame, items: Sequence[Item], text: str) -> bool:
    """Whether an event tells a part, another kind or the aim of the sum of another one of the same party and day."""
    bare = pack.events[frame.event].bare
    if (
        bare is None
        or frame.event != whole.event
        or not _one_party(pack, frame, whole, items)
        or not (bare.sum in frame.roles and bare.sum in whole.roles)
    ):
        return False
    mine, theirs = (items[one.roles[bare.sum][0][0]].value for one in (frame, whole))
    if frame.roles[bare.sum][0][0] == whole.roles[bare.sum][0][0]:  # one mention of a sum
        return frame.roles[bare.sum][0][1] < whole.roles[bare.sum][0][1]
    if mine.currency != theirs.currency or frame.day != whole.day:
        return False
    if mine == theirs:
        return (
            frame.status == whole.status
            and _beside(whole, bare.kind, bare.sum, items, text)
            and not _beside(frame, bare.kind, bare.sum, items, text)
        )
    if _TARGET.search(text, max(_sum(frame, bare.sum, items).start - BEFORE, 0), _sum(frame, bare.sum, items).start):
        told = whole.trigger > frame.trigger or mine.amount <= theirs.amount
        return told and not _TARGET.search(text[: _sum(whole, bare.sum, items).start][-BEFORE:])
    return (
        mine.amount < theirs.amount
        and _is_near(frame, whole, items)
        and (_is_portion(frame, whole, bare.sum, items, text) or _is_given(pack, frame, whole, items, text))
    )


def _leave_partners(pack: Pack, frame: Frame, items: Sequence[Item], text: str) -> None:
    """ "Jane Roe of Acme Ventures joins the board": of a person and the firm told behind that gives money, the firm does."""
    for role, spec in pack.events[frame.event].roles.items():
        if spec.many and not spec.required and role in frame.roles and pack.events[frame.event].bare:
            players = {items[i].identity for name in frame.roles for i, _ in frame.roles[name]}
            frame.roles[role] = [
                (i, score)
                for i, score in frame.roles[role]
                if not (
                    i + 1 < len(items)
                    and items[i + 1].entity
                    and items[i + 1].label != items[i].label
                    and items[i + 1].identity in players
                    and items[i].label in spec.labels
                    and _OF_FIRM.fullmatch(text, items[i].end, items[i + 1].start)
                )
            ]
            if not frame.roles[role]:
                del frame.roles[role]


def _vague(pack: Pack, frame: Frame) -> set[str]:
    """The kinds that fit any other."""
    table = pack.tables[pack.events[frame.event].table]
    return {term for match in (table.resolution.match if table.resolution else []) for term in match.unknown}


def _set_kind(pack: Pack, frame: Frame, items: Sequence[Item], text: str) -> None:
    """Let an event be of the kind that stands right beside its sum, and of none that stands behind another sum: "a $14m Series B with Acme,
    who led the Series A", "€4m, including €1m in loans and grants".
    """
    bare = pack.events[frame.event].bare
    if bare is None or not {bare.kind, bare.sum} <= frame.roles.keys() or _beside(frame, bare.kind, bare.sum, items, text):
        return
    number, kind = frame.roles[bare.sum][0][0], frame.roles[bare.kind][0][0]
    labels = pack.events[frame.event].roles[bare.kind].labels
    behind = items[number + 1] if number + 1 < len(items) else None
    told = behind and behind.label in labels and behind.term and SUM_FIRST.fullmatch(text, items[number].end, behind.start)
    beyond = items[number + 2] if number + 2 < len(items) else None
    chained = behind and beyond and beyond.label in labels and beyond.start - behind.end <= APART  # "convertible preferred stock"
    if told and behind and not chained and behind.term not in _vague(pack, frame) and not 0 <= items[kind].start - behind.end <= APART:
        frame.roles[bare.kind] = [(number + 1, frame.roles[bare.kind][0][1])]
        return
    before = items[kind - 1] if kind else None
    while before and before.label in labels and kind > 1:  # "loans and grants"
        kind -= 1
        before = items[kind - 1]
    other = before and isinstance(before.value, Money) and before.value != items[number].value and before.sentence == items[kind].sentence
    if other and before and _OF_KIND.fullmatch(text, before.end, items[kind].start):
        del frame.roles[bare.kind]


def _take_whole(pack: Pack, frame: Frame, joined: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """ "We closed at R90m. Acme put in R50m and Globex the rest": the sum told before is that of the event, where no other has it."""
    bare = pack.events[frame.event].bare
    if bare is None or bare.sum not in frame.roles or not _GIVES.fullmatch(items[frame.trigger].text):
        return
    part = _sum(frame, bare.sum, items)
    rest = _REST.search(text, part.end, part.end + BEFORE)
    if rest is None or "\n" in text[part.end : rest.start()] or part.value.high is not None:
        return
    used = {i for other in joined for players in other.roles.values() for i, _ in players}
    wholes = [i for i, item in enumerate(items) if isinstance(item.value, Money) and item.value.currency == part.value.currency
              and item.value.amount > part.value.amount and 0 <= part.sentence - item.sentence <= NEAR and item.start < part.start]
    if wholes and not used & {*wholes}:
        frame.roles[bare.sum] = [(wholes[-1], frame.roles[bare.sum][0][1])]


def _is_given(pack: Pack, frame: Frame, whole: Frame, items: Sequence[Item], text: str) -> bool:
    """Whether a verb of giving tells the sum that somebody puts up, of a party that its sentence does not name."""
    event, bare, here = pack.events[frame.event], pack.events[frame.event].bare, items[frame.trigger]
    assert bare is not None
    givers = [i for role, spec in event.roles.items() if spec.many and not spec.required for i, _ in frame.roles.get(role, ())]
    named = any(
        items[i].sentence == here.sentence and items[i].entity
        for role, spec in event.roles.items()
        if spec.required
        for i, _ in frame.roles.get(role, ())
    )
    kind = frame.first(bare.kind)
    own_kind = kind is not None and items[kind].sentence == here.sentence
    sum_ = _sum(frame, bare.sum, items)
    around = text[min(here.start, sum_.start) - BEFORE if min(here.start, sum_.start) > BEFORE else 0 : max(here.end, sum_.end) + BEFORE]
    within = around.rpartition("\n")[2]
    return (
        bool(givers)
        and not named
        and not own_kind
        and _GIVES.fullmatch(here.text) is not None
        and not _OTHER.search(within)
        and sum_.sentence == here.sentence
        and whole.trigger < frame.trigger
    )


def _is_portion(frame: Frame, whole: Frame, role: str, items: Sequence[Item], text: str) -> bool:
    """Whether a sum is called a portion of another one."""
    sum_ = _sum(frame, role, items)
    return sum_.value != _sum(whole, role, items).value and _PORTION.search(text[: sum_.start][-BEFORE:].rpartition("\n")[2]) is not None


def _beside(frame: Frame, kind: str, role: str, items: Sequence[Item], text: str) -> bool:
    """Whether the kind of an event stands right beside its sum."""
    if kind not in frame.roles:
        return False
    one, two = items[frame.roles[kind][0][0]], _sum(frame, role, items)
    first, second, between = (two, one, SUM_FIRST) if two.start < one.start else (one, two, KIND_FIRST)
    return between.fullmatch(text, first.end, second.start) is not None


def _sum(frame: Frame, role: str, items: Sequence[Item]) -> Item:
    return items[frame.roles[role][0][0]]


def _is_near(frame: Frame, whole: Frame, items: Sequence[Item]) -> bool:
    here = items[frame.trigger].sentence
    return any(0 <= here - items[trigger].sentence <= NEAR for trigger in whole.triggers)


def _one_party(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    required = [role for role, spec in pack.events[one.event].roles.items() if spec.required]
    players = [{items[i].identity for role in required for i, _ in frame.roles.get(role, ())} for frame in (one, other)]
    return bool(players[0] & players[1])


def share_party(pack: Pack, joined: Sequence[Frame], items: Sequence[Item]) -> None:
    """ "A $2m round followed in 1994", "a plan to raise a further $1m": an event whose party is not told, or only guessed, is of the one
    party that all events of its kind have; and nobody who is guessed to play a part that the event does without plays it.
    """
    for frame in joined:
        event = pack.events[frame.event]
        if event.bare is None or event.bare.sum not in frame.roles:
            continue
        for role in [role for role, spec in event.roles.items() if spec.required and spec.infer_subject]:
            price = any(frame.roles[event.bare.sum][0][0] == i for other in joined if other.event != frame.event
                        for players in other.roles.values() for i, _ in players)
            if not price:
                _fill(frame, role, [other for other in joined if other.event == frame.event and other is not frame], items)
            if frame.roles.get(role, [(0, 0.0)])[0][1] >= LEAST:
                _leave_guessed(pack, frame)


def _fill(frame: Frame, role: str, others: Sequence[Frame], items: Sequence[Item]) -> None:
    """Give an event the party of all others, where its sentence names none that could be another."""
    own = frame.roles.get(role, [])
    sure = [other.roles[role][0][0] for other in others if role in other.roles and other.roles[role][0][1] >= SHARED]
    identities: set[Any] = {items[i].identity for i in sure}
    if len(identities) != 1 or (own and own[0][1] >= LEAST):
        return
    played = {items[i].identity for name, players in frame.roles.items() if name != role for i, _ in players}
    if (own and items[own[0][0]].identity not in identities) or identities & played:
        return
    here = items[frame.trigger].sentence
    labels = {items[i].label for i in sure}
    foreign = any(
        item.sentence == here and item.entity and not item.key and item.label in labels and item.identity not in identities
        for item in items
    )
    if own or (not foreign and any(0 <= here - items[other.triggers[-1]].sentence <= 1 for other in others if role in other.roles)):
        frame.roles[role] = [(own[0][0] if own else sure[0], SHARED)]
        frame.inferred.add(role)


def _leave_guessed(pack: Pack, frame: Frame) -> None:
    for role, spec in pack.events[frame.event].roles.items():
        if spec.required or role not in frame.roles:
            continue
        frame.roles[role] = [player for player in frame.roles[role] if player[1] >= DOUBTFUL]
        if not frame.roles[role]:
            del frame.roles[role]
