"""All rows of an answer, beyond those that the answer itself shows."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from rie.ask.ask import fall_back, read, recall, resolve, state_of
from rie.ask.names.names import Snapshot
from rie.ask.run import named_rows, run_form
from rie.ask.sql.outcome import Outcome
from rie.ask.templates import TemplateAnswer
from rie.pack import Pack

MOST_PAGED = 100_000


def outcome_of(
    question: str, reader: Snapshot, pack: Pack, *, after: Sequence[str] = (), today: str | datetime.date | None = None
) -> Outcome | None:
    """All rows of an answer, up to `MOST_PAGED`; None where the question is not answered. `rie.ask.sql.evidence` gives their evidence.

    Args:
        question: in English.
        reader: the snapshot.
        pack: the pack of its store.
        after: the earlier questions of the conversation, the oldest first.
        today: the day that "last year" is told from; today's date without it.

    Raises:
        QueryLimit: it asks for more than can be looked up at once.
    """
    state = state_of(question, reader, pack, after, today)
    try:
        for step in (recall, read, resolve):
            step(state)
    except RecursionError:
        return None
    outcome = state.decision.outcome if state.decision else None
    if outcome is None:
        return None
    if outcome.truncated:
        outcome = run_form(outcome.form, reader, pack, MOST_PAGED)
    named_rows(outcome, pack)
    return outcome


def told_of(
    question: str, reader: Snapshot, pack: Pack, *, after: Sequence[str] = (), today: str | datetime.date | None = None
) -> TemplateAnswer | None:
    """What a template answers to a question that has no answered reading; arguments and errors are those of `outcome_of`."""
    state = state_of(question, reader, pack, after, today)
    try:
        for step in (recall, read, resolve, fall_back):
            step(state)
    except RecursionError:
        return None
    return state.told
