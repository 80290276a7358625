"""Does a pack agree with itself? Each problem is one sentence that names the place and the fix."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rie.pack.layer_check import layer_problems

if TYPE_CHECKING:
    from rie.pack.model import Event, Instead, Pack, Table


def problems(pack: "Pack") -> list[str]:
    """All disagreements within a pack, empty when it is sound."""
    found = [*_labels(pack), *_events(pack), *_tasks(pack), *_tables(pack)]
    return found or list(layer_problems(pack))


def _labels(pack: "Pack") -> Iterator[str]:
    codes: dict[str, str] = {}
    for name, label in pack.labels.items():
        if label.code in codes:
            yield f"labels.{name}.code: {label.code!r} is already the code of {codes[label.code]}; choose another"
        codes[label.code] = name
        if label.terms and label.terms not in pack.terms:
            yield f"labels.{name}.terms: no terms {label.terms!r}; add it under `terms:`"
        if label.source == "terms" and not label.terms:
            yield f"labels.{name}: `source: terms` needs `terms:`, the vocabulary whose phrases are mentions"
        if label.source == "reference" and (label.refers not in pack.labels or not label.words):
            yield f"labels.{name}: `source: reference` needs `words:`, and `refers:` with one of {', '.join(pack.labels)}"
        for other in label.near:
            if other not in pack.labels:
                yield f"labels.{name}.near: no label {other!r}; use one of {', '.join(pack.labels)}"


def _events(pack: "Pack") -> Iterator[str]:
    for name, event in pack.events.items():
        if event.trigger not in pack.labels:
            yield f"events.{name}.trigger: no label {event.trigger!r}; add it under `labels:`"
        if event.table not in pack.tables:
            yield f"events.{name}.table: no table {event.table!r}; add it under `tables:`"
        plain, claims = event.plain and event.plain.terms, event.claims and event.claims.terms
        for key, terms in [*(("cues", terms) for terms in event.cues), ("whole", event.whole), ("spoken", event.spoken),
                           ("silent", event.silent), ("plain", plain), ("claims", claims), ("bare", event.bare and event.bare.terms),
                           ("alone", event.alone and event.alone.terms), ("state", event.state and event.state.terms)]:
            if terms and terms not in pack.terms:
                yield f"events.{name}.{key}: no terms {terms!r}; add it under `terms:`"
        for terms in (terms for row in event.rows for terms in row.never if terms not in pack.terms):
            yield f"events.{name}.rows: no terms {terms!r}; add it under `terms:`"
        if event.claims and event.claims.trigger not in pack.labels:
            yield f"events.{name}.claims.trigger: no label {event.claims.trigger!r}; add it under `labels:`"
        yield from _roles(pack, name, event)


def _tasks(pack: "Pack") -> Iterator[str]:
    if pack.subject and pack.subject.label not in pack.labels:
        yield f"subject.label: no label {pack.subject.label!r}; use one of {', '.join(pack.labels)}"
    for name, events in pack.tasks.items():
        for event in events:
            if event not in pack.events:
                yield f"tasks.{name}: no event {event!r}; use some of {', '.join(pack.events)}"


def _roles(pack: "Pack", name: str, event: "Event") -> Iterator[str]:
    for role, spec in event.roles.items():
        told = (*spec.told_by.values(), *spec.told_around.values(), *spec.turned_by.values())
        beside = (spec.stands_for, spec.never_named, spec.compared, spec.joint, spec.resulting, spec.named_by, spec.told_behind,
                  spec.of_all, spec.as_before, spec.acts)
        for terms in (spec.cues, spec.never_after, spec.never_around, *beside, *told):
            if terms and terms not in pack.terms:
                yield f"events.{name}.roles.{role}: no terms {terms!r}; add it under `terms:`"
        for key, other in (("without_cue", spec.without_cue), ("owner_of", spec.owner_of)):
            if other and other not in event.roles:
                yield f"events.{name}.roles.{role}.{key}: no role {other!r}; use one of {', '.join(event.roles)}"
        if spec.instead:
            yield from _instead(pack, f"events.{name}.roles.{role}.instead", event, spec.instead)
        for label in spec.labels:
            if label not in pack.labels:
                yield f"events.{name}.roles.{role}.labels: no label {label!r}; add it under `labels:`"
    used = {"any_of": {role for group in event.any_of for role in group}, "tie": {*event.tie},
            "part": {event.part} if event.part else set(), "bare": {event.bare.kind, event.bare.sum} if event.bare else set(),
            "rows": {row.role for row in event.rows}, "columns": {*event.columns},
            "alone": {event.alone.role} if event.alone else set()}
    if event.bare and not ("date" in event.roles and any(spec.required for spec in event.roles.values())):
        yield f"events.{name}.bare: needs a role `date` and a required role, whose event it is; add them under `roles:`"
    for key, roles in used.items():
        for role in sorted(roles - set(event.roles)):
            yield f"events.{name}.{key}: no role {role!r}; use one of {', '.join(event.roles)}"


def _instead(pack: "Pack", place: str, event: "Event", rule: "Instead") -> Iterator[str]:
    other = pack.events.get(rule.event)
    if other is None:
        yield f"{place}.event: no event {rule.event!r}; use one of {', '.join(pack.events)}"
        return
    for role in sorted({*rule.of, rule.by} - other.roles.keys()):
        yield f"{place}: no role {role!r} of {rule.event}; use some of {', '.join(other.roles)}"
    if rule.told not in event.roles:
        yield f"{place}.told: no role {rule.told!r}; use one of {', '.join(event.roles)}"
    if rule.terms not in pack.terms:
        yield f"{place}.terms: no terms {rule.terms!r}; add it under `terms:`"


def _tables(pack: "Pack") -> Iterator[str]:
    if sum(table.kind == "entity" for table in pack.tables.values()) != 1:
        yield "tables: exactly one table must have `kind: entity`"
    for name, table in pack.tables.items():
        if table.parent and table.parent not in pack.tables:
            yield f"tables.{name}.parent: no table {table.parent!r}"
        if table.kind == "child" and not table.parent:
            yield f"tables.{name}: a child table needs `parent:`, the fact table that it hangs on"
        yield from _columns(pack, name, table)


def _columns(pack: "Pack", name: str, table: "Table") -> Iterator[str]:
    event = pack.event_of(table.parent or name)
    if table.id and table.id not in table.columns:
        yield f"tables.{name}.id: no column {table.id!r}"
    for column, spec in table.columns.items():
        place = f"tables.{name}.columns.{column}"
        for role in (spec.source.role, *spec.source.instead) if spec.source else ():
            if event and role and role not in {*event.roles, *(["row"] if event.rows else [])}:
                yield f"{place}.source: no role {role!r}; use one of {', '.join(event.roles)}"
        words = {key: getattr(spec.source, key, None) for key in ("terms", "awaited", "tentative", "done", "by_words")}
        for key, terms in [*words.items(), *(spec.source.settles.items() if spec.source else ())]:
            if terms and terms not in pack.terms:
                yield f"{place}.source.{key}: no terms {terms!r}; add it under `terms:`"
        for role, terms in spec.source.around.items() if spec.source else ():
            if (event and role not in event.roles) or terms not in pack.terms:
                yield f"{place}.source.around: no role {role!r} or no terms {terms!r}"
    for match in table.resolution.match if table.resolution else []:
        if match.rule in ("term", "person") and match.terms not in pack.terms:
            yield f"tables.{name}.resolution.match: `rule: {match.rule}` needs `terms:`, one of {', '.join(pack.terms)}"
        named = {match.column, *match.owners, *(column for leeway in match.unless for column in (*leeway.same, *leeway.where))}
        for column in sorted(named - table.columns.keys()):
            yield f"tables.{name}.resolution.match: no column {column!r}; use one of {', '.join(table.columns)}"
