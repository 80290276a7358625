"""The question layer of a pack: what can be asked, and in which words.

A `Forms` is one string of alternatives: "raise|raises|raising". Everything that the grammar of `rie.ask` knows about a domain
stands here; what belongs to the English language stands in `rie.ask.names.english`.
"""

import re
from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator


def _no_empty_form(forms: str) -> str:
    if forms and not all(form.strip() for form in forms.split("|")):
        raise ValueError(f"{forms!r} has an empty alternative; write forms as 'one|two words|three'")
    return forms


Forms = Annotated[str, AfterValidator(_no_empty_form)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RoleLayer(_Strict):
    """Who takes part in a fact: where names and ids stand, and the words for it.

    `table` is a child table when several may play the role; `where` picks its rows; `first` says that the fact table's own
    `column` and `id` hold the first named player too. `kind` is what plays it; a person is also known by the last name alone.
    """

    label: tuple[str, str]
    forms: Forms = ""
    column: str
    id: str
    table: str | None = None
    where: dict[str, str | bool] = {}
    first: tuple[str, str] | None = None
    phrase: str = Field(description="how the interpretation says it, with {} for the name")
    of: dict[str, str] = Field({}, description="role of a name that follows with a preposition: investors {of: company}")
    kind: Literal["entity", "person"] = "entity"


class MeasureLayer(_Strict):
    """A number that a fact has. `usd` is its column in US dollars; only an `additive` one may be summed.

    `where` picks the rows that hold it, where one column holds several measures. `below_zero` words mean it with the opposite
    sign ("loss", "fell"). `averaged_over` says of what an average makes sense: of several players ("entities") or of several
    periods of one ("periods").
    """

    label: str
    forms: Forms
    below_zero: Forms = ""
    column: str
    where: dict[str, str] = {}
    usd: str | None = None
    currency: str | None = None
    unit: Literal["money", "percent", "per_share", "count"] = "money"
    additive: bool = False
    level: bool = Field(False, description="a state at the end of its period, never added up over periods: a backlog")
    averaged_over: list[Literal["entities", "periods"]] = ["entities", "periods"]
    beside: list[str] = Field([], description="columns that are shown with it: what a change is measured against")
    alike: dict[str, str] = Field({}, description="values that it must not differ from where several are put together")
    above_zero: Forms = Field("", description="verbs that say that it is above zero: 'grew'")
    more: Forms = Field("", description="words of comparison for it: 'faster'")
    most: Forms = Field("", description="superlatives for it: 'fastest'")
    variants: list[str] = Field([], description="taken in turn where several are put together; else the `preferred` of the series")
    lower_better: bool = Field(False, description="the worst is not the lowest")
    of: dict[str, str] = {}
    verb: str = "had"


class AttributeLayer(_Strict):
    """A column of words or dates that can be asked for."""

    label: str
    forms: Forms
    group: bool = True
    of: dict[str, str] = {}


class ValueSet(_Strict):
    """Values that one word means together: "guidance" is its low and its high end."""

    values: list[str]
    forms: Forms
    ends: dict[str, Forms] = Field({}, description="words beside it that mean one of its values: 'the lowest revenue it guides to'")


class TextLayer(_Strict):
    """A column of free text that is matched through the vocabulary of its values.

    `loose` values stand for several things: the words of the question must stand in the text too ("chief economist").
    `lesser` words tell a text apart from the plain value ("deputy CEO"), those of `lesser_of` only of that value ("sales
    director"). `spelled` writes abbreviations out.
    """

    loose: list[str] = []
    lesser: Forms = ""
    lesser_of: dict[str, Forms] = {}
    spelled: dict[str, str] = {}


class ValuesLayer(_Strict):
    """The words for the values of a column: of the pack's `terms`, or given here.

    `bound` values count only directly before a noun of the fact ("growth round", never "growth"). With `noun` a value can
    stand for the fact itself ("its seed", "an IPO"). `sets` are words for several values, `labels` how a value is printed, and
    `text` says that the column holds free text.
    """

    terms: str | None = None
    words: dict[str, Forms] = {}
    nouns: dict[str, Forms] = Field({}, description="words for a value that stand for the fact itself too: 'IPOs'")
    sets: dict[str, ValueSet] = {}
    labels: dict[str, str] = {}
    bound: list[str] = []
    ordered: list[str] = Field([], description="values that follow each other, the first first: 'Series B or later', 'Series A to C'")
    undated: list[str] = Field([], description="values that a fact takes on some day that is not its date: 'completed'")
    noun: bool = False
    silent: bool | list[str] = Field(False, description="values that facts whose column is empty count for; true: for every value")
    text: TextLayer | None = None

    def counts_unsaid(self, values: Collection[str]) -> bool:
        """Whether a fact whose column is empty counts for these values."""
        return self.silent if isinstance(self.silent, bool) else {*values} <= {*self.silent}


class VerbLayer(_Strict):
    """A verb and the roles of its subject, object and prepositions. `measure` is what "how much" means with it.

    `unmeasured` roles: a question for that measure with a name in this role is outside of the data ("how much did the
    investor invest"). `any_status` verbs speak of facts of every status. `where` are the values of the facts that it speaks of
    ("left": departed), or the name of a set of values; `date` is the column that it dates them by, where it has a value;
    `announces` verbs may be followed by the day on which a fact was told. `agent` is the role that acts with it, where names are
    known by what they are: who hires is a company. A verb `beside` columns and roles means something else without words for
    one of them: a company "lost" executives, and somebody was "made" chairman.
    """

    base: Forms
    past: Forms = ""
    roles: dict[str, str] = {}
    measure: str | None = None
    unmeasured: list[str] = []
    any_status: bool = False
    where: dict[str, str] = {}
    date: str | None = None
    announces: bool = False
    agent: str | None = None
    beside: list[str] = []
    object: bool = Field(False, description="tells of the facts only with a noun or a number: who 'closed' may have shut down")
    below_zero: bool = Field(False, description="means its measure with the opposite sign: 'lost'")
    against: list[str] = Field([], description="prepositions of a name that it cannot be told of: who 'joined from Acme' did not join it")
    narrower: bool = Field(False, description="says more than the data holds, so what it speaks of is never counted: 'retired'")


class NounLayer(_Strict):
    """A noun for the fact itself and the roles of names around it; `agent` is who "makes" or "has" it."""

    forms: Forms
    roles: dict[str, str] = {}
    agent: str | None = None
    any_status: bool = False
    where: dict[str, str] = Field({}, description="values of the facts that it means: a departure")
    narrower: bool = False
    mass: bool = Field(False, description="a quantity (funding by year) where no single fact is meant: the sum of the main measure")
    weak: bool = Field(False, description="may mean another fact too; a clearer word decides")
    unmeasured: list[str] = []


class ModifierLayer(_Strict):
    """A word that makes another measure of one: "net income per share"."""

    forms: Forms
    turns: dict[str, str]


class EstimateLayer(_Strict):
    """Figures beside what was expected of them: `of` and `actual` are values of `column`.

    `above`, `below` and `met` are verbs for what became of an estimate, `forms` nouns for it that mean it only beside them. An
    estimate whose variant is `unsaid` is compared with the first of `variants` that there is. The words in `alone` need none for the
    estimate ("who beat on revenue"); those in `either` ask how a figure and its estimate compare,
    those in `side` are a verb for which of them is higher: "beat", "miss" or "in line".
    """

    column: str
    of: str
    actual: str
    above: Forms
    below: Forms
    met: Forms
    forms: Forms = ""
    alone: Forms = ""
    either: Forms = ""
    side: Forms = ""
    unsaid: str
    variants: list[str]


class SeriesLayer(_Strict):
    """Facts that are figures of periods: one column holds the numbers of all measures.

    `year`, `quarter`, `start` and `end` are the columns of the period: its fiscal year, its quarter (NULL: the whole year), its
    first and its last day. `defaults` are the values of columns where a question says nothing else; of several the first that
    there is counts. `part` is the column that names the part of the
    subject that a figure is of, NULL for the whole. `variant` tells figures of the same thing apart; a lookup shows all, what
    ranks, adds or compares takes the first of `preferred` and leaves the others out. Of `superseded` values of columns only
    what was announced last counts.
    """

    year: str
    quarter: str
    start: str
    end: str
    forms: Forms = Field("", description="words beside a period that say nothing more: 'fiscal', 'full year'")
    dated: Forms = Field("", description="words beside a period that mean its days and not its fiscal name: 'calendar', 'ended'")
    defaults: dict[str, list[str]] = {}
    part: str
    part_forms: Forms = ""
    part_places: Forms = Field("", description="names of parts that are places: what 'by region' means for one company")
    whole_forms: Forms = Field("", description="words for the whole: 'group', 'company-wide'")
    variant: str
    preferred: list[str]
    negative: Forms = Field("", description="words for figures below zero")
    positive: Forms = Field("", description="words for figures above zero")
    worst: Forms = Field("", description="superlatives for the lowest figure, be it a loss or a profit")
    results: Forms = Field("", description="words for a measure that mean all results where companies report them: 'earnings'")
    superseded: dict[str, list[str]] = {}
    modifiers: dict[str, ModifierLayer] = {}
    middle: Forms = Field("", description="words for what lies midway between the two values of the set `between`")
    between: dict[str, str] = Field({}, description="a column and the set of its two values that `middle` lies between")
    estimate: EstimateLayer | None = None


class HolderLayer(_Strict):
    """Who holds a post: the latest fact by which somebody took it up and that no later one ended.

    `role` is played by the holder, `of` by whose post it is; `post` is the column of the post, `action` the one whose values
    `begins` and `ends` say what happened; `since` is its date where it has a value, else the fact's own date counts.
    `single` posts have one holder at a time. `forms` are words of such questions that say nothing more: "current". `next` and
    `previous` are words for who came after and before somebody.
    """

    role: str
    of: str
    post: str
    action: str
    begins: str
    ends: str
    since: str
    rule: str = Field(description="what makes somebody the holder, as the interpretation says it")
    single: list[str] = []
    forms: Forms = ""
    next: Forms = ""
    previous: Forms = ""


class FactLayer(_Strict):
    """What can be asked about the rows of one fact table.

    Questions are read by `frames` (verbs and nouns say who plays which role) or by `slots`, where what a name is says its role.
    `facets` are numbers that stand beside every measure: its change. `row` is how a fact is told, with {columns}; what stands in
    [brackets] is left out when a column in it is empty. Unless `when_empty`, questions are refused while there is no such fact.
    """

    noun: tuple[str, str]
    grammar: Literal["frames", "slots"] = "frames"
    when_empty: bool = True
    date: str
    precision: str
    subject: str
    place: str
    main: str = ""
    verb: str = Field("", description="past tense of the answer's sentence: 'raised'")
    row: str = ""
    columns: list[str]
    roles: dict[str, RoleLayer]
    measures: dict[str, MeasureLayer] = {}
    facets: dict[str, MeasureLayer] = {}
    attributes: dict[str, AttributeLayer] = {}
    values: dict[str, ValuesLayer] = {}
    series: SeriesLayer | None = None
    holder: HolderLayer | None = None
    verbs: list[VerbLayer]
    nouns: list[NounLayer]
    suggestions: list[str] = []

    def variants(self, measure: str | None, each: bool = False) -> list[str]:
        """The variants of figures that count where several are put together, the first of them first; where `each` figure is only held
        against a number, the others too, behind them.
        """
        spec = self.measures.get(measure or "")
        first = spec.variants if spec and spec.variants else self.series.preferred if self.series else []
        others = self.values[self.series.variant].words if each and self.series and self.series.variant in self.values else {}
        return [*first, *(value for value in others if value not in first)]

    def number(self, measure: str | None, facet: str | None = None) -> MeasureLayer | None:
        """The number that is meant: the facet, else the measure, else the main one; None where facts have none."""
        return self.facets[facet] if facet else self.numbers.get(measure or self.main)

    @property
    def numbers(self) -> dict[str, MeasureLayer]:
        """Measures and facets by name."""
        return self.measures | self.facets

    def values_of(self, column: str, name: str) -> tuple[str, ...]:
        """The values that a value or a set of them stands for."""
        sets = self.values[column].sets if column in self.values else {}
        return tuple(sets[name].values) if name in sets else (name,)


class EntityLayer(_Strict):
    """What can be asked about the entities themselves."""

    noun: tuple[str, str]
    forms: Forms
    attributes: dict[str, AttributeLayer]
    places: list[str]
    seat: str
    seat_forms: Forms = Field("", description='"based", "headquartered"')
    countries: dict[str, Forms] = Field({}, description="names and adjectives of a country by its code")


class Layer(_Strict):
    """Measures, dimensions and wordings of a pack's questions."""

    facts: dict[str, FactLayer] = {}
    entity: EntityLayer | None = None
    foreign: Forms = Field(default="", description="terms of the domain whose words mean something else each: 'earn-out'")
    fillers: Forms = Field(default="", description="words that carry no condition in this domain: 'money', 'capital'")
    spellings: dict[str, str] = Field(default={}, description="regular expressions of what is typed short, with what it is written out as")

    @field_validator("spellings")
    @classmethod
    def _readable(cls, spellings: dict[str, str]) -> dict[str, str]:
        for pattern in spellings:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is no regular expression ({error})") from None
        return spellings
