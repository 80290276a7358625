"""Event frames: the roles that one document gives to its events, gathered around triggers and joined across sentences.

A frame starts as one trigger with the mentions that play its roles. References ("the company") are resolved, then frames
of one document that can speak of the same event are joined. Events and their roles come from the pack.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rie.pack import Event, Pack, Role
from rie.pipeline.across import leave_to_their_own, one_a_sum, one_role_a_sum, seat_elsewhere
from rie.pipeline.carried import carry_periods, fill_behind, fill_opening, fill_shared, turn_earlier
from rie.pipeline.frame import Frame, Item, one_role_each
from rie.pipeline.join import compatible, join
from rie.pipeline.relations import Relation
from rie.pipeline.rows import rows, settle_figures
from rie.pipeline.sold_units import name_units
from rie.pipeline.tables import Tables
from rie.pipeline.worded import add_totals, keep_added, name_described, play_jointly, play_named
from rie.values import Money, Period

LONG_AGO = 60  # days: a day, month or quarter further back in a trigger's sentence is no news of the day
_FINE = {"day", "month", "quarter"}
LIKELY = 0.65  # least probability of a role that a report can do without
SURE = 0.9  # a date behind another event's sum needs this probability
LEAST = 0.5  # least probability of a required role
INFERRED = 0.5  # confidence of a role that no mention filled
TOLD = 0.95  # of the document's subject as its metadata says it
ONLY = 0.85  # of a subject that no mention tells, where the document names no other company
_OWN = {"we", "our"}


def frames(pack: Pack, items: Sequence[Item], relations: Sequence[Relation], weak: Sequence[Relation] = (),
           published: date | None = None, *, tables: Tables | None = None) -> list[Frame]:
    """The events of a document, in the order of their triggers.

    Args:
        pack: whose events and roles are looked for.
        items: the document's mentions.
        relations: what the relation component decided.
        weak: roles that it thought possible; they fill roles without which an event would be no report.
        published: day of the document, which is the day of an event that has no other.
        tables: of the document; a row's own place says more than the trained component.
    """
    tabled = list(tables.frames()) if tables else []
    in_table = {frame.trigger for frame in tabled}
    relations = [relation for relation in relations if relation.head not in in_table]
    relations += [relation for relation in weak if _in_so_many_words(pack, items, relation)]
    doubtful = [relation for relation in relations if not _certain(pack, items, relation)]
    found = _gather(pack, items, [relation for relation in relations if relation not in doubtful])
    weak = [*doubtful, *weak]
    text = tables.text if tables else ""
    play_jointly(pack, found, items, text)
    play_named(pack, found, items, text)
    name_described(pack, found, items, text)
    keep_added(pack, found, items, text)
    cast = _cast(found, items)
    name_units(pack, found, items, text)
    for frame in found:
        _see_through(pack.events[frame.event], frame, items)
        frame.day = _told_day(frame, items, published) if "date" in pack.events[frame.event].roles else published
        _resolve_references(frame, items, cast, topical=not pack.events[frame.event].joins)
        one_role_each(frame, items)
    leave_to_their_own(pack, found, items)
    one_role_a_sum(pack, [frame for frame in found if pack.events[frame.event].joins], items)
    _settle_shared(pack, found, items)
    settle_figures(pack, found, items)
    found += tabled
    _part_of_subject(pack, found, items)
    if tables:
        _read_lists(pack, found, tables)
    fill_shared(pack, found, items, weak)
    if tables:
        fill_opening(pack, found, items, tables.text)
        fill_behind(pack, found, items, tables.text)
    turn_earlier(pack, found, items)
    carry_periods(pack, found, items, tables, published)
    joined = join(pack, found, items)
    for frame in joined:
        _complete_from(pack.events[frame.event], frame, items, weak, cast)
        _infer_subject(pack.events[frame.event], frame, items, joined)
    joined = one_a_sum(join(pack, joined, items), items)
    add_totals(pack, joined, items)
    seat_elsewhere(pack, joined, items)
    _hand_over(pack, joined, items)
    return [row for frame in joined if _is_report(pack.events[frame.event], frame) for row in rows(pack, frame, items)]


def _part_of_subject(pack: Pack, found: list[Frame], items: Sequence[Item]) -> None:
    """ "Checkout revenue" of a document that its metadata says is about another company: a name that no table knows is of a part.

    Where the sentence says "our", the name is neither: "As Steve mentioned, our revenue".
    """
    told = {item.identity for item in items if item.key}
    for frame in found:
        event = pack.events[frame.event]
        if not told or not event.part:
            continue
        for role, spec in event.roles.items():
            players = frame.roles.get(role, []) if spec.infer_subject else []
            others = [p for p in players if items[p[0]].identity not in told and (_beside(items[frame.trigger], items[p[0]])
                      or not _known(items[p[0]]))]
            if not others:
                continue
            del frame.roles[role]
            here = items[frame.trigger]
            ours = any(item.sentence == here.sentence and item.text.lower() in _OWN and item.start < here.start for item in items)
            name = items[others[0][0]]
            opens = name.sentence == 0 and not _beside(here, name)  # what a document begins with is its subject, under whatever name
            if event.part not in frame.roles and not opens and (_beside(here, name) or not ours):
                frame.roles[event.part] = others


def _beside(metric: Item, name: Item) -> bool:
    return 0 <= metric.start - name.end <= 1


def _known(item: Item) -> bool:
    """Whether a table of entities has the name."""
    return item.entity is not None and item.entity.origin != "text"


def _read_lists(pack: Pack, found: list[Frame], tables: Tables) -> None:
    """Lines of figures are of the period that stands in the heading above them."""
    for frame in found:
        event = pack.events[frame.event]
        if event.joins:
            continue
        frame.listed |= tables.is_listed(frame.trigger)
        shared = [role for role, spec in event.roles.items() if spec.shared and role not in frame.roles]
        if shared and (period := tables.heading(frame.trigger)) is not None:
            frame.roles[shared[0]] = [(period, SURE)]


# ---------------------------------------------------------------- gather


def _gather(pack: Pack, items: Sequence[Item], relations: Sequence[Relation]) -> list[Frame]:
    events = {event.trigger: name for name, event in pack.events.items()}
    found = {i: Frame(events[item.label], i, triggers=[i]) for i, item in enumerate(items) if item.label in events}
    for head, child, label, score in relations:
        if head in found:
            role = label.partition(".")[2]
            spec = pack.events[found[head].event].roles.get(role)
            if spec and spec.or_else and score < SURE:
                role = spec.or_else
            _add(found[head], spec.turns.get(items[child].term or "", role) if spec else role, child, score)
    for frame in found.values():
        for role, players in list(frame.roles.items()):
            spec = pack.events[frame.event].roles[role]
            frame.roles[role] = _choose(pack, frame, [p for p in players if _large_enough(spec, items[p[0]])], spec.many, items)
        frame.roles = {role: players for role, players in frame.roles.items() if players}
    return [frame for frame in found.values() if frame.roles]


def _certain(pack: Pack, items: Sequence[Item], relation: Relation) -> bool:
    """Whether a relation is sure enough to stand by itself; others only complete a report that would lack a part."""
    event, _, role = relation.label.partition(".")
    spec = pack.events[event].roles.get(role) if event in pack.events else None
    return spec is None or spec.required or relation.score >= LIKELY or _in_so_many_words(pack, items, relation)


def _in_so_many_words(pack: Pack, items: Sequence[Item], relation: Relation) -> bool:
    """Whether the words around a mention name the role that it plays: "total funding to $21 million"."""
    event, _, role = relation.label.partition(".")
    roles = pack.events[event].roles.values() if event in pack.events else ()
    return any(spec.turns.get(items[relation.child].term or "") == role for spec in roles)


def _needed(event: Event) -> set[str]:
    """Roles that make a frame a report."""
    return {role for role, spec in event.roles.items() if spec.required} | {role for group in event.any_of for role in group}


def _add(frame: Frame, role: str, child: int, score: float) -> None:
    if child == frame.trigger:
        frame.status, frame.status_score = role.partition("=")[2], score
    else:
        frame.roles.setdefault(role, []).append((child, score))


def _large_enough(spec: Role, item: Item) -> bool:
    return spec.least is None or not isinstance(item.value, Money) or item.value.amount >= spec.least


def _choose(pack: Pack, frame: Frame, found: list[tuple[int, float]], many: bool, items: Sequence[Item]) -> list[tuple[int, float]]:
    """All players in the order of the text, or the best one.

    What stands in the trigger's sentence goes before what stands elsewhere, there a name before a reference, and a telling
    term ("Series B") before a vague one.
    """
    here = items[frame.trigger].sentence
    if not many:
        found = [(i, s) for i, s in found if items[i].sentence <= here or not items[i].entity]
    near = [(i, s) for i, s in found if items[i].sentence == here] or found
    named = [(i, s) for i, s in near if not _refers(items[i])] or near
    if not named:
        return []
    return sorted(named) if many else [max(named, key=lambda one: (-_vagueness(pack, items[one[0]]), one[1]))]


def _vagueness(pack: Pack, item: Item) -> int:
    """The place of a term in its vocabulary, which lists the telling ones first; 0 for what is no term."""
    name = pack.labels[item.label].terms
    values = [*pack.terms[name].values] if name else []
    return values.index(item.term) if item.term in values else len(values)


def _refers(item: Item) -> bool:
    return item.refers is not None


def _see_through(event: Event, frame: Frame, items: Sequence[Item]) -> None:
    """ "Substantially all assets of Widget Corp" are Widget Corp."""
    for role, spec in event.roles.items():
        if spec.through and role in frame.roles:
            frame.roles[role] = [(_behind(i, items) if items[i].term == spec.through else i, score) for i, score in frame.roles[role]]


def _behind(number: int, items: Sequence[Item]) -> int:
    after = number + 1
    near = after < len(items) and items[after].entity and items[after].start - items[number].end <= len(" of the ")
    return after if near else number


def _told_day(frame: Frame, items: Sequence[Item], published: date | None) -> date | None:
    """The day that a frame speaks of. What dates its sentence and lies well back dates the event, also unsaid by the model."""
    if "date" in frame.roles and frame.roles["date"][0][1] < SURE and _foreign_sum(frame, items, frame.roles["date"][0][0]):
        del frame.roles["date"]
    if "date" not in frame.roles and published:
        here = items[frame.trigger].sentence
        periods = [(i, item.value) for i, item in enumerate(items) if isinstance(item.value, Period) and item.sentence == here]
        past = [i for i, period in periods if period.precision in _FINE and (published - period.end).days > LONG_AGO]
        if len(past) == 1 and not _foreign_sum(frame, items, past[0]):
            frame.roles["date"] = [(past[0], INFERRED)]
    number = frame.first("date")
    return items[number].value.start if number is not None and isinstance(items[number].value, Period) else published


def _foreign_sum(frame: Frame, items: Sequence[Item], number: int) -> bool:
    """Whether a sum that is not the frame's own stands between its trigger and the mention: that tells of something else."""
    own = {i for players in frame.roles.values() for i, _ in players}
    low, high = sorted((frame.trigger, number))
    return any(isinstance(items[i].value, Money) and i not in own for i in range(low + 1, high))


