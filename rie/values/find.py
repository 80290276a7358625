"""All values of a text at once."""

from __future__ import annotations

from typing import Any

from rie.values.date import PartialDate
from rie.values.dollars import with_dollars
from rie.values.found import Found, without_overlaps
from rie.values.home_currency import at_home
from rie.values.money import find_money
from rie.values.percent import find_percents
from rie.values.period import find_periods
from rie.values.pesos import with_peso_signs


def find_values(text: str, anchor: PartialDate | None = None, bounds: bool = True, source: str = "") -> list[Found[Any]]:
    """The sums of money, percentages and periods of a text.

    Args:
        text: a document or a question.
        anchor: what dates without a year and relative dates are told from.
        bounds: as for `find_periods`: True for questions, False for the dates of a document's events.
        source: who published the document: a paper of Sydney writes "$5m" for Australian dollars.

    Returns:
        Found values labelled `MONEY` (`Money`), `PERCENT` (Decimal, percent points) and `DATE` (`Period`), sorted by start,
        without overlaps: of two that share characters money counts, then the percentage.
    """
    sums = list(with_dollars(find_money(with_peso_signs(text)), text, source))
    found: list[Found[Any]] = [*at_home(sums, text), *find_percents(text)]
    taken = bytearray(len(text) + 1)
    for item in found:
        taken[item.start : item.end] = b"\1" * (item.end - item.start)
    dates = (item for item in find_periods(text, anchor, bounds) if not any(taken[item.start : item.end]))
    return without_overlaps([*found, *dates])
