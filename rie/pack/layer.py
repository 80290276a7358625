"""The question layer of a pack: what can be asked, and in which words.

A `Forms` is one string of alternatives: "raise|raises|raising". Everything that the grammar of `rie.ask` knows about a domain
stands here; what belongs to the English language stands in `rie.ask.english`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from rie.pack.model import Pack


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
    `column` and `id` hold the first named player too.
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


class MeasureLayer(_Strict):
    """A number that a fact has. `usd` is its column in US dollars; only an `additive` one may be summed."""

    label: str
    forms: Forms
    column: str
    usd: str | None = None
    currency: str | None = None
    unit: Literal["money", "percent"] = "money"
    additive: bool = False
    of: dict[str, str] = {}
    verb: str = "had"


class AttributeLayer(_Strict):
    """A column of words or dates that can be asked for."""

    label: str
    forms: Forms
    group: bool = True
    of: dict[str, str] = {}


class ValuesLayer(_Strict):
    """The words for the values of a column: of the pack's `terms`, or given here.

    `bound` values count only directly before a noun of the fact ("growth round", never "growth"). With `noun` a value can
    stand for the fact itself ("its seed", "an IPO").
    """

    terms: str | None = None
    words: dict[str, Forms] = {}
    bound: list[str] = []
    noun: bool = False


class VerbLayer(_Strict):
    """A verb and the roles of its subject, object and prepositions. `measure` is what "how much" means with it.

    `unmeasured` roles: a question for that measure with a name in this role is outside of the data ("how much did the
    investor invest"). `any_status` verbs speak of facts of every status.
    """

    base: Forms
    past: Forms = ""
    roles: dict[str, str]
    measure: str | None = None
    unmeasured: list[str] = []
    any_status: bool = False


class NounLayer(_Strict):
    """A noun for the fact itself and the roles of names around it; `agent` is who "makes" or "has" it."""

    forms: Forms
    roles: dict[str, str] = {}
    agent: str
    any_status: bool = False
    mass: bool = Field(False, description="a quantity (funding by year) where no single fact is meant: the sum of the main measure")
    weak: bool = Field(False, description="may mean another fact too; a clearer word decides")
    unmeasured: list[str] = []


class FactLayer(_Strict):
    """What can be asked about the rows of one fact table."""

    noun: tuple[str, str]
    date: str
    precision: str
    subject: str
    place: str
    main: str
    verb: str = Field(description="past tense of the answer's sentence: 'raised'")
    columns: list[str]
    roles: dict[str, RoleLayer]
    measures: dict[str, MeasureLayer]
    attributes: dict[str, AttributeLayer]
    values: dict[str, ValuesLayer]
    verbs: list[VerbLayer]
    nouns: list[NounLayer]
    suggestions: list[str] = []


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
    fillers: Forms = Field(default="", description="words that carry no condition in this domain: 'money', 'capital'")


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
    for role in {fact.subject, fact.place} - set(fact.roles):
        yield f"{place}: no role {role!r}; use one of {', '.join(fact.roles)}"
    if fact.main not in fact.measures:
        yield f"{place}.main: no measure {fact.main!r}; use one of {', '.join(fact.measures)}"
    for column in (fact.date, fact.precision, *fact.columns, *fact.attributes, *fact.values):
        if column not in columns:
            yield f"{place}: no column {column!r} in {name}; use one of {', '.join(columns)}"
    for key, measure in fact.measures.items():
        used = (measure.column, measure.usd, measure.currency)
        yield from (f"{place}.measures.{key}: no column {item!r} in {name}" for item in used if item and item not in columns)
    for key, role_layer in fact.roles.items():
        if role_layer.table and role_layer.table not in pack.children(name):
            yield f"{place}.roles.{key}.table: {role_layer.table!r} is no child table of {name}; give it `parent: {name}`"
    yield from _word_problems(pack, place, fact)


def _word_problems(pack: "Pack", place: str, fact: FactLayer) -> Iterator[str]:
    for values in fact.values.values():
        if values.terms and values.terms not in pack.terms:
            yield f"{place}.values: no terms {values.terms!r}; add it under `terms:`"
    frames = [(f"verbs[{verb.base.split('|')[0]}]", verb.roles) for verb in fact.verbs]
    frames += [(f"nouns[{noun.forms.split('|')[0]}]", noun.roles | {"agent": noun.agent}) for noun in fact.nouns]
    for key, roles in frames:
        for role in set(roles.values()) - set(fact.roles):
            yield f"{place}.{key}: no role {role!r}; use one of {', '.join(fact.roles)}"
    for verb in fact.verbs:
        if verb.measure and verb.measure not in fact.measures:
            yield f"{place}.verbs[{verb.base.split('|')[0]}].measure: no measure {verb.measure!r}"
