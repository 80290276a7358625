"""What `pack.yaml` may say: the typed model of a pack.

Everything a domain needs is described here and nowhere else; labels, DDL, annotation tasks and the question layer are
derived from it. Field names are those of the YAML file.
"""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from rie.pack.layer import Layer
from rie.pack.terms import Terms

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
ColumnType = Literal["id", "entity_id", "text", "date", "decimal", "integer", "boolean", "json"]


class Strict(BaseModel):
    """Base of all parts of a pack: unknown keys are errors, instances are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(Strict):
    """A mention label.

    `source` says who finds it: `ner` (trained), `values` (the value grammar), `terms` (every phrase of its vocabulary is a
    mention) or `reference` (`words` that stand for a mention of the label `refers` told before: "it", "the company").
    `code` is its short form in annotation markup. `entity` names the entity kind of a label whose mentions are linked; `terms`
    the vocabulary that normalises its text, `around` how many characters before and behind the mention its phrases may also
    stand in. With `near` a mention counts only in a sentence that also holds one of those other labels.
    """

    code: Annotated[str, Field(min_length=1, max_length=2)]
    source: Literal["ner", "values", "terms", "reference"]
    description: str
    guideline: str | None = None
    entity: str | None = None
    terms: str | None = None
    around: tuple[int, int] = (0, 0)
    refers: str | None = None
    words: list[str] = []
    near: list[str] = []


class Instead(Strict):
    """Who plays a role in the place of one who plays a role of `of` in an event of another kind: the one who plays `by` in it.

    It holds where the words of the role `told` are in the vocabulary `terms`: a partner of an investor who joins a board joins that of
    the company that the investor puts money into.
    """

    event: Name
    of: list[Name]
    by: Name
    told: Name
    terms: Name


class Role(Strict):
    """A role of an event: the labels that can play it, and whether several mentions may."""

    labels: list[str]
    many: bool = False
    required: bool = False
    distinct: bool = Field(False, description="where different players fill it, there are different events")
    least: int | None = Field(None, description="a sum below this cannot play it: 22 dollars are no price of a company")
    most: int | None = Field(None, description="a sum above this cannot play it: nobody raises a trillion")
    each_above: int | None = Field(None, description="a larger sum plays it only where it is said to be that of a share, a unit, each")
    one_sum: bool = Field(False, description="no range can play it")
    turns: dict[str, str] = Field({}, description="a player with this term plays that other role instead")
    or_else: str | None = Field(None, description="the role of a player of whom it is not sure: a lead investor is at least an investor")
    through: str | None = Field(None, description="a player with this term stands for the named thing right behind it")
    stands_for: str | None = Field(None, description="the terms of what, behind 'the', can mean only the one other name told before")
    shared: bool = Field(False, description="of an event with rows: every figure has the nearest of its players, as periods are told")
    single: bool = Field(False, description="of an event with rows: each player is said of the nearest figure alone")
    cues: str | None = Field(None, description="the terms of which one must be said in the sentence")
    without_cue: str | None = Field(None, description="the role that is played when no cue is said")
    told_by: dict[str, str] = Field({}, description="roles that terms before a player give it instead")
    told_around: dict[str, str] = Field({}, description="roles that terms around a player, which stands as #, give it instead")
    turned_by: dict[str, str] = Field({}, description="roles that terms at the trigger give a player instead: who resigns departs")
    paired: bool = Field(False, description="of an event with rows: of several players in turn, each has those that stand with it")
    varies: bool = Field(False, description="other values are no other event: a deal's cash a share and what it is worth a share")
    compared: str | None = Field(None, description="the terms right before a player of an event with rows that keep it to earlier figures")
    never_after: str | None = Field(None, description="terms right before a player that speak against the role")
    never_named: str | None = Field(None, description="terms of which a player's own name holds none: no regulator buys what it approves")
    never_around: str | None = Field(None, description="terms around a player, which stands as #, that speak against the role")
    joint: str | None = Field(None, description="terms right before a player that make the one that 'and' joins to it a player too")
    carried: bool = Field(False, description="said once for verbs that 'and' joins: who bought one thing and sold another")
    named_by: str | None = Field(None, description="terms right before a later name that give it the role where nobody plays it")
    owner_of: str | None = Field(None, description="the role of what its players own: an owner plays it where nobody does")
    acts: str | None = Field(None, description="terms of triggers right before which stands who plays the role")
    told_behind: str | None = Field(None, description="as `told_around`, for whom no event has: the role in the sentence's, else the last")
    latest: bool = Field(False, description="of the events of one party the latest has it: what it has raised in all by now")
    of_all: str | None = Field(None, description="as `told_around`, of one day for several: the role in all events without one")
    as_before: str | None = Field(None, description="terms of a sentence whose event has the player of the one before: 'the same day'")
    resulting: str | None = Field(None, description="terms right before a player that is what results: it gives way to what is added")
    infer_subject: bool = Field(False, description="the document's subject fills it when no mention does")
    infer_topic: bool = Field(False, description="the only one that the title names fills it, where the text speaks as 'we'")
    instead: Instead | None = Field(None, description="who plays it in the place of a party to another event")


class Row(Strict):
    """A report that an event makes for each player of `role`, with fixed values of columns.

    `ends`: a range, or two players, make two reports; the values of a column for the low and for the high end. A figure that is
    `earlier` is of the period before the one that is told, unless it has one of its own.
    """

    role: Name
    columns: dict[Name, str] = {}
    earlier: bool = False
    never: list[Name] = Field([], description="terms around a figure, which stands as #, and its trigger, <word>, that make it none of it")
    ends: tuple[dict[Name, str], dict[Name, str]] | None = None


class Plain(Strict):
    """The words that are the trigger of a sentence with mentions of all the labels `beside`, where the recogniser found none."""

    beside: list[str]
    terms: Name


class Form(Strict):
    """The form of a notice that tells such events: regular expressions of its `labels` by what they ask for (`person`, `post`, `kind`,
    `day`, and `gone` and `gone_day` of who held the post before), and of the values that say that somebody `begins` or `leaves`.
    """

    labels: dict[Literal["person", "post", "kind", "day", "gone", "gone_day"], str]
    begins: str
    leaves: str


class Bare(Strict):
    """An event before the one that is told, of the same party, that its sum and its kind alone tell: "including an $18m Series B".

    `kind` and `sum` are the roles that tell it, `terms` the words around the sum, which stands as #, that put it before.
    """

    kind: Name
    sum: Name
    terms: Name


class Alone(Strict):
    """A report that has nobody but who plays `role`, in one of some `statuses`, by a trigger of `terms`: "ended talks on its sale"."""

    role: Name
    statuses: list[str]
    terms: Name


class State(Strict):
    """How far an event has come, as the cell of a table says it: the headers of the column, "|" between them, and the words of statuses."""

    columns: str
    terms: Name


class Claims(Strict):
    """Triggers of another event that are of this one where the `terms` stand right behind them: "received a majority investment"."""

    trigger: str
    terms: Name


class Event(Strict):
    """An event that is told around a trigger word; it becomes a report of `table`, or one for each player of the roles in `rows`.

    `any_of` lists alternative sets of roles of which one must be filled, or there is no report.
    `cues` names terms whose phrases tell roles or a status: the trained component sees which of them stand in the sentence.
    `part` is the role of a part of the subject, of which a table may show rows of its own; a word right before the trigger that is not
    in the vocabulary `whole` names such a part. `spoken` is the vocabulary of what the sentences of a transcript turn to and tell; with it
    only plain statements of transcripts become reports.
    `joins` says whether several triggers may tell one event, and `tie` which roles' common player shows that they do (the
    required roles when it is empty). `silent` is the vocabulary of words around a trigger, which stands as #<word>, that tell no event
    by themselves: "it is their third #<purchase>". `aloud` is the vocabulary of sentences without which a transcript, where everything
    is raised, closed and received, tells no such event. `columns` gives the headers, "|" between them, of the columns of tables whose
    rows each tell such an event, by the role that their cells play, `state` those of the column of its status. `least` is the confidence
    below which a report is left out.
    """

    trigger: str
    table: Name
    roles: dict[Name, Role]
    rows: list[Row] = []
    part: Name | None = None
    whole: Name | None = None
    spoken: Name | None = None
    silent: Name | None = None
    aloud: Name | None = None
    least: float = Field(0.12, ge=0, lt=1, description="confidence below which a report of the event is left out")
    columns: dict[Name, str] = {}
    joins: bool = True
    plain: Plain | None = None
    form: Form | None = None
    claims: Claims | None = None
    state: State | None = None
    bare: Bare | None = None
    tie: list[str] = []
    any_of: list[list[str]] = []
    alone: Alone | None = None
    cues: list[str] = []
    unless: list[str] = Field(
        [], description='what a trigger\'s sentence must not say; "·" stands for a name, "§" for a fund\'s, "#<word>" for the trigger')

    @cached_property
    def never(self) -> Terms:
        """The phrases of `unless`."""
        return Terms(values={"never": self.unless})


class Source(Strict):
    """Where a column's value comes from: a role of the event and what to take of the mention that plays it.

    Of an event that makes several rows the role `row` is the player that this row is made for. `trigger` takes the term of the
    trigger, `context` the term that `terms` finds in the words around it, `row` what the event's `rows` say of the column.
    """

    role: str | None = None
    take: Literal["entity", "name", "text", "amount", "high", "currency", "usd", "qualifier", "percent", "term", "date",
                  "precision", "status", "is_lead", "role", "row", "trigger", "context", "figure", "unit", "period_start",
                  "period_end", "fiscal_year", "fiscal_quarter", "change", "flag", "day"]
    terms: str | None = None
    otherwise: str | None = Field(None, description="the value when nothing plays the role")
    around: dict[str, str] = Field({}, description="for `term`, where nothing plays the role: terms of the words around that other role's")
    said: list[str] = Field([], description="for `status`: values that a phrase before the trigger decides, whatever the model says")
    awaited: str | None = Field(None, description="for `status`: terms of the sentences of an event that tell what is still to come")
    tentative: str | None = Field(None, description="for `status`: terms of a sentence that make what is agreed less than that")
    done: str | None = Field(None, description="for `status`: terms right before a trigger that tell what has happened")
    settles: dict[str, str] = Field({}, description="for `status`: terms around a trigger, #<word>, that put another in a value's place")
    per_share: dict[str, str] = Field({}, description="values that change where the row's figure is a sum a share")
    percentages: list[str] = Field([], description="for `figure`: terms of the trigger whose figures are percentages; others' never are")
    by_label: dict[str, str] = {}
    by_words: str | None = Field(None, description="for `term`: terms around the player, which stands as #<name>, that decide")
    if_role: dict[str, str] = {}
    instead: list[str] = Field([], description="roles that it is taken of, in this order, where nothing plays `role`")
    amount: str | None = Field(None, description="for `usd`: the column that is converted")
    currency: str | None = Field(None, description="for `usd`: the column of its currency")


class Column(Strict):
    """A typed column of a public table. `values` lists an enumeration; `source` says how reports fill it."""

    type: ColumnType
    comment: str
    unit: str | None = None
    values: list[str] = []
    source: Source | None = None


class Leeway(Strict):
    """What lets two reports differ in a column and still be of one fact: all that is given must hold.

    `within`: their dates lie at most so many days apart; `same`: they agree in all of these columns; `where`: the earlier one has one of
    these values; `values`: the two values that differ are both of these. For `rounded`, how far the sums may then lie apart.
    """

    tolerance: float = 0.0
    within: int | None = None
    same: list[str] = []
    where: dict[str, list[str]] = {}
    values: list[str] = []


class Match(Strict):
    """One condition under which two reports can be of one fact; rules are tried on every pair within a block.

    `equal`: equal or one of them empty (or one of `unknown`, but not for values of `apart`); `same`: equal, or both empty; `unlike`: only
    values of `apart` differ from others; `rounded`: one sum is the other one rounded to `digits` or more, or they agree within `tolerance`
    (a share of the larger one), in US dollars when their currencies differ; `days`: dates at most `within` days apart, a month or year as
    an interval; `period`: the same reporting period; `term`: texts in which the vocabulary `terms` finds a common value, for values of
    `broad` of the same field ("vice president of sales"); `name`: the same entity or, where one of them is none, names that share their
    words, those of `ignore` and of the columns `owners` left out; `part`: the same of a part of the subject, or both empty; `person`:
    people whose names can be one name's, `terms` being the short forms of first names. `unless` lists circumstances in which reports that
    differ may be one all the same; a rule without `proof` shows nothing when it holds.
    """

    column: str
    rule: Literal["equal", "same", "unlike", "rounded", "days", "period", "name", "part", "person", "term"]
    tolerance: float = 0.0
    digits: int = 2
    within: int = 0
    unknown: list[str] = []
    apart: list[str] = []
    ignore: list[str] = []
    owners: list[str] = []
    broad: list[str] = []
    terms: str | None = None
    unless: list[Leeway] = []
    proof: bool = True


class Resolution(Strict):
    """When reports are one fact: they share the columns of one of the lists in `block` and all of `match` hold.

    `order` ranks the values of a column from the one that wins a conflict to the one that loses it.
    """

    block: list[list[str]]
    match: list[Match]
    order: dict[str, list[str]] = {}


class Table(Strict):
    """A public table: `fact` tables have reports, `child` tables hang on a fact by `parent`, `entity` tables hold things.

    `excluded_status` are the values of the column `status` that sums, counts and rankings leave out unless asked for.
    """

    kind: Literal["fact", "child", "entity", "entity_alias", "entity_report"]
    comment: str
    id: str | None = None
    parent: str | None = None
    roles: list[str] = Field([], description="of a child table: the roles whose mentions become its rows")
    columns: dict[Name, Column]
    resolution: Resolution | None = None
    excluded_status: list[str] = []


class Subject(Strict):
    """What a document is about, as its metadata says: mentions of `label`, named by the first of `keys` that is there.

    A key other than the last is looked up among the attributes of known entities; the last is a name.
    """

    label: str
    keys: list[str]


class Pack(Strict):
    """A whole pack, checked for agreement with itself. `folder` is where it was read from."""

    name: Name
    version: int
    description: str
    labels: dict[str, Label]
    terms: dict[Name, Terms] = {}
    events: dict[Name, Event] = {}
    attributes: dict[Name, dict[str, Any]] = {}
    subject: Subject | None = None
    tasks: dict[Name, list[Name]] = Field({}, description="annotation tasks, each with the events that its texts are annotated for")
    tables: dict[Name, Table]
    layer: Layer = Layer()
    folder: Path = Path()

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "Pack":
        from rie.pack.check import problems

        found = problems(self)
        if found:
            raise ValueError("; ".join(found))
        return self

    @property
    def entity_table(self) -> str:
        """The name of the table that holds the pack's entities."""
        return next(name for name, table in self.tables.items() if table.kind == "entity")

    def children(self, table: str) -> dict[str, Table]:
        """The child tables of a fact table by name."""
        return {name: child for name, child in self.tables.items() if child.parent == table}

    def percentages(self, event: Event) -> list[str]:
        """The terms of an event's trigger that are percentages themselves: what they change by is what is told of them."""
        columns = self.tables[event.table].columns.values()
        return next((column.source.percentages for column in columns if column.source and column.source.take == "figure"), [])

    @property
    def of_figures(self) -> tuple[str, Event | None]:
        """The name of the event whose triggers each tell rows of figures, and the event; no name and None in a pack without one."""
        return next(((name, event) for name, event in self.events.items() if not event.joins and event.rows), ("", None))

    def event_of(self, table: str) -> Event | None:
        """The event whose reports are rows of `table`."""
        return next((event for event in self.events.values() if event.table == table), None)
