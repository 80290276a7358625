"""How fast texts become reports on one core, beside a plain entity recogniser of spaCy in the same run.

    [RIE_DATA=FOLDER] python -m tests.benchmarks.extraction [WORDS]

It reads the stories of `newswire_1987` in RIE_DATA, else the sample corpus, again and again until it has read WORDS words. Every batch
goes through all systems in turn, so that what else the machine does is shared; times are of the process, not of the clock.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, repeat

import spacy
from spacy.language import Language

from rie.demo import corpus_folder
from rie.documents import read
from rie.pack import load_pack
from rie.pipeline.extract import Extractor, load_model
from rie.types import Document
from rie.workers import batches
from tests.benchmarks.memory import resident
from tests.real.adapters import data_folder

WORDS = 1_000_000
WHOLE = "text to reports"
LABELS = ("COMPANY", "PERSON", "PLACE")
Read = Callable[[list[Document]], int]


def main(words: int = WORDS) -> None:
    """Print words a second of each system, their ratios, and the memory along the way."""
    systems = {WHOLE: whole(), "its tok2vec and ner alone": names(), "spaCy's CNN ner, width 96, depth 4": plain()}
    seconds: Counter[str] = Counter()
    memory = [resident()]
    done = 0
    for batch in batches(texts()):
        for name, system in systems.items():
            began = time.process_time()
            count = system(batch)
            seconds[name] += time.process_time() - began
            done += count
        while done * 4 >= len(memory) * words:
            memory.append(resident())
        if done >= words:
            break
    for name in systems:
        print(f"{name:36} {done / seconds[name]:9,.0f} words/s {seconds[name] / seconds[WHOLE]:7.2f} of the time of {WHOLE}")
    print(f"{done:,} words; resident MB at the start and after each quarter: {', '.join(f'{size:.0f}' for size in memory[:5])}")


def texts() -> Iterator[Document]:
    """Documents without end."""
    folder = data_folder()
    file = folder / "newswire_1987" / "docs.jsonl.gz" if folder else corpus_folder() / "documents.jsonl"
    return chain.from_iterable((item for item in read([file]) if isinstance(item, Document)) for _ in repeat(None))


def whole() -> Read:
    """The whole pipeline of the business pack; it counts the words."""
    extractor = Extractor(load_pack("business"))
    return lambda batch: sum(extraction.words for extraction in extractor(batch))


def names() -> Read:
    """The trained recogniser of the pack and what it listens to, as they stand in the pipeline."""
    nlp = load_model(load_pack("business"))
    nlp.select_pipes(enable=["tok2vec", "ner"])
    return reading(nlp)


def plain() -> Read:
    """A recogniser of spaCy's default size with its default settings, which has learnt to find nothing: what it takes at the least."""
    nlp = spacy.blank("en")
    recogniser = nlp.add_pipe("ner")
    for label in LABELS:
        recogniser.add_label(label)
    nlp.initialize()
    moves = [recogniser.moves.get_class_name(number) for number in range(recogniser.moves.n_moves)]
    recogniser.model.get_ref("upper").get_param("b")[moves.index("O")] = 1
    return reading(nlp)


def reading(nlp: Language) -> Read:
    """A system that sets entities only; it counts no words."""
    def read_batch(batch: list[Document]) -> int:
        with nlp.memory_zone():
            for _ in nlp.pipe(document.text for document in batch):
                pass
        return 0

    return read_batch


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else WORDS)
