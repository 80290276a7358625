"""Entity linking: every named mention gets an entity, known from a table or new with a stable id.

It writes `doc.user_data["entities"]`, a mapping from a mention's place in `doc.spans["mentions"]` to its `Entity`.
Names are settled within the document first: "Cronus" and "CRONUS" are "Cronus Industries Inc" when that stands there too.
"""

from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span

from rie.pack import Pack, load_pack
from rie.pack.knowledge import pack_entities
from rie.pipeline.aliases import AliasTable, new_entity_id
from rie.pipeline.sentences import bounds_of
from rie.types import Entity
from rie.values.name import acronym, fold


@Language.factory("rie_linker", default_config={"pack": "business"})
def create_linker(nlp: Language, name: str, pack: str) -> "Linker":
    """The linker of a pack over its knowledge tables."""
    loaded = load_pack(pack)
    return Linker(loaded, AliasTable(pack_entities(loaded.folder)), name)


class Linker:
    """Links the mentions of the pack's labels that name an `entity` kind."""

    def __init__(self, pack: Pack, aliases: AliasTable, name: str = "rie_linker") -> None:
        self.name, self.aliases, self.subject = name, aliases, pack.subject
        self.kinds = {label: spec.entity for label, spec in pack.labels.items() if spec.entity}

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.user_data["entities"]`."""
        entities: dict[int, Entity] = {}
        mentions = list(doc.spans["mentions"])
        for label, kind in self.kinds.items():
            places = [i for i, span in enumerate(mentions) if span.label_ == label]
            names = group_names([mentions[i] for i in places], self.aliases, by_last_word=kind == "person")
            entities |= {i: self.entity(name, kind) for i, name in zip(places, names, strict=True)}
        doc.user_data["entities"] = entities
        doc.user_data["subject"] = self.told(doc.user_data["document"].metadata) if "document" in doc.user_data else None
        return doc

    def told(self, metadata: Mapping[str, str]) -> tuple[str, str, Entity] | None:
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
        """The entity of a settled name."""
        known = self.aliases.lookup(name) if kind == "company" else None
        return known or Entity(new_entity_id(kind, name), name, kind, "text")


def group_names(spans: list[Span], aliases: AliasTable, *, by_last_word: bool = False) -> list[str]:
    """For each mention the fullest name that the document has for the same thing; people are also called by their last name."""
    surfaces = [" ".join(span.text.split()) for span in spans]
    folded = [fold(surface) for surface in surfaces]
    best: dict[str, str] = {}
    for surface, key in zip(surfaces, folded, strict=True):
        best[key] = _better(best.get(key, surface), surface)
    first = [_sentence(span) for span in spans]
    sentences = {key: {start for start, other in zip(first, folded, strict=True) if other == key} for key in best}
    titled = bool(spans) and _has_title(spans[0].doc)
    if by_last_word:
        return [best[max((other for other in best if other == key or other.endswith(" " + key)), key=len)] for key in folded]
    return [best[_fullest(key, best, sentences, aliases, titled)] for key in folded]


def _sentence(span: Span) -> int:
    """The first token of the sentence that a span begins in."""
    bounds = bounds_of(span.doc)
    number: int = bounds.numbers[span.start]
    return bounds.tokens[number][0]


def _has_title(doc: Doc) -> bool:
    """Whether the first sentence is a title and not the beginning of the text."""
    document = doc.user_data.get("document")
    return document is None or bool(document.title)


LAST_WORD = 6  # letters from which the last word of a name may stand for it
# "Google Ventures" is not Google
_ARMS = {"ventures", "venture", "capital", "fund", "foundation", "partners", "investments", "bank", "labs"}


def _inside(name: str, title: str) -> bool:
    """Whether a title's name is a name of the text with a word before or after it ("Grocer Marlowe & Finch", "Bluecrane Health Signs")."""
    return title != name and (title.endswith(" " + name) or (title.startswith(name + " ") and " " in name))


def _better(one: str, other: str) -> str:
    """Of two spellings of one name: mixed case before capitals, then the longer, then the first."""
    return max((one, other), key=lambda name: (not name.isupper() or len(name) < 5, len(name)))


def _fullest(key: str, best: dict[str, str], sentences: dict[str, set[int]], aliases: AliasTable, titled: bool) -> str:
    """The longest other name of the document that begins or ends with this one or that it abbreviates; in a title, one that ends it."""
    if aliases.is_custom(key):
        return key
    title = {0} if titled else set()
    in_title = sentences[key] == title
    inner = [other for other in best if _inside(other, key) and in_title and sentences[other] != title]
    if inner:
        return max(inner, key=len)
    longer = [other for other in best if other != key and _abbreviates(key, other, best, sentences, title)]
    longer = [other for other in longer if in_title or sentences[other] != title]
    if not longer and not aliases.by_name.get(key):
        longer = [other for other in best if _ends_with(key, other, sentences)]
    if aliases.by_name.get(key):
        longer = [other for other in longer if not _ARMS & (set(other.split()) - set(key.split()))]
    return max(longer, key=len) if longer else key


def _ends_with(short: str, long: str, sentences: dict[str, set[int]]) -> bool:
    """Whether a later word is the last of a longer name: "Fontvieille" of "Tissages Fontvieille"."""
    later = min(sentences[long]) < min(sentences[short]) and not sentences[short] <= sentences[long]
    return later and " " not in short and len(short) >= LAST_WORD and long.endswith(" " + short)


def _abbreviates(short: str, long: str, best: dict[str, str], sentences: dict[str, set[int]], title: set[int]) -> bool:
    if acronym(best[long]).casefold() == short.replace(" ", ""):
        return len(short) > 1
    if sentences[short] <= sentences[long] or len(short) < 3:
        return False
    return long.startswith(short + " ") or (sentences[short] == title and set(short.split()) < set(long.split()))
