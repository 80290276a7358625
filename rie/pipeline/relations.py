"""The trained relation component: which mention plays which role for which trigger, and the trigger's status.

It writes `doc.user_data["relations"]`, a list of `Relation`; mentions are named by their place in
`doc.spans["mentions"]`. Roles that it thinks possible but not likely stand in `doc.user_data["weak_relations"]`: the report
builder may fall back on them for a role that an event cannot do without.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Model, Optimizer, set_dropout_rate

from rie.pack import load_pack
from rie.pipeline.network.agreement import agreed
from rie.pipeline.network.candidates import Pairs, pairs
from rie.pipeline.network.pair_features import n_features
from rie.pipeline.network.scheme import scheme


class Relation(NamedTuple):
    """Mention `child` plays `label` for mention `head`, with a probability."""

    head: int
    child: int
    label: str
    score: float


WEAKEST = 0.2


@Language.factory("rie_relations", default_config={"pack": "business", "threshold": 0.5},
                  default_score_weights={"rel_f": 1.0, "rel_p": None, "rel_r": None, "status_acc": None})
def create_relations(nlp: Language, name: str, model: Model[Any, Any], pack: str, threshold: float) -> "Relations":
    """The relation component of a pack; `threshold` is the least probability of a role."""
    return Relations(nlp.vocab, model, name, pack=pack, threshold=threshold)


class Relations(TrainablePipe):  # type: ignore[misc]
    """A trainable pipe over the candidate pairs of `rie.pipeline.network.candidates`."""

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str = "rie_relations", *, pack: str = "business",
                 threshold: float = 0.5) -> None:
        self.vocab, self.model, self.name = vocab, model, name
        self.cfg: dict[str, Any] = {"pack": pack, "threshold": threshold}
        self.scheme = scheme(load_pack(pack))

    @property
    def label_data(self) -> tuple[str, ...]:
        """The relation labels, derived from the pack."""
        return self.scheme.names

    def predict(self, docs: Iterable[Doc]) -> NDArray[np.float32]:
        """Probabilities (pairs of all docs, labels)."""
        docs = list(docs)
        for doc in docs:
            doc.user_data["pairs"] = pairs(doc, self.scheme)
        docs = [doc for doc in docs if len(doc.user_data["pairs"].index)]
        return _masked_softmax(self.model.predict(docs), _mask(docs)) if docs else np.zeros((0, len(self.scheme.names)), dtype=np.float32)

    def set_annotations(self, docs: Iterable[Doc], scores: NDArray[np.float32]) -> None:
        """Write the relations of each document."""
        at = 0
        for doc in docs:
            found: Pairs = doc.user_data.pop("pairs")
            count = len(found.index)
            settled = self._agreed(doc, found, scores[at : at + count])
            doc.user_data["relations"] = list(self._decide(found, settled))
            doc.user_data["weak_relations"] = list(self._possible(found, settled))
            at += count

    def _agreed(self, doc: Doc, found: Pairs, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """The probabilities with those of triggers that tell one event put together."""
        labels = [span.label_ for span in doc.spans["mentions"]]
        for trigger in sorted(self.scheme.triggers - self.scheme.local):
            scores = agreed(found, scores, [number for number, label in enumerate(labels) if label == trigger])
        return scores

    def _decide(self, found: Pairs, scores: NDArray[np.float32]) -> Iterator[Relation]:
        best = scores.argmax(axis=1)
        for row, (head, child) in enumerate(found.index.tolist()):
            score = float(scores[row, best[row]])
            if best[row] and (head == child or score >= self.cfg["threshold"]):
                yield Relation(head, child, self.scheme.names[best[row]], score)

    def _possible(self, found: Pairs, scores: NDArray[np.float32]) -> Iterator[Relation]:
        """Roles that lost against "none" or against the threshold, from `WEAKEST` on."""
        best = scores[:, 1:].argmax(axis=1) + 1 if len(scores) else []
        for row, (head, child) in enumerate(found.index.tolist()):
            score = float(scores[row, best[row]])
            decided = scores[row].argmax() != 0 and score >= self.cfg["threshold"]
            if head != child and score >= WEAKEST and not decided:
                yield Relation(head, child, self.scheme.names[best[row]], score)

    def update(self, examples: Iterable[Example], *, drop: float = 0.0, sgd: Optimizer | None = None,
               losses: dict[str, float] | None = None) -> dict[str, float]:
        """One training step on gold mentions; the loss is cross entropy over the labels that the pack allows."""
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        set_dropout_rate(self.model, drop)
        docs = [example.predicted for example in examples]
        for doc in docs:
            doc.user_data["pairs"] = pairs(doc, self.scheme)
        scores, backprop = self.model.begin_update(docs)
        gold = np.concatenate([self._gold(example) for example in examples])
        learnt = np.concatenate([_learnt(example) for example in examples])
        difference = (_masked_softmax(scores, _mask(docs)) - gold) * learnt[:, None]
        if len(difference):
            backprop((difference / len(docs)).astype(np.float32))
            losses[self.name] += float((difference**2).sum()) / len(docs)
        if sgd is not None:
            self.finish_update(sgd)
        return losses

    def _gold(self, example: Example) -> NDArray[np.float32]:
        """(pairs, labels) one-hot rows of the reference."""
        found: Pairs = example.predicted.user_data["pairs"]
        wanted = {(head, child): label for head, child, label, _ in example.reference.user_data.get("relations", ())}
        gold = np.zeros(found.mask.shape, dtype=np.float32)
        for row, (head, child) in enumerate(found.index.tolist()):
            label = wanted.get((head, child))
            number = self.scheme.names.index(label) if label in self.scheme.names else 0
            gold[row, number if found.mask[row, number] else int(found.mask[row].argmax())] = 1
        return gold

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Set the network's sizes from the pack and a sample of examples."""
        docs = [example.predicted for example in islice(get_examples(), 10)]
        for doc in docs:
            doc.user_data["pairs"] = pairs(doc, self.scheme)
        self.model.set_dim("nO", len(self.scheme.names))
        self.model.set_dim("nF", n_features(self.scheme))
        self.model.initialize(X=docs)

    def to_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> None:
        """Write the component; its weights as numbers of sixteen bits, which are as good as those of 32."""
        with _halved(self.model):
            super().to_disk(path, exclude=exclude)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The component as bytes, as `to_disk` writes it."""
        with _halved(self.model):
            return super().to_bytes(exclude=exclude)  # type: ignore[no-any-return]

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> "Relations":
        """Read what `to_disk` wrote."""
        super().from_disk(path, exclude=exclude)
        _set_weights(self.model, np.float32)
        return self

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "Relations":
        """Read what `to_bytes` gave."""
        super().from_bytes(bytes_data, exclude=exclude)
        _set_weights(self.model, np.float32)
        return self

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, float]:
        """Micro precision, recall and F1 of roles, and accuracy of statuses, over the mentions of the predicted docs."""
        true = predicted = gold = status_right = statuses = 0
        for example in examples:
            heads = example.reference.user_data.get("heads")
            found = named_relations(example.predicted, heads)
            wanted = named_relations(example.reference, heads)
            true += len(found["role"] & wanted["role"])
            predicted += len(found["role"])
            gold += len(wanted["role"])
            status_right += len(found["status"] & wanted["status"])
            statuses += len(wanted["status"])
        precision, recall = true / max(predicted, 1), true / max(gold, 1)
        return {"rel_p": precision, "rel_r": recall, "rel_f": 2 * precision * recall / max(precision + recall, 1e-9),
                "status_acc": status_right / max(statuses, 1)}


def _weights(model: Model[Any, Any]) -> list[tuple[Model[Any, Any], str, Any]]:
    return [(layer, name, layer.get_param(name)) for layer in model.walk() for name in layer.param_names if layer.has_param(name)]


def _set_weights(model: Model[Any, Any], kind: type[np.floating[Any]]) -> None:
    for layer, name, value in _weights(model):
        layer.set_param(name, value.astype(kind))


@contextmanager
def _halved(model: Model[Any, Any]) -> Iterator[None]:
    """The model with its weights in sixteen bits, for as long as it is written."""
    whole = _weights(model)
    _set_weights(model, np.float16)
    try:
        yield
    finally:
        for layer, name, value in whole:
            layer.set_param(name, value)


def named_relations(doc: Doc, heads: set[str] | None = None) -> dict[str, set[tuple[Any, ...]]]:
    """Roles and statuses of a document as (head's tokens, child's tokens, label); `heads` limits them to these triggers."""
    mentions = doc.spans.get("mentions", ())
    spans = [(span.start, span.end) for span in mentions]
    kinds: dict[str, set[tuple[Any, ...]]] = {"role": set(), "status": set()}
    for head, child, label, _ in doc.user_data.get("relations", ()):
        if heads is not None and mentions[head].label_ not in heads:
            continue
        kinds["status" if head == child else "role"].add((spans[head], spans[child], label))
    return kinds


def _learnt(example: Example) -> NDArray[np.float32]:
    """(pairs,) 1 for pairs whose head the text is annotated for, else 0."""
    heads, mentions = example.reference.user_data.get("heads"), example.predicted.spans["mentions"]
    index = example.predicted.user_data["pairs"].index
    return np.array([heads is None or mentions[head].label_ in heads for head, _ in index.tolist()], dtype=np.float32)


def _mask(docs: list[Doc]) -> NDArray[np.bool_]:
    masks: list[NDArray[np.bool_]] = [doc.user_data["pairs"].mask for doc in docs]
    return np.concatenate(masks)


def _masked_softmax(scores: NDArray[np.float32], mask: NDArray[np.bool_]) -> NDArray[np.float32]:
    if not len(scores):
        return scores
    masked = np.where(mask, scores, -1e9)
    exponents = np.exp(masked - masked.max(axis=1, keepdims=True))
    probabilities: NDArray[np.float32] = (exponents / exponents.sum(axis=1, keepdims=True)).astype(np.float32)
    return probabilities
