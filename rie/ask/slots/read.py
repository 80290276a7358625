"""Read a question by slots: the rules fill them one after the other, then the form is built."""

from __future__ import annotations

from collections.abc import Callable

from rie.ask.form import LogicalForm
from rie.ask.parse import Unreadable
from rie.ask.read.negation import negations
from rie.ask.slots.build import built
from rie.ask.slots.conditions import conditions
from rie.ask.slots.cover import unexplained
from rie.ask.slots.currencies import currencies
from rie.ask.slots.edit import edited
from rie.ask.slots.estimates import estimates
from rie.ask.slots.numbers import measures, thresholds
from rie.ask.slots.periods import periods
from rie.ask.slots.players import parts, places, players
from rie.ask.slots.ranking import aggregates, comparison, groups, rankings
from rie.ask.slots.state import Slots
from rie.ask.slots.succession import succession

Rule = Callable[[Slots], None]
RULES: tuple[Rule, ...] = (
    negations, periods, currencies, estimates, players, measures, conditions, places, parts, succession, thresholds, groups, rankings,
    aggregates, comparison,
)  # fmt: skip


def slot_form(slots: Slots) -> LogicalForm:
    """The form of a question.

    Args:
        slots: with the items of the question, nothing filled yet.

    Raises:
        Unreadable: it does not make sense, or some of its words are not explained.
    """
    for rule in RULES:
        rule(slots)
    form = built(slots) if slots.base is None else edited(slots)
    left = unexplained(slots)
    if left:
        raise Unreadable("gap", ", ".join(slots.items[index].text for index in left))
    return form
