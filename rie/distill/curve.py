"""The learning curve of a pack (`rie train-curve`): trained on growing shares of its annotations, and what more of them would bring."""

import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from spacy.util import load_config

from rie.distill.power_law import PowerLaw, fit
from rie.errors import PackError, UsageError
from rie.pack import Pack

SHARES: Final = (0.25, 0.5, 0.75, 1.0)
AHEAD: Final = 2.0  # times the examples that the curve is drawn to
POINT: Final = 0.01  # the gain of which it is said how many examples it takes
_CHECKS: Final = 5  # times that a short training looks at the dev part
Scores = Mapping[str, float]
Train = Callable[[Pack, dict[str, Any]], Scores]


@dataclass(frozen=True)
class Run:
    """One training: its share of the annotations, how many texts that is, the scores on the dev part, seconds."""

    share: float
    examples: int
    seed: int
    scores: Scores
    seconds: float = 0.0

    def __str__(self) -> str:
        scores = ", ".join(f"{name} {score:.1%}" for name, score in self.scores.items())
        return f"{self.share:.0%} of the texts ({self.examples:,}), seed {self.seed}: {scores} after {self.seconds:.0f} seconds"


@dataclass(frozen=True)
class Curve:
    """The runs of a learning curve; `steps` is the budget of each, None for what the pack's config says."""

    pack: str
    steps: int | None
    runs: tuple[Run, ...]

    @property
    def measures(self) -> list[str]:
        """The scores that the pack's config weighs."""
        return list(self.runs[0].scores)

    @property
    def examples(self) -> int:
        """How many texts there are."""
        return max(run.examples for run in self.runs)

    def points(self, measure: str) -> dict[int, float]:
        """The mean score by the number of examples."""
        found: dict[int, list[float]] = {}
        for run in sorted(self.runs, key=lambda run: run.examples):
            found.setdefault(run.examples, []).append(run.scores[measure])
        return {examples: sum(scores) / len(scores) for examples, scores in found.items()}

    @cached_property
    def laws(self) -> dict[str, PowerLaw | None]:
        """The power law of each measure; None where more examples do not bring more."""
        return {name: fit([run.examples for run in self.runs], [run.scores[name] for run in self.runs]) for name in self.measures}

    def verdict(self, measure: str, gain: float = POINT) -> str:
        """A sentence: how many more examples a gain takes."""
        law, best = self.laws[measure], max(self.points(measure).values())
        if law is None:
            why = "; with so few updates no share is read to its end: give more --steps, or --epochs" if self.steps else ""
            return f"{measure}: flat at {best:.1%}, more examples of this kind bring nothing{why}"
        more = law.more(self.examples, gain)
        ahead = f"{law.at(AHEAD * self.examples):.1%} with twice as many"
        if more is None:
            return f"{measure}: {gain:+.1%} is out of sight at this slope ({ahead}); look at the data or the model, not for more of it"
        return f"{measure}: {gain:+.1%} takes about {more:,} more examples at this slope; {ahead}"

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON, as `curve.json` holds it."""
        laws = {name: asdict(law) if law else None for name, law in self.laws.items()}
        return {"pack": self.pack, "steps": self.steps, "examples": self.examples, "runs": [asdict(run) for run in self.runs], "laws": laws,
                "verdicts": [self.verdict(name) for name in self.measures]}


def train_curve(pack: Pack, shares: Sequence[float] = SHARES, *, steps: int | None = None, epochs: int | None = None,
                seeds: int = 1, train: Train | None = None, progress: Callable[[Run], None] | None = None) -> Curve:
    """Train a pack on growing shares of its annotations with its own config.

    Args:
        shares: of the training part, each above 0 and at most 1.
        steps: the budget of one training, in updates; what the config says when it is None. It has to be enough to read the
            largest share several times, or more texts cannot show what they bring.
        epochs: the budget as the number of times that a share is read: larger shares are trained longer.
        seeds: trainings of each share, with seeds 0, 1, ...
        train: trains with overrides of the config and gives the scores on the dev part.
        progress: is told each run when it is done.

    Raises:
        PackError: the pack has no `config.cfg` or no annotations.
        UsageError: a share, a budget or a number of seeds that cannot be.
    """
    if len(set(shares)) < 2 or not all(0 < share <= 1 for share in shares):
        raise UsageError("a curve needs two or more shares between 0 and 1, such as 0.25 0.5 0.75 1")
    if min(seeds, 1 if steps is None else steps, 1 if epochs is None else epochs) < 1:
        raise UsageError("steps, epochs and seeds are 1 or more")
    total, runs = _texts(pack), list[Run]()
    for seed in range(seeds):
        for share in sorted(shares):
            started = time.perf_counter()
            scores = (train or _trained)(pack, overrides(share, seed, steps, epochs))
            runs.append(Run(share, round(total * share), seed, scores, round(time.perf_counter() - started, 1)))
            if progress:
                progress(runs[-1])
    return Curve(pack.name, steps, tuple(runs))


def overrides(share: float, seed: int, steps: int | None = None, epochs: int | None = None) -> dict[str, Any]:
    """What of the pack's config is different in one training."""
    told: dict[str, Any] = {"corpora.train.share": share, "system.seed": seed}
    if steps:
        told |= {"training.max_steps": steps, "training.eval_frequency": max(1, steps // _CHECKS)}
    return {**told, "training.max_epochs": epochs} if epochs else told


def _texts(pack: Pack) -> int:
    from rie.distill.corpus import task_items

    names = load_config(_config(pack))["corpora"]["train"]["tasks"]
    total = sum(len(task_items(pack, name, "train")) for name in names)
    if not total:
        raise PackError(f"{pack.folder / 'annotations'}: no training texts; write some with `rie annotate`")
    return total


def _config(pack: Pack) -> Path:
    config = pack.folder / "config.cfg"
    if not config.is_file():
        raise PackError(f"{config} is missing: a pack needs a spaCy training config")
    return config


def _trained(pack: Pack, told: dict[str, Any]) -> Scores:
    """Train into a folder that is thrown away; the scores of the best state on the dev part, those that the config weighs."""
    from rie.distill.train import train

    weighed = [name for name, weight in load_config(_config(pack))["training"]["score_weights"].items() if weight]
    with tempfile.TemporaryDirectory() as folder:
        model = train(pack, Path(folder) / "model", told)
        performance = json.loads((model / "meta.json").read_text(encoding="utf-8"))["performance"]
    return {name: float(performance.get(name) or 0.0) for name in weighed}


def write(curve: Curve, folder: Path) -> list[Path]:
    """Write `curve.json`, which `rie evaluate --curve` reads, and the plot `curve.svg`."""
    from rie.distill.plot import plot

    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / "curve.json", folder / "curve.svg"]
    written[0].write_text(json.dumps(curve.as_dict(), indent=1) + "\n", encoding="utf-8")
    written[1].write_text(plot(curve), encoding="utf-8")
    return written


def read(file: Path) -> Curve:
    """The curve that `write` wrote.

    Raises:
        UsageError: no such file, or it is no curve.
    """
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        curve = Curve(held["pack"], held["steps"], tuple(Run(**run) for run in held["runs"]))
        if not curve.runs:
            raise ValueError("no runs")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file}: no learning curve ({error}); make one with `rie train-curve`") from None
    return curve


def table(curve: Curve) -> list[list[str]]:
    """Rows for people: share, examples and scores of each point, then what the law expects with twice as many."""
    by_examples = {run.examples: run.share for run in curve.runs}
    rows = [[f"{share:.0%}", f"{examples:,}", *(f"{curve.points(name)[examples]:.1%}" for name in curve.measures)]
            for examples, share in sorted(by_examples.items())]
    ahead = round(AHEAD * curve.examples)
    expected = [f"({law.at(ahead):.1%})" if law else "" for law in curve.laws.values()]
    return [*rows, [f"({AHEAD:.0%})", f"({ahead:,})", *expected]]
