"""Accept, clarify or refuse: which of several readings is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rie.ask.form import Item, LogicalForm, PlaceFilter, Reading, Refusal, RoleFilter, TextFilter, ValueFilter
from rie.ask.names.names import Snapshot
from rie.ask.run import run_form
from rie.ask.sql.outcome import Outcome
from rie.ask.sql.series import PERIOD
from rie.ask.wording.describe import interpretation, measure_label, set_label, value_label
from rie.pack import Pack
from rie.pack.layer import FactLayer
from rie.values import Period

THRESHOLD = 0.5
MARGIN = 0.05
_MOST = 4


@dataclass
class Decision:
    """An outcome to show, or none: then it is ambiguous (with questions to choose from) or refused."""

    outcome: Outcome | None = None
    confidence: float = 0.0
    ambiguous: bool = False
    refusal: Refusal | None = None
    suggestions: tuple[str, ...] = ()
    interpretation: str = ""


def decide(question: str, readings: Sequence[Reading], items: Sequence[Item], reader: Snapshot, pack: Pack) -> Decision:
    """Run the best readings and compare what they give.

    Args:
        question: as asked.
        readings: the best first.
        items: the items of the question.
        reader: the snapshot.
        pack: the pack of its store.
    """
    best = readings[0].confidence
    near = [reading for reading in readings if reading.confidence >= best - MARGIN][:_MOST]
    if best < THRESHOLD:
        return Decision(refusal=Refusal("low_confidence", "The question is not clear enough."))
    near, outcomes = _with_facts(near, [_found(reading.form, reader, pack) for reading in near])
    outcomes = _of_one_currency(_of_one_name(outcomes))
    if len({_result(outcome) for outcome in outcomes}) > 1:
        options = _tell_apart(question, near, items, pack)
        return Decision(
            ambiguous=True, confidence=best, suggestions=options, interpretation=" / ".join(interpretation(r.form, pack) for r in near)
        )
    if _is_one_of_several(items, outcomes[0], pack):
        form = outcomes[0].form
        return Decision(ambiguous=True, confidence=best, suggestions=_options(form, pack), interpretation=interpretation(form, pack))
    return _single(question, outcomes[0], best, reader=reader, pack=pack)


def _found(form: LogicalForm, reader: Snapshot, pack: Pack) -> Outcome:
    """ "Which companies had falling sales in 2021?": where no figure is of the year, those of its quarters."""
    outcome = run_form(form, reader, pack)
    series = pack.layer.facts[form.fact].series if form.fact in pack.layer.facts else None
    year = form.spans[0] if len(form.spans) == 1 and form.spans[0].match == "name" else None
    if series is not None and form.facet and year is not None and not outcome.rows:
        outcome = _worked_out(form, reader, pack) or outcome
    asked = series is not None and form.role == pack.layer.facts[form.fact].subject and form.order is None and form.grain is None
    if outcome.facts or not asked or form.agg not in ("facts", "estimate") or year is None or year.period.precision != "year":
        return outcome
    quarters = run_form(replace(form, spans=(replace(year, match="within"),), grain="quarter"), reader, pack)
    return quarters if quarters.facts else outcome


def _worked_out(form: LogicalForm, reader: Snapshot, pack: Pack) -> Outcome | None:
    """ "By how much did sales grow in 2017": where no change was told, that of the two figures, if both are on record."""
    layer, period = pack.layer.facts[form.fact], form.spans[0].period
    number, beside = layer.measures.get(form.measure or ""), layer.facets[str(form.facet)]
    basis = [item for item in form.filters if getattr(item, "column", None) in beside.beside]
    yearly = all(isinstance(item, ValueFilter) and beside.alike.get(item.column) in item.values for item in basis)
    named = any(isinstance(item, RoleFilter) and item.role == layer.subject and len(item.refs) == 1 for item in form.filters)
    plain = form.agg == "lookup" and not (form.by or form.thresholds or form.order or form.newest or form.beat or form.attribute)
    if not (plain and yearly and named) or number is None or number.currency is None or period.precision not in ("year", "quarter"):
        return None
    part = (period.start.month + 2) // 3
    before = Period.unit(period.precision, period.start.year - 1, *((part,) if period.precision == "quarter" else ()))
    now = replace(form, facet=None, filters=tuple(item for item in form.filters if item not in basis))
    earlier = replace(now, spans=(replace(form.spans[0], period=before),))
    found = run_form(LogicalForm(form.fact, "change", measure=form.measure, operands=(now, earlier)), reader, pack)
    return found if found.status == "answered" else None


def _with_facts(readings: list[Reading], outcomes: list[Outcome]) -> tuple[list[Reading], list[Outcome]]:
    """ "How many deals on 3 March 1987?": of the kinds of facts that a word may mean those of which there are any; not of those of
    somebody, who may be meant otherwise.
    """
    found = [place for place, outcome in enumerate(outcomes) if outcome.facts]
    told = any(outcome.form.thresholds or any(isinstance(item, RoleFilter) for item in outcome.form.filters) for outcome in outcomes)
    if len({outcome.form.fact for outcome in outcomes}) < 2 or not found or told:
        return readings, outcomes
    return [readings[place] for place in found], [outcomes[place] for place in found]


def _of_one_name(outcomes: list[Outcome]) -> list[Outcome]:
    """Of several things of a name, those that the facts which are asked for are of, where there are any."""
    plain = {replace(item.form, filters=tuple(part for part in item.form.filters if not isinstance(part, RoleFilter))) for item in outcomes}
    if len(plain) > 1 or any(outcome.status == "refused" or outcome.reason for outcome in outcomes):
        return outcomes
    return [outcome for outcome in outcomes if outcome.status == "answered"] or outcomes


def _of_one_currency(outcomes: list[Outcome]) -> list[Outcome]:
    """ "Its profit in kroner": Danish ones where no Norwegian ones were stated."""
    if len({replace(outcome.form, currency=None) for outcome in outcomes}) > 1:
        return outcomes
    return [outcome for outcome in outcomes if outcome.reason != "mixed_currencies" and outcome.rows] or outcomes


def _is_one_of_several(items: Sequence[Item], outcome: Outcome, pack: Pack) -> bool:
    """ "Who led the Acme round" and there are several, "when did the new director join" and nobody knows where."""
    form, layer = outcome.form, pack.layer.facts.get(outcome.form.fact)
    if layer is None or layer.series or form.agg not in ("list", "sum", "lookup", "facts") or form.order or form.by or outcome.facts < 2:
        return False
    told = any(isinstance(item, RoleFilter) for item in form.filters)
    for index, item in enumerate(items):
        head = index + 1
        while head < len(items) and (items[head].has("entity", "poss") or (items[head].norm == "new" and not told)):
            head += 1
        if item.norm != "the" or head >= len(items) or items[head].norm.endswith("s"):
            continue
        noun, ends = items[head].get("noun", form.fact), not any(any(map(str.isalnum, rest.norm)) for rest in items[head + 1 :])
        if noun is not None and not layer.nouns[noun].mass and ends and form.agg != "facts":
            return True
        post, new = items[head].get("value", form.fact), items[head - 1].norm == "new"
        if layer.holder and not told and form.agg in ("lookup", "facts") and post and new and not _is_noun(items, head, form.fact):
            return True
    return False


def _is_noun(items: Sequence[Item], head: int, fact: str) -> bool:
    """ "The new CFO appointments": the post only tells of which kind the facts are."""
    return head + 1 < len(items) and items[head + 1].get("noun", fact) is not None


def _options(form: LogicalForm, pack: Pack) -> tuple[str, ...]:
    return _summed(form, pack) if pack.layer.facts[form.fact].main else ()


def _result(outcome: Outcome) -> tuple[object, ...]:
    """What two readings differ by: what they found, and of what; "nine deals" may be nine of either kind."""
    filters = (item for item in outcome.form.filters if outcome.rows and isinstance(item, RoleFilter | PlaceFilter))
    fact = outcome.form.fact if outcome.rows else None
    return outcome.key, fact, tuple(item.refs if isinstance(item, RoleFilter) else item.values for item in filters)


def _single(question: str, outcome: Outcome, confidence: float, *, reader: Snapshot, pack: Pack) -> Decision:
    """One reading; a lookup that meets several facts with different values is asked back."""
    form, holder = outcome.form, pack.layer.facts[outcome.form.fact].holder if outcome.form.fact in pack.layer.facts else None
    if form.agg == "succession" and holder and form.on(holder.post) is None and not outcome.rows:
        return Decision(refusal=Refusal("low_confidence", "Say in which post."))
    if pack.layer.facts.get(form.fact) and pack.layer.facts[form.fact].series:
        if not outcome.facts and _is_unheard_of(form, reader, pack):
            label = measure_label(form, pack.layer.facts[form.fact])
            return Decision(refusal=Refusal("unknown_attribute", f"The data holds no {label} at all.", (label,)))
        return _figure(outcome, confidence, pack)
    values = {tuple(list(row.values())[1:]) for row in outcome.rows}
    if form.agg == "lookup" and form.measure and form.order is None and len(outcome.rows) > 1 and len(values) > 1:
        return Decision(ambiguous=True, confidence=confidence, suggestions=_summed(form, pack), interpretation=interpretation(form, pack))
    return Decision(outcome, confidence)


def _is_unheard_of(form: LogicalForm, reader: Snapshot, pack: Pack) -> bool:
    """Whether no figure of any company is of the number that is asked for."""
    measure = pack.layer.facts[form.fact].measures.get(form.measure or "")
    if measure is None or not measure.where:
        return False
    same = " AND ".join(f"{name} = ${name}" for name in measure.where)
    return not reader.query(f"SELECT 1 FROM {form.fact} WHERE {same} LIMIT 1", dict(measure.where)).rows


def _figure(outcome: Outcome, confidence: float, pack: Pack) -> Decision:
    """A figure that is asked for without its period, and of which there are several."""
    form, layer = outcome.form, pack.layer.facts[outcome.form.fact]
    periods = {row.get(PERIOD): None for row in outcome.rows}
    if form.agg != "lookup" or form.attribute or form.spans or len(periods) < 2:
        return Decision(outcome, confidence)
    options = tuple(_dated(form, list(periods), layer))
    return Decision(ambiguous=True, confidence=confidence, suggestions=options, interpretation=interpretation(form, pack))


def _dated(form: LogicalForm, periods: Sequence[str | None], layer: FactLayer) -> Iterator[str]:
    """The question for its newest quarter, its newest year, and all quarters."""
    whose = next((item.refs[0].name for item in form.filters if isinstance(item, RoleFilter)), "")
    values = (item for item in form.filters if isinstance(item, ValueFilter))
    notes = [set_label(item, layer) for item in values] + [item.label for item in form.filters if isinstance(item, TextFilter)]
    what = " ".join((whose, *notes, measure_label(form, layer)))
    quarters = [period for period in periods if period and "-Q" in period]
    years = [period for period in periods if period and period.isdigit()]
    yield from (f"{what} in Q{period[-1]} {period[:4]}" for period in quarters[-1:])
    yield from (f"{what} in {period}" for period in years[-1:])
    yield f"{what} by {'quarter' if len(quarters) > 1 else 'year'}"


def _summed(form: LogicalForm, pack: Pack) -> tuple[str, ...]:
    layer = pack.layer.facts[form.fact]
    measure = layer.measures[form.measure or layer.main]
    named = next((item for item in form.filters if isinstance(item, RoleFilter)), None)
    types = "".join(f" {value_label(value)}" for item in form.filters if isinstance(item, ValueFilter) for value in item.values)
    link = "by" if named and named.role != "target" else "of"
    whom = f" {link} {named.refs[0].name}" if named else ""
    when = f" in {form.period.label}" if form.period and form.period.precision != "range" else ""
    noun = layer.noun[1]
    options = [
        f"List the{types} {noun}{whom}{when}",
        f"What was the largest{types} {layer.noun[0]}{whom}{when}?",
        f"What was the latest{types} {layer.noun[0]}{whom}{when}?",
    ]
    return tuple(options if measure.additive else options[:1])


def _tell_apart(question: str, readings: Sequence[Reading], items: Sequence[Item], pack: Pack) -> tuple[str, ...]:
    found: list[str] = []
    for reading in readings:
        text = _with_places(_with_names(question, reading, items), reading, items)
        text = _with_noun(text, reading, readings, items, pack)
        text = _with_level(_with_period(text, reading, readings, items), reading, readings)
        text = _with_role(text, question, reading, items, pack) if text == question else text
        if text not in (*found, question):
            found.append(text)
    return tuple(found[:3])


def _with_names(question: str, reading: Reading, items: Sequence[Item]) -> str:
    """The question with each name that means several things written in full."""
    for item in reversed(items):
        refs = item.get("entity") or ()
        if len(refs) < 2:
            continue
        chosen = next((ref for part in reading.form.filters if isinstance(part, RoleFilter) for ref in part.refs if ref in refs), None)
        if chosen is not None:
            question = question[: item.start] + chosen.name + question[item.end :]
    return question


def _with_places(question: str, reading: Reading, items: Sequence[Item]) -> str:
    """A place of which there are several with the wider place that the reading takes it in."""
    places = [part for part in reading.form.filters if isinstance(part, PlaceFilter)]
    spots = [item for item in items if item.has("place")]
    for item in spots:
        wider = next((part.label for part in places if part.label not in (item.text, *(spot.text for spot in spots))), None)
        question = question.replace(item.text, f"{item.text}, {wider}") if wider else question
    return question


def _with_period(text: str, reading: Reading, readings: Sequence[Reading], items: Sequence[Item]) -> str:
    """ "Oct 18" as "October 2018" or "October 18, 2018"."""
    periods = [item for item in items if item.has("period")]
    if len({other.form.period for other in readings}) < 2 or len(periods) != 1 or reading.form.period is None:
        return text
    return text.replace(periods[0].text, reading.form.period.label)


def _with_role(text: str, question: str, reading: Reading, items: Sequence[Item], pack: Pack) -> str:
    """ "X acquisitions" as "acquisitions by X" or "acquisitions of X"."""
    layer = pack.layer.facts.get(reading.form.fact)
    names = [item for item in items if item.get("entity")]
    filters = [part for part in reading.form.filters if isinstance(part, RoleFilter) and len(part.refs) == 1]
    if layer is None or len(names) != 1 or len(filters) != 1:
        return text
    rest = " ".join(f"{question[: names[0].start]} {question[names[0].end :]}".split()).rstrip("?. ")
    return f"{rest} {layer.roles[filters[0].role].phrase.format(filters[0].refs[0].name)}"


def _with_noun(question: str, reading: Reading, readings: Sequence[Reading], items: Sequence[Item], pack: Pack) -> str:
    """ "deal" put as the fact that the reading takes it for."""
    if len({other.form.fact for other in readings}) < 2 or reading.form.fact not in pack.layer.facts:
        return question
    noun = pack.layer.facts[reading.form.fact].noun
    for item in reversed(items):
        for word in _weak_words(pack):
            found = re.search(rf"\b{word}\b", item.text, re.IGNORECASE)
            if found and (item.has("noun", "measure")):
                first, last = item.start + found.start(), item.start + found.end()
                return question[:first] + noun[word.endswith("s")] + question[last:]
    return f"{question.rstrip('?. ')} ({noun[1]})?"


def _weak_words(pack: Pack) -> list[str]:
    return [form for fact in pack.layer.facts.values() for item in fact.nouns if item.weak for form in item.forms.split("|")]


def _with_level(question: str, reading: Reading, readings: Sequence[Reading]) -> str:
    """In all, or in one."""
    levels = {_level(other.form) for other in readings}
    if len(levels) < 2:
        return question
    mark = question[len(question.rstrip("?. ")) :]
    return f"{question.rstrip('?. ')} {_level(reading.form)}{mark}"


def _level(form: LogicalForm) -> str:
    grouped = any(item.grouped for item in form.thresholds) or bool(form.by)
    return "in total" if grouped else "in a single round"
