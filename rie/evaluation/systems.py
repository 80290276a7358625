"""What a pipeline finds in annotated texts, counted text by text, so that pipelines can be compared on the same gold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from rie.distill.corpus import ExampleMaker, Task
from rie.evaluation.components import Score, reachable
from rie.evaluation.reliability import Judged
from rie.pack import Pack
from rie.pipeline.relations import named_relations

MEASURES: Final = ("mentions", "relations", "status")
Found = set[tuple[Any, ...]]


@dataclass(frozen=True)
class System:
    """A pipeline's counts by measure, one for each text, and its relations with their probability and whether they are right."""

    name: str
    counts: dict[str, list[Score]]
    judged: tuple[Judged, ...]

    def total(self, measure: str) -> Score:
        """The counts of all texts together."""
        counts = self.counts[measure]
        return Score(*(sum(getattr(score, kind) for score in counts) for kind in ("tp", "fp", "fn")))


def read(name: str, nlp: Language, pack: Pack, tasks: Sequence[Task]) -> System:
    """Run a pipeline over annotated texts.

    Args:
        name: under which it is reported.
        nlp: trained, or with a language model; all texts go through `nlp.pipe`, so that a language model is asked side by side.
        tasks: the gold.

    Raises:
        LlmError: a language model does not answer, or its budget is used up.
    """
    maker = ExampleMaker(nlp, pack)
    examples = [maker.example(task) for task in tasks]
    counts: dict[str, list[Score]] = {measure: [] for measure in MEASURES}
    judged: list[Judged] = []
    for example, doc in zip(examples, nlp.pipe(_docs(nlp, examples)), strict=True):
        for measure, (found, gold) in _compared(example, doc).items():
            counts[measure].append(Score(len(found & gold), len(found - gold), len(gold - found)))
        judged += _judged(example, doc)
    return System(name, counts, tuple(judged))


def _docs(nlp: Language, examples: Iterable[Example]) -> Iterable[Doc]:
    for example in examples:
        doc = nlp.make_doc(example.reference.text)
        doc.user_data["anchor"] = example.reference.user_data.get("anchor")
        yield doc


def _compared(example: Example, doc: Doc) -> dict[str, tuple[Found, Found]]:
    """What was found and what is gold; a relation that repeats a counted one for another trigger of its event does not count."""
    gold = example.reference
    heads = gold.user_data["heads"]
    found, every = named_relations(doc, heads), named_relations(gold, heads)
    roles = reachable(example)
    counted = {relation for relation in found["role"] if relation in roles or relation not in every["role"]}
    return {"mentions": (_spans(doc), _spans(gold)), "relations": (counted, roles), "status": (found["status"], every["status"])}


def _spans(doc: Doc) -> Found:
    return {(span.start, span.end, span.label_) for span in doc.ents}


def _judged(example: Example, doc: Doc) -> Iterable[Judged]:
    """Each role that was found: its probability, and whether gold has it."""
    heads = example.reference.user_data["heads"]
    every = named_relations(example.reference, heads)["role"]
    mentions = doc.spans["mentions"]
    for head, child, label, score in doc.user_data["relations"]:
        if head != child and (heads is None or mentions[head].label_ in heads):
            spans = [(mentions[number].start, mentions[number].end) for number in (head, child)]
            yield float(score), (*spans, label) in every
