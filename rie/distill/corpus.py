"""Annotated tasks (Prodigy-compatible JSONL) as spaCy training examples.

An example's two docs share tokens and mentions; the reference also has entities and relations. Mentions of the value
grammar and words that may refer back are added as they are at run time: most of them play no role, and the relation
component has to learn that.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from rie.distill.augment import Augmenter, name_pools
from rie.pack import Pack, load_pack
from rie.pipeline.layout import layout
from rie.pipeline.mentions import Mentions, set_mentions
from rie.pipeline.relations import Relation
from rie.pipeline.sentences import mark_sentences
from rie.values import PartialDate

Task = dict[str, Any]
ANCHOR = PartialDate(2016, 7, 15)  # a task has no date; with one, "on Tuesday" is a candidate as it is at run time


def read_tasks(path: Path) -> list[Task]:
    """The tasks of a JSONL file that a reviewer accepted."""
    with path.open(encoding="utf-8") as lines:
        tasks = [json.loads(line) for line in lines if line.strip()]
    return [task for task in tasks if task.get("answer", "accept") == "accept"]


class ExampleMaker:
    """Turns tasks of a pack into spaCy examples."""

    def __init__(self, nlp: Language, pack: Pack) -> None:
        self.nlp, self.pack = nlp, pack
        self.finder = Mentions(pack)
        self.misaligned = 0

    def example(self, task: Task) -> Example:
        """The example of one task; spans that do not fall on token bounds are widened and counted in `misaligned`."""
        reference = self.nlp.make_doc(layout(task["text"]))
        reference.user_data["anchor"] = ANCHOR
        by_id = {span["id"]: self._span(reference, span) for span in task["spans"]}
        found = [*self.finder.values(reference), *self.finder.find_references(reference)]
        marked = self._settle(list(by_id.values()), found)
        mark_sentences(reference, marked)
        set_mentions(reference, marked + [span for span in found if not any(_overlap(span, other) for other in marked)])
        reference.ents = [span for span in reference.spans["mentions"] if self.pack.labels[span.label_].source == "ner"]
        reference.user_data["relations"] = list(self._relations(task, by_id, reference))
        return Example(self._predicted(reference), reference)

    def _span(self, doc: Doc, span: dict[str, Any]) -> Span:
        exact = doc.char_span(span["start"], span["end"], label=span["label"])
        if exact is None:
            self.misaligned += 1
            exact = doc.char_span(span["start"], span["end"], label=span["label"], alignment_mode="expand")
        return exact

    def _settle(self, marked: list[Span], found: list[Span]) -> list[Span]:
        """A marked value takes the bounds that the value grammar gives it at run time."""
        return [next((f for f in found if f.label == m.label and _overlap(f, m)), m) for m in marked]

    def _relations(self, task: Task, by_id: dict[int, Span], doc: Doc) -> Iterator[Relation]:
        place = {}
        for number, span in by_id.items():
            place[number] = next((i for i, m in enumerate(doc.spans["mentions"]) if m.label == span.label and _overlap(m, span)), None)
        owners = {label: name for name, event in self.pack.events.items() for label in [event.trigger]}
        for relation in task["relations"]:
            head, child = place[relation["head"]], place[relation["child"]]
            if head is not None and child is not None:
                event = owners.get(doc.spans["mentions"][head].label_)
                yield Relation(head, child, f"{event}.{relation['label']}" if event else relation["label"], 1.0)
        for span in task["spans"]:
            at = place[span["id"]]
            if "status" in span and at is not None:
                yield Relation(at, at, f"{owners[span['label']]}.status={span['status']}", 1.0)

    def _predicted(self, reference: Doc) -> Doc:
        doc = Doc(self.nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference],
                  sent_starts=[bool(t.is_sent_start) for t in reference])
        doc.spans["mentions"] = [Span(doc, s.start, s.end, label=s.label) for s in reference.spans["mentions"]]
        return doc


def _overlap(one: Span, other: Span) -> bool:
    return bool(one.start < other.end and other.start < one.end)


@spacy.registry.readers("rie.Tasks.v1")
def create_reader(pack: str, task: str, part: str, *, augment: float = 0.0, share: float = 1.0,
                  seed: int = 0) -> Callable[[Language], Iterable[Example]]:
    """A corpus of `annotations/<task>/<part>.jsonl` of a pack.

    Args:
        augment: probability that an example is varied (names swapped, upper case) when it is read.
        share: the share of the tasks that is used, for learning curves.
        seed: of the augmentation and of the share.
    """
    loaded = load_pack(pack)
    tasks = read_tasks(loaded.folder / "annotations" / task / f"{part}.jsonl")
    if share < 1:
        tasks = random.Random(seed).sample(tasks, round(len(tasks) * share))
    augmenter = Augmenter(tasks, name_pools(loaded), augment, seed, gazetteers={spec["child"] for spec in loaded.attributes.values()})

    def read(nlp: Language) -> Iterator[Example]:
        maker = ExampleMaker(nlp, loaded)
        for item in tasks:
            yield maker.example(augmenter(item) if augment else item)

    return read
