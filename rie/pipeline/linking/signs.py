"""What speaks for and against a candidate of entity linking: the name itself, what stands beside it, and the rest of the document.

Signs depend on names and words alone, never on other decisions, so that they are the same when the weights are learned and when they
are used.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from rie.pipeline.linking.aliases import Match
from rie.pipeline.linking.groups import is_arm, letters_of
from rie.pipeline.linking.telling import Telling, Told
from rie.types import Entity
from rie.values.legal_form import law_of, legal_form
from rie.values.name import fold

HALF: Final = 0.5  # of a name's letters that a short form of several words has
OTHER_TRADE: Final = 0.25  # cosine by which the words around a name are nearer to another trade than to the entity's
SIGNS: Final[Sequence[str]] = (
    "exact", "spelling", "acronym", "code", "short", "former", "spelling_share", "short_share", "rivals", "custom",
    "form_same", "form_alike", "form_other", "one_word", "plain_word", "alias", "common_words", "capitals", "market",
    "code_same", "code_other", "full_here", "longer_here", "longer_beside", "spelt_other", "renamed",
    "seat_same", "place_same", "city_here", "seat_other", "place_other", "place_other_word",
    "theme", "words_near", "words_here", "nearness", "elsewhere", "other_trade", "people",
    "within", "within_known", "within_acronym", "arm", "told_before", "together", "only_together", "in_title", "in_brackets",
    "several", "first",
)  # fmt: skip
Signs = Mapping[str, float]
_SUPPORTS = {"seat_same", "place_same", "city_here", "words_near", "people", "full_here", "code_same"}
_WIDER = {  # words that a name is told without: "Ginkgo Bioworks" for "Ginkgo Bioworks Holdings, Inc."
    "holding", "holdings", "group", "international", "industries", "companies", "technologies", "technology", "bancorp", "bancshares",
    "bankshares", "brands", "airways", "airlines", "laboratories", "pharmaceuticals", "therapeutics", "trust", "realty", "reit",
    "properties", "partners", "services", "service", "solutions", "systems", "resources", "global", "stores", "products", "enterprises",
    "financial", "capital", "of", "and", "the", "co", "corp", "corporation", "company", "inc", "plc", "sa", "ag", "nv", "se", "usa", "us",
    "america"}
_DOUBTS = {"form_other", "code_other", "seat_other", "longer_here", "spelt_other", "other_trade"}


def name_signs(telling: Telling, told: Told, match: Match, rivals: int) -> dict[str, float]:
    """The signs of an entity of the table.

    Args:
        told: the name that is to be linked.
        match: the entity, and how its name is like it.
        rivals: how many other candidates there are.
    """
    signs = {match.kind: 1.0, f"{match.kind}_share": match.share if match.kind in {"spelling", "short"} else 0.0}
    signs |= {"rivals": float(min(rivals, 3)) / 3, "custom": float(match.entity.origin == "custom")}
    signs |= _form_signs(told, match.entity) | _word_signs(telling, told, match)
    for found in (_document_signs, _place_signs, _theme_signs):
        signs |= found(telling, told, match.entity)
    return {name: value for name, value in signs.items() if value}


def _form_signs(told: Told, entity: Entity) -> dict[str, float]:
    """Legal forms: the same, others of one country, or of two countries, which are two companies."""
    form, known = legal_form(told.name), {legal_form(name) for name in (entity.name, *entity.aliases)} - {""}
    if not form or not known:
        return {}
    if form in known:
        return {"form_same": 1.0}
    return {"form_alike" if law_of(form) in {law_of(other) for other in known} else "form_other": 1.0}


def _word_signs(telling: Telling, told: Told, match: Match) -> dict[str, float]:
    """How telling the name itself is: many and rare words are."""
    words = told.folded.split()
    knowledge = telling.knowledge
    plain = match.kind in {"exact", "short"} and len(words) == 1 and knowledge.is_word(words[0])
    return {"one_word": float(len(words) == 1), "plain_word": float(plain),
            "alias": float(match.kind == "exact" and told.folded != fold(match.entity.name)),
            "common_words": sum(knowledge.is_common(word) for word in words) / len(words),
            "market": float(match.kind in {"code", "acronym"} and telling.is_traded(told)),
            "capitals": float(told.name.isupper() and match.kind == "exact" and len(told.name) <= 5)}  # fmt: skip


def _document_signs(telling: Telling, told: Told, entity: Entity) -> dict[str, float]:
    """Symbols in brackets, the full name elsewhere, other names that this one may be short for."""
    names = {fold(name) for name in (entity.name, *entity.aliases)}
    own, code, renamed = {entity.attributes.get("ticker", "").upper()} - {""}, telling.code_of(told), telling.renamed(told)
    others = [other for other in telling.longer(told) if other.folded not in names]
    beside = [other for other in others if told.sentences <= other.sentences]
    spelt = {other.folded for other in telling.names.values() if other.key != told.key and letters_of(other.name)[0] == told.letters}
    here = {other.folded for other in telling.names.values()} - {told.folded}
    return {"code_same": float(bool({code, telling.bracketed(told)} & own)),
            "code_other": float(bool(own) and code is not None and code not in own),
            "full_here": float(bool(here & names)), "longer_here": float(len(others) > len(beside)), "longer_beside": float(bool(beside)),
            "spelt_other": float(bool(spelt) and not spelt & names),
            "renamed": float(renamed is not None and telling.names[renamed].folded in names)}  # fmt: skip


def _place_signs(telling: Telling, told: Told, entity: Entity) -> dict[str, float]:
    """Where the entity sits, and where the text says that the name does."""
    home = telling.knowledge.home(entity)
    if not home:
        return {}
    seats, near = telling.seats(told), telling.knowledge.places_in(telling.around(told))
    there = any(place in telling.lower for place in telling.knowledge.city(entity))
    if seats & home or near & home or there:
        return {"seat_same" if seats & home else "place_same" if near & home else "city_here": 1.0}
    other = "place_other" if " " in told.folded else "place_other_word"
    return {"seat_other" if seats else other: float(bool(seats or near))}


def _theme_signs(telling: Telling, told: Told, entity: Entity) -> dict[str, float]:
    """Words of the entity's other attributes around the name and in the text, and how near in meaning the words around it are."""
    words, knowledge = telling.knowledge.theme(entity), telling.knowledge
    if not words:
        return {}
    around, described = telling.around(told).casefold(), telling.described(told).casefold()
    said = sum(word in around for word in words) / len(words)
    near, other = knowledge.nearness(entity, around), knowledge.nearest(described) - knowledge.nearness(entity, described)
    return {"theme": 1.0, "words_near": min(said * 2, 1.0), "words_here": float(not said and any(word in telling.lower for word in words)),
            "nearness": near, "elsewhere": max(knowledge.nearest(around) - near, 0.0), "other_trade": float(other > OTHER_TRADE),
            "people": float(any(person in telling.lower for person in knowledge.people(entity)))}  # fmt: skip


