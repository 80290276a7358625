"""Joining frames: the title, the lead and the later sentences of a document tell one event several times."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from rie.pack import Event, Match, Pack
from rie.pipeline.events.homes import Homes
from rie.pipeline.events.nested import are_nested, is_part, is_short_for
from rie.pipeline.events.parties import are_sale_and_bid
from rie.pipeline.frame import Frame, Item, one_role_each
from rie.values import Money, Period

Player = tuple[int, float]
NEAR = 3  # sentences within which a clause without its own player adds to the event before
APART = 6  # characters between two names of a list: "A, and B"
LONG_AGO = 60  # days by which an event with a day of its own lies before the news
SURE_DAY = 0.95  # of a day that tells an event apart from one of the same sentence
SURE_STATUS = 0.75  # of a status that a firmer one must have to go before a surer one
_ROUNDING = Decimal("0.05")  # "nearly $12m" and "$11.8m" of one document are one sum
_FIRMER: Mapping[str, int] = {
    "rumoured": 1, "proposed": 2, "announced": 3, "agreed": 3, "closed": 4, "completed": 4, "terminated": 5, "denied": 5,
}


def join(pack: Pack, found: list[Frame], items: Sequence[Item], entries: Sequence[int | None] = ()) -> list[Frame]:
    """The frames of a document with those of one event put together, in the order of their triggers.

    Args:
        pack: whose events say which roles tell events apart.
        found: the frames.
        items: the document's mentions.
        entries: for each mention the entry of a list that it stands in; frames of two entries are one only with a player in common.
    """
    joined: list[Frame] = []
    told = {name: Homes(event, items, NEAR) for name, event in pack.events.items() if event.joins}
    for frame in found:
        frame.roles |= {role: _whole_names(frame.roles[role], items) for role, spec in pack.events[frame.event].roles.items()
                        if spec.many and role in frame.roles and pack.events[frame.event].joins}
    for frame in sorted(found, key=lambda frame: items[frame.trigger].start):
        known = told.get(frame.event)
        others = known.may_be_of(frame) if known else ()
        homes = [other for other in others if _one_event(pack, other, frame, items)
                 and (not entries or not _are_entries(other, frame, entries) or _shared(other, frame, items))]
        home = max(homes, key=lambda other: _shared(other, frame, items), default=None)  # of equals the nearest
        if home is None:
            joined.append(frame)
        else:
            _absorb(pack, home, frame, items)
        if known:
            known.add(frame) if home is None else known.grown(home)
    return joined


def _one_event(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    if one.event != other.event or not pack.events[one.event].joins:
        return False
    if "denied" in {one.status, other.status} and one.status != other.status and not _in_one_breath(pack, one, other, items):
        return False
    if are_sale_and_bid(pack.events[one.event], one, other, items):
        return False
    if not (one.alone or other.alone) and _retold(one, other, items) and not _are_of_others(pack.events[one.event], one, other, items):
        return True
    return compatible(pack, one, other, items) and _linked(pack, one, other, items)


def _are_entries(one: Frame, other: Frame, entries: Sequence[int | None]) -> bool:
    """Whether two frames stand in two entries of a list."""
    mine, theirs = ({entries[trigger] for trigger in frame.triggers if trigger < len(entries)} for frame in (one, other))
    return None not in mine | theirs and not mine & theirs


def _in_one_breath(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether one sentence tells both of the same parties: "ended the agreement under which A would have acquired B"."""
    apart = [role for role, spec in pack.events[one.event].roles.items() if spec.required or spec.distinct]
    shared = [role for role in apart if _players(one, role, items) & _players(other, role, items)]
    return len(shared) > 1 and bool({items[t].sentence for t in one.triggers} & {items[t].sentence for t in other.triggers})


def _retold(title: Frame, body: Frame, items: Sequence[Item]) -> bool:
    """A title tells the first event of the text in other words ("FLORIDA NURSERY"): one shared name is enough."""
    in_title = [items[t].in_title for t in title.triggers]
    if not all(in_title) or items[body.trigger].in_title or any(items[i].value for i in _clashing(title, body, items)):
        return False
    first, second = ({items[i].identity for ps in frame.roles.values() for i, _ in ps if items[i].entity} for frame in (title, body))
    return bool(first & second)


