"""Annotated tasks (Prodigy-compatible JSONL) as spaCy training examples.

An example's two docs share tokens and mentions; the reference also has entities and relations. Mentions of the value
grammar and words that may refer back are added as they are at run time: most of them play no role, and the relation
component has to learn that.
"""

import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from rie.distill.augment import Augmenter, name_pools
from rie.distill.digests import Digests
from rie.pack import Pack, load_pack
from rie.pipeline.layout import layout
from rie.pipeline.mentions import Mentions, aligned, set_mentions
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
        self.misaligned = self.unfound = 0

    def example(self, task: Task) -> Example:
        """The example of one task; spans that do not fall on token bounds are widened and counted in
        `misaligned`, marks of words that no vocabulary has in `unfound`."""
        reference = self.nlp.make_doc(layout(task["text"]))
        reference.user_data["anchor"] = ANCHOR
        span_of = aligned(reference)
        by_id = {span["id"]: self._span(span_of(span["start"], span["end"], span["label"]), span) for span in task["spans"]}
        found = self.finder.find(reference)
        marked = [span for one in by_id.values() for span in self._settle(one, found)]
        named = [span for span in marked if self.pack.labels[span.label_].source == "ner"]
        mark_sentences(reference, named)
        others = self.finder.beside(reference, [*named, *found])
        kept = [span for span in others if not any(_overlap(span, other) for other in marked)]
        set_mentions(reference, [*marked, *kept])
        reference.user_data["heads"] = self._heads(task)
        reference.ents = [span for span in reference.spans["mentions"] if self.pack.labels[span.label_].source == "ner"]
        reference.user_data["relations"] = list(self._relations(task, by_id, reference))
        return Example(self._predicted(reference), reference)

    def _span(self, found: Span, span: dict[str, Any]) -> Span:
        self.misaligned += (found.start_char, found.end_char) != (span["start"], span["end"])
        return found

    def _settle(self, marked: Span, found: list[Span]) -> list[Span]:
        """What is not the NER's takes the bounds that it is found with at run time; one mark may cover several findings."""
        if self.pack.labels[marked.label_].source == "ner":
            return [marked]
        same = self._kind(marked.label_)
        longest = filter_spans([span for span in found if span.label_ in same and _overlap(span, marked)])
        self.unfound += not longest
        return sorted(longest, key=lambda span: span.start) or [marked]

    def _kind(self, label: str) -> set[str]:
        """The labels that a mark of a label may stand for: a date, and a period without one."""
        roles = (spec for event in self.pack.events.values() for spec in event.roles.values() if spec.shared)
        return {label}.union(*(spec.labels for spec in roles if label in spec.labels))

    def _heads(self, task: Task) -> set[str] | None:
        """The triggers that the task's text is annotated for; None for all."""
        events = self.pack.tasks.get(task.get("task", ""))
        if events is None:
            return None
        return {self.pack.events[event].trigger for event in events} | {spec["head"] for spec in self.pack.attributes.values()}

    def _relations(self, task: Task, by_id: dict[int, Span], doc: Doc) -> Iterator[Relation]:
        place: dict[int, list[int]] = {}
        mentions = [(span.label_, span.start, span.end) for span in doc.spans["mentions"]]
        for number, span in by_id.items():
            same, start, end = self._kind(span.label_), span.start, span.end
            place[number] = [i for i, (label, low, high) in enumerate(mentions) if label in same and low < end and start < high]
        owners = {label: name for name, event in self.pack.events.items() for label in [event.trigger]}
        for relation in task["relations"]:
            for head, child in product(place[relation["head"]], place[relation["child"]]):
                event = owners.get(mentions[head][0])
                yield Relation(head, child, f"{event}.{relation['label']}" if event else relation["label"], 1.0)
        for span in task["spans"]:
            if "status" in span:
                for at in place[span["id"]]:
                    yield Relation(at, at, f"{owners[span['label']]}.status={span['status']}", 1.0)

    def _predicted(self, reference: Doc) -> Doc:
        doc = Doc(self.nlp.vocab, words=[t.text for t in reference], spaces=[bool(t.whitespace_) for t in reference],
                  sent_starts=[bool(t.is_sent_start) for t in reference])
        doc.spans["mentions"] = [Span(doc, s.start, s.end, label=s.label) for s in reference.spans["mentions"]]
        return doc


def _overlap(one: Span, other: Span) -> bool:
    return bool(one.start < other.end and other.start < one.end)


@spacy.registry.readers("rie.Tasks.v1")
def create_reader(pack: str, tasks: Sequence[str], part: str, *, augment: float = 0.0, digests: float = 0.0, share: float = 1.0,
                  seed: int = 0) -> Callable[[Language], Iterable[Example]]:
    """A corpus of `annotations/<task>/<part>.jsonl` of a pack.

    Args:
        tasks: names of annotation tasks.
        augment: probability that an example is varied (names swapped, upper case) when it is read.
        digests: how many digests of short texts are read for each text.
        share: the share of the tasks that is used, for learning curves.
        seed: of the augmentation and of the share.
    """
    loaded = load_pack(pack)
    items = [item for task in tasks for item in task_items(loaded, task, part)]
    if share < 1:
        items = random.Random(seed).sample(items, round(len(items) * share))
    augmenter = Augmenter(items, name_pools(loaded), augment, seed=seed, gazetteers={spec["child"] for spec in loaded.attributes.values()},
                          people=[name for name, label in loaded.labels.items() if label.entity == "person"])
    columns = Digests(items, seed)

    def read(nlp: Language) -> Iterator[Example]:
        maker = ExampleMaker(nlp, loaded)
        for item in items:
            for task in (item, *columns.after(item, digests)):
                yield maker.example(augmenter(task) if augment else task)

    return read


def task_items(pack: Pack, task: str, part: str) -> list[Task]:
    """The annotated texts of a part of a task, each with the task's name; none where there is no such file."""
    file = pack.folder / "annotations" / task / f"{part}.jsonl"
    return [{**item, "task": task} for item in read_tasks(file)] if file.is_file() else []
