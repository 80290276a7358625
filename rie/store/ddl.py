"""The tables of a store, derived from a pack: names, types and comments are written once, in `pack.yaml`.

Public tables stand in the schema `main`; what only RIE needs stands in `rie_internal`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rie.pack import Pack, Table

INTERNAL = "rie_internal"
_TYPES = {
    "id": "VARCHAR", "entity_id": "VARCHAR", "text": "VARCHAR", "date": "DATE", "decimal": "DECIMAL(38,6)", "integer": "BIGINT",
    "boolean": "BOOLEAN", "json": "JSON",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ColumnDef:
    """A column of a table of the store. `type` is a DuckDB type, `required` makes it NOT NULL."""

    name: str
    type: str
    comment: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class TableDef:
    """A table of the store. `role` is the pack's kind of table, `report`, `child_report`, `document` or `internal`."""

    name: str
    role: str
    comment: str
    columns: tuple[ColumnDef, ...]

    @property
    def names(self) -> list[str]:
        """The names of its columns in order."""
        return [column.name for column in self.columns]

    @property
    def qualified(self) -> str:
        """Its name as it stands in SQL."""
        return f'{INTERNAL}."{self.name}"' if self.role == "internal" else f'"{self.name}"'

    def sql(self) -> str:
        """CREATE TABLE and COMMENT ON."""
        lines = [f'  "{c.name}" {c.type}{" NOT NULL" if c.required else ""}' for c in self.columns]
        create = f"CREATE TABLE {self.qualified} (\n" + ",\n".join(lines) + "\n);"
        return f"{create}\n{self.comments()}"

    def comments(self) -> str:
        """COMMENT ON the table and its columns."""
        columns = [f"COMMENT ON COLUMN {self.qualified}.\"{c.name}\" IS '{_quoted(c.comment)}';" for c in self.columns]
        return "\n".join([f"COMMENT ON TABLE {self.qualified} IS '{_quoted(self.comment)}';", *columns])


def _quoted(text: str) -> str:
    return text.replace("'", "''")


