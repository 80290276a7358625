"""Event frames: the roles that one document gives to its events, gathered around triggers and joined across sentences.

A frame starts as one trigger with the mentions that play its roles. References ("the company") are resolved, then frames
of one document that can speak of the same event are joined. Events and their roles come from the pack.
"""

import re
from collections.abc import Sequence
from datetime import date

from rie.pack import Event, Pack
from rie.pipeline.events.across import (
    fill_as_before,
    fill_of_all,
    leave_once,
    leave_sums,
    leave_to_their_own,
    one_a_sum,
    one_role_a_sum,
    seat_elsewhere,
    without_echoes,
)
from rie.pipeline.events.again import told_anew
from rie.pipeline.events.announced import date_old_changes
from rie.pipeline.events.backed_before import part_clauses
from rie.pipeline.events.behind import add_behind, fill_days, fits, prefer_told
from rie.pipeline.events.bought import play_bought
from rie.pipeline.events.bystanders import leave_out
from rie.pipeline.events.clauses import fill_alone, keep_to_their_clause, part_held, tell_alone
from rie.pipeline.events.complete import complete_from, hand_over, infer_subject, infer_topic, told_whole
from rie.pipeline.events.contributions import share_party, unite_contributions
from rie.pipeline.events.coordinated import play_listed, share_listed, tell_each
from rie.pipeline.events.days import LONG_AGO, SURE, leave_foreign_days, set_days
from rie.pipeline.events.earlier import add_earlier
from rie.pipeline.events.effective import fill_effective
from rie.pipeline.events.entries import entries_of
from rie.pipeline.events.forms import beside_forms, told_in_forms
from rie.pipeline.events.in_place import add_replacing, play_from, take_places
from rie.pipeline.events.join import compatible, join, same
from rie.pipeline.events.laid_out import event_rows
from rie.pipeline.events.leavers import keep_sure_posts, tell_leavers
from rie.pipeline.events.listed import add_listed
from rie.pipeline.events.next_posts import play_next_posts
from rie.pipeline.events.own_days import part_leavers
from rie.pipeline.events.owners import add_owners, play_owners
from rie.pipeline.events.parties import leave_bystanders, leave_parents, leave_untold
from rie.pipeline.events.portions import take_wholes, unite_portions
from rie.pipeline.events.posts import part_posts, play_posts
from rie.pipeline.events.references import OWN, Cast, cast_of, refers, resolve_references
from rie.pipeline.events.rejected import part_rejected
from rie.pipeline.events.reporter import acted_on
from rie.pipeline.events.rosters import told_in_rosters
from rie.pipeline.events.shares_of import leave_foreign_shares
from rie.pipeline.events.sold import turn_sellers
from rie.pipeline.events.stated import beside_statements, statements
from rie.pipeline.events.succession import play_successors
from rie.pipeline.events.tabled import outside, told_in_rows, with_rows
from rie.pipeline.events.titles import settle_titles
from rie.pipeline.events.vaguely import date_vaguely
from rie.pipeline.events.whose import name_whose
from rie.pipeline.events.worded import (
    add_totals,
    is_joint,
    keep_added,
    play_acting,
    play_given,
    play_jointly,
    play_named,
    play_on,
    prefer_names,
    see_described,
    see_through,
)
from rie.pipeline.figures.awaited import fill_awaited
from rie.pipeline.figures.carried import (
    carry_changes,
    carry_periods,
    fill_behind,
    fill_opening,
    fill_shared,
    mark_earlier,
    name_quarters,
    name_years,
    turn_earlier,
)
from rie.pipeline.figures.compared_apart import fill_compared
from rie.pipeline.figures.part_behind import name_parts_behind
from rie.pipeline.figures.rows import rows, settle_figures
from rie.pipeline.figures.sold_units import name_units
from rie.pipeline.frame import Frame, Item, one_role_each
from rie.pipeline.relations import Relation
from rie.pipeline.tables.cells import Tables
from rie.values import Money