def _are_of_others(event: Event, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether two changes name people and have none in common: "Names Roe Chairman" does not tell who the new directors are."""
    mine, theirs = ({items[i].identity for role in event.tie for i, _ in frame.roles.get(role, ())} for frame in (one, other))
    short = any(is_part(items[i], items[j]) or is_part(items[j], items[i]) for mine_ in event.tie for i, _ in one.roles.get(mine_, ())
                for theirs_ in event.tie for j, _ in other.roles.get(theirs_, ()))
    return bool(mine and theirs and not mine & theirs and not short)


def _clashing(one: Frame, other: Frame, items: Sequence[Item]) -> list[int]:
    shared = [role for role in one.roles if role in other.roles]
    return [one.roles[role][0][0] for role in shared if not same(items[one.roles[role][0][0]], items[other.roles[role][0][0]])]


def compatible(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """No role that both fill differently; of a required role that several may play one common player is enough.

    Days may differ by what the pack allows to reports of one fact. One of the roles that tell events apart may be played by two names
    of which one is part of the other: "Greenblatt" and "Leon Greenblatt" bought the same company.
    """
    if not pack.events[one.event].joins:
        return False
    within = _days_allowed(pack, one.event)
    apart = not {items[t].sentence for t in one.triggers} & {items[t].sentence for t in other.triggers}
    if apart and one.day and other.day and abs((one.day - other.day).days) > within:
        return False
    if pack.events[one.event].bare and (_is_before(one, other, items) or _is_before(other, one, items)):
        return False
    if _are_days_apart(one, other, items, within) or _are_changes_apart(pack.events[one.event], one, other, items) \
            or _is_earlier(one, other, items) or _is_earlier(other, one, items):
        return False
    shared = nested = 0
    for role, spec in pack.events[one.event].roles.items():
        mine, theirs = one.roles.get(role), other.roles.get(role)
        if not mine or not theirs or role == "date":
            continue
        first, second = items[mine[0][0]], items[theirs[0][0]]
        if not spec.many and not spec.varies and not same(first, second) and not _is_vague(pack, one.event, role, first.term, second.term):
            return False
        if (spec.many and spec.required) or spec.distinct:
            common = bool(_players(one, role, items) & _players(other, role, items))
            if not common and not any(is_part(items[i], items[j]) for i, _ in mine for j, _ in theirs):
                return False
            shared, nested = shared + common, nested + (not common)
    return nested <= min(shared, 1)


def _are_days_apart(one: Frame, other: Frame, items: Sequence[Item], within: int) -> bool:
    """Whether both surely have days of their own: "raised $5m from Acme, which had put up the seed money in 2017"."""
    mine, theirs = ([player for player in frame.roles.get("date", ()) if player[1] >= SURE_DAY] for frame in (one, other))
    return bool(mine and theirs) and _gap(items[mine[0][0]], items[theirs[0][0]]) > within


def _is_before(one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether an event with a kind or a sum that was well before the document, or some time before it, is told beside one with another kind
    or sum and no day: "is raising $5m from Acme, which led its seed round in 2017".
    """
    mine, theirs = ({items[i].identity for role, players in frame.roles.items() if role != "date" for i, _ in players
                     if not items[i].entity and not items[i].refers} for frame in (one, other))
    old = one.undated or bool("date" in one.roles and one.day and other.day and (other.day - one.day).days > LONG_AGO)
    return bool(old and "date" not in other.roles and mine and theirs) and not other.undated and not mine & theirs


def _is_earlier(one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether an event with a day and a share of its own lies well before one with a sum alone: "Acme, which bought 15 per cent in
    February, yesterday bid $5 a share".
    """
    dated = any(score >= SURE_DAY for _, score in one.roles.get("date", ()))
    if not (dated and one.day and other.day and (other.day - one.day).days > LONG_AGO):
        return False
    mine, theirs = ({role for role, players in frame.roles.items() if isinstance(items[players[0][0]].value, kinds)}
                    for frame, kinds in ((one, Decimal), (other, Money)))
    return bool(mine and theirs and not mine & other.roles.keys() and not theirs & one.roles.keys())


def _are_changes_apart(event: Event, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether two changes of a person are not one: what is told alone is of a post of its own and of nobody else; who succeeds somebody may
    take up another post than he leaves.
    """
    if not event.tie:
        return False
    mine, theirs = (_posts(event, frame, items) for frame in (one, other))
    kinds = [frame.roles.keys() & set(event.tie) for frame in (one, other)]
    if one.alone or other.alone:
        return kinds[0] != kinds[1] or bool(mine and theirs and not mine & theirs)
    in_title = any(all(items[t].in_title for t in frame.triggers) for frame in (one, other))
    return not in_title and event.tie[-1:] in map(list, kinds) and kinds[0] != kinds[1] and bool(mine - theirs and theirs - mine)


def _posts(event: Event, frame: Frame, items: Sequence[Item]) -> set[Any]:
    return {items[i].term or items[i].identity for role, spec in event.roles.items() if spec.paired for i, _ in frame.roles.get(role, ())}


def _gap(one: Item, other: Item) -> int:
    """Days between two stated periods."""
    if not (isinstance(one.value, Period) and isinstance(other.value, Period)):
        return 0
    return max((one.value.start - other.value.end).days, (other.value.start - one.value.end).days)


def _is_vague(pack: Pack, event: str, role: str, *terms: str | None) -> bool:
    """Whether one of two terms of a role fits the other: "equity" and "Series E" of one sum are one round."""
    return any({*terms} & {*match.unknown} and not {*terms} & {*match.apart} for match in _rules_of(pack, event, role))


def _is_vaguer(pack: Pack, event: str, role: str, mine: str | None, theirs: str | None) -> bool:
    """Whether mine of two terms of a role fits any other, and theirs does not."""
    vague = {term for match in _rules_of(pack, event, role) for term in match.unknown}
    return mine in vague and theirs is not None and theirs not in vague


def _rules_of(pack: Pack, event: str, role: str) -> list[Match]:
    """The rules by which two reports agree in the columns that a role fills."""
    table = pack.tables[pack.events[event].table]
    columns = {name for name, column in table.columns.items() if column.source and column.source.role == role}
    return [match for match in (table.resolution.match if table.resolution else []) if match.column in columns]


def _days_allowed(pack: Pack, event: str) -> int:
    resolution = pack.tables[pack.events[event].table].resolution
    return next((match.within for match in resolution.match if match.rule == "days"), 10_000) if resolution else 10_000


def same(one: Item, other: Item) -> bool:
    """Whether two mentions are one thing: one entity, value or term, or sums of which one is rounded."""
    if one.identity == other.identity:
        return True
    if not (isinstance(one.value, Money) and isinstance(other.value, Money)) or one.value.currency != other.value.currency:
        return False
    ends = [(mine, theirs) for mine in _ends(one.value) for theirs in _ends(other.value)]
    return any(abs(mine - theirs) <= max(mine, theirs) * _ROUNDING for mine, theirs in ends)


def _ends(sum_: Money) -> list[Decimal]:
    """The ends of a range, or the one sum: "up to €30m" may be "between €25m and €30m"."""
    return [sum_.amount] if sum_.high is None else [sum_.amount, sum_.high]


def _linked(pack: Pack, one: Frame, other: Frame, items: Sequence[Item]) -> bool:
    """Whether something ties two compatible frames: a shared player, or one of them lacks a required role and stands near."""
    event = pack.events[one.event]
    if event.tie:
        return any(_players(one, role, items) & _players(other, role, items) for role in event.tie)
    required = [role for role, spec in event.roles.items() if spec.required]
    if any(role not in one.roles or role not in other.roles for role in required):
        return abs(items[one.triggers[-1]].sentence - items[other.trigger].sentence) <= NEAR
    common = any(_players(one, role, items) & _players(other, other_role, items) for role in required for other_role in required)
    return common or are_nested(event, one, other, items)


def _shared(one: Frame, other: Frame, items: Sequence[Item]) -> int:
    """How many players two frames have in common, each in one role of both."""
    return sum(len(_players(one, role, items) & _players(other, role, items)) for role in one.roles.keys() & other.roles.keys())


def _players(frame: Frame, role: str, items: Sequence[Item]) -> set[Any]:
    return {items[i].identity for i, _ in frame.roles.get(role, ())}


def _absorb(pack: Pack, home: Frame, other: Frame, items: Sequence[Item]) -> None:
    """Take over what the other frame adds; where the home is a title, the text's own words win, a telling term wins over a vague one."""
    event = pack.events[home.event]
    retold = all(items[t].in_title for t in home.triggers)
    for role, players in other.roles.items():
        finer = role in home.roles and _length(items[players[0][0]]) < _length(items[home.roles[role][0][0]])
        vague = role in home.roles and _is_vaguer(pack, home.event, role, items[home.roles[role][0][0]].term, items[players[0][0]].term)
        if role not in home.roles or finer or vague or (retold and event.roles[role].required):
            home.roles[role] = [_as_sure(player, home.roles.get(role, ()), items) for player in players]
        elif event.roles[role].many:
            home.roles[role] = with_others(home.roles[role], players, items)
        else:
            home.roles[role] = [_surer(home.roles[role][0], players[0], items, varies=event.roles[role].varies)]
    home.triggers += other.triggers
    if other.status and (home.status is None or _goes_before(other, home)):
        home.status, home.status_score = other.status, other.status_score
    one_role_each(home, items)


def _as_sure(player: Player, others: Sequence[Player], items: Sequence[Item]) -> Player:
    """A player as surely as he was told to play the role before."""
    return player[0], max(player[1], *(score for i, score in others if items[i].identity == items[player[0]].identity), 0.0)


def _surer(mine: Player, other: Player, items: Sequence[Item], *, varies: bool) -> Player:
    """Of two mentions of one thing, or of a role that varies, the one that plays the role more surely; a range before one of its ends;
    else mine.
    """
    sums = [items[i].value for i, _ in (mine, other)]
    if all(isinstance(value, Money) for value in sums) and sums[0].high is None and sums[1].high is not None:
        return other
    return other if (varies or items[mine[0]].identity == items[other[0]].identity) and other[1] > mine[1] else mine


def with_others(mine: list[Player], others: list[Player], items: Sequence[Item]) -> list[Player]:
    """The players of both, each once: a fuller name takes the place of its part, the text's own words that of a title's."""
    found = list(mine)
    for player in others:
        here = items[player[0]]
        place = next((at for at, (i, _) in enumerate(found) if items[i].identity == here.identity or is_short_for(items[i], here)), None)
        if place is None:
            found.append(player)
        elif items[found[place][0]].identity == here.identity:
            theirs = items[found[place][0]].in_title and not here.in_title and not here.entity
            found[place] = player if theirs else (found[place][0], max(found[place][1], player[1]))
        elif here.entity and len(here.entity.name) > len(items[found[place][0]].text):
            found[place] = player
    return found


def _whole_names(players: list[Player], items: Sequence[Item]) -> list[Player]:
    """The players without those that only name another one in short further on: "from Gordian Capital, for which Gordian gets a stake"."""
    return [player for player in players
            if not any(items[i].end + APART < items[player[0]].start and is_short_for(items[i], items[player[0]])
                       and len(items[i].text) > len(items[player[0]].text) for i, _ in players)]


def _goes_before(one: Frame, other: Frame) -> bool:
    """Whether one frame's status is firmer than another's; of two of which one is doubtful the surer."""
    if min(one.status_score, other.status_score) < SURE_STATUS and one.status_score != other.status_score:
        return one.status_score > other.status_score
    return _FIRMER.get(one.status or "", 0) > _FIRMER.get(other.status or "", 0)


def _length(item: Item) -> int:
    """Days of a stated period; 0 for what is none."""
    return (item.value.end - item.value.start).days if isinstance(item.value, Period) else 0