_FACT = (
    ColumnDef("first_reported_on", "DATE", "Day of the earliest document that reports it"),
    ColumnDef("n_reports", "BIGINT", "Number of reports that were resolved to it", True),
    ColumnDef("confidence", "DOUBLE", "Confidence of its surest report, 0 to 1", True),
)
_REPORT = (
    ColumnDef("inferred", "BOOLEAN", "Whether a role was filled by the document's subject instead of by the sentence", True),
    ColumnDef("model_version", "VARCHAR", "Name and version of the model that read it", True),
    ColumnDef("confidence", "DOUBLE", "How likely all of it is right, 0 to 1, as fitted on annotated texts", True),
    ColumnDef("fx_rate", "DECIMAL(38,12)", "US dollars for one unit of its currency, as used for the conversion"),
    ColumnDef("fx_date", "DATE", "Day of the reference rate"),
)
_REPORT_ID = ColumnDef("report_id", "VARCHAR", "Id of the report", True)
_DOC_ID = ColumnDef("doc_id", "VARCHAR", "The document", True)
_SPAN = (
    ColumnDef("start_char", "INTEGER", "Offset of its first character in the part, from 0", True),
    ColumnDef("end_char", "INTEGER", "Offset behind its last character", True),
)
_SHARED = (
    TableDef("evidence", "document", "The characters of a document that a report was read from.", (
        _REPORT_ID, ColumnDef("role", "VARCHAR", "Role or column that was read there", True), _DOC_ID,
        ColumnDef("part", "VARCHAR", "Part of the document: text, title or metadata", True),
        ColumnDef("key", "VARCHAR", "Key of the metadata"), *_SPAN,
        ColumnDef("quote", "VARCHAR", "The characters", True))),
    TableDef("document", "document", "A text that was read. Offsets of mentions and evidence refer to text and title.", (
        _DOC_ID, ColumnDef("title", "VARCHAR", "Title"), ColumnDef("source", "VARCHAR", "Where it was published"),
        ColumnDef("url", "VARCHAR", "Address"), ColumnDef("published_at", "DATE", "Day of publication; the first day of its month or year"),
        ColumnDef("date_precision", "VARCHAR", "How precise published_at is: day, month or year"),
        ColumnDef("text", "VARCHAR", "The text", True), ColumnDef("metadata", "JSON", "Further fields of the document"),
        ColumnDef("sha256", "VARCHAR", "SHA-256 of all fields that were read", True),
        ColumnDef("ingested_at", "TIMESTAMP", "When it was read last, UTC", True))),
    TableDef("mention", "document", "A labelled span of a document.", (
        _DOC_ID, ColumnDef("part", "VARCHAR", "Part of the document: text or title", True), *_SPAN,
        ColumnDef("label", "VARCHAR", "Label", True), ColumnDef("text", "VARCHAR", "The characters", True),
        ColumnDef("value", "VARCHAR", "Normalised value or canonical name"),
        ColumnDef("unit", "VARCHAR", "Currency, percent or date precision"),
        ColumnDef("entity_id", "VARCHAR", "The entity as this document names it"),
        ColumnDef("score", "DOUBLE", "How sure the label is, 0 to 1", True))),
    TableDef("rejected_document", "document", "Input that did not become a document.", (
        ColumnDef("doc_id", "VARCHAR", "Its id, where it had one"), ColumnDef("source", "VARCHAR", "File it stood in", True),
        ColumnDef("line", "BIGINT", "Line in the file, from 1"), ColumnDef("code", "VARCHAR", "Why, as a code", True),
        ColumnDef("reason", "VARCHAR", "Why, in words", True), ColumnDef("sha256", "VARCHAR", "SHA-256 of its bytes", True),
        ColumnDef("at", "TIMESTAMP", "When, UTC", True))),
    TableDef("entity_decision", "document", "What somebody decided about entities; the last decision about a pair or a name holds.", (
        ColumnDef("decision_id", "BIGINT", "Number of the decision", True), ColumnDef("at", "TIMESTAMP", "When, UTC", True),
        ColumnDef("kind", "VARCHAR", "merge (both are one), split (both are two) or rename", True),
        ColumnDef("entity_id", "VARCHAR", "The entity", True),
        ColumnDef("other_id", "VARCHAR", "The entity that it is merged into or told apart from"),
        ColumnDef("name", "VARCHAR", "Its canonical name from now on"),
        ColumnDef("undone_at", "TIMESTAMP", "When the decision was taken back, UTC"),
        ColumnDef("documents", "VARCHAR[]", "Of a split: the documents whose mentions of the entity are the other one; NULL for none"))),
    TableDef("entity_merge", "document", "Entities that count as another one; mentions and reports keep the ids of their documents.", (
        ColumnDef("entity_id", "VARCHAR", "The entity", True), ColumnDef("name", "VARCHAR", "Its own name", True),
        ColumnDef("merged_into", "VARCHAR", "The entity that facts name instead", True),
        ColumnDef("into_name", "VARCHAR", "The name of that entity", True),
        ColumnDef("rule", "VARCHAR", "On what ground", True),
        ColumnDef("decision_id", "BIGINT", "The decision behind it; NULL where names and reports alone speak for it"))),
    TableDef("merge_candidate", "document", "Pairs of entities that may be one: what is to be reviewed.", (
        ColumnDef("entity_id", "VARCHAR", "The entity that fewer documents name", True), ColumnDef("name", "VARCHAR", "Its name", True),
        ColumnDef("documents", "BIGINT", "Documents that name it", True),
        ColumnDef("other_id", "VARCHAR", "The entity that it may be", True), ColumnDef("other_name", "VARCHAR", "Its name", True),
        ColumnDef("other_documents", "BIGINT", "Documents that name that one", True),
        ColumnDef("reason", "VARCHAR", "Why: shared alias, longer name or similar name", True),
        ColumnDef("score", "DOUBLE", "How much speaks for it, 0 to 1", True))),
)  # fmt: skip


def _internal(table: str, about: str, /, **columns: str) -> TableDef:
    parts = (ColumnDef(name, spec.removesuffix("!"), name.replace("_", " "), spec.endswith("!")) for name, spec in columns.items())
    return TableDef(table, "internal", about, tuple(parts))


_INTERNAL = (
    _internal("store", "What the store is.", format="BIGINT!", pack="VARCHAR!", pack_version="BIGINT!"),
    _internal("pack", "The pack as it was when the snapshot was made.", definition="VARCHAR!"),
    _internal("catalog", "The public tables, as readers need to know them.", table_name="VARCHAR!", role="VARCHAR!", parent="VARCHAR",
              id_column="VARCHAR"),
    _internal("batch", "One row for each run that published a snapshot.", snapshot="BIGINT!", at="TIMESTAMP!", added="BIGINT!",
              updated="BIGINT!", unchanged="BIGINT!", removed="BIGINT!", rejected="BIGINT!", pack_version="BIGINT!"),
    _internal("reading", "Which model read a document.", doc_id="VARCHAR!", model_version="VARCHAR!", words="BIGINT!"),
    _internal("entity", "Entities by id, of tables and of texts.", entity_id="VARCHAR!", name="VARCHAR!", kind="VARCHAR!",
              origin="VARCHAR!", aliases="VARCHAR[]!", attributes="JSON!", source="VARCHAR"),
    _internal("named", "The names that a document has for an entity.", doc_id="VARCHAR!", entity_id="VARCHAR!", name="VARCHAR!"),
    _internal("same_entity", "Entities that were merged.", entity_id="VARCHAR!", same_as="VARCHAR!", rule="VARCHAR!"),
    _internal("merge", "Reports of facts with several, and on what each agrees with the others.", fact_table="VARCHAR!",
              fact_id="VARCHAR!", report_id="VARCHAR!", rule="VARCHAR!"),
    _internal("conflict", "Facts whose reports disagree on a column.", fact_table="VARCHAR!", fact_id="VARCHAR!", column_name="VARCHAR!"),
)  # fmt: skip