def document_signs(telling: Telling, told: Told, other: Told, longer: Sequence[str], known: bool) -> dict[str, float]:
    """The signs of another name of the document, for which this one may be a short form.

    Args:
        longer: the keys of all such names.
        known: whether a table knows the short one.
    """
    several = len(longer) > 1
    signs = {"within": True, "within_known": known, "within_acronym": not other.folded.startswith(told.folded),
             "arm": is_arm(told.folded, other.folded), "told_before": other.places[0] < told.places[0],
             "together": bool(told.sentences & other.sentences), "only_together": told.sentences <= other.sentences,
             "in_title": told.places[0].sentence == 0, "in_brackets": (telling.bracketed(other) or "").casefold() == told.letters,
             "several": several, "first": several and other.key == min(longer, key=lambda key: telling.names[key].places)}  # fmt: skip
    return {name: 1.0 for name, holds in signs.items() if holds}


def is_doubted(signs: Signs) -> bool:
    """Whether something speaks against the only entity that has a name: its form, symbol, seat or trade is another, or other names."""
    return not _DOUBTS.isdisjoint(signs) or signs.get("elsewhere", 0.0) > OTHER_TRADE


def is_supported(signs: Signs) -> bool:
    """Whether something besides the name speaks for an entity."""
    return not _SUPPORTS.isdisjoint(signs)


def is_possible(told: Told, match: Match, signs: Signs, known: bool) -> bool:
    """Whether a candidate is to be considered at all: a table has thousands of letters and first words that fit by chance.

    Args:
        told: the name that is to be linked.
        match: the entity, and how its name is like it.
        known: whether the table has the name itself.
    """
    if match.kind not in {"acronym", "code", "short"} or is_supported(signs):
        return True
    rare = "one_word" not in signs and match.share > HALF > signs.get("common_words", 0.0) and _is_whole(told, match.entity)
    return not known and (rare if match.kind == "short" else match.kind == "code" and "market" in signs)


def _is_whole(told: Told, entity: Entity) -> bool:
    """Whether a short form lacks nothing that tells a company from others: "Barnes & Noble" is not Barnes & Noble Education."""
    names = (fold(name) for name in (entity.name, *entity.aliases))
    return any(_WIDER.issuperset(name.removeprefix(told.folded).split()) for name in names if name.startswith(f"{told.folded} "))