# ---------------------------------------------------------------- references


def _cast(found: list[Frame], items: Sequence[Item]) -> dict[tuple[str, str], set[Any]]:
    """Who plays which role of which kind of event anywhere in the document."""
    cast: dict[tuple[str, str], set[Any]] = {}
    for frame in found:
        for role, players in frame.roles.items():
            cast.setdefault((frame.event, role), set()).update(items[i].identity for i, _ in players if items[i].entity)
    return cast


def _others(cast: dict[tuple[str, str], set[Any]], event: str, role: str) -> set[Any]:
    """Who plays another role in that kind of event, and never this one: an investor is not the company that raises."""
    elsewhere = set().union(*(who for (kind, other), who in cast.items() if kind == event and other != role))
    return elsewhere - cast.get((event, role), set())


def _resolve_references(frame: Frame, items: Sequence[Item], cast: dict[tuple[str, str], set[Any]], *, topical: bool) -> None:
    for role, players in list(frame.roles.items()):
        taken = {items[i].identity for other, ps in frame.roles.items() if other != role for i, _ in ps}
        taken |= _others(cast, frame.event, role)
        named = [(_antecedent(i, items, taken, topical=topical) if _refers(items[i]) else i, score) for i, score in players]
        frame.roles[role] = [(i, score) for i, score in named if i is not None]
        if not frame.roles[role]:
            del frame.roles[role]