_BARE = re.compile(r"(?:[A-Z.'-]+ )?(?:UNITS?|COMPANY|COMPANIES|BANKS?|FIRMS?|SUBSIDIAR(?:Y|IES)|DIVISIONS?|BUSINESS(?:ES)?|AFFILIATES?)")
SAID = 0.8  # probability of a role that the words around a mention name
FIRM = 0.7  # a role that has a weaker one in its place ("investor" for "lead") needs this probability


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
    relations = [*(relation for relation in relations if relation.head not in in_table),
                 *(relation._replace(score=max(relation.score, SAID)) for relation in weak if _in_so_many_words(pack, items, relation))]
    text = tables.text if tables else ""
    rows_told = list(event_rows(pack, text))
    in_rows = list(told_in_rows(pack, rows_told, tables.items, text)) if tables else []
    relations = outside(rows_told, items, relations) if in_rows else relations
    forms = [*told_in_forms(pack, items, text), *told_in_rosters(pack, items, text)]
    stated = list(statements(pack, items, text))
    relations = beside_statements(stated, items, beside_forms(forms, items, relations))
    found = [*_gather(pack, items, relations, text), *forms, *(frame for one in stated for frame in one.frames)]
    cast = _play_by_words(pack, found, items, (relations, weak), text=text, published=published)
    found += tabled
    _settle_periods(pack, found, items, weak, tables=tables, published=published)
    joined = _told_together(pack, found, items, weak, text=text, cast=cast)
    leave_foreign_days(pack, joined, items, published)
    fill_days(pack, joined, items, text, published)
    joined = with_rows(pack, joined, in_rows, items)
    add_listed(pack, joined, items, text)
    add_earlier(pack, joined, items, text)
    date_vaguely(pack, joined, items, text, published)
    leave_once(pack, joined, items)
    keep_sure_posts(pack, joined)
    joined = part_posts(pack, part_held(pack, joined, items, text), items, text)
    joined = part_leavers(pack, joined, items, text)
    play_next_posts(pack, joined, items, text)
    date_old_changes(pack, joined, items, text, published)
    _tell_of_others(pack, joined, items, text, published)
    reports = told_anew(pack, told_whole(pack, joined, items), items, tables.text if tables else "")
    return [row for frame in reports if not _is_headline(pack, frame, reports, items) for row in rows(pack, frame, items)]


def _play_by_words(pack: Pack, found: list[Frame], items: Sequence[Item], relations: tuple[Sequence[Relation], Sequence[Relation]], *,
                   text: str, published: date | None) -> Cast:
    """What the words around triggers say beside the relations, decided and possible: who plays what; the cast of the document."""
    told, weak = relations
    for by_words in (add_replacing, leave_out, tell_leavers, settle_titles, play_jointly, play_named, play_acting, play_given, play_listed,
                     play_on, see_through, keep_added, tell_each, keep_to_their_clause, play_from, leave_untold):
        by_words(pack, found, items, text)
    play_successors(pack, found, items, weak, text)
    play_posts(pack, found, items, text)
    tell_alone(pack, found, items, text)
    prefer_told(found, items, told, text, published)
    cast = cast_of(found, items)
    name_units(pack, found, items, text)
    set_days(pack, found, items, text, published)
    part_clauses(pack, found, items, text)
    leave_to_their_own(pack, found, items)
    for frame in found:
        resolve_references(pack, frame, items, cast)
        one_role_each(frame, items)
    for beside in (part_rejected, play_bought, play_owners, leave_bystanders):
        beside(pack, found, items, text)
    one_role_a_sum(pack, news := [frame for frame in found if pack.events[frame.event].joins], items)
    leave_sums(news, items)
    _settle_shared(pack, found, items)
    settle_figures(pack, found, items)
    return cast


