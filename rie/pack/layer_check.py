"""Does the question layer agree with the tables of its pack? Each problem is one sentence that names the place and the fix."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rie.pack.layer import FactLayer

if TYPE_CHECKING:
    from rie.pack.model import Pack


def layer_problems(pack: "Pack") -> Iterator[str]:
    """Disagreements between the layer and the tables of a pack, one sentence each with place and fix."""
    entity = pack.tables[pack.entity_table].columns if pack.layer.entity else {}
    for name in (*pack.layer.entity.attributes, *pack.layer.entity.places, pack.layer.entity.seat) if pack.layer.entity else ():
        if name not in entity:
            yield f"layer.entity: no column {name!r} in {pack.entity_table}; use one of {', '.join(entity)}"
    for name, fact in pack.layer.facts.items():
        if name not in pack.tables or pack.tables[name].kind != "fact":
            yield f"layer.facts.{name}: no fact table of this name; add it under `tables:`"
        else:
            yield from _fact_problems(pack, name, fact)


def _fact_problems(pack: "Pack", name: str, fact: FactLayer) -> Iterator[str]:
    place, columns = f"layer.facts.{name}", pack.tables[name].columns
    for role in sorted({fact.subject, fact.place} - set(fact.roles), key=str):
        yield f"{place}: no role {role!r}; use one of {', '.join(fact.roles)}"
    if fact.main not in fact.measures and (fact.main or fact.grammar == "frames"):
        yield f"{place}.main: no measure {fact.main!r}; use one of {', '.join(fact.measures)}"
    for key, role_layer in fact.roles.items():
        if role_layer.table and role_layer.table not in pack.children(name):
            yield f"{place}.roles.{key}.table: {role_layer.table!r} is no child table of {name}; give it `parent: {name}`"
    if fact.grammar == "slots" and len({role.kind for role in fact.roles.values()}) < len(fact.roles):
        yield f"{place}.roles: with `grammar: slots` every role needs a `kind` of its own"
    for where, used in _used_columns(fact):
        for item in (item for item in used if item not in columns):
            yield f"{place}{where}: no column {item!r} in {name}; use one of {', '.join(columns)}"
    yield from _word_problems(pack, place, fact)
    yield from _value_problems(pack, name, fact)


def _used_columns(fact: FactLayer) -> Iterator[tuple[str, Iterable[str]]]:
    """The columns that a layer speaks of, with the place."""
    yield "", (fact.date, fact.precision, *fact.columns, *fact.attributes, *fact.values)
    for key, number in fact.numbers.items():
        own = filter(None, (number.column, number.usd, number.currency))
        yield f".measures.{key}", (*own, *number.where, *number.beside, *number.alike)
    for verb in fact.verbs:
        yield f".verbs[{verb.base.split('|')[0]}]", (*verb.where, *filter(None, (verb.date,)))
    for noun in fact.nouns:
        yield f".nouns[{noun.forms.split('|')[0]}].where", noun.where
    if fact.series:
        series = fact.series
        columns = (series.year, series.quarter, series.start, series.end, series.part, series.variant)
        yield ".series", (*columns, *series.defaults, *series.superseded, *([series.estimate.column] if series.estimate else []))
    if fact.holder:
        yield ".holder", (fact.holder.post, fact.holder.action, fact.holder.since)
    yield ".row", re.findall(r"{(\w+)}", fact.row)


def _word_problems(pack: "Pack", place: str, fact: FactLayer) -> Iterator[str]:
    for values in fact.values.values():
        if values.terms and values.terms not in pack.terms:
            yield f"{place}.values: no terms {values.terms!r}; add it under `terms:`"
    frames = [(f"verbs[{verb.base.split('|')[0]}]", verb.roles) for verb in fact.verbs]
    frames += [(f"nouns[{noun.forms.split('|')[0]}]", noun.roles | ({"agent": noun.agent} if noun.agent else {})) for noun in fact.nouns]
    frames += [("holder", {"role": fact.holder.role, "of": fact.holder.of})] if fact.holder else []
    for key, roles in frames:
        for role in sorted(set(roles.values()) - set(fact.roles)):
            yield f"{place}.{key}: no role {role!r}; use one of {', '.join(fact.roles)}"
    for verb in fact.verbs:
        if verb.measure and verb.measure not in fact.measures:
            yield f"{place}.verbs[{verb.base.split('|')[0]}].measure: no measure {verb.measure!r}"
    turns = fact.series.modifiers.items() if fact.series else ()
    for key, modifier in turns:
        for measure in sorted({*modifier.turns, *modifier.turns.values()} - set(fact.measures)):
            yield f"{place}.series.modifiers.{key}: no measure {measure!r}; use one of {', '.join(fact.measures)}"


def _value_problems(pack: "Pack", name: str, fact: FactLayer) -> Iterator[str]:
    """Values that a column never holds."""
    for where, column, values in _used_values(fact):
        known = _known_values(pack, name, column)
        for value in (known and [value for value in values if value not in known]) or ():
            yield f"layer.facts.{name}{where}: {column} is never {value!r}; use one of {', '.join(known)}"


def _used_values(fact: FactLayer) -> Iterator[tuple[str, str, Iterable[str]]]:
    for key, number in fact.numbers.items():
        yield from ((f".measures.{key}", column, (value,)) for column, value in (*number.where.items(), *number.alike.items()))
    for verb in fact.verbs:
        place = f".verbs[{verb.base.split('|')[0]}].where"
        yield from ((place, column, fact.values_of(column, value)) for column, value in verb.where.items())
    for noun in fact.nouns:
        place = f".nouns[{noun.forms.split('|')[0]}].where"
        yield from ((place, column, fact.values_of(column, value)) for column, value in noun.where.items())
    for column, layer in fact.values.items():
        sets = (value for item in layer.sets.values() for value in item.values)
        yield f".values.{column}", column, (*layer.words, *layer.nouns, *layer.labels, *layer.ordered, *sets)
        yield f".values.{column}.text.loose", column, (*layer.text.loose, *layer.text.lesser_of) if layer.text else ()
    if fact.series:
        yield from ((".series.defaults", column, values) for column, values in fact.series.defaults.items())
        yield from ((".series.superseded", column, values) for column, values in fact.series.superseded.items())
        yield ".series.preferred", fact.series.variant, fact.series.preferred
        for name, measure in fact.measures.items():
            yield f".measures.{name}.variants", fact.series.variant, measure.variants
        estimate = fact.series.estimate
        if estimate:
            yield ".series.estimate", estimate.column, (estimate.of, estimate.actual)
            yield ".series.estimate.variants", fact.series.variant, (estimate.unsaid, *estimate.variants)
    if fact.holder:
        yield ".holder", fact.holder.action, (fact.holder.begins, fact.holder.ends)
        yield ".holder.single", fact.holder.post, fact.holder.single


def _known_values(pack: "Pack", name: str, column: str) -> list[str]:
    """The values that a column can hold, those of its vocabulary if it has one; empty where anything can stand."""
    spec, event = pack.tables[name].columns.get(column), pack.event_of(name)
    if spec is None or spec.values or spec.type == "boolean":
        return ["true", "false"] if spec and spec.type == "boolean" else list(spec.values) if spec else []
    layer = pack.layer.facts[name].values.get(column)
    taken = spec.source and spec.source.take == "trigger" and event and pack.labels[event.trigger].terms
    terms = (layer and layer.terms) or (spec.source and spec.source.terms) or taken or ""
    return list(pack.terms[terms].values) if terms in pack.terms else []