def _antecedent(number: int, items: Sequence[Item], taken: set[Any], *, topical: bool = False) -> int | None:
    """What a word refers to: the first name of its sentence before it, else of the sentences before, else the document's subject.

    Who speaks of "we" and "our" speaks of the subject. With `topical`, "the company" is the one that the title names, rather than another
    of the same sentence or one that is named nowhere else.
    """
    here = items[number]
    label = str(here.refers)
    subject = _subject(items, {label})
    if subject is not None and items[subject].key and here.text.lower() in _OWN:
        return subject
    topic = _topic(items, label) if topical and here.text.lower().startswith("the ") else None
    for distance in (0, 1, 2):
        named = [other for other in range(number) if items[other].sentence == here.sentence - distance and items[other].label == label
                 and not items[other].in_title and items[other].identity not in taken]
        if named:
            return _first_of(named, items, topic if topic is not None and items[topic].identity not in taken else None)
    return subject if subject is not None and items[subject].identity not in taken else None


def _first_of(named: Sequence[int], items: Sequence[Item], topic: int | None) -> int:
    """The topic where it is among the names of a sentence, or the first of them is named nowhere else; else that first one."""
    if topic is not None:
        same = [i for i in named if items[i].identity == items[topic].identity]
        only = sum(item.identity == items[named[0]].identity for item in items) == 1
        return same[0] if same else topic if only else named[0]
    return named[0]


