"""The parts that queries are built from: what stands for a role, a group, a value, and the conditions of a form."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from sqlglot import exp

from rie.ask.form import Filter, LogicalForm, Nested, Not, PlaceFilter, RoleFilter, TextFilter, Threshold, Told, ValueFilter
from rie.ask.sql.binding import place_names, role_names, value_names
from rie.ask.sql.expressions import Expr, among, bound, call, column, renamed, text
from rie.ask.sql.nested_sql import nested_condition
from rie.ask.sql.series import PERIOD, period_label, series_facts
from rie.pack import Pack
from rie.pack.layer import FactLayer, MeasureLayer, RoleLayer

GRAINS = {"year": ("day", "month", "quarter", "year"), "quarter": ("day", "month", "quarter"), "month": ("day", "month")}


class Parts:
    """The parts of the queries of one fact table.

    Args:
        pack: with the layer.
        form: whose `role` and `by` say which roles are joined as rows.
    """

    def __init__(self, pack: Pack, form: LogicalForm) -> None:
        self.pack, self.form = pack, form
        self.layer: FactLayer = pack.layer.facts[form.fact]
        self.id = str(pack.tables[form.fact].id)
        self.entity_id = str(pack.tables[pack.entity_table].id)
        counted = [item.counted_role or "" for item in form.thresholds if item.grouped]
        self.joined = [key for key in dict.fromkeys((*form.by, form.role or "", *counted)) if key in self.layer.roles]
        self.attributes = [
            key for key in dict.fromkeys((*form.by, form.role or "", form.attribute or "")) if self._is_entity_attribute(key)
        ]

    def _is_entity_attribute(self, key: str) -> bool:
        entity = self.pack.layer.entity
        return entity is not None and key in entity.attributes and key not in self.pack.tables[self.form.fact].columns

    @property
    def number(self) -> MeasureLayer | None:
        """The number that is asked for, else the main one; None where facts have none."""
        return self.layer.number(self.form.measure, self.form.facet)

    @property
    def measure(self) -> MeasureLayer:
        """The number that is asked for, where there is one."""
        number = self.number
        if number is None:
            raise ValueError(f"a form of {self.form.fact} asks for no number")
        return number

    @property
    def subject_column(self) -> str:
        """The column of the fact table that names the (first) player of the subject's role."""
        spec = self.layer.roles[self.layer.subject]
        return spec.first[0] if spec.first else spec.column

    def select(self) -> exp.Select:
        """FROM, joins and conditions; what is selected is added by the caller."""
        query = self._facts()
        for role in self.joined:
            query = self._join_role(query, role)
        if self.attributes:
            query = query.join(
                exp.Table(this=exp.to_identifier(self.pack.entity_table), alias=exp.TableAlias(this=exp.to_identifier("seat"))),
                on=exp.EQ(this=column(self.entity_id, "seat"), expression=self.own_id(self.layer.place)), join_type="left",
            )  # fmt: skip
        conditions = list(self.conditions())
        query = query.where(*conditions, copy=False) if conditions else query
        return self._first_of(query) if self.form.of_first else query

    def _first_of(self, query: exp.Select) -> exp.Select:
        """The facts that come first, so many and no more: of those that are equal at the end some."""
        value = column(self.measure.column if self.form.currency not in (None, "USD") else self.measure.usd or self.measure.column)
        by = self.day() if self.form.order == "date" else value
        order = [exp.Ordered(this=by, desc=self.form.descending, nulls_first=False), exp.Ordered(this=column(self.id))]
        nth = bool(self.form.offset)  # "the second largest": of another size than the largest
        place = exp.Window(this=call("dense_rank" if nth else "row_number"), order=exp.Order(expressions=order[: 1 if nth else 2]))
        chosen = query.select(exp.Column(this=exp.Star(), table=exp.to_identifier("f")), copy=False)
        chosen = chosen.qualify(exp.LTE(this=place, expression=bound("limit")), copy=False)
        chosen = chosen.qualify(exp.GT(this=place.copy(), expression=bound("offset")), copy=False) if nth else chosen
        return exp.Select().from_(chosen.subquery(exp.to_identifier("f")))

    def _facts(self) -> exp.Select:
        """The facts as `f`; of figures of periods those that the question singles out."""
        table = exp.Table(this=exp.to_identifier(self.form.fact), alias=exp.TableAlias(this=exp.to_identifier("f")))
        if self.layer.series is None:
            return exp.Select().from_(table)
        return exp.Select().from_(series_facts(self, exp.Select().select(exp.Star()).from_(table)).subquery(exp.to_identifier("f")))

    def _join_role(self, query: exp.Select, role: str) -> exp.Select:
        spec = self.layer.roles[role]
        if spec.table is None:
            return query
        rows = exp.Select(distinct=exp.Distinct()).select(*(exp.to_identifier(name) for name in (self.id, spec.id, spec.column)))
        rows = rows.from_(exp.to_identifier(spec.table)).where(*_where(spec))
        on = exp.EQ(this=column(self.id, role), expression=column(self.id))
        return query.join(rows.subquery(exp.to_identifier(role)), on=on, join_type="left" if spec.first else "inner")

    def own_id(self, role: str) -> Expr:
        """The id of the (first) player of a role in the fact table itself."""
        spec = self.layer.roles[role]
        return column(spec.first[1] if spec.first else spec.id)

    def role_id(self, role: str) -> Expr:
        """The id of a joined role's player."""
        spec = self.layer.roles[role]
        if spec.table is None:
            return column(spec.id)
        return exp.Coalesce(this=column(spec.id, role), expressions=[column(spec.first[1])]) if spec.first else column(spec.id, role)

    def role_name(self, role: str) -> Expr:
        """The name of a joined role's player."""
        spec = self.layer.roles[role]
        if spec.table is None:
            return column(spec.column)
        return (
            exp.Coalesce(this=column(spec.column, role), expressions=[column(spec.first[0])]) if spec.first else column(spec.column, role)
        )

    def key(self, key: str) -> Expr:
        """What a group, a list or a lookup shows: a role's name, an attribute, a column or a grain's label."""
        if key in self.layer.roles:
            return self.role_name(key)
        if self.layer.series and key in (*GRAINS, PERIOD):
            return period_label(self.layer.series)
        if key in GRAINS:
            return self._grain(key)
        if key in self.attributes:
            return column(key, "seat")
        return self.date() if key == self.layer.date else column(key)

    def _grain(self, grain: str) -> Expr:
        day = self.day()
        year = call("strftime", day, text("%Y"))
        label = call("strftime", day, text("%Y-%m")) if grain == "month" else year
        if grain == "quarter":
            label = call("concat", year, text("-Q"), call("quarter", day))
        fine = exp.In(this=self.precision(), expressions=[text(name) for name in GRAINS[grain]])
        return exp.Case(ifs=[exp.If(this=fine, true=label)])

    def date(self) -> Expr:
        """The fact's date cut to its precision."""
        day, precision = column(self.layer.date), column(self.layer.precision)
        forms = (
            ("year", call("strftime", day, text("%Y"))),
            ("quarter", call("concat", call("strftime", day.copy(), text("%Y")), text("-Q"), call("quarter", day.copy()))),
            ("month", call("strftime", day.copy(), text("%Y-%m"))),
        )
        whens = [exp.If(this=exp.EQ(this=precision.copy(), expression=text(name)), true=label) for name, label in forms]
        return exp.Case(ifs=whens, default=call("strftime", day.copy(), text("%Y-%m-%d")))

    def day(self) -> Expr:
        """The day that a fact is dated by: the column that the question means, else its own date."""
        own = column(self.layer.date)
        return exp.Coalesce(this=column(self.form.date), expressions=[own]) if self.form.date else own

    def precision(self) -> Expr:
        """How precise that day is."""
        own = column(self.layer.precision)
        if not self.form.date:
            return own
        told = exp.Is(this=column(self.form.date), expression=exp.Null()).not_()
        return exp.Case(ifs=[exp.If(this=told, true=text("day"))], default=own)

    def filter_conditions(self) -> Iterator[tuple[Filter, Expr]]:
        """The filters of the form with their conditions."""
        for prefix, item in self.form.prefixed():
            found = self.condition(item)
            yield item, renamed(found, prefix) if prefix else found

    def condition(self, item: Filter) -> Expr:
        """The condition of a filter, under the plain names of its parameters."""
        if isinstance(item, Not):
            return self._negated(item.item)
        if isinstance(item, Nested):
            return nested_condition(self, item)
        if isinstance(item, RoleFilter):
            return self._role_filter(item)
        if isinstance(item, PlaceFilter):
            return self._place_filter(item)
        if isinstance(item, TextFilter):
            return call("list_contains", exp.cast(bound(item.column), "VARCHAR[]"), column(item.column))
        if isinstance(item, Told):
            return exp.Is(this=column(self._told(item.measure)), expression=exp.Null()).not_()
        told = among(column(item.column), [bound(name) for name in value_names(item)])
        silent = self.layer.values[item.column].silent if item.column in self.layer.values else False
        if not silent:
            return told
        unsaid: Expr = exp.Is(this=column(item.column), expression=exp.Null())
        if not isinstance(silent, bool):
            unsaid = exp.and_(unsaid, *(among(bound(name), [text(value) for value in silent]) for name in value_names(item)))
        return exp.Paren(this=exp.or_(told, unsaid))

    def _told(self, name: str) -> str:
        """The column that is told: of a measure, of the first player of a role, or itself."""
        measure, role = self.layer.measures.get(name), self.layer.roles.get(name)
        return measure.column if measure else role.first[0] if role and role.first else name

    def conditions(self) -> Iterator[Expr]:
        """The WHERE clauses of the form; filters of a series stand with its facts already."""
        form = self.form
        if self.layer.series is None:
            yield from (condition for _, condition in self.filter_conditions())
        for number, threshold in enumerate(form.thresholds):
            if threshold.counted_role and not threshold.grouped:
                yield self._with_players(number, threshold)
            elif not threshold.grouped:
                yield from self.compared(number, threshold, self._plain_value(threshold))
        if self.layer.series is None:
            yield from self.told_within()
        yield from self._status()
        if form.agg == "list" and form.role:
            yield exp.Is(this=self.key(form.role), expression=exp.Null()).not_()
        yield from (exp.Is(this=self.key(key), expression=exp.Null()).not_() for key in form.by if key in self.layer.roles or form.order)

    def _status(self) -> Iterator[Expr]:
        excluded = self.pack.tables[self.form.fact].excluded_status
        asked = any(isinstance(item, ValueFilter) and item.column == "status" for item in self.form.filters)
        if excluded and not asked and not self.form.any_status:
            yield exp.Coalesce(
                this=exp.In(this=column("status"), expressions=[text(value) for value in excluded]).not_(), expressions=[exp.true()]
            )

    def told_within(self) -> Iterator[Expr]:
        """Facts whose whole date, as precise as it is, lies within the period."""
        period, day = self.form.period, self.day()
        if period is None:
            return
        if period.start > datetime.date.min:
            yield exp.GTE(this=day, expression=bound("from"))
        if period.end < datetime.date.max:
            units = {"year": "12 months", "quarter": "3 months", "month": "1 month"}
            whens = [
                exp.If(this=exp.EQ(this=self.precision(), expression=text(name)), true=exp.Interval(this=text(length)))
                for name, length in units.items()
            ]
            end = exp.Add(this=day.copy(), expression=exp.Case(ifs=whens, default=exp.Interval(this=text("1 day"))))
            yield exp.LT(this=day.copy(), expression=bound("to"))
            yield exp.LTE(this=end, expression=bound("to"))

    def _role_filter(self, item: RoleFilter) -> Expr:
        spec = self.layer.roles[item.role]
        names = [bound(name) for name in role_names(item)]
        by_id = item.refs[0].id is not None
        if item.role in self.joined:
            return among(self.role_id(item.role) if by_id else self.role_name(item.role), names)
        if spec.table is None:
            return among(column(spec.id if by_id else spec.column), names)
        within = self._within(spec, among(exp.column(spec.id if by_id else spec.column), names))
        if spec.first is None:
            return within
        first = among(column(spec.first[1 if by_id else 0]), [name.copy() for name in names])
        return exp.Paren(this=exp.Or(this=first, expression=within))

    def _within(self, spec: RoleLayer, condition: Expr) -> Expr:
        rows = exp.Select().select(exp.to_identifier(self.id)).from_(exp.to_identifier(str(spec.table))).where(condition, *_where(spec))
        return exp.In(this=column(self.id), query=rows.subquery())

    def _with_players(self, number: int, threshold: Threshold) -> Expr:
        """Facts with so many different players of a role."""
        spec = self.layer.roles[str(threshold.counted_role)]
        rows = exp.Select().select(exp.to_identifier(self.id)).from_(exp.to_identifier(str(spec.table))).where(*_where(spec))
        count = exp.Count(this=exp.Distinct(expressions=[exp.column(spec.id)]))
        rows = rows.group_by(exp.to_identifier(self.id)).having(*self.compared(number, threshold, count))
        return exp.In(this=column(self.id), query=rows.subquery())

    def _negated(self, item: Filter) -> Expr:
        if isinstance(item, PlaceFilter):
            return self._place_filter(item, outside=True)
        return exp.Coalesce(this=exp.Paren(this=self.condition(item)), expressions=[exp.false()]).not_()

    def _place_filter(self, item: PlaceFilter, outside: bool = False) -> Expr:
        options = [among(exp.column(name), [bound(place) for place in place_names(item)]) for name in item.attributes]
        inside = exp.or_(*options)
        seats = exp.Select().select(exp.to_identifier(self.entity_id)).from_(exp.to_identifier(self.pack.entity_table))
        seats = seats.where(exp.Paren(this=inside).not_() if outside else inside)
        return self.of_player(item.role, lambda player: exp.In(this=player, query=seats.subquery()))

    def of_player(self, role: str, condition: Callable[[Expr], Expr]) -> Expr:
        """A condition on the id of who plays a role: of the row's player, of the first named, or of any."""
        spec = self.layer.roles[role]
        if role in self.joined:
            return condition(self.role_id(role))
        if spec.table is None or spec.first:
            return condition(self.own_id(role))
        return self._within(spec, condition(exp.column(spec.id)))

    def _plain_value(self, threshold: Threshold) -> Expr:
        measure = self.layer.numbers[threshold.measure]
        usd = threshold.currency == "USD" and measure.usd
        return column(measure.usd or measure.column) if usd else column(measure.column)

    def compared(self, number: int, threshold: Threshold, value: Expr) -> Iterator[Expr]:
        """A value against a threshold; where no US dollars are compared, also the currency."""
        low = bound(f"low_{number}")
        kinds = {">": exp.GT, ">=": exp.GTE, "<": exp.LT, "<=": exp.LTE, "=": exp.EQ}
        if threshold.op == "between":
            yield exp.Between(this=value, low=low, high=bound(f"high_{number}"))
        else:
            yield kinds[threshold.op](this=value, expression=low)
        measure = self.layer.numbers.get(threshold.measure)
        if threshold.currency and measure and measure.currency and not (threshold.currency == "USD" and measure.usd):
            yield exp.EQ(this=column(measure.currency), expression=bound(f"currency_{number}"))


def _where(spec: RoleLayer) -> list[Expr]:
    values = ((name, exp.true() if value is True else text(str(value))) for name, value in spec.where.items())
    return [exp.EQ(this=exp.column(name), expression=value) for name, value in values]
