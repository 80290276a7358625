"""Do the weights of every component move, and are their gradients of a size that training can use?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from rie.distill.diagnose.finding import Finding
from rie.distill.diagnose.trainer import Trainer

MOVED: Final = 1e-3  # the relative change below which a component has hardly moved
GROWN: Final = 30.0  # times that gradients may grow from the first steps to the last
VANISHED: Final = 1e-9  # the mean size of a gradient below which nothing arrives
Array = NDArray[np.float32]


class Watch:
    """Watches a training: the weights before it, and mean, variance and size of the gradients of each step."""

    def __init__(self, trainer: Trainer) -> None:
        self.trainer = trainer
        self.before = {name: dict(_weights(model)) for name, model in trainer.networks.items()}
        self.gradients: dict[str, list[tuple[float, float, float]]] = defaultdict(list)

    def __call__(self) -> None:
        """Note the gradients of a step."""
        for name, model in self.trainer.networks.items():
            parts = [layer.get_grad(param).ravel() for layer in model.walk() for param in layer.param_names if layer.has_grad(param)]
            gradient = np.concatenate(parts) if parts else np.zeros(1, dtype=np.float32)
            self.gradients[name].append((float(gradient.mean()), float(gradient.var()), float(np.linalg.norm(gradient))))

    def moved(self) -> Finding:
        """Whether the weights of each component have changed."""
        changes: dict[str, float] = {}
        still: dict[str, list[str]] = {}
        for name, model in self.trainer.networks.items():
            before, after = self.before[name], dict(_weights(model))
            distance = np.sqrt(sum(float(((after[key] - value) ** 2).sum()) for key, value in before.items()))
            size = np.sqrt(sum(float((value**2).sum()) for value in before.values()))
            changes[name] = round(float(distance / max(size, 1e-12)), 4)
            still[name] = [f"{key[1]} {key[2]}" for key, value in before.items() if np.array_equal(after[key], value)]
        frozen = [name for name, change in changes.items() if not change > MOVED]  # NaN has not moved either
        told = ", ".join(f"{name} by {change:.1%}" for name, change in changes.items())
        unmoved = {name: params for name, params in still.items() if params}
        figures = {"change": changes, "unmoved": unmoved}
        if frozen:
            return Finding("weights", "wrong", f"relative change: {told}", f"{', '.join(frozen)}: hardly moved; is it frozen, is its learn "
                           "rate 0, does the loss reach it, is a listener connected to the shared layer?", figures)
        if unmoved:
            listed = "; ".join(f"{name}: {', '.join(params[:3])}" for name, params in unmoved.items())
            return Finding("weights", "look", f"relative change: {told}; weights that did not move: {listed}",
                           "no gradient reaches these weights: is the layer used?", figures)
        return Finding("weights", "sound", f"all weights move; relative change: {told}", figures=figures)

    def steady(self) -> Finding:
        """Whether gradients are finite, arrive, and do not grow."""
        figures, problems, worst = {}, [], False
        for name, steps in self.gradients.items():
            mean, variance, size = (np.array(column) for column in zip(*steps, strict=True))
            part = max(1, len(steps) // 4)
            growth = float(size[-part:].mean() / max(size[:part].mean(), 1e-12))
            means = {"mean": float(mean.mean()), "variance": float(variance.mean()), "norm": float(size.mean())}
            figures[name] = {**means, "growth": round(growth, 2)}
            if not np.isfinite(size).all():
                problems.append(f"{name}: not a number")
                worst = True
            elif size.mean() < VANISHED:
                problems.append(f"{name}: none arrives")
                worst = True
            elif growth > GROWN:
                problems.append(f"{name}: grow {growth:.0f} times")
        told = "; ".join(f"{name}: mean {of['mean']:+.1e}, variance {of['variance']:.1e}, norm {of['norm']:.2g}, last to first "
                         f"{of['growth']:.2g}" for name, of in figures.items())
        if problems:
            return Finding("gradients", "wrong" if worst else "look", told, f"{'; '.join(problems)}: lower the learn rate or grad_clip, "
                           "look at the loss of this component and at values that its features can take", figures)
        return Finding("gradients", "sound", told, figures=figures)


def _weights(model: Model) -> Iterator[tuple[tuple[int, str, str], Array]]:
    """Copies of all weights, by the layer's number and name and the parameter's name."""
    for number, layer in enumerate(model.walk()):
        for name in layer.param_names:
            if layer.has_param(name):
                yield (number, layer.name, name), np.array(layer.get_param(name), copy=True)