def _told_together(pack: Pack, found: list[Frame], items: Sequence[Item], weak: Sequence[Relation], *, text: str,
                   cast: Cast) -> list[Frame]:
    """The events that are told in several places, each once, completed by what is possible and what the subject is."""
    whole = take_wholes(pack, list(name_parts_behind(pack, found, items, text)), items, text)
    entries = entries_of(text, items)
    joined = share_listed(pack, join(pack, whole, items, entries))
    fill_alone(pack, joined, items)
    bought = acted_on(pack, cast)
    for frame in joined:
        complete_from(pack.events[frame.event], frame, items, weak, cast)
        infer_subject(pack.events[frame.event], frame, items, joined, text, bought=bought)
        infer_topic(pack.events[frame.event], frame, items, joined)
    joined = without_echoes(pack, unite_portions(pack, one_a_sum(join(pack, joined, items, entries), items), items), items)
    share_party(pack, joined, items)
    joined = unite_contributions(pack, joined, items, text)
    see_described(pack, joined, items, text)
    prefer_names(pack, joined, items, text)
    add_totals(pack, joined, items)
    for tell in (leave_parents, add_behind, add_owners, turn_sellers, leave_foreign_shares):
        tell(pack, joined, items, text)
    return joined


def _tell_of_others(pack: Pack, joined: list[Frame], items: Sequence[Item], text: str, published: date | None) -> None:
    """What events have from one another: a day for all, a company elsewhere, the post in which somebody comes."""
    for fill in (fill_of_all, fill_as_before):
        fill(pack, joined, items, text)
    fill_effective(pack, joined, items if isinstance(items, list) else [*items], text, published)
    seat_elsewhere(pack, joined, items)
    name_whose(pack, joined, items, text)
    hand_over(pack, joined, items)
    take_places(pack, joined, items, text)


def _settle_periods(pack: Pack, found: list[Frame], items: Sequence[Item], weak: Sequence[Relation], *, tables: Tables | None,
                    published: date | None) -> None:
    """Of which part and period figures are: by their own line, the words beside them, what was told before them, and the calendar."""
    _part_of_subject(pack, found, items)
    if tables:
        _read_lists(pack, found, tables)
    fill_shared(pack, found, items, weak)
    if tables:
        fill_opening(pack, found, items, tables.text)
        fill_behind(pack, found, items, tables.text)
        fill_compared(pack, found, items, tables.text)
        fill_awaited(pack, found, items, tables.text)
    name_quarters(pack, found, items, published)
    turn_earlier(pack, found, items, published)
    mark_earlier(pack, found, items)
    carry_periods(pack, found, items, tables, published)
    for by_text in (name_years, carry_changes):
        by_text(pack, found, items)


def _is_headline(pack: Pack, frame: Frame, reports: Sequence[Frame], items: Sequence[Item]) -> bool:
    """Whether only the title tells an event, where the text below tells one of its kind: a headline tells nothing else than its text,
    unless its sum stands nowhere below, what is told there was long ago, or is of others: the departure beside an appointment.
    """
    if not all(items[trigger].in_title for trigger in frame.triggers):
        return False
    below = [other for other in reports if other.event == frame.event and not items[other.trigger].in_title]
    sums = [items[i] for players in frame.roles.values() for i, _ in players if isinstance(items[i].value, Money)]
    told = not sums or any(same(one, item) for one in sums for item in items if not item.in_title)
    return told and any(not _is_older(other, frame) and _are_alike(pack.events[frame.event], frame, other, items) for other in below)


def _are_alike(event: Event, title: Frame, body: Frame, items: Sequence[Item]) -> bool:
    """Whether two events may be one: the body's has whom the title is surest of, of those who tie events of their kind together."""
    mine = max((player for role in event.tie for player in title.roles.get(role, ())), key=lambda player: player[1], default=None)
    theirs = {items[i].identity for role in event.tie for i, _ in body.roles.get(role, ())}
    return mine is None or not theirs or items[mine[0]].identity in theirs


def _is_older(frame: Frame, other: Frame) -> bool:
    return frame.day is not None and other.day is not None and (other.day - frame.day).days > LONG_AGO


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
            ours = any(item.sentence == here.sentence and item.text.lower() in OWN and item.start < here.start for item in items)
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
        if frame.listed and not frame.tabled and frame.scale is None:
            frame.scale = tables.scale_over(frame.trigger)
        shared = [role for role, spec in event.roles.items() if spec.shared and role not in frame.roles]
        if shared and (period := tables.heading(frame.trigger)) is not None:
            frame.roles[shared[0]] = [(period, SURE)]


