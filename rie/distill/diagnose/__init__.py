"""A trainer's sanity checks over a pack's annotations and config (`rie diagnose`): form a hypothesis of what is wrong, and falsify it."""

import random
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Final

import spacy

from rie.distill.corpus import ExampleMaker, Task, task_items
from rie.distill.diagnose.finding import Finding
from rie.distill.diagnose.labels import is_within_reach, labels, reach
from rie.distill.diagnose.leaks import leaks
from rie.distill.diagnose.learning import overfits, shuffled
from rie.distill.diagnose.trainer import Trainer
from rie.distill.diagnose.weights import Watch
from rie.errors import PackError, UsageError
from rie.pack import Pack
from rie.pipeline.network.scheme import scheme

__all__ = ["CHECKS", "Finding", "diagnose"]

CHECKS: Final = ("leaks", "labels", "reach", "overfits", "weights", "gradients", "shuffled")
EXAMPLES: Final = 20
STEPS: Final = 100
SHORT: Final = 300  # characters of a text that small trainings take
_REACHED: Final = 400  # texts whose relations are looked for among the candidate pairs
_SHUFFLED, _SCORED = 100, 40  # texts of the training with shuffled labels, and those that it is scored on


def diagnose(pack: Pack, only: Sequence[str] = CHECKS, *, examples: int = EXAMPLES, steps: int = STEPS, seed: int = 0,
             progress: Callable[[Finding], None] | None = None) -> list[Finding]:
    """Run sanity checks.

    Args:
        only: which of `CHECKS`; `weights` and `gradients` watch the training of `overfits`.
        examples: texts that must be learnt by heart.
        steps: updates of each small training.
        seed: of the choice of texts and of the networks.
        progress: is told each finding when it is there.

    Raises:
        UsageError: a check that does not exist, or less than one example or step.
        PackError: the pack has no config or no annotations.
    """
    unknown = sorted(set(only) - set(CHECKS))
    if unknown or examples < 1 or steps < 1:
        raise UsageError(f"no check {unknown[0]!r}: the checks are {', '.join(CHECKS)}" if unknown else "examples and steps are 1 or more")
    parts = {part: [task for name in pack.tasks for task in task_items(pack, name, part)] for part in ("train", "dev", "test")}
    if not parts["train"] or not parts["dev"]:
        raise PackError(f"{pack.folder / 'annotations'}: no texts in train or in dev; write some with `rie annotate`")
    found: list[Finding] = []

    def note(*findings: Finding) -> None:
        for finding in findings:
            if finding.check in only:
                found.append(finding)
                if progress:
                    progress(finding)

    if "leaks" in only:
        note(leaks(parts))
    if "labels" in only:
        note(labels(parts))
    if "reach" in only:
        note(reach(pack, ExampleMaker(spacy.blank("en"), pack), _some(parts["train"], _REACHED, seed)))
    if {"overfits", "weights", "gradients"} & set(only):
        note(*_by_heart(pack, _within_reach(pack, _telling(parts["train"]), examples, seed), steps, seed))
    if "shuffled" in only:
        train, dev = (_some(_telling(parts[part]), count, seed) for part, count in (("train", _SHUFFLED), ("dev", _SCORED)))
        note(shuffled(pack, train, dev, steps, seed))
    return found


def _by_heart(pack: Pack, tasks: Sequence[Task], steps: int, seed: int) -> list[Finding]:
    trainer = Trainer(pack, tasks, seed=seed)
    watch = Watch(trainer)
    return [overfits(trainer, steps, watch), watch.moved(), watch.steady()]


def _telling(tasks: Sequence[Task]) -> list[Task]:
    """Short texts with relations; all texts where there are none such."""
    return [task for task in tasks if task["relations"] and len(task["text"]) <= SHORT] or list(tasks)


def _within_reach(pack: Pack, tasks: Sequence[Task], count: int, seed: int) -> list[Task]:
    """Some texts of which all relations can be learnt."""
    maker, known = ExampleMaker(spacy.blank("en"), pack), scheme(pack)
    return [*islice((task for task in _some(tasks, len(tasks), seed) if is_within_reach(maker.example(task), known)), count)]


def _some(tasks: Sequence[Task], count: int, seed: int) -> list[Task]:
    return random.Random(seed).sample(list(tasks), min(count, len(tasks)))
