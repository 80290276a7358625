"""How good the trained components are on annotated tasks, and what is left of the relations without their weights."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

import rie.pipeline  # noqa: F401  registers the components
from rie.distill.corpus import ExampleMaker, task_items
from rie.pack import Pack
from rie.pipeline.relations import named_relations


@dataclass
class Score:
    """Counts of right, false and lost decisions."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.tp / max(self.tp + self.fp, 1)

    @property
    def recall(self) -> float:
        """Share of the gold that is found."""
        return self.tp / max(self.tp + self.fn, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.tp / max(2 * self.tp + self.fp + self.fn, 1)

    def as_dict(self) -> dict[str, Any]:
        """Counts and rates, for JSON."""
        return {"n": self.tp + self.fn, "tp": self.tp, "fp": self.fp, "fn": self.fn,
                "precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}


def evaluate_components(pack: Pack, part: str = "test", task: str | None = None, model: Path | None = None,
                        voice: str | None = None) -> dict[str, dict[str, Score]]:
    """Scores of the pack's model on an annotated part.

    Args:
        part: `train`, `dev` or `test` of `annotations/<task>/`.
        task: one annotation task; all when it is None.
        voice: only the tasks of one voice.

    Returns:
        Tables of scores by label: `mentions` (spans and labels of the NER), `relations` (over predicted mentions, with the very
        trigger that is marked), `arguments` (the same with any trigger of their event, the criterion of ACE: Ji and Grishman 2008),
        `relations_gold_mentions` (the relation component alone), `relations_without_weights` (the same, its weights drawn
        anew: the ablation), `status` (over gold triggers).
    """
    nlp = spacy.load(model or pack.folder / "model")
    items = [item for name in ([task] if task else pack.tasks) for item in task_items(pack, name, part)]
    tasks = [item for item in items if voice in {None, item["meta"]["voice"]}]
    maker = ExampleMaker(nlp, pack)
    examples = [maker.example(t) for t in tasks]
    alone = _relations_alone(nlp, examples)
    tables = {"mentions": _mentions(nlp, examples), **_whole(nlp, examples),
              "relations_gold_mentions": alone["role"], "status": alone["status"]}
    _forget(nlp)
    tables["relations_without_weights"] = _relations_alone(nlp, examples)["role"]
    return tables


def _count(found: set[Any], gold: set[Any], label: Callable[[Any], str], scores: dict[str, Score]) -> None:
    for kind, items in (("tp", found & gold), ("fp", found - gold), ("fn", gold - found)):
        for name, count in Counter(label(item) for item in items).items():
            for key in (name, "all"):
                score = scores.setdefault(key, Score())
                setattr(score, kind, getattr(score, kind) + count)


def _run(nlp: Language, reference: Doc) -> Doc:
    doc = nlp.make_doc(reference.text)
    doc.user_data["anchor"] = reference.user_data.get("anchor")
    return nlp(doc)


def _mentions(nlp: Language, examples: Iterable[Example]) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for example in examples:
        found = {(e.start, e.end, e.label_) for e in _run(nlp, example.reference).ents}
        _count(found, {(e.start, e.end, e.label_) for e in example.reference.ents}, lambda item: str(item[2]), scores)
    return scores


def reachable(example: Example) -> set[tuple[Any, ...]]:
    """Gold relations, each argument counted once: with the trigger of its event that stands nearest."""
    nearest: dict[tuple[Any, str], tuple[int, Any]] = {}
    for relation in named_relations(example.reference, example.reference.user_data["heads"])["role"]:
        head, child, label = relation
        distance = abs(head[0] - child[0])
        if (child, label) not in nearest or distance < nearest[child, label][0]:
            nearest[child, label] = (distance, relation)
    return {relation for _, relation in nearest.values()}


def _roles(example: Example, doc: Doc, scores: dict[str, Score]) -> None:
    """Compare relations; one that repeats a counted one for another trigger of the same event is neither right nor false."""
    heads = example.reference.user_data["heads"]
    gold, every = reachable(example), named_relations(example.reference, heads)["role"]
    found = named_relations(doc, heads)["role"]
    _count({r for r in found if r in gold or r not in every}, gold, lambda r: str(r[2]), scores)


def _whole(nlp: Language, examples: Iterable[Example]) -> dict[str, dict[str, Score]]:
    tables: dict[str, dict[str, Score]] = {"relations": {}, "arguments": {}}
    for example in examples:
        doc = _run(nlp, example.reference)
        _roles(example, doc, tables["relations"])
        _count(_arguments(example, doc), _arguments(example, example.reference), lambda item: str(item[1]), tables["arguments"])
    return tables


def _arguments(example: Example, doc: Doc) -> set[tuple[Any, str]]:
    """Each mention with each role that it plays, whichever trigger tells it."""
    return {(child, label) for _, child, label in named_relations(doc, example.reference.user_data["heads"])["role"]}


def _relations_alone(nlp: Language, examples: Iterable[Example]) -> dict[str, dict[str, Score]]:
    component: Any = nlp.get_pipe("relations")
    tables: dict[str, dict[str, Score]] = {"role": {}, "status": {}}
    for example in examples:
        doc = example.predicted.copy()
        doc.spans["mentions"] = [_relabel(doc, s) for s in example.predicted.spans["mentions"]]
        doc = component(_encode(nlp, doc))
        _roles(example, doc, tables["role"])
        heads = example.reference.user_data["heads"]
        found, gold = (named_relations(one, heads)["status"] for one in (doc, example.reference))
        _count(found, gold, lambda r: str(r[2]), tables["status"])
    return tables


def _relabel(doc: Doc, span: Span) -> Span:
    return Span(doc, span.start, span.end, label=span.label)


def _encode(nlp: Language, doc: Doc) -> Doc:
    """Run the shared token encoder only."""
    return nlp.get_pipe("tok2vec")(doc)


def _forget(nlp: Language) -> None:
    """Draw the relation component's own weights anew, as they were before training."""
    component: Any = nlp.get_pipe("relations")
    generator = np.random.default_rng(0)
    own = [layer for part in ("skeleton", "alone", "among") for layer in component.model.get_ref(part).walk()]
    for layer in own:
        for name in layer.param_names:
            value = layer.get_param(name)
            scale = 1 / np.sqrt(value.shape[-1])
            layer.set_param(name, generator.normal(0, scale, value.shape).astype(np.float32))
