"""Entity linking: every named mention gets an entity, known from a table or new with a stable id.

It writes `doc.user_data["entities"]`, a mapping from a mention's place in `doc.spans["mentions"]` to its `Entity`.
Names are settled within the document first (`groups`); where a pack has a scorer, it chooses wherever several readings are possible.
"""

from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from rie.pack import Pack, load_pack
from rie.pack.knowledge import pack_entities
from rie.pipeline.linking.aliases import AliasTable, new_entity_id
from rie.pipeline.linking.choice import Chooser
from rie.pipeline.linking.full_names import named_in_full
from rie.pipeline.linking.groups import group_names
from rie.pipeline.linking.scorer import LinkScorer
from rie.pipeline.parts import title_of
from rie.pipeline.words import words_of
from rie.types import Entity
from rie.values.name import fold

Subject = tuple[str, str, Entity]


@Language.factory("rie_linker", default_config={"pack": "business"})
def create_linker(nlp: Language, name: str, pack: str) -> "Linker":
    """The linker of a pack over its knowledge tables."""
    loaded = load_pack(pack)
    return Linker(loaded, AliasTable(pack_entities(loaded.folder)), name, LinkScorer.of(loaded))


class Linker:
    """Links the mentions of the pack's labels that name an `entity` kind.

    Args:
        aliases: the names that are known.
        scorer: chooses among several readings; without one, names are decided by rules alone.
    """

    def __init__(self, pack: Pack, aliases: AliasTable, name: str = "rie_linker", scorer: LinkScorer | None = None) -> None:
        self.name, self.aliases, self.subject, self.scorer = name, aliases, pack.subject, scorer
        self.kinds = {label: spec.entity for label, spec in pack.labels.items() if spec.entity}

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.user_data["entities"]`."""
        entities: dict[int, Entity] = {}
        mentions = list(doc.spans["mentions"])
        subject = self.told(doc.user_data["document"].metadata) if "document" in doc.user_data else None
        for label, kind in self.kinds.items():
            places = [i for i, span in enumerate(mentions) if span.label_ == label]
            found = self._linked([mentions[i] for i in places], kind, subject)
            entities |= dict(zip(places, found, strict=True))
        title = len(title_of(doc.user_data.get("document")))
        doc.user_data["entities"] = named_in_full(words_of(doc).text, title, mentions, entities) if title else entities
        doc.user_data["subject"] = subject
        return doc

    def _linked(self, spans: Sequence[Span], kind: str, subject: Subject | None) -> list[Entity]:
        """The entity of each mention of one label."""
        if self.scorer and kind == "company" and spans:
            return Chooser(self.aliases, self.scorer, self.codes, subject[2].id if subject else None).linked(spans, kind)
        return [self.entity(name, kind) for name in group_names(spans, self.aliases, by_last_word=kind == "person")]

    @property
    def codes(self) -> tuple[str, ...]:
        """The attributes whose values name an entity by themselves."""
        return ("ticker",) if self.subject and "ticker" in self.subject.keys else ()

    def told(self, metadata: Mapping[str, str]) -> Subject | None:
        """The document's subject as its metadata names it: the key, its value and the entity."""
        if self.subject is None:
            return None
        given = [(key, str(metadata[key])) for key in self.subject.keys if str(metadata.get(key) or "").strip()]
        known = ((key, value, self.aliases.with_attribute(key, value)) for key, value in given)
        key, value = given[-1] if given else ("", "")
        found = next(((key, value, entity) for key, value, entity in known if entity and self._may_be(entity, key, metadata)), None)
        if found or not given:
            return found
        return key, value, self.entity(value, self.kinds[self.subject.label])

    def _may_be(self, entity: Entity, key: str, metadata: Mapping[str, str]) -> bool:
        """Whether a known entity can be the one that the metadata names besides: the symbol of one company is given to another later."""
        given = fold(str(metadata.get("company") or "")).split()
        known = (set(fold(name).split()) for name in (entity.name, *entity.aliases))
        return key != "ticker" or not given or any(given[0] in words for words in known)

    def entity(self, name: str, kind: str) -> Entity:
        """The entity of a settled name, by rules."""
        known = self.aliases.lookup(name) if kind == "company" else None
        return known or Entity(new_entity_id(kind, name), name, kind, "text")