@lru_cache(maxsize=16)
def _table_defs(pack_key: "_Key") -> tuple[TableDef, ...]:
    pack = pack_key.pack
    return (*_of_pack(pack), *_SHARED, *_INTERNAL)


class _Key:
    """A pack as a cache key: packs hold dicts and are compared by identity here."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __hash__(self) -> int:
        return id(self.pack)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.pack is self.pack


def table_defs(pack: Pack) -> dict[str, TableDef]:
    """All tables of a pack's store by name, the internal ones too, in the order in which they are made."""
    return {table.name: table for table in _table_defs(_Key(pack))}


def public_tables(pack: Pack) -> list[str]:
    """The names of the public tables of a pack's store, in order."""
    return [name for name, table in table_defs(pack).items() if table.role != "internal"]


def _of_pack(pack: Pack) -> Iterator[TableDef]:
    for name, table in pack.tables.items():
        extra = _FACT if table.kind == "fact" else ()
        yield TableDef(name, table.kind, table.comment, (*_columns(table), *extra))
    for name, table in pack.tables.items():
        if table.kind == "fact":
            columns = (_REPORT_ID, _DOC_ID, *_columns(table), *_REPORT)
            yield TableDef(f"{name}_report", "report", f"What one document says: a row of {name} as the document states it.", columns)
        elif table.kind == "child":
            comment = f"What one document says: a row of {name} under the report_id of its {table.parent}."
            yield TableDef(f"{name}_report", "child_report", comment, (_REPORT_ID, *_columns(table)))


def _columns(table: Table) -> tuple[ColumnDef, ...]:
    return tuple(
        ColumnDef(
            name, _TYPES[column.type], _commented(column.comment, column.values, column.unit), column.type == "id" or name == "doc_id"
        )
        for name, column in table.columns.items()
    )


def _commented(comment: str, values: list[str], unit: str | None) -> str:
    return comment + (f" ({unit})" if unit else "") + (f": {', '.join(values)}" if values else "")


def fact_id_column(pack: Pack, table: str) -> str:
    """The column that holds the id of the facts of a fact table or of the parent of a child table."""
    spec = pack.tables[table]
    return pack.tables[spec.parent or table].id or f"{spec.parent or table}_id"


def fact_tables(pack: Pack) -> list[str]:
    """The names of the pack's fact tables, in order."""
    return [name for name, table in pack.tables.items() if table.kind == "fact"]


def catalog(pack: Pack) -> list[tuple[str, str, str | None, str | None]]:
    """Name, role, parent and id column of each public table; a report table's parent is its fact or child table."""
    rows: list[tuple[str, str, str | None, str | None]] = []
    for name in public_tables(pack):
        role, base = table_defs(pack)[name].role, name.removesuffix("_report")
        spec = pack.tables.get(base)
        parent = base if role in {"report", "child_report"} else spec.parent if spec else None
        of_fact = spec is not None and spec.kind in {"fact", "child"}
        rows.append((name, role, parent, fact_id_column(pack, base) if of_fact else spec.id if spec else None))
    return rows


def ddl(pack: Pack) -> str:
    """SQL that makes the public tables of a pack, with their comments."""
    return "\n\n".join(table.sql() for table in table_defs(pack).values() if table.role != "internal") + "\n"


def internal_ddl(pack: Pack) -> str:
    """SQL that makes the tables that only RIE reads."""
    return f"CREATE SCHEMA {INTERNAL};\n" + "\n".join(t.sql() for t in table_defs(pack).values() if t.role == "internal")


def indexes(pack: Pack) -> dict[str, str]:
    """For each index of a snapshot: its name and the SQL that makes it. They find the few rows that hang on one fact or document."""
    wanted = [("evidence", "report_id"), ("document", "doc_id"), ("mention", "doc_id")]
    for name, role, _, id_column in catalog(pack):
        if id_column is not None and role != "document":
            wanted.append((name, id_column))
        if role == "child":
            wanted += [(name, column) for column, spec in pack.tables[name].columns.items() if spec.type == "entity_id"]
    return {f"{table}_by_{column}": f'CREATE INDEX "{table}_by_{column}" ON "{table}" ("{column}")' for table, column in wanted}


def write_schema(pack: Pack) -> Path:
    """Write `schema.sql` into the pack's folder and return its path."""
    file = pack.folder / "schema.sql"
    file.write_text(f"-- Tables of the pack {pack.name}; generated from pack.yaml.\n\n{ddl(pack)}", encoding="utf-8")
    return file