def _topic(items: Sequence[Item], label: str) -> int | None:
    """The one name of a kind that the title holds, as the text writes it."""
    titled = {item.identity for item in items if item.in_title and item.label == label and item.entity}
    if len(titled) != 1:
        return None
    return next((i for i, item in enumerate(items) if item.identity in titled and not item.in_title and item.label == label), None)


def _subject(items: Sequence[Item], labels: set[str]) -> int | None:
    """The document's subject: what its metadata names, else the first such name of its text, else of its title."""
    named = [i for i, item in enumerate(items) if item.label in labels and item.entity]
    told = next((i for i in named if items[i].key), None)
    return told if told is not None else next((i for i in named if not items[i].in_title), named[0] if named else None)


# ---------------------------------------------------------------- shared values


def _settle_shared(pack: Pack, found: list[Frame], items: Sequence[Item]) -> None:
    """A sum belongs to one event: where frames that cannot be one claim it for the same role, the surest keeps it."""
    claims: dict[tuple[int, str, str], list[tuple[float, Frame]]] = {}
    for frame in found:
        for role, players in frame.roles.items():
            if isinstance(items[players[0][0]].value, Money) and pack.events[frame.event].joins:
                claims.setdefault((players[0][0], frame.event, role), []).append((players[0][1], frame))
    for (_, _, role), rivals in claims.items():
        if not all(compatible(pack, rivals[0][1], frame, items) for _, frame in rivals[1:]):
            for _, frame in sorted(rivals, key=lambda rival: -rival[0])[1:]:
                frame.roles.pop(role, None)


