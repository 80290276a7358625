"""Whether a question goes on from the one before it, or stands for itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rie.ask.form import Item, LogicalForm, Reading, RoleFilter
from rie.pack import Pack

_GRAMMAR = (
    "function", "article", "which", "who", "show", "aux", "how_many", "how_much", "happen", "prep", "filler", "currency",
)  # fmt: skip


def goes_on(items: Sequence[Item]) -> bool:
    """Whether a question points back: "and in 2017?", "who led it?", "only those"."""
    if items and items[0].has("follow", "negation"):
        return True
    named = any(item.has("entity") for item in items)
    return any(
        item.has("anaphor") and item.norm not in ("that", "this", "one") and not (named and item.norm in ("its", "their")) for item in items
    )


def is_fragment(items: Sequence[Item]) -> bool:
    """ "by type", "in 2017", "Boston": no question of its own."""
    asking = ("how_many", "how_much", "which", "who", "when", "where", "show", "rank", "agg", "compare")
    return not any(item.has(*asking) or (item.has("verb", "noun", "measure", "role") and not item.has("value")) for item in items)


def asks_of_all(readings: Sequence[Reading], base: LogicalForm) -> bool:
    """ "How many companies raised that year?" after a question about one: of all companies, not of that one."""
    named = {item.role for item in base.filters if isinstance(item, RoleFilter)}
    forms = [reading.form for reading in readings[:1]]
    counts = any(form.agg in ("count", "distinct") and form.fact != base.fact for form in forms)
    return counts or any(form.role in named and form.agg in ("list", "distinct", "count") for form in forms)


def is_definite(items: Sequence[Item], form: LogicalForm, base: LogicalForm) -> bool:
    """ "who led the Series A?" after a question about one company."""
    if (
        any(item.has("entity") for item in items)
        or not any(type(item).__name__ == "RoleFilter" for item in base.filters)
        or form.fact != base.fact
    ):
        return False
    bare = not form.filters and form.period is None
    return any(
        first.norm == "the" and second.has("typed", "noun") and (bare or not second.norm.endswith("s")) for first, second in pairwise(items)
    )


def is_postless(form: LogicalForm, base: LogicalForm, pack: Pack) -> bool:
    """ "Whom did he take over from?" after "Who is the CEO?": in that post."""
    holder = pack.layer.facts[form.fact].holder if form.agg == "succession" else None
    return holder is not None and form.on(holder.post) is None and base.fact == form.fact


def is_bare(items: Sequence[Item], form: LogicalForm) -> bool:
    """ "who led?", "show the deals": a few words without any condition."""
    told = [item for item in items if not item.has(*_GRAMMAR)]
    return len(told) <= 2 and not (form.filters or form.thresholds or form.period or form.by)
