"""The shapes of replies, as the documentation of the service tells them."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from rie.types import Answer

Row = dict[str, Any]


class Heading(BaseModel):
    """A column of rows."""

    name: str
    type: str
    unit: str | None = None


class _Paged(BaseModel):
    snapshot: int
    limit: int
    offset: int
    next: str | None = Field(description="Address of the next page")
    previous: str | None = Field(description="Address of the page before")


class RowPage(_Paged):
    """Some of the rows of an answer."""

    columns: list[Heading]
    rows: list[Row]
    row_count: int = Field(description="Rows of the whole answer")


class EvidencePage(_Paged):
    """Some of the evidence of an answer."""

    evidence: list[Row]
    evidence_total: int


class TablePage(_Paged):
    """Some of the rows of a table."""

    table: str
    columns: list[Heading]
    rows: list[Row]
    rows_total: int


class SqlRows(BaseModel):
    """The rows of a statement."""

    snapshot: int
    columns: list[Heading]
    rows: list[Row]
    row_count: int
    truncated: bool = Field(description="Whether there are more rows than the limit")
    elapsed_ms: float


class Comparison(BaseModel):
    """The same question answered twice; `rag` holds `snippets` and `cost` besides."""

    rie: Answer
    rag: dict[str, Any]


class Progress(BaseModel):
    """How far a job is."""

    documents: int = Field(description="Documents dealt with")


class JobLinks(BaseModel):
    """Where a job is followed."""

    self: str
    events: str


class JobReply(BaseModel):
    """A change of the store."""

    id: str
    kind: Literal["ingest", "remove"]
    status: Literal["queued", "running", "done", "failed"]
    ahead: int = Field(description="Jobs that come before it")
    progress: Progress
    created_at: str
    started_at: str | None
    finished_at: str | None
    result: dict[str, Any] | None = Field(description="What was done; the summary of an ingest")
    error: str | None = Field(description="Why it failed and what to change")
    links: JobLinks


class TableColumn(BaseModel):
    """A column of a table."""

    name: str
    type: str
    comment: str | None = None
    unit: str | None = None
    values: list[str] = Field(default=[], description="All values, where there are only some")


class TableReply(BaseModel):
    """A table."""

    name: str
    kind: str | None
    comment: str | None = None
    rows: int
    columns: list[TableColumn]
    links: dict[str, str] = Field(default={}, description="Its rows as JSON, CSV and Parquet")


class TableList(BaseModel):
    """The public tables."""

    snapshot: int
    tables: list[TableReply]


class SchemaReply(BaseModel):
    """What a store holds."""

    pack: str
    description: str
    snapshot: int
    tables: list[TableReply]
    labels: dict[str, str]
    examples: list[str] = Field(description="Questions to begin with")


class DocumentReply(BaseModel):
    """A document."""

    doc_id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published_at: str | None = None
    date_precision: str | None = None
    text: str
    metadata: Any = None
    sha256: str | None = None
    ingested_at: str | None = None
    mentions: list[Row]
    mentions_total: int
    snapshot: int


class FactReply(BaseModel):
    """A fact with its reports, and the sentences that they were read from."""

    table: str
    fact_id: str
    snapshot: int
    columns: list[Row]
    fact: Row
    children: dict[str, list[Row]]
    reports: list[Row]
    reports_total: int


class Template(BaseModel):
    """A kind of question."""

    template: str = Field(description="As answers name it")
    fact: str
    agg: str
    description: str
    measures: list[Row]
    by: list[str] = Field(description="What rows can be grouped by")
    examples: list[str] = Field(description="Questions that it answers")


class TemplateList(BaseModel):
    """What can be asked."""

    pack: str
    snapshot: int
    templates: list[Template]


class Suggestions(BaseModel):
    """Questions that go on from what was typed."""

    q: str
    snapshot: int
    suggestions: list[str]


class Health(BaseModel):
    """Life."""

    status: Literal["ok"]


class Readiness(BaseModel):
    """Readiness."""

    status: Literal["ready"]
    snapshot: int
