"""Train the scorer of entity linking from a pack's cases: `rie train-linking PACK`, seconds on one core."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rie.evaluation.linking import ALL, Case, LinkScore, blank_pipeline, document_of, read_cases, score_cases
from rie.pack import Pack
from rie.pack.knowledge import pack_entities
from rie.pipeline.linker import Linker
from rie.pipeline.linking.aliases import AliasTable
from rie.pipeline.linking.choice import Chooser, Open
from rie.pipeline.linking.knowledge import LinkKnowledge, theme_words
from rie.pipeline.linking.scorer import FILE, LinkScorer
from rie.pipeline.linking.signs import SIGNS
from rie.values.name import fold

Array = NDArray[np.float64]
COMMON: Final = 8  # names of the pack's knowledge that hold a word from which it is common
RIDGE: Final = 0.3
STEPS: Final = 600
RATE: Final = 0.05
THRESHOLDS: Final = tuple(round(0.5 + 0.04 * step, 2) for step in range(1, 12))
MERGE_COST: Final = 2  # a wrong merge makes wrong numbers, a wrong NIL a missing one


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one name, (candidates, signs), and which of them are right; all zero: none is."""

    signs: Array
    right: Array


def train_linking(pack: Pack, folder: Path | None = None) -> dict[str, LinkScore]:
    """Learn the weights from the part `train`, choose the threshold on `dev`, and write both to `linking.json`.

    Args:
        folder: where it is written; the pack's own by default.

    Returns:
        The scores on `dev`, by kind of case.

    Raises:
        UsageError: the pack has no cases of entity linking.
    """
    cases, dev = read_cases(pack, "train"), read_cases(pack, "dev")
    knowledge = LinkKnowledge(pack, common_words(pack), themes(cases))
    weights = fit(list(choices(cases, pack, LinkScorer({}, 1.0, knowledge))))
    scorers = [LinkScorer(weights, threshold, knowledge) for threshold in THRESHOLDS]
    scored = [score_cases(dev, pack, scorer) for scorer in scorers]
    best = steadiest([cost(scores[ALL]) for scores in scored])
    _write(scorers[best], (folder or pack.folder) / FILE)
    return scored[best]


def common_words(pack: Pack) -> frozenset[str]:
    """Words that many names of the pack's knowledge hold."""
    counts = Counter(word for entity in pack_entities(pack.folder) for word in set(fold(entity.name).split()))
    return frozenset(word for word, count in counts.items() if count >= COMMON)


def themes(cases: Iterable[Case]) -> list[str]:
    """Words for what the companies of the cases do."""
    return sorted({word for case in cases for entity in case.entities if "industry" in entity.attributes
                   for word in theme_words(replace(entity, attributes={"industry": entity.attributes["industry"]}))})  # fmt: skip


def cost(score: LinkScore) -> int:
    """What the errors weigh."""
    return MERGE_COST * score.wrong_merge + score.wrong_nil


def steadiest(costs: Sequence[int]) -> int:
    """The middle of the longest run of least costs: a threshold that does not stand at an edge."""
    least = min(costs)
    edges = [-1, *(i for i, one in enumerate(costs) if one > least), len(costs)]
    before, behind = max(pairwise(edges), key=lambda run: run[1] - run[0])
    return (before + behind) // 2


def choices(cases: Iterable[Case], pack: Pack, scorer: LinkScorer) -> Iterator[Choice]:
    """The names of the cases that need a choice, with what is right for most mentions of each."""
    nlp = blank_pipeline()
    for case in cases:
        doc = document_of(case, pack, nlp)
        linker = Linker(pack, AliasTable(case.entities), scorer=scorer)
        chooser = Chooser(linker.aliases, scorer, linker.codes)
        keys, telling = chooser.names(list(doc.spans["mentions"]))
        gold = {key: _meant(case, keys, key) for key in keys}
        for key, reading in chooser.readings(telling).items():
            if isinstance(reading, Open):
                yield _choice(reading, gold[key], [gold[other] for other in reading.longer])


def _meant(case: Case, keys: Sequence[str], key: str) -> frozenset[str]:
    """What most mentions of a name mean: ids, several where the text leaves it open."""
    told = Counter(frozenset(mention.among or {mention.entity or f"new {mention.new}"})
                   for mention, other in zip(case.mentions, keys, strict=True) if other == key)  # fmt: skip
    return told.most_common(1)[0][0]


def _choice(reading: Open, meant: frozenset[str], longer: Sequence[frozenset[str]]) -> Choice:
    right = [*(match.entity.id in meant for match in reading.matches), *(bool(other & meant) for other in longer)]
    signs = np.array([[signs.get(name, 0.0) for name in SIGNS] for signs in reading.signs])
    return Choice(signs, np.array(right, dtype=float))


def fit(told: Sequence[Choice]) -> dict[str, float]:
    """The weights of a conditional logit with a ridge penalty, by Adam over all choices at once (Kingma and Ba, 2015).

    Where several candidates are right, each is as right as the weights so far make it: the gradient of the chance that any is chosen.
    """
    signs, right = np.concatenate([one.signs for one in told]), np.concatenate([one.right for one in told])
    starts = np.cumsum([0, *(len(one.right) for one in told[:-1])])
    weights, first, second = (np.zeros(len(SIGNS)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = _slope(signs, right, starts, weights) - RIDGE * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights = weights + RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weight), 3) for name, weight in zip(SIGNS, weights, strict=True) if abs(weight) >= 0.0005}


def _slope(signs: Array, right: Array, starts: NDArray[np.intp], weights: Array) -> Array:
    """The gradient of the log chance of what is right; NIL, with the sum 0, is right where nothing else is."""
    sizes = np.diff([*starts, len(right)])
    sums = np.exp(np.clip(signs @ weights, -30, 30))
    chances = sums / np.repeat(1 + np.add.reduceat(sums, starts), sizes)
    meant = right * sums
    meant = meant / np.maximum(np.repeat(np.add.reduceat(meant, starts), sizes), 1e-12)
    slope: Array = (meant - chances) @ signs
    return slope


def _write(scorer: LinkScorer, file: Path) -> None:
    told = {"threshold": scorer.threshold, "weights": dict(scorer.weights), "themes": scorer.knowledge.themes,
            "common_words": sorted(scorer.knowledge.common)}
    lines = json.dumps(told, indent=1, ensure_ascii=False)
    file.write_text(lines + "\n", encoding="utf-8")
