"""Documents through the pipeline: what `rie ingest` runs in each worker."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import dict_to_dot, load_config

from rie.errors import PackError
from rie.pack import Pack, load_pack
from rie.pack.load import schemas_folder
from rie.pipeline.figures.around import anchor_of
from rie.pipeline.layout import layout
from rie.pipeline.names.dateline import plain_datelines
from rie.pipeline.names.places import Gazetteer
from rie.pipeline.parts import Parts
from rie.pipeline.tokenizer import VOCABULARY
from rie.pipeline.words import words_of
from rie.types import Document, Entity, Extraction, Mention
from rie.values import Money, PartialDate, Period


class Extractor:
    """The distilled pipeline of a pack, with the linker and the report builder behind it.

    Args:
        pack: the pack whose `model/` is loaded.
        custom: entities that go before the pack's own knowledge.
        model: another model folder, for evaluation.

    Raises:
        PackError: the pack has no model.
    """

    def __init__(self, pack: Pack, custom: Iterable[Entity] = (), model: Path | None = None) -> None:
        self.pack = pack
        self.nlp = load_model(pack, model)
        self.linker: Any = self.nlp.get_pipe("linker")
        self.linker.aliases.add(custom)
        self.gazetteer: Gazetteer = self.nlp.get_pipe("reports").gazetteer
        self.kept: set[str] = set()

    @property
    def model_version(self) -> str:
        """Name and version of the model, as reports carry it."""
        return f"{self.nlp.meta['name']}-{self.nlp.meta['version']}"

    def __call__(self, documents: Iterable[Document]) -> Iterator[Extraction]:
        """Read documents; the order is kept."""
        words: set[str] = set()
        with self.nlp.memory_zone():
            for doc in self.nlp.pipe(map(self._doc, documents)):
                if len(self.kept) < VOCABULARY:
                    words.update(words_of(doc).text.split())
                yield self._extraction(doc)
        self._keep(words - self.kept)

    def _keep(self, words: set[str]) -> None:
        """Words that the tokenizer and the vocabulary need not make again for every batch."""
        new = sorted(words)[: VOCABULARY - len(self.kept)]
        self.kept.update(new)
        for word in new:  # one by one: the tokenizer keeps nothing of a text behind the first of its special cases
            self.nlp.tokenizer(word)

    def _doc(self, document: Document) -> Doc:
        text = plain_datelines(layout(Parts(document).text), self.gazetteer.knows)
        doc = self.nlp.make_doc(text)
        words_of(doc, text)
        doc.user_data["document"] = document
        doc.user_data["anchor"] = anchor_of(document)
        return doc

    def _extraction(self, doc: Doc) -> Extraction:
        data = doc.user_data
        told = [data["subject"][2]] if data["subject"] and data["reports"] else []
        entities = {entity.id: entity for entity in [*data["entities"].values(), *told]}
        return Extraction(data["document"], tuple(_mentions(doc)), tuple(data["reports"]), tuple(data["attributes"]),
                          tuple(entities.values()), _words(doc))


def load_model(pack: Pack, model: Path | None = None) -> Language:
    """The trained pipeline of a pack with linker and report builder added."""
    import rie.pipeline  # noqa: F401  registers the components

    folder = model or pack.folder / "model"
    if not (folder / "config.cfg").is_file():
        raise PackError(f"pack {pack.name!r} has no model in {folder}: train it with `rie train {pack.name}`")
    nlp = spacy.load(folder, config={"components.ner.factory": "rie_ner", **_placed(folder, pack)})
    nlp.add_pipe("rie_linker", name="linker", config={"pack": str(pack.folder)})
    nlp.add_pipe("rie_reports", name="reports", config={"pack": str(pack.folder)})
    _use_numpy(nlp)
    return nlp


def _placed(folder: Path, pack: Pack) -> dict[str, str]:
    """A model names its pack; where that is not the one of this name that ships, its components are told the pack's folder."""
    if pack.folder == schemas_folder() / pack.name:
        return {}
    values = dict_to_dot(load_config(folder / "config.cfg"))
    named = (key for key, value in values.items() if key.endswith(".pack") and value == pack.name)
    return dict.fromkeys(named, str(pack.folder))


def _use_numpy(nlp: Language) -> None:
    """Matrix products through numpy: faster on these sizes than the generic kernel that thinc picks."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None:
            for layer in model.walk():
                if hasattr(layer.ops, "use_blis"):
                    layer.ops.use_blis = False


def _mentions(doc: Doc) -> Iterator[Mention]:
    parts = Parts(doc.user_data["document"])
    entities = doc.user_data["entities"]
    for number, span in enumerate(doc.spans["mentions"]):
        part, start, end = parts.locate(span.start_char, span.end_char)
        entity = entities.get(number)
        value, unit = _normalised(doc.user_data.get(("value", span.start)), span.label_)
        yield Mention(part, start, end, span.label_, parts.quote(part, start, end), entity.name if entity else value, unit,
                      entity.id if entity else None)


def _words(doc: Doc) -> int:
    """Tokens that are neither space nor punctuation."""
    return int(words_of(doc).plain.sum())


def _normalised(value: Any, label: str) -> tuple[str | None, str | None]:
    """Value and unit as the table `mention` holds them."""
    if isinstance(value, Money):
        return f"{value.amount}-{value.high}" if value.high is not None else str(value.amount), value.currency
    if isinstance(value, Period):
        return f"{value.start}/{value.end}", value.precision
    return (None, None) if value is None else (str(value), "percent" if label == "PERCENT" else None)


@lru_cache(maxsize=2)
def extractor(pack: str) -> Extractor:
    """The cached extractor of a shipped pack, for short texts."""
    return Extractor(load_pack(pack))


def anchor(text: str | None) -> PartialDate | None:
    """A document's date from its text form."""
    return PartialDate.parse(text) if text else None
