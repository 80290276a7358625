"""What was learned from pairs: skeletons with their paraphrases, the ranker, and how sure it must be. Kept as two files of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import orjson

from rie.errors import PackError
from rie.templates.pairs.features import Vector, Vocabulary
from rie.templates.pairs.ranker import Ranker

FORMAT: Final = 1
TEMPLATES: Final = "templates.json"
WEIGHTS: Final = "weights.npz"


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that varies. `key` is the column it is a value of, or the form of a number; an `open` one need not be in the database.

    `role` is how its column hangs together with the others, `usual` the value that training questions have most often.
    """

    name: str
    key: str
    role: str
    open: bool = False
    usual: str | int | float = ""


@dataclass(frozen=True, slots=True)
class Bind:
    """A parameter of a statement: the value of a slot, within a pattern `before` and `behind` it; a text, or a number."""

    parameter: str
    slot: int
    before: str = ""
    behind: str = ""
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A statement with parameters, and the parts that words of a question speak of."""

    id: str
    sql: str
    slots: tuple[Slot, ...]
    binds: tuple[Bind, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A question of a skeleton; `places` are the tokens (first, last) of each slot."""

    question: str
    skeleton: int
    places: tuple[tuple[int, int], ...]
    parameters: Mapping[str, Any] = field(default_factory=dict)
    sql: str = ""


@dataclass
class Acceptance:
    """Weights that put candidates in order (`order`), weights and bias by which the best one is right, and from where it is accepted."""

    order: Vector
    sure: Vector
    threshold: float = 0.5


Contexts = dict[str, Counter[str]]  # words around the values of a slot, by the slot


@dataclass
class PairsModel:
    """All that answering needs besides the database. `columns` maps the columns of slots to texts beyond the database's own."""

    skeletons: list[Skeleton]
    examples: list[Example]
    columns: dict[tuple[str, str], dict[str, Any]]
    common: set[str]
    contexts: Contexts
    vocabulary: Vocabulary
    ranker: Ranker
    acceptance: Acceptance
    told: Mapping[str, Any] = field(default_factory=dict)


def save(model: PairsModel, folder: Path) -> None:
    """Write a model into a folder, which is made when it does not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "format": FORMAT,
        "told": dict(model.told),
        "threshold": model.acceptance.threshold,
        "skeletons": [asdict(item) for item in model.skeletons],
        "examples": [asdict(item) for item in model.examples],
        "columns": [[*column, names] for column, names in sorted(model.columns.items())],
        "common": sorted(model.common),
        "contexts": {name: dict(counts) for name, counts in sorted(model.contexts.items())},
        "features": list(model.vocabulary.numbers),
        "words": sorted(model.vocabulary.words),
    }
    (folder / TEMPLATES).write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2, default=str))
    ranker = model.ranker
    np.savez_compressed(
        folder / WEIGHTS, words=ranker.words.astype(np.float16), meanings=ranker.meanings.astype(np.float16), labels=ranker.labels,
        features=model.vocabulary.weights, order=model.acceptance.order, sure=model.acceptance.sure,
    )  # fmt: skip


def load(folder: Path) -> PairsModel:
    """Read a model.

    Raises:
        PackError: the folder holds none, or one of another version.
    """
    try:
        content = orjson.loads((folder / TEMPLATES).read_bytes())
        with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
            weights = {name: arrays[name].astype(np.float32) for name in arrays.files}
        if content["format"] != FORMAT:
            raise ValueError(f"format {content['format']}")
        return _model(content, weights)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackError(f"{folder}: holds no templates learned from pairs ({error}); make it with rie templates import") from None


def _model(content: Mapping[str, Any], weights: Mapping[str, Vector]) -> PairsModel:
    features: Sequence[str] = content["features"]
    vocabulary = Vocabulary({name: number for number, name in enumerate(features)}, weights["features"], set(content["words"]))
    return PairsModel(
        [_skeleton(item) for item in content["skeletons"]],
        [_example(item) for item in content["examples"]],
        {(table, column): names for table, column, names in content["columns"]},
        set(content["common"]),
        {name: Counter(counts) for name, counts in content["contexts"].items()},
        vocabulary,
        Ranker(weights["words"], weights["meanings"], weights["labels"]),
        Acceptance(weights["order"], weights["sure"], content["threshold"]),
        content["told"],
    )


def _skeleton(item: Mapping[str, Any]) -> Skeleton:
    slots, binds = (Slot(**slot) for slot in item["slots"]), (Bind(**bind) for bind in item["binds"])
    return Skeleton(item["id"], item["sql"], tuple(slots), tuple(binds), tuple(item["parts"]))


def _example(item: Mapping[str, Any]) -> Example:
    places = tuple((first, last) for first, last in item["places"])
    return Example(item["question"], item["skeleton"], places, item["parameters"], item["sql"])
