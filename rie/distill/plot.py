"""The plot of a learning curve, as SVG from a template: it needs no library of plots and opens in every browser."""

import math
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rie.distill.curve import AHEAD, Curve

WIDTH, HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, WIDTH - 120, 32, HEIGHT - 48
_STEP: Final = 0.05  # between two lines of the grid
_PARTS: Final = 80  # of a drawn law


class _Scale:
    """Where examples and scores stand in the plot."""

    def __init__(self, curve: Curve) -> None:
        self.far = AHEAD * curve.examples
        scores = [run.scores[name] for run in curve.runs for name in curve.measures]
        expected = [law.at(self.far) for law in curve.laws.values() if law]
        self.low = max(0, math.floor(min(scores) / _STEP - 0.5))
        self.high = max(self.low + 1, math.ceil(max([*scores, *expected]) / _STEP))

    def x(self, examples: float) -> float:
        return round(_LEFT + examples / self.far * (_RIGHT - _LEFT), 1)

    def y(self, score: float) -> float:
        return round(_TOP + (self.high - score / _STEP) / (self.high - self.low) * (_BOTTOM - _TOP), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Places and labels of the grid's lines, at most a dozen."""
        every = max(1, math.ceil((self.high - self.low) / 12))
        return [(self.y(at * _STEP), f"{at * _STEP:.0%}") for at in range(self.low, self.high + 1, every)]


def plot(curve: Curve) -> str:
    """Points, and each law as a dashed line that goes on to twice as many examples."""
    scale = _Scale(curve)
    counts = [(scale.x(scale.far * part / 4), f"{round(scale.far * part / 4):,}") for part in range(5)]
    template = Environment(loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, autoescape=True)
    return template.get_template("curve.svg.jinja").render(
        width=WIDTH, height=HEIGHT, left=_LEFT, right=_RIGHT, top=_TOP, bottom=_BOTTOM, now=scale.x(curve.examples), pack=curve.pack,
        lines=[_line(curve, name, scale) for name in curve.measures], ticks=scale.ticks(), counts=counts)


def _line(curve: Curve, name: str, scale: _Scale) -> dict[str, Any]:
    points, law = curve.points(name), curve.laws[name]
    first = min(points)
    counts = [first + (scale.far - first) * part / _PARTS for part in range(_PARTS + 1)]
    drawn = " ".join(f"{scale.x(n)},{scale.y(law.at(n))}" for n in counts) if law else ""
    last = law.at(scale.far) if law else points[max(points)]
    return {"name": name, "points": [(scale.x(n), scale.y(score)) for n, score in points.items()], "law": drawn, "end": scale.y(last)}
