"""The precision/coverage curve as SVG from a template."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rie.distill.questions.curve import Measured, Point

WIDTH, HEIGHT = 680, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, WIDTH - 170, 32, HEIGHT - 48
_LOWEST: Final = 0.5  # share of right answers that is drawn
_LEAST: Final = 3  # answers that a drawn point rests on


def plot(measured: Measured) -> str:
    """Each system as a line over its thresholds."""
    template = Environment(loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, autoescape=True)
    return template.get_template("curve.svg.jinja").render(
        width=WIDTH, height=HEIGHT, left=_LEFT, right=_RIGHT, top=_TOP, bottom=_BOTTOM,
        across=[(_x(part / 5), f"{part / 5:.0%}") for part in range(6)],
        up=[(_y(_LOWEST + part / 10), f"{_LOWEST + part / 10:.0%}") for part in range(6)],
        lines=[_line(measured, system) for system in measured.verdicts],
    )  # fmt: skip


def _line(measured: Measured, system: str) -> dict[str, object]:
    answerable = sum(verdict.item.asks is not None for verdict in measured.verdicts[system])
    places = list(dict.fromkeys(_place(point, answerable) for point in measured.points(system) if point.answered >= _LEAST))
    return {"name": system, "points": " ".join(f"{x},{y}" for x, y in places), "marks": places}


def _place(point: Point, answerable: int) -> tuple[float, float]:
    return _x(point.right / max(answerable, 1)), _y(max(point.right / point.answered, _LOWEST))


def _x(share: float) -> float:
    return round(_LEFT + share * (_RIGHT - _LEFT), 1)


def _y(share: float) -> float:
    return round(_BOTTOM - (share - _LOWEST) / (1 - _LOWEST) * (_BOTTOM - _TOP), 1)
