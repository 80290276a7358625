"""An entity for each name of a document: certain names go the short way, the scorer chooses where several readings are possible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from rie.pipeline.linking.aliases import AliasTable, Match, apart_id, new_entity_id
from rie.pipeline.linking.groups import best_spellings, has_title, is_arm, longer_names
from rie.pipeline.linking.scorer import LinkScorer
from rie.pipeline.linking.signs import Signs, document_signs, is_doubted, is_possible, name_signs
from rie.pipeline.linking.telling import FORM, Place, Telling, Told
from rie.pipeline.sentences import bounds_of
from rie.pipeline.words import words_of
from rie.types import APART, Entity
from rie.values.legal_form import law_of, legal_form
from rie.values.name import fold


@dataclass(frozen=True, slots=True)
class Open:
    """A name that may mean several things: entities of the table, another name of the document, or none of these.

    `signs` are those of `matches`, then those of `longer`.
    """

    told: Told
    matches: tuple[Match, ...]
    longer: tuple[str, ...]
    signs: tuple[Signs, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A name that needs no choice: an entity of the table, another name of the document, or, with neither, a new entity."""

    entity: Entity | None = None
    same_as: str | None = None


Readings = dict[str, Open | Settled]


class Chooser:
    """Links the names of one document.

    Args:
        subject: the id of the entity that the document's metadata names.
    """

    def __init__(self, aliases: AliasTable, scorer: LinkScorer, codes: Sequence[str], subject: str | None = None) -> None:
        self.aliases, self.scorer, self.codes, self.subject = aliases, scorer, codes, subject

    def linked(self, spans: Sequence[Span], kind: str) -> list[Entity]:
        """The entity of each mention, in order."""
        keys, telling = self.names(spans)
        found: dict[str, Entity] = {}
        readings = self.readings(telling)
        for key in sorted(readings, key=lambda key: (-len(key), key)):
            self._settle(key, readings, telling, kind, found)
        return [found[key] for key in keys]

    def _settle(self, key: str, readings: Readings, telling: Telling, kind: str, found: dict[str, Entity], *,
                pending: frozenset[str] = frozenset()) -> Entity:  # fmt: skip
        """The entity of a name; that of the longer names on which it hangs comes first. Of two that hang on each other the first counts."""
        told = telling.names[key]
        if key in found or key in pending:
            return found[key] if key in found else self._new(told, kind, ())
        reading = readings[key]
        hangs = reading.longer if isinstance(reading, Open) else [reading.same_as] if reading.same_as else []
        longer = [self._settle(other, readings, telling, kind, found, pending=pending | {key}) for other in hangs]
        if isinstance(reading, Open):
            chosen = self._chosen(reading, longer) or self._new(told, kind, reading.matches)
        else:
            chosen = longer[0] if longer else reading.entity or self._new(told, kind, ())
        return found.setdefault(key, chosen)

    def _chosen(self, reading: Open, longer: Sequence[Entity]) -> Entity | None:
        """The likeliest entity, if it is likely enough; readings that lead to one entity count together."""
        entities = [*(match.entity for match in reading.matches), *longer]
        chances: dict[str, float] = {}
        for entity, chance in zip(entities, self.scorer.chances(reading.signs), strict=True):
            chances[entity.id] = chances.get(entity.id, 0.0) + chance
        best = max(chances, key=lambda id_: chances[id_])
        return next(one for one in entities if one.id == best) if chances[best] >= self.scorer.threshold else None

    def _new(self, told: Told, kind: str, matches: Sequence[Match]) -> Entity:
        """A new entity; one with a name that the table knows says which ones it is not."""
        others = {match.entity.id: law_of(legal_form(match.entity.name)) for match in matches if match.kind == "exact"}
        law = law_of(legal_form(told.name))
        by_law = FORM in told.key or bool(others and law and law not in others.values())
        if not others and not by_law:
            return Entity(new_entity_id(kind, told.name), told.name, kind, "text")
        name = f"{told.folded} {law}" if by_law else told.folded
        return Entity(apart_id(kind, name, others), told.name, kind, "text", attributes={APART: " ".join(sorted(others))})

    def names(self, spans: Sequence[Span]) -> tuple[list[str], Telling]:
        """A key for each mention, and the document by keys: of one folded name with the forms of two countries, two keys."""
        doc = spans[0].doc
        surfaces = [" ".join(span.text.split()) for span in spans]
        keys = _keys(surfaces)
        best = best_spellings(keys, surfaces)
        place = _places(doc)
        places: dict[str, list[Place]] = {}
        for key, span in zip(keys, spans, strict=True):
            places.setdefault(key, []).append(place(span))
        told = {key: Told(key, best[key], tuple(found)) for key, found in places.items()}
        return keys, Telling(words_of(doc).text, told, self.scorer.knowledge)

    def readings(self, telling: Telling) -> Readings:
        """What each name may mean."""
        best = {key: told.name for key, told in telling.names.items()}
        sentences = {key: told.sentences for key, told in telling.names.items()}
        return {key: self._reading(telling, told, best, sentences) for key, told in telling.names.items()}

    def _reading(self, telling: Telling, told: Told, best: dict[str, str], sentences: dict[str, set[int]]) -> Open | Settled:
        matches = self._matches(told)
        known = [match for match in matches if match.kind == "exact"]
        longer = tuple(other for other in self._longer(told, best, sentences, bool(known))
                       if not telling.is_thing_of(told, telling.names[other]))
        own = next((match.entity for match in known if match.entity.id == self.subject), None)
        if own:
            return Settled(own)
        if len(longer) == 1 and not known and not is_arm(told.folded, longer[0]):
            return Settled(same_as=longer[0])
        again = None if known or longer else telling.spelled_before(told)
        if again:
            return Settled(same_as=again)
        if known:
            others = (other.key for other in telling.longer(told) if not telling.is_thing_of(told, other))
            longer = tuple(dict.fromkeys((*longer, *others)))
        matches = self._with_other_name(telling, told, matches, known)
        if not matches and not longer:
            return Settled()
        signs = [name_signs(telling, told, match, len(known or matches) - 1) for match in matches]
        kept = [i for i, match in enumerate(matches) if is_possible(told, match, signs[i], bool(known))]
        matches, signs = tuple(matches[i] for i in kept), [signs[i] for i in kept]
        if not matches and not longer:
            return Settled()
        if len(known) == 1 and len(matches) == 1 and not longer and not is_doubted(signs[0]):
            return Settled(known[0].entity)
        within = [document_signs(telling, told, telling.names[other], longer, bool(known)) for other in longer]
        return Open(told, matches, longer, (*signs, *within))

    def _matches(self, told: Told) -> tuple[Match, ...]:
        return tuple(self.aliases.candidates(told.name, self.codes))

    def _longer(self, told: Told, best: dict[str, str], sentences: dict[str, set[int]], known: bool) -> tuple[str, ...]:
        """The other names of the document that this one may be short for."""
        formed = [other for other in best if FORM in other and other.split(FORM)[0] == told.key]
        return tuple(formed or longer_names(told.key, best, sentences, {0}, known=known))

    def _with_other_name(self, telling: Telling, told: Told, matches: tuple[Match, ...], known: Sequence[Match]) -> tuple[Match, ...]:
        """The candidates, with those of a name that the text says this one had or will have."""
        renamed = None if known else telling.renamed(told)
        found = self._matches(telling.names[renamed]) if renamed else ()
        return (*matches, *(Match(one.entity, "former") for one in found if one.kind == "exact"))


def _places(doc: Doc) -> Callable[[Span], Place]:
    """A function that gives a mention's place; the title, where there is one, is sentence 0."""
    words, (numbers, _, characters) = words_of(doc), bounds_of(doc)
    bounds = [*(start for start, _ in characters), len(words.text)]
    titled = has_title(doc)

    def place(span: Span) -> Place:
        number = numbers[span.start]
        return Place(span.start_char, span.end_char, number + (not titled), bounds[number], bounds[number + 1])

    return place


def _keys(surfaces: Sequence[str]) -> list[str]:
    names = {surface: (fold(surface), law_of(legal_form(surface))) for surface in set(surfaces)}
    laws: dict[str, set[str]] = {}
    for folded, law in names.values():
        laws.setdefault(folded, set()).update({law} - {""})
    keys = {surface: f"{folded}{FORM}{law}" if law and len(laws[folded]) > 1 else folded for surface, (folded, law) in names.items()}
    return [keys[surface] for surface in surfaces]
