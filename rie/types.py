"""The things that travel through RIE, in the order in which they come into being. All are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rie.values.date import PartialDate

APART = "not"  # attribute of a new entity: the ids of those that tables know under its name and that it is not
Scalar = Any  # str | int | bool | Decimal | datetime.date | None: what a cell of a table holds


@dataclass(frozen=True, slots=True)
class Document:
    """One text with an id: the unit of ingest, of update and of deletion.

    `text` and `title` are what all offsets refer to; `published_at` is as precise as its source said.
    """

    id: str
    text: str
    title: str = ""
    published_at: PartialDate | None = None
    source: str | None = None
    url: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Input that did not become a document. `line` counts from 1; `sha256` is of the raw bytes."""

    id: str | None
    source: str
    line: int | None
    code: str
    reason: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A labelled character span of one part (`text`, `title`) of a document.

    `value` is the normalised value as text, `unit` its ISO currency, "percent" or date precision.
    """

    part: str
    start: int
    end: int
    label: str
    text: str
    value: str | None = None
    unit: str | None = None
    entity_id: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters of a document from which the role or column `role` of a report was read.

    `part` is `text`, `title` or `metadata` (then `key` names the metadata field and the offsets are into its value).
    """

    role: str
    part: str
    start: int
    end: int
    quote: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One document's claim: a row of the fact table `table` as that document states it.

    `values` maps the table's columns to typed values (Decimal, date, str, bool, None); ids and names included.
    `children` maps a child table to its rows (`{"funding_investor": [{"investor_id": ..., "investor": ..., "is_lead": True}]}`).
    """

    id: str
    table: str
    doc_id: str
    values: Mapping[str, Scalar]
    evidence: tuple[Evidence, ...]
    children: Mapping[str, tuple[Mapping[str, Scalar], ...]] = field(default_factory=dict)
    inferred: bool = False
    confidence: float = 1.0
    fx_rate: Scalar = None
    fx_date: Scalar = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, investor or other named thing. `origin` is `knowledge`, `custom` or `text` (first seen in a document)."""

    id: str
    name: str
    kind: str
    origin: str
    aliases: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AttributeReport:
    """One document's claim about an attribute of an entity: a row of `company_report` with its evidence."""

    id: str
    doc_id: str
    entity_id: str
    attribute: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the pipeline read from one document. `entities` are those that mentions refer to."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    reports: tuple[Report, ...] = ()
    attributes: tuple[AttributeReport, ...] = ()
    entities: tuple[Entity, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer object of the contract, section 4; `as_dict()` gives its JSON shape."""

    id: str | None
    question: str
    today: str
    snapshot: int | None
    status: str
    reason: str | None = None
    answer: str = ""
    interpretation: str = ""
    columns: tuple[Mapping[str, Any], ...] = ()
    rows: tuple[Mapping[str, Any], ...] = ()
    row_count: int = 0
    truncated: bool = False
    sql: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    template: str | None = None
    confidence: float = 0.0
    evidence: tuple[Mapping[str, Any], ...] = ()
    evidence_total: int = 0
    coverage: Mapping[str, Any] | None = None
    suggestions: tuple[str, ...] = ()
    elapsed_ms: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """The answer in the contract's order of keys, values ready for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}
