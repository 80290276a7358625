"""Does the network learn what it is shown, and only that? Few texts must be learnt by heart, shuffled labels must teach nothing."""

import random
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from spacy.tokens import Doc, Span
from spacy.training import Example

from rie.distill.corpus import Task
from rie.distill.diagnose.finding import Finding
from rie.distill.diagnose.trainer import Trainer
from rie.pack import Pack
from rie.pipeline.network.candidates import pairs
from rie.pipeline.network.scheme import Scheme, scheme
from rie.pipeline.relations import Relation

LEARNT: Final = 0.95  # of a handful of texts
CHANCE: Final = 0.5  # of what true labels teach beyond luck: what shuffled ones may
LEAST: Final = 0.1  # a gain by true labels below which the comparison says nothing
_LOOKS: Final = 5  # times that it is looked whether the texts are learnt already


def overfits(trainer: Trainer, steps: int, watch: Callable[[], None] | None = None) -> Finding:
    """Whether a handful of texts is learnt by heart, without dropout.

    Args:
        trainer: a new one with these texts.
        steps: updates at most.
        watch: called in each step, see `Trainer.train`.
    """
    scores, done = trainer.scores(), 0
    while done < steps and not all(score >= LEARNT for score in scores.values()):
        count = min(max(1, steps // _LOOKS), steps - done)
        trainer.train(count, watch=watch)
        done, scores = done + count, trainer.scores()
    told = f"{_listed(scores)} on the {len(trainer.examples)} texts themselves after {done} updates"
    low = [name for name, score in scores.items() if score < LEARNT]
    if not low:
        return Finding("overfits", "sound", told, figures=scores)
    return Finding("overfits", "wrong" if any(scores[name] < LEARNT / 2 for name in low) else "look", told,
                   f"{', '.join(low)}: try --steps {steps * 3}; if it stays, the labels cannot be told from what the network sees (read "
                   "the texts that stay wrong), the network is too small, or no gradient arrives (see weights)", scores)


def shuffled(pack: Pack, train: Sequence[Task], dev: Sequence[Task], steps: int, seed: int = 0) -> Finding:
    """Whether labels in random places teach nothing: what they seem to teach would come from somewhere else than the text.

    Args:
        train: texts to learn from, once with their labels and once with random ones.
        dev: texts to be scored on, with their own labels.
        steps: updates of each training.
    """
    known = scheme(pack)
    scores = {}
    for name, spoil in (("true", None), ("shuffled", lambda examples: scatter(examples, known, seed))):
        trainer = Trainer(pack, train, spoil=spoil, seed=seed)
        trainer.train(steps, drop=0.1)
        scores[name] = trainer.scores([trainer.maker.example(task) for task in dev])
    scores["luck"] = _luck(trainer, dev, known, seed)
    told = (f"on {len(dev)} other texts: {_listed(scores['shuffled'])} after {steps} updates with shuffled labels, "
            f"{_listed(scores['true'])} with the true ones, {_listed(scores['luck'])} by luck")
    too_much = [name for name, score in scores["shuffled"].items() if _teaches(score, scores["true"][name], scores["luck"].get(name, 0.0))]
    untaught = [name for name, score in scores["true"].items() if score - scores["shuffled"][name] < LEAST]
    if too_much:
        return Finding("shuffled", "wrong", told, f"{', '.join(too_much)}: something other than the text tells the label; look for labels "
                       "that reach the features, and for rules that add what is scored", scores)
    if untaught:
        advice = f"{', '.join(untaught)}: the true labels teach hardly more; try --steps {steps * 3}"
        return Finding("shuffled", "look", told, advice, scores)
    return Finding("shuffled", "sound", told, figures=scores)


def _teaches(score: float, true: float, luck: float) -> bool:
    """Whether shuffled labels reach more than luck does, and a good part of what the true ones do."""
    return score > LEAST and score - luck > CHANCE * (true - luck)


def _luck(trainer: Trainer, tasks: Sequence[Task], known: Scheme, seed: int) -> dict[str, float]:
    """What random labels score on texts."""
    guessed, gold = ([trainer.maker.example(task) for task in tasks] for _ in range(2))
    scatter(guessed, known, seed)
    both = [Example(guess.reference, right.reference) for guess, right in zip(guessed, gold, strict=True)]
    found = {name: score for pipe in trainer.networks for name, score in trainer.nlp.get_pipe(pipe).score(both).items()}
    return {name: round(float(found.get(name) or 0.0), 4) for name in trainer.measures}


def _listed(scores: dict[str, float]) -> str:
    return ", ".join(f"{name} {score:.1%}" for name, score in scores.items())


def scatter(examples: Sequence[Example], known: Scheme, seed: int = 0) -> None:
    """Put random labels in the place of those of examples: names move to other words of their text, each pair's relation is drawn anew."""
    chance = random.Random(seed)
    for example in examples:
        example.reference.ents = _moved(example.reference, chance)
        example.reference.user_data["relations"] = _redrawn(example, known, chance)


def _moved(doc: Doc, chance: random.Random) -> list[Span]:
    """As many spans of the same labels and lengths, somewhere else."""
    free = [not token.is_space for token in doc]
    moved = []
    for span in doc.ents:
        starts = [at for at in range(len(doc) - len(span) + 1) if all(free[at : at + len(span)])]
        if starts:
            at = chance.choice(starts)
            free[at : at + len(span)] = [False] * len(span)
            moved.append(Span(doc, at, at + len(span), label=span.label))
    return moved


def _redrawn(example: Example, known: Scheme, chance: random.Random) -> list[Relation]:
    """For each candidate pair one of the labels that the pack allows it, "none" among them: no pair of labels tells a role any more."""
    found = pairs(example.predicted, known)
    labels = [chance.choice(np.flatnonzero(row).tolist()) for row in found.mask]
    drawn = zip(found.index.tolist(), labels, strict=True)
    return [Relation(head, child, known.names[label], 1.0) for (head, child), label in drawn if label]
