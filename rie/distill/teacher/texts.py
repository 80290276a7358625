"""Annotated texts as arrays of numbers, and the encoder: all that the training of a teacher needs, without spaCy.

    python -m rie.distill.teacher.texts business OUT
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import spacy
import typer
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.training import Example

from rie.distill.augment import Augmenter, name_pools
from rie.distill.corpus import ExampleMaker, task_items
from rie.distill.teacher.arrays import PARTS
from rie.distill.teacher.encoder import default_encoder, small_encoder
from rie.pack import Pack, load_pack
from rie.pipeline.network.candidates import pairs
from rie.pipeline.network.scheme import Scheme, scheme
from rie.pipeline.sentences import sentence_numbers

FOLDS = 5


@dataclass
class Text:
    """One text. `pieces` (p, 2): word piece and its word; `words` (w, 2): tag and sentence; `mentions` (m, 3): first word, word behind the
    last, label; `pairs` (n, 5): head, child, relation label, whether it is learnt, and the group of the child's name; `about` (4,): part,
    fold, pass of variation and number of the task in its part.
    """

    pieces: NDArray[np.int32]
    words: NDArray[np.int32]
    mentions: NDArray[np.int32]
    pairs: NDArray[np.int32]
    about: NDArray[np.int32]


@dataclass(frozen=True)
class Labels:
    """What the numbers mean: labels of mentions, those that the NER tags, relation labels, and which of them a pair of labels allows."""

    mentions: tuple[str, ...]
    tagged: tuple[str, ...]
    relations: tuple[str, ...]
    allowed: NDArray[np.bool_]

    @classmethod
    def of(cls, pack: Pack) -> "Labels":
        """The labels of a pack."""
        found: Scheme = scheme(pack)
        names = tuple(sorted(pack.labels))
        allowed = np.zeros((len(names), len(names), len(found.names)), dtype=np.bool_)
        for (head, child), numbers in found.allowed.items():
            allowed[names.index(head), names.index(child), list(numbers)] = True
        return cls(names, tuple(name for name in names if pack.labels[name].source == "ner"), found.names, allowed)


class TextMaker:
    """Turns annotated tasks into arrays.

    Args:
        nlp: whose tokenizer makes the words.
        pack: whose labels are numbered.
        tokenizer: a `tokenizers.Tokenizer` that splits words into pieces.
    """

    def __init__(self, nlp: Any, pack: Pack, tokenizer: Any) -> None:
        self.maker, self.tokenizer = ExampleMaker(nlp, pack), tokenizer
        self.scheme, self.labels = scheme(pack), Labels.of(pack)

    def text(self, task: dict[str, Any], about: tuple[int, ...]) -> Text:
        """One task; `about` as in `Text`."""
        example = self.maker.example(task)
        doc = example.reference
        mentions = [(span.start, span.end, self.labels.mentions.index(span.label_)) for span in doc.spans["mentions"]]
        return Text(self._pieces(doc), _array(list(zip(self._tags(doc), sentence_numbers(doc), strict=True)), 2), _array(mentions, 3),
                    self._pairs(example), np.array(about, dtype=np.int32))

    def _pieces(self, doc: Doc) -> NDArray[np.int32]:
        encoded = self.tokenizer.encode([token.text for token in doc], is_pretokenized=True, add_special_tokens=False)
        return _array(list(zip(encoded.ids, encoded.word_ids, strict=True)), 2)

    def _tags(self, doc: Doc) -> list[int]:
        """0 outside, 2k+1 at the start of a mention with the k-th tagged label, 2k+2 within."""
        tags = [0] * len(doc)
        for span in doc.ents:
            number = 2 * self.labels.tagged.index(span.label_)
            tags[span.start : span.end] = [number + 1] + [number + 2] * (len(span) - 1)
        return tags

    def _pairs(self, example: Example) -> NDArray[np.int32]:
        found = pairs(example.predicted, self.scheme)
        heads = example.reference.user_data["heads"]
        wanted = {(head, child): label for head, child, label, _ in example.reference.user_data["relations"]}
        labels = [span.label_ for span in example.predicted.spans["mentions"]]
        rows = []
        for row, (head, child) in enumerate(found.index.tolist()):
            number = self.scheme.names.index(wanted.get((head, child), self.scheme.names[0]))
            number = number if found.mask[row, number] else int(found.mask[row].argmax())
            rows.append((head, child, number, heads is None or labels[head] in heads, found.groups[row, -1]))
        return _array(rows, 5)


def pack_texts(maker: TextMaker, pack: Pack, passes: int) -> Iterator[Text]:
    """All annotated texts of a pack, those of the training part again in `passes` variations."""
    for part, name in enumerate(PARTS):
        items = [item for task in pack.tasks for item in task_items(pack, task, name)]
        augmenter = Augmenter(items, name_pools(pack), 1.0, gazetteers={spec["child"] for spec in pack.attributes.values()},
                              people=[label for label, spec in pack.labels.items() if spec.entity == "person"])
        for variation in range(1 + (passes if part == 0 else 0)):
            for number, item in enumerate(items):
                yield maker.text(augmenter(item) if variation else item, (part, number % FOLDS, variation, number))


def renumbered(texts: list[Text], kept: NDArray[np.int32]) -> list[Text]:
    """The texts with the numbers of their word pieces among the `kept` ones."""
    return [replace(text, pieces=np.stack([np.searchsorted(kept, text.pieces[:, 0]), text.pieces[:, 1]], axis=1)) for text in texts]


def save(texts: Iterable[Text], labels: Labels, file: Path) -> None:
    """Write texts, one array a field, with the sizes that cut it."""
    columns: dict[str, list[NDArray[np.int32]]] = {field.name: [] for field in fields(Text)}
    for text in texts:
        for name, arrays in columns.items():
            arrays.append(getattr(text, name))
    packed = {name: np.concatenate(arrays).astype(np.int32) for name, arrays in columns.items()}
    sizes = {f"{name}_size": np.array([len(array) for array in arrays], dtype=np.int32) for name, arrays in columns.items()}
    np.savez_compressed(file, **packed, **sizes,  # type: ignore[arg-type]
                        names_mentions=np.array(labels.mentions), names_tagged=np.array(labels.tagged),
                        names_relations=np.array(labels.relations), allowed=labels.allowed)


def _array(rows: list[Any], width: int) -> NDArray[np.int32]:
    return np.array(rows, dtype=np.int32).reshape(-1, width)


def main(pack: str, output: Path, passes: Annotated[int, typer.Option(help="Variations of each training text.")] = 3,
         encoder: Annotated[Path | None, typer.Option(help="Folder of the encoder; MiniLM if not given.")] = None) -> None:
    """Write `texts.npz` and the folder `encoder`."""
    from tokenizers import Tokenizer

    loaded, folder = load_pack(pack), encoder or default_encoder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    maker = TextMaker(spacy.load(loaded.folder / "model"), loaded, tokenizer)
    texts = list(pack_texts(maker, loaded, passes))
    used = np.unique(np.concatenate([text.pieces[:, 0] for text in texts]))
    kept = small_encoder(folder, tokenizer.get_vocab(), used, output / "encoder")
    save(renumbered(texts, kept), maker.labels, output / "texts.npz")
    print(f"{output}: {len(texts)} texts, {len(kept)} word pieces")


if __name__ == "__main__":
    typer.run(main)
