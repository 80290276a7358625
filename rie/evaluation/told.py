"""What a faultless reader hands over of a document: reports from the cells of rows, as resolution gets them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from rie.evaluation.gold import Cells, SetColumn, columns_of, set_columns
from rie.pack import Pack, Table
from rie.pipeline.linking.aliases import new_entity_id
from rie.types import Document, Entity, Evidence, Extraction, Report, Scalar
from rie.values import PartialDate, to_usd


def told(doc_id: str, published: str | None, rows: Iterable[tuple[str, Cells]], pack: Pack) -> Extraction:
    """A document and its reports.

    Args:
        published: the day of the document, as precise as it is known.
        rows: fact tables with the cells of their reports, names as plain texts. `announced_on` is there when the text says it.

    Raises:
        ValueError: a table or a column is not the pack's, or a cell is not of its column's type.
    """
    day = PartialDate.parse(published) if published else None
    builders = [_Builder(f"{doc_id}-{number}", pack, table, cells, day) for number, (table, cells) in enumerate(rows)]
    entities = {entity.id: entity for builder in builders for entity in builder.entities}
    document = Document(doc_id, doc_id, published_at=day)
    return Extraction(document, reports=tuple(builder.report(doc_id) for builder in builders), entities=tuple(entities.values()), words=1)


class _Builder:
    """One report from its cells: ids of names, dates with their precision, sums in dollars."""

    def __init__(self, id_: str, pack: Pack, table: str, cells: Cells, day: PartialDate | None) -> None:
        if table not in pack.tables or pack.tables[table].kind != "fact":
            raise ValueError(f"no fact table {table!r} in the pack {pack.name!r}")
        unknown = set(cells) - set(columns_of(pack, table))
        if unknown:
            raise ValueError(f"{table} has no column {', '.join(sorted(unknown))}")
        self.id, self.pack, self.table, self.cells, self.day = id_, pack, table, cells, day
        self.spec: Table = pack.tables[table]
        self.entities: list[Entity] = []
        self.date = self._taking("date")
        self.stated = self.date is not None and bool(cells.get(self.date))
        self._values, self._children = self._read(), self._rows()

    def report(self, doc_id: str) -> Report:
        """The report. A date that the text says is borne out by evidence, else it is the day of the document."""
        evidence = (Evidence("date", "text", 0, 1, doc_id[:1]),) if self.stated else ()
        return Report(self.id, self.table, doc_id, self._values, evidence, self._children)

    def _read(self) -> dict[str, Scalar]:
        values: dict[str, Scalar] = {name: _typed(self.spec.columns[name].type, cell) for name, cell in self.cells.items()
                                     if name in self.spec.columns and name != self.date}  # fmt: skip
        when = self._when()
        if self.date and when:
            values[self.date] = when.first
            values |= {name: when.precision for name in [self._taking("precision")] if name}
        for column, name in self._named():
            if self.cells.get(name) and self._is_entity(name):
                values[column] = self._entity(str(self.cells[name]), _kind(self.pack, self.table, name))
        return values | dict(self._converted(values, when))

    def _when(self) -> PartialDate | None:
        said = self.cells.get(self.date) if self.date else None
        return PartialDate.parse(str(said)) if said else self.day

    def _taking(self, what: str) -> str | None:
        return next((name for name, column in self.spec.columns.items() if column.source and column.source.take == what), None)

    def _named(self) -> Iterator[tuple[str, str]]:
        """Columns for the id of an entity, with the column of its name."""
        for name, column in self.spec.columns.items():
            if column.source and column.source.take == "entity":
                role = column.source.role
                yield name, next(other for other, spec in self.spec.columns.items()
                                 if spec.source and spec.source.take == "name" and spec.source.role == role)  # fmt: skip

    def _is_entity(self, name: str) -> bool:
        """Whether what a column names is a thing with an id: a column for its kind may say that it is none ("a business")."""
        source = self.spec.columns[name].source
        for other, spec in self.spec.columns.items():
            if spec.source and source and spec.source.role == source.role and spec.source.by_label and self.cells.get(other):
                return self.cells[other] in {*spec.source.by_label.values(), *spec.source.if_role.values()}
        return True

    def _entity(self, name: str, kind: str) -> str:
        entity = Entity(new_entity_id(kind, name), name, kind, "text")
        self.entities.append(entity)
        return entity.id

    def _converted(self, values: Mapping[str, Scalar], when: PartialDate | None) -> Iterator[tuple[str, Scalar]]:
        for name, column in self.spec.columns.items():
            source = column.source
            if source and source.take == "usd" and source.amount and source.currency:
                amount, currency = values.get(source.amount), values.get(source.currency)
                found = to_usd(amount, currency, when) if amount is not None and currency else None
                yield name, found and found.amount_usd

    def _rows(self) -> dict[str, tuple[dict[str, Scalar], ...]]:
        """The rows of child tables: those that the cells list, and the parties in the columns of the report itself."""
        rows: dict[str, dict[tuple[Any, ...], dict[str, Scalar]]] = {}
        for key, place in set_columns(self.pack, self.table).items():
            single = self.cells.get(key.removesuffix("s"))
            own = [str(single)] if isinstance(single, str) and place.where and self._is_entity(key.removesuffix("s")) else []
            for name in dict.fromkeys([*own, *(self.cells.get(key) or ())]):
                row = self._row(place, name)
                slot = rows.setdefault(place.child, {})
                whose = name.casefold(), None if place.value is True else place.value
                slot[whose] = slot.get(whose, {}) | row
        return {child: tuple(found.values()) for child, found in rows.items()}

    def _row(self, place: SetColumn, name: str) -> dict[str, Scalar]:
        columns = self.pack.tables[place.child].columns
        id_column = next(column for column, spec in columns.items() if spec.source and spec.source.take == "entity")
        row: dict[str, Scalar] = {id_column: self._entity(name, self.pack.entity_table), place.column: name}
        return row | ({place.where: place.value} if place.where else {})


def _kind(pack: Pack, table: str, name: str) -> str:
    """The kind of entity that a column names: that of the first label of its role that names one."""
    event, source = pack.event_of(table), pack.tables[table].columns[name].source
    if event is None or source is None or source.role is None:
        return pack.entity_table
    roles = [row.role for row in event.rows] if source.role == "row" else [source.role]
    labels = [label for role in roles for label in event.roles[role].labels]
    return next((kind for label in labels if (kind := pack.labels[label].entity)), pack.entity_table)


def _typed(kind: str, cell: Any) -> Scalar:
    if cell is None:
        return None
    if kind == "decimal":
        return Decimal(str(cell))
    return date.fromisoformat(cell) if kind == "date" else cell
