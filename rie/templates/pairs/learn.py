"""`rie templates import`: learn templates from pairs of question and SQL over a database."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from rie.errors import SqlRejected, UsageError
from rie.store.database import Database, open_database
from rie.templates.pairs.accept import Held, certainty, order_weights, ordered, sure_weights, threshold
from rie.templates.pairs.align import Read, aligned, core, learned_names, mere_words, told_beside
from rie.templates.pairs.candidates import SURE, Candidate, Matcher, masked_example
from rie.templates.pairs.features import Masked, build_vocabulary, features_of, meanings, stem
from rie.templates.pairs.fill import contexts_of
from rie.templates.pairs.model import Acceptance, Example, PairsModel, Skeleton, save
from rie.templates.pairs.ranker import labels_of, train
from rie.templates.pairs.read import Pair, read_pairs
from rie.templates.pairs.results import Results
from rie.templates.pairs.skeleton import Column, literals, parsed, written
from rie.templates.pairs.skeletons import Made, grouped
from rie.templates.pairs.surface import norm, tokens_of
from rie.templates.pairs.values import ValueIndex, Values, build_index, stored_values

FOLDS: Final = ((500, 10), (1500, 4), (1_000_000, 3))  # of up to so many pairs
_FEWEST: Final = 20
_RUN: Final = 3  # candidates of a held-out question that are run
_TIMEOUT_MS: Final = 3_000  # of one statement
_OF_SPOILT: Final = 0.3  # the weight of a question with a word that does not belong there
_OTHER_WORDS: Final = re.findall(
    r"\S+",
    "price colour manager weight pilot phone salary weather translator owner doctor temperature insurance password sponsor rating "
    "lawyer hotel menu shape birthday illness recipe engine gender religion tax mayor award noise software fuel wedding secretary "
    "password",
)
_SHOWN: Final = 5

Told = tuple[int, float | None, float | None, float | None]  # the held-out figures of `Learned`


@dataclass(frozen=True, slots=True)
class Learned:
    """What an import did.

    `held_out` counts pairs that took no part in the training that answered them: the share with a `right` result of the best query, the
    share that is `answered`, and the `precision` of those answers. `reasons` says why pairs were skipped.
    """

    pairs: int
    skipped: int
    templates: int
    held_out: int
    right: float | None
    answered: float | None
    precision: float | None
    reasons: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        lines = [f"{self.templates} templates from {self.pairs} pairs; {self.skipped} could not be used"]
        if self.right is not None:
            told = f"{self.answered:.1%} answered" + ("" if self.precision is None else f", {self.precision:.1%} of those right")
            lines.append(f"Held out {self.held_out}: {self.right:.1%} right with --force; without it {told}")
        return "\n".join([*lines, *(f"  {reason}" for reason in self.reasons)])


def import_pairs(file: Path, database: Path, out: Path) -> Learned:
    """Learn templates from pairs and write them into a folder.

    Args:
        file: JSON lines of pairs.
        database: a DuckDB or SQLite file, which is only read.
        out: the folder; it is made when it does not exist.

    Raises:
        UsageError: the file cannot be read, or none of its statements runs on the database.
        StoreError: the database cannot be opened.
    """
    pairs = read_pairs(file)
    opened = open_database(database, timeout_ms=_TIMEOUT_MS)
    try:
        model, learned = _learned(pairs, opened)
    finally:
        opened.close()
    save(model, out)
    return learned


def _learned(pairs: Sequence[Pair], database: Database) -> tuple[PairsModel, Learned]:
    reads, reasons = _read(pairs, database)
    if not reads:
        raise UsageError(f"none of the {len(pairs)} pairs can be used: {'; '.join(reasons[:_SHOWN])}")
    index, more = _index(reads, database)
    results = Results(database)
    made, failed = _made(reads, index, stored_values(database, more), results)
    if not made:
        raise UsageError(f"none of the {len(pairs)} pairs can be used: {'; '.join((reasons + failed)[:_SHOWN])}")
    skeletons, examples = grouped(made, database.dialect)
    masked = [masked_example(item, skeletons[item.skeleton], index) for item in examples]
    both = list(zip(examples, masked, strict=True))
    acceptance, told = _accepted(skeletons, both, index, results)
    matcher = _matcher(skeletons, both, index)
    learned = Learned(len(made), len(pairs) - len(made), len(skeletons), *told, reasons=tuple((reasons + failed)[:_SHOWN]))
    model = PairsModel(
        skeletons, examples, more, index.common, matcher.contexts, matcher.vocabulary, matcher.ranker, acceptance, learned.as_dict()
    )
    return model, learned


def _read(pairs: Sequence[Pair], database: Database) -> tuple[list[Read], list[str]]:
    reads, reasons = [], []
    for number, pair in enumerate(pairs, 1):
        try:
            tree = parsed(pair.sql, database)
            reads.append(Read(pair, tree, tuple(literals(tree, database)), tuple(tokens_of(pair.question))))
        except SqlRejected as error:
            reasons.append(f"pair {number}: {error}")
    return reads, reasons


def _index(reads: Sequence[Read], database: Database) -> tuple[ValueIndex, dict[Column, Values]]:
    """The values of all columns that texts are compared with, and what they have beyond the database."""
    more: dict[Column, Values] = defaultdict(dict)
    for read in reads:
        for literal in read.literals:
            if literal.is_text and literal.column and (text := norm(core(literal)[1])):
                more[literal.column][text] = core(literal)[1]
    stored = stored_values(database, more)
    norms = {column: set(values) for column, values in stored.items()}
    more = {column: {text: value for text, value in names.items() if text not in stored[column]} for column, names in more.items()}
    for names_of in (partial(told_beside, reads, database), partial(learned_names, reads)):
        learned = names_of(build_index(database, more), norms)
        more = {column: {**learned.get(column, {}), **names} for column, names in more.items()}
    index = build_index(database, more)
    index.common = mere_words(reads, index, norms)
    return index, more


def _made(
    reads: Sequence[Read], index: ValueIndex, stored: Mapping[Column, Values], results: Results
) -> tuple[list[Made], list[str]]:
    """Pairs whose statement, put together again, gives the rows that it gave before."""
    norms = {column: set(values) for column, values in stored.items()}
    made, reasons = [], []
    proven: dict[str, bool] = {}
    for read in reads:
        item = Made(read, aligned(read, index, norms))
        if item.key not in proven:
            proven[item.key] = _proven(item, results)
        if not proven[item.key] and item.masks:
            item = Made(read, [])  # some place of a value takes no parameter: the statement is kept as it is
            proven.setdefault(item.key, _proven(item, results))
        if proven[item.key]:
            made.append(item)
        else:
            reasons.append(f"{read.pair.question!r}: its statement does not run")
    return made, reasons


def _proven(item: Made, results: Results) -> bool:
    (skeleton,), (example,) = grouped([item], results.dialect)
    given = item.read.pair.sql  # one that does not run is compared as it was read: texts in double quotes
    right = given if results.runs(given) else written(item.read.tree, {}, results.dialect)
    if results.is_slow(right):
        return True  # it takes longer than a check may; the guard has looked at it all the same
    return results.same(skeleton.sql, example.parameters, right, {})


def _matcher(skeletons: list[Skeleton], both: Sequence[tuple[Example, Masked]], index: ValueIndex) -> Matcher:
    """Train a ranker on examples."""
    questions = [masked for _, masked in both]
    vocabulary = build_vocabulary(questions)
    encoded = [vocabulary.encode(features_of(masked)) for masked in questions]
    labels = labels_of([skeleton.parts for skeleton in skeletons])
    ranker = train(encoded, meanings(questions), [example.skeleton for example, _ in both], labels, size=len(vocabulary.numbers))
    return Matcher(skeletons, list(both), index, vocabulary=vocabulary, ranker=ranker, contexts=contexts_of(skeletons, both))


def _accepted(
    skeletons: list[Skeleton], both: Sequence[tuple[Example, Masked]], index: ValueIndex, results: Results
) -> tuple[Acceptance, Told]:
    """Fit order and certainty to pairs that are held out, a fold at a time."""
    found: list[tuple[Matcher, Example, list[Candidate]]] = []
    folds = next(folds for most, folds in FOLDS if len(both) <= most)
    place = np.random.default_rng(0).permutation(len(both)) % folds
    for fold in range(folds if len(both) >= _FEWEST else 0):
        matcher = _matcher(skeletons, [item for item, other in zip(both, place, strict=True) if other != fold], index)
        held = [example for (example, _), other in zip(both, place, strict=True) if other == fold]
        found += [(matcher, example, matcher.candidates(example.question)) for example in held]
    right = {id(candidates): _all_right(candidates, example, skeletons, results) for _, example, candidates in found}
    weights = order_weights([Held(np.stack([item.features for item in candidates]), right[id(candidates)]) for _, _, candidates in found])
    if not found:
        return Acceptance(weights, np.zeros(SURE + 1, np.float32), 1.0), (0, None, None, None)
    rows, verdicts, masses = _certainties(found, weights, skeletons, results)
    sure = sure_weights(np.stack(rows), verdicts, masses)
    certain = [certainty(row, sure) for row in rows]
    least = threshold(certain, verdicts, masses)
    return Acceptance(weights, sure, least), _told(certain, verdicts, masses, least)


def _all_right(candidates: Sequence[Candidate], example: Example, skeletons: Sequence[Skeleton], results: Results) -> tuple[bool, ...]:
    """Which queries are right; only the likeliest are run to see it."""
    likely = sorted(candidates, key=lambda item: -float(item.features[0]))[:_RUN]
    return tuple(
        _right(item, example, skeletons, results) if any(item is one for one in likely) else _same(item, example) for item in candidates
    )


def _same(candidate: Candidate, example: Example) -> bool:
    return candidate.skeleton == example.skeleton and candidate.filled.parameters == example.parameters


def _right(candidate: Candidate, example: Example, skeletons: Sequence[Skeleton], results: Results) -> bool:
    """Whether a query gives the rows of the right one."""
    if _same(candidate, example):
        return True
    if candidate.filled.missing:
        return False
    return results.alike(skeletons[candidate.skeleton].sql, candidate.filled.parameters, example.sql)


def _certainties(
    found: Sequence[tuple[Matcher, Example, list[Candidate]]], weights: Any, skeletons: Sequence[Skeleton], results: Results
) -> tuple[list[Any], list[bool], list[float]]:
    """Held-out questions with whether their first candidate is right; and with a word that nobody knows, which must be refused."""
    rows, verdicts, masses = [], [], []
    for matcher, example, candidates in found:
        best, scores = ordered(candidates, weights)
        rows.append(matcher.certainty(best, scores))
        verdicts.append(_right(best[0], example, skeletons, results))
        masses.append(1.0)
        for spoilt in _spoilt(example, best[0].masked, matcher.vocabulary.words):
            rows.append(matcher.certainty(*ordered(matcher.candidates(spoilt), weights)))
            verdicts.append(False)
            masses.append(_OF_SPOILT)
    return rows, verdicts, masses


def _spoilt(example: Example, masked: Masked, known: set[str]) -> Iterator[str]:
    """The question with one of its longest words that are no value replaced by a word that says something else."""
    words = sorted(set(masked.content), key=lambda word: (-len(word), word))[:2]
    for number, word in enumerate(words):
        token = next(token for token in masked.tokens if stem(token.text) == word)
        others = [other for other in _OTHER_WORDS if other not in known]
        if others:
            other = others[(len(example.question) * 7 + number) % len(others)]
            yield f"{example.question[: token.start]}{other}{example.question[token.end :]}"


def _told(certain: Sequence[float], verdicts: Sequence[bool], masses: Sequence[float], least: float) -> Told:
    real = [(value, right) for value, right, mass in zip(certain, verdicts, masses, strict=True) if mass == 1.0]
    given = [right for value, right in real if value >= least]
    share = Counter(right for _, right in real)[True] / len(real)
    return len(real), round(share, 4), round(len(given) / len(real), 4), round(sum(given) / len(given), 4) if given else None
