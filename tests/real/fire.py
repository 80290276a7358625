"""Entities of the corpus FIRE: how well the recogniser learns the conventions of another corpus.

    RIE_DATA=FOLDER python -m tests.real.fire train [MODEL]
    RIE_DATA=FOLDER python -m tests.real.fire dev|test [MODEL]

`train` goes on from the shipped recogniser, on `train_flat` and half of `dev`, and writes a model of its own (by default under the
temporary directory; nothing of it ships). `dev` scores the other half of `dev`, `test` the test part: that model, the shipped names with
the value grammar, and for `dev` what is lost by finding strings again. Micro F1 of exact spans and types over the six types.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example, minibatch_by_words
from spacy.util import filter_spans, fix_random_seed

from rie.distill.augment import Augmenter, name_pools
from rie.evaluation.components import Score
from rie.pack import load_pack
from rie.pipeline.mentions import aligned
from rie.values import PartialDate, find_numbers, find_values
from tests.real.adapters import data_folder
from tests.real.fire_corpus import LABELS, TYPES, Mark, Sentence, flat_sentence, read, split

MODEL = Path(tempfile.gettempdir()) / "rie-fire"
EPOCHS = 10
WORDS = 400  # of a batch
RATE = 0.001  # falls to nothing
DROPOUT = 0.2
VARIED = 0.3  # of the sentences of an epoch
ANCHOR = PartialDate(2016, 7, 15)  # a sentence has no date; with one, "last year" is read
_COUNTED = {"PERCENT": "QUANTITY", "NUMBER": "QUANTITY"}

Reader = Callable[[list[str]], Iterator[list[Mark]]]  # texts -> marks of their characters


def training(folder: Path) -> list[Sentence]:
    """The sentences to train on: `train_flat` and a half of `dev`."""
    return read(folder, "train") + split(read(folder, "dev"))[0]


def train(sentences: list[Sentence], output: Path = MODEL, epochs: int = EPOCHS, seed: int = 0) -> Path:
    """Go on training the shipped recogniser with sentences; the weights written are the averages of all steps. Returns their folder."""
    fix_random_seed(seed)
    chance = random.Random(seed)
    nlp = recogniser()
    varied = variation(sentences, seed)
    optimizer = nlp.resume_training()
    for epoch in range(epochs):
        examples = (example(nlp, varied(sentence)) for sentence in chance.sample(sentences, len(sentences)))
        batches = list(minibatch_by_words(examples, size=WORDS))
        losses: dict[str, float] = {}
        for number, batch in enumerate(batches):
            optimizer.learn_rate = RATE * (1 - (epoch + number / len(batches)) / epochs)
            nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
        print(f"epoch {epoch + 1} of {epochs}: loss {losses['ner']:.0f}", file=sys.stderr)
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(output)
    return output


def recogniser() -> Language:
    """The shipped recogniser, which may also find what this corpus marks besides."""
    nlp = _shipped()
    for label in TYPES.values():
        nlp.get_pipe("ner").add_label(label)
    return nlp


def _shipped() -> Language:
    return spacy.load(load_pack("business").folder / "model", exclude=["sentences", "mentions", "relations"])


def variation(sentences: list[Sentence], seed: int = 0) -> Callable[[Sentence], Sentence]:
    """Gives a sentence as it is or with other names in the places of its own."""
    augmenter = Augmenter([_task(sentence) for sentence in sentences], name_pools(load_pack("business")), VARIED, seed=seed,
                          gazetteers={"PLACE"}, people=["PERSON"])

    def varied(sentence: Sentence) -> Sentence:
        task = augmenter(_task(sentence))
        return Sentence(task["text"], (), tuple((span["start"], span["end"], span["label"]) for span in task["spans"]))

    return varied


def _task(sentence: Sentence) -> dict[str, Any]:
    marks = enumerate((*sentence.marks, *sentence.nations))
    return {"text": sentence.text, "spans": [dict(zip(("id", "start", "end", "label"), (at, *mark), strict=True)) for at, mark in marks]}


def example(nlp: Language, sentence: Sentence) -> Example:
    """A sentence as spaCy learns from it: marks fall on the bounds of our tokens."""
    doc = nlp.make_doc(sentence.text)
    reference = doc.copy()
    span_of = aligned(reference)
    reference.ents = filter_spans(span_of(*mark) for mark in (*sentence.marks, *sentence.nations))
    return Example(doc, reference)


def trained(model: Path = MODEL) -> Reader:
    """What a trained model reads."""
    return _names(spacy.load(model))


def shipped() -> Reader:
    """Names of the shipped recogniser; sums, dates, percentages and the other numbers of the value grammar where no name stands."""
    names = _names(_shipped())

    def read_all(texts: list[str]) -> Iterator[list[Mark]]:
        for text, found in zip(texts, names(texts), strict=True):
            yield found + _apart(values(text), found)

    return read_all


def _names(nlp: Language) -> Reader:
    return lambda texts: ([(span.start_char, span.end_char, span.label_) for span in doc.ents if span.label_ in LABELS]
                          for doc in nlp.pipe(texts))


def values(text: str) -> list[Mark]:
    """What the value grammar finds in a text, under the labels of this corpus."""
    found = [(item.start, item.end, _COUNTED.get(item.label, item.label)) for item in find_values(text, ANCHOR, bounds=False)]
    return found + _apart(((item.start, item.end, "QUANTITY") for item in find_numbers(text)), found)


def realigned(sentences: Iterable[Sentence]) -> Iterator[list[Mark]]:
    """The marks of sentences when only their strings are known, as in `train_flat`."""
    kinds = {label: kind for kind, label in TYPES.items()}
    for sentence in sentences:
        strings: dict[str, list[str]] = {}
        for start, end, label in (*sentence.marks, *sentence.nations):
            strings.setdefault(kinds[label], []).append(" ".join(sentence.text[a:b] for a, b in sentence.words if start <= a < end))
        tokens = [sentence.text[a:b] for a, b in sentence.words]
        yield [mark for mark in flat_sentence({"text": " ".join(tokens), "entities": strings}).marks if mark[2] in LABELS]


def _apart(marks: Iterable[Mark], taken: Iterable[Mark]) -> list[Mark]:
    """The marks that share nothing with others."""
    others = list(taken)
    return [mark for mark in marks if not any(mark[0] < end and start < mark[1] for start, end, _ in others)]


def score(sentences: list[Sentence], found: Iterable[list[Mark]], *, nations: bool = True) -> dict[str, Score]:
    """Counts by label, and of "all", on the tokens of the corpus.

    Args:
        nations: countries and their adjectives are places, as in `train_flat`; otherwise those that are found are false.
    """
    scores = {label: Score() for label in (*LABELS, "all")}
    for sentence, marks in zip(sentences, found, strict=True):
        marked = sentence.on_words((*sentence.marks, *(sentence.nations if nations else ())))
        gold = {mark for mark in marked if mark[2] in LABELS}
        ours = sentence.on_words(marks)
        for mark in gold | ours:
            for name in (mark[2], "all"):
                scores[name].tp += mark in gold and mark in ours
                scores[name].fp += mark not in gold
                scores[name].fn += mark not in ours
    return scores


def report(folder: Path, part: str, model: Path = MODEL) -> None:
    """Print the scores of a part."""
    sentences = read(folder, part) if part == "test" else split(read(folder, part))[1]
    texts = [sentence.text for sentence in sentences]
    readers = {"trained": list(trained(model)(texts)), "shipped names, value grammar": list(shipped()(texts))}
    if part != "test":
        readers["strings found again (ceiling)"] = list(realigned(sentences))
    print(f"{part}: {len(sentences)} sentences")
    for name, found in readers.items():
        for nations in (True, False):
            scores = score(sentences, found, nations=nations)
            print(f"\n{name}; nations {'are places' if nations else 'are no places'}")
            for label, counts in scores.items():
                print(f"  {label:10} F1 {counts.f1:6.1%}  precision {counts.precision:6.1%}  recall {counts.recall:6.1%}"
                      f"  of {counts.tp + counts.fn}")


def alignment(sentences: list[Sentence]) -> str:
    """How many of the strings were found in their texts, at how many places, and which were not."""
    strings, marks = sum(sentence.strings for sentence in sentences), sum(len(sentence.marks) for sentence in sentences)
    lost = [one for sentence in sentences for one in sentence.lost]
    return f"{strings - len(lost)} of {strings} strings found, at {marks} places; not found: {lost or 'none'}"


def main() -> None:
    """The command."""
    folder, task = data_folder(), sys.argv[1:2]
    if folder is None or task not in (["train"], ["dev"], ["test"]):
        sys.exit("usage: RIE_DATA=FOLDER python -m tests.real.fire train|dev|test [MODEL]")
    model = Path(sys.argv[2]) if sys.argv[2:] else MODEL
    if task == ["train"]:
        print(alignment(read(folder, "train")))
        print(train(training(folder), model))
    else:
        report(folder, task[0], model)


if __name__ == "__main__":
    main()
