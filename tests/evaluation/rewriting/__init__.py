"""Ways to write a document otherwise that leave what it states as it is; gold goes in step.

A rewriting takes a document and its gold, as JSON lines hold them, and gives both anew; None where it has nothing to rewrite.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tests.evaluation.rewriting import dates, lines, names, sums

Record = dict[str, Any]
Rewriting = Callable[[Record, Record], tuple[Record, Record] | None]

REWRITINGS: Mapping[str, Rewriting] = {**lines.REWRITINGS, **dates.REWRITINGS, **sums.REWRITINGS, **names.REWRITINGS}