# ---------------------------------------------------------------- complete


def _complete_from(event: Event, frame: Frame, items: Sequence[Item], weak: Sequence[Relation],
                   cast: dict[tuple[str, str], set[Any]]) -> None:
    """Fill roles that a report needs from the roles that were thought possible, the likeliest first."""
    possible = sorted((r for r in weak if r.head in frame.triggers), key=lambda r: -r.score)
    told = any(item.key for item in items)
    for relation in possible:
        role = relation.label.partition(".")[2]
        if (told or event.rows) and event.roles[role].infer_subject and relation.score < LEAST:
            continue  # the document's subject fills it better
        taken = {items[i].identity for players in frame.roles.values() for i, _ in players}
        if role in frame.roles or role not in _missing(event, frame):
            continue
        child: int | None = relation.child
        if _refers(items[relation.child]):
            child = _antecedent(relation.child, items, taken | _others(cast, frame.event, role))
        named = child is not None and (items[child].entity or (event.rows and items[child].term))
        if child is not None and named and items[child].identity not in taken:
            frame.roles[role] = [(child, relation.score)]


def _missing(event: Event, frame: Frame) -> set[str]:
    """Roles of which at least one is needed to make the frame a report."""
    if _is_report(event, frame):
        return set()
    return _needed(event)


def _infer_subject(event: Event, frame: Frame, items: Sequence[Item], joined: list[Frame]) -> None:
    """A missing role that the pack lets a subject fill: the sentence's subject, who played it before, or the document's subject."""
    here = items[frame.trigger]
    taken = {items[i].identity for players in frame.roles.values() for i, _ in players}
    for role, spec in event.roles.items():
        if not spec.infer_subject or role in frame.roles:
            continue
        labels = {label for label in spec.labels if any(item.label == label and item.entity for item in items)}
        subject = _subject(items, labels)
        before = [i for i, item in enumerate(items) if item.label in labels and item.sentence == here.sentence and item.start < here.start]
        known = [number for other in joined if other.event == frame.event and (number := other.first(role)) is not None]
        known.sort(key=lambda i: items[i].in_title)  # the text spells names better than a title
        told = [subject] if subject is not None and items[subject].key else []
        others = [subject] if frame.listed else [*before[:1], *known, subject]
        subjects = (i for i in [*told, *others] if i is not None and items[i].identity not in taken)
        subject = next(subjects, None)
        if subject is not None:
            only = len({item.identity for item in items if item.label in labels and item.entity}) == 1
            frame.roles[role] = [(subject, TOLD if items[subject].key else ONLY if only else INFERRED)]
            frame.inferred.add(role)


def _hand_over(pack: Pack, joined: list[Frame], items: Sequence[Item]) -> None:
    """ "The deal was signed on May 3": what says only values is about the report before it, of whichever kind that is."""
    reports = [frame for frame in joined if _is_report(pack.events[frame.event], frame)]
    for frame in joined:
        before = [other for other in reports if items[other.trigger].start < items[frame.trigger].start]
        if frame in reports or not before or any(items[players[0][0]].value is None for players in frame.roles.values()):
            continue
        home = before[-1]
        if items[frame.trigger].sentence - max(items[t].sentence for t in home.triggers) <= 1:
            for role in frame.roles.keys() & pack.events[home.event].roles.keys() - home.roles.keys():
                home.roles[role] = frame.roles[role]


def _is_report(event: Event, frame: Frame) -> bool:
    required = all(role in frame.roles and frame.roles[role][0][1] >= LEAST for role, spec in event.roles.items() if spec.required)
    return required and (not event.any_of or any(all(role in frame.roles for role in group) for group in event.any_of))
