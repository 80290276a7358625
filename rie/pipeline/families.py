"""The text classifier: which events each sentence of a document tells.

It is linear, over runs of words in which every mention is its label ("COMPANY bought COMPANY for MONEY"), and over the words of the
sentences beside. It knows nothing of the recogniser's triggers and of the relation component, and so it is a second opinion on both.
"""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from rie.errors import PackError
from rie.pack import load_pack
from rie.pipeline.mentions import KEY
from rie.pipeline.sentences import bounds_of

Ids = NDArray[np.uint64]
Numbers = NDArray[np.int64]

FILE = "weights.npz"
EPOCHS = 4
RATE = 0.1  # of the training's first step for a feature; each further one is smaller
DECAY = 1e-5
_EDGE, _BEFORE, _BEHIND, _GAP, _ODD, _MIXED = (np.uint64(number) for number in (
    0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53))


@Language.factory("rie_families", default_config={"pack": "business", "size": 65536}, default_score_weights={"families_f": None})
def create_families(nlp: Language, name: str, pack: str, size: int) -> "Families":
    """The classifier of a pack; `size` is the number of features that runs of words are hashed to."""
    return Families(nlp.vocab, name, pack=pack, size=size)


class Families(Pipe):  # type: ignore[misc]
    """Writes `doc.user_data["families"]`: (sentences, events of the pack) the log odds that a sentence tells an event.

    It is fitted when the pipeline is initialised (logistic regression, AdaGrad), before the other components are trained.
    """

    def __init__(self, vocab: Vocab, name: str = "rie_families", *, pack: str = "business", size: int = 65536) -> None:
        self.vocab, self.name = vocab, name
        self.cfg: dict[str, Any] = {"pack": pack, "size": size}
        loaded = load_pack(pack)
        self.events = tuple(loaded.events)
        self.triggers = tuple(event.trigger for event in loaded.events.values())
        named = (name for name, label in loaded.labels.items() if label.source in {"ner", "values"})
        self.drawn = {get_string_id(name) for name in named if name not in self.triggers}
        self.weights: NDArray[np.float32] = np.zeros((size, len(self.events)), dtype=np.float32)
        self.bias: NDArray[np.float32] = np.zeros(len(self.events), dtype=np.float32)

    def __call__(self, doc: Doc) -> Doc:
        """Rate the sentences of one document."""
        sentence, feature = self.features(doc)
        odds = np.tile(self.bias, (len(bounds_of(doc).tokens), 1))
        np.add.at(odds, sentence, self.weights[feature])
        doc.user_data["families"] = odds
        return doc

    def features(self, doc: Doc) -> tuple[Numbers, Numbers]:
        """The features that sentences have, (n,) their sentences and (n,) themselves, each once a sentence."""
        ids, own = self._units(doc)
        if not len(ids):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        last = len(bounds_of(doc).tokens) - 1
        two, three = own[:-1] == own[1:], own[:-2] == own[2:]
        pair = _mixed(ids[:-1], ids[1:])[two]
        words = ids != _EDGE
        parts = [(own[words], _mixed(ids[words], _EDGE)), (own[:-1][two], pair),
                 (own[:-2][three], _mixed(_mixed(ids[:-2], ids[1:-1]), ids[2:])[three]),
                 (own[:-2][three], _mixed(_mixed(ids[:-2], _GAP), ids[2:])[three]),
                 (own[words] + 1, _mixed(ids[words], _BEFORE)), (own[words] - 1, _mixed(ids[words], _BEHIND))]
        sentence = np.concatenate([where for where, _ in parts])
        hashed = np.concatenate([what for _, what in parts]) % np.uint64(self.cfg["size"])
        inside = (sentence >= 0) & (sentence <= last)
        both = np.sort(sentence[inside] * self.cfg["size"] + hashed[inside].astype(np.int64))
        both = both[np.diff(both, prepend=-1) != 0]
        return both // self.cfg["size"], both % self.cfg["size"]

    def _units(self, doc: Doc) -> tuple[Ids, Numbers]:
        """The words of each sentence between two edges, a mention as one: (n,) ids and (n,) numbers of sentences."""
        bounds = bounds_of(doc)
        ids = doc.to_array([LOWER]).reshape(-1).astype(np.uint64)
        own = np.array(bounds.numbers, dtype=np.int64)
        kept = np.ones(len(doc), dtype=bool)
        for span in doc.spans[KEY]:
            if span.label in self.drawn:
                ids[span.start] = span.label
                kept[span.start + 1 : span.end] = False
        numbers = np.arange(len(bounds.tokens))
        edges = np.full(len(numbers), _EDGE)
        every = np.concatenate([numbers, own[kept], numbers])
        order = np.argsort(every, kind="stable")
        return np.concatenate([edges, ids[kept], edges])[order], every[order]

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Fit the weights to annotated examples: sentences and the events whose triggers stand in them."""
        rows: list[tuple[Numbers, NDArray[np.float32], NDArray[np.float32]]] = []
        for example in get_examples():
            rows += self._rows(example)
        self.weights[:], self.bias[:] = 0, 0
        steps, generator = np.full_like(self.weights, 1e-8), np.random.default_rng(0)
        for _ in range(EPOCHS):
            for number in generator.permutation(len(rows)):
                feature, told, known = rows[number]
                chance = 1 / (1 + np.exp(-(self.weights[feature].sum(axis=0) + self.bias)))
                slope = (chance - told) * known
                steps[feature] += slope**2
                self.weights[feature] -= RATE * (slope + DECAY * self.weights[feature]) / np.sqrt(steps[feature])
                self.bias -= RATE**2 * slope

    def _rows(self, example: Example) -> Iterator[tuple[Numbers, NDArray[np.float32], NDArray[np.float32]]]:
        """Of each sentence its features, the events that it tells, and those that its text is annotated for."""
        reference = example.reference
        sentence, feature = self.features(reference)
        told = self.told(reference)
        heads = reference.user_data.get("heads")
        known = np.array([heads is None or trigger in heads for trigger in self.triggers], dtype=np.float32)
        cuts = np.searchsorted(sentence, np.arange(len(told) + 1))
        return ((feature[cuts[number] : cuts[number + 1]], row, known) for number, row in enumerate(told))

    def told(self, reference: Doc) -> NDArray[np.float32]:
        """(sentences, events) 1 where an annotated trigger with a role or a status stands, else 0."""
        numbers, mentions = bounds_of(reference).numbers, reference.spans[KEY]
        told = np.zeros((len(bounds_of(reference).tokens), len(self.events)), dtype=np.float32)
        for head, *_ in reference.user_data.get("relations", ()):
            if mentions[head].label_ in self.triggers:
                told[numbers[mentions[head].start], self.triggers.index(mentions[head].label_)] = 1
        return told

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, float]:
        """Micro F1 of the events of sentences, over the mentions that were predicted."""
        true = found = gold = 0
        for example in examples:
            heads = example.reference.user_data.get("heads")
            known = np.array([heads is None or trigger in heads for trigger in self.triggers])
            said, told = (example.predicted.user_data["families"] > 0) & known, self.told(example.reference) > 0
            if said.shape == told.shape:
                true, found, gold = true + int((said & told).sum()), found + int(said.sum()), gold + int(told.sum())
        return {"families_f": 2 * true / max(found + gold, 1)}

    def to_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights, as numbers of sixteen bits."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> "Families":
        """Read what `to_disk` wrote.

        Raises:
            PackError: the weights are of other events than the pack's.
        """
        return self.from_bytes((Path(path) / FILE).read_bytes())

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The weights and the events that they are of."""
        file = BytesIO()
        np.savez_compressed(file, weights=self.weights.astype(np.float16), bias=self.bias, events=np.array(self.events))
        return file.getvalue()

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "Families":
        """Read what `to_bytes` gave; see `from_disk`."""
        with np.load(BytesIO(bytes_data)) as stored:
            events = tuple(stored["events"].tolist())
            if events != self.events:
                raise PackError(f"the text classifier was trained for the events {', '.join(events)}, not for the pack's "
                                f"{', '.join(self.events)}: train its model anew (`rie train`)")
            self.weights, self.bias = stored["weights"].astype(np.float32), stored["bias"]
        self.cfg["size"] = len(self.weights)
        return self


def _mixed(one: Ids, other: Ids | np.uint64) -> Ids:
    """One number of two; the order counts."""
    mixed: Ids = (one * _ODD ^ (one >> np.uint64(29))) + np.atleast_1d(other) * _MIXED
    return mixed ^ (mixed >> np.uint64(32))