def _gather(pack: Pack, items: Sequence[Item], relations: Sequence[Relation], text: str) -> list[Frame]:
    events = {event.trigger: name for name, event in pack.events.items()}
    found = {i: Frame(events[item.label], i, triggers=[i]) for i, item in enumerate(items) if item.label in events}
    for head, child, label, score in relations:
        if head in found:
            role = label.partition(".")[2]
            spec = pack.events[found[head].event].roles.get(role)
            if spec and spec.or_else and score < FIRM and not is_joint(pack, spec, items[child], text):
                role = spec.or_else
            _add(found[head], spec.turns.get(items[child].term or "", role) if spec else role, child, score)
    for frame in found.values():
        for role, players in list(frame.roles.items()):
            spec = pack.events[frame.event].roles[role]
            frame.roles[role] = _choose(pack, frame, [p for p in players if fits(spec, items[p[0]])], spec.many, items)
        frame.roles = {role: players for role, players in frame.roles.items() if players}
    return [frame for frame in found.values() if frame.roles]


def _in_so_many_words(pack: Pack, items: Sequence[Item], relation: Relation) -> bool:
    """Whether the words around a mention name the role that it plays: "total funding to $21 million"."""
    event, _, role = relation.label.partition(".")
    roles = pack.events[event].roles.values() if event in pack.events else ()
    return any(spec.turns.get(items[relation.child].term or "") == role for spec in roles)


def _add(frame: Frame, role: str, child: int, score: float) -> None:
    if child == frame.trigger:
        frame.status, frame.status_score = role.partition("=")[2], score
    else:
        frame.roles.setdefault(role, []).append((child, score))


def _choose(pack: Pack, frame: Frame, found: list[tuple[int, float]], many: bool, items: Sequence[Item]) -> list[tuple[int, float]]:
    """All players in the order of the text, or the best one.

    What stands in the trigger's sentence goes before what stands elsewhere, there a name before a reference, and a telling
    term ("Series B") before a vague one; a name of the text before the "UNIT" of a title.
    """
    here = items[frame.trigger].sentence
    if not many:
        found = [(i, s) for i, s in found if items[i].sentence <= here or not items[i].entity]
    near = [(i, s) for i, s in found if items[i].sentence == here] or found
    if near and all(items[i].in_title and _BARE.fullmatch(items[i].text) and not items[i].entity for i, _ in near):
        near = [(i, s) for i, s in found if items[i].entity] or near
    named = [(i, s) for i, s in near if not refers(items[i])] or near
    if not named:
        return []
    return sorted(named) if many else [max(named, key=lambda one: (-_vagueness(pack, items[one[0]]), one[1]))]


def _vagueness(pack: Pack, item: Item) -> int:
    """The place of a term in its vocabulary, which lists the telling ones first, its default last; 0 for what is no term."""
    name = pack.labels[item.label].terms
    values = [value for value in pack.terms[name].values if value != pack.terms[name].default] if name else []
    return values.index(item.term) if item.term in values else len(values)


def _settle_shared(pack: Pack, found: list[Frame], items: Sequence[Item]) -> None:
    """A sum belongs to one event: of frames that cannot be one and claim it for one role the surest keeps it, of two as sure the text's."""
    claims: dict[tuple[int, str, str], list[tuple[float, Frame]]] = {}
    for frame in found:
        for role, players in frame.roles.items():
            if isinstance(items[players[0][0]].value, Money) and pack.events[frame.event].joins:
                claims.setdefault((players[0][0], frame.event, role), []).append((players[0][1], frame))
    for (_, _, role), rivals in claims.items():
        if not all(compatible(pack, rivals[0][1], frame, items) for _, frame in rivals[1:]):
            for _, frame in sorted(rivals, key=lambda rival: (-rival[0], items[rival[1].trigger].in_title))[1:]:
                frame.roles.pop(role, None)


