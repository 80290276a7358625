"""Whether a condition on a sum is of one fact or of all facts of somebody: "companies that raised over $20m"."""

from __future__ import annotations

from dataclasses import replace

from rie.ask.form import LogicalForm, Nested, RoleFilter, in_order
from rie.ask.parse import Parse
from rie.ask.read.measure import barred
from rie.ask.wording.describe import interpretation

_SEATS = ("city", "region", "country", "sector")


def leveled(parse: Parse, form: LogicalForm) -> LogicalForm:
    """A form whose conditions on sums are of single facts or of all together, as the question says.

    Args:
        parse: that the form was made of.
        form: with conditions that are all of single facts.
    """
    return _of_all(parse, _of_each_or_all(parse, form))


def _of_all(parse: Parse, form: LogicalForm) -> LogicalForm:
    """ "Acme-backed companies that raised over $50m in total": in all of their rounds, not in those with Acme alone."""
    apart = [item for item in form.filters if isinstance(item, RoleFilter) and item.role in barred(parse)]
    total = any(item.grouped and item.measure == parse.layer.main for item in form.thresholds)
    if not (apart and total) or form.agg not in ("list", "distinct") or form.role != parse.layer.subject:
        return form
    part = LogicalForm(form.fact, "list", role=form.role, filters=tuple(apart))
    nested = Nested(str(form.role), part, interpretation(part, parse.pack))
    return replace(form, filters=in_order((*(item for item in form.filters if item not in apart), nested)))


def _of_each_or_all(parse: Parse, form: LogicalForm) -> LogicalForm:
    """ "companies that raised over $20m": in one round or in all. Which of the two is left to the results."""
    if form.thresholds and form.agg == "exists":
        return _in_total(parse, form)
    if not form.thresholds or form.agg not in ("list", "distinct") or form.role is None:
        return form
    main = [item for item in form.thresholds if item.measure == parse.layer.main and not item.grouped]
    total = any(parse.get(index, "agg") == "sum" for index in parse.all("agg"))
    if main and total and form.role in (parse.layer.subject, *_SEATS):
        return replace(form, thresholds=tuple(replace(item, grouped=True) if item in main else item for item in form.thresholds))
    if not main or not parse.passive or any(parse.noun_at(index) for index in range(len(parse.items))):
        return form
    of_groups = form.role in parse.layer.roles and form.role != parse.layer.subject
    if of_groups or parse.layer.verb != "raised":
        return form
    grouped = True if total else parse.choose("level", [True, False])
    return replace(form, thresholds=tuple(replace(item, grouped=grouped) if item in main else item for item in form.thresholds))


def _in_total(parse: Parse, form: LogicalForm) -> LogicalForm:
    """ "Has Acme raised over $20m in total?": whether it is among those whose rounds together come to that."""
    role = parse.layer.subject
    main = [item for item in form.thresholds if item.measure == parse.layer.main and not item.grouped]
    told = [item for item in form.filters if isinstance(item, RoleFilter) and item.role == role]
    if not (main and told) or not any(parse.get(index, "agg") == "sum" for index in parse.all("agg")):
        return form
    others = tuple(item for item in form.filters if item not in told)
    grouped = tuple(replace(item, grouped=True) for item in main)
    part = LogicalForm(form.fact, "list", role=role, filters=others, thresholds=grouped, period=form.period)
    kept = tuple(item for item in form.thresholds if item not in main)
    nested = Nested(role, part, interpretation(part, parse.pack))
    return replace(form, filters=in_order((*form.filters, nested)), thresholds=kept)
