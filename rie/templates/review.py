"""`rie templates review`: a person accepts or rejects drafted templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import yaml

from rie.ask.templates import parse_template
from rie.errors import UsageError
from rie.templates.draft import Draft, read_drafts, write_drafts

CHOICES: Final = {"a": "accept", "r": "reject", "s": "skip", "q": "quit"}


def review(file: Path, folder: Path, choose: Callable[[Draft, str], str]) -> tuple[int, int]:
    """Go through the drafts without a decision; accepted ones become template files with a case beside them.

    Args:
        file: a review file, into which the decisions are written.
        folder: where accepted templates are written; it is made when it does not exist.
        choose: is given a draft and how it is told to a person; returns one of `CHOICES`.

    Returns:
        How many were accepted and how many rejected.

    Raises:
        UsageError: the file is no review file, or a template of that name is there already.
    """
    drafts = read_drafts(file)
    accepted = rejected = 0
    for place, item in enumerate(drafts):
        chosen = choose(item, told(item)) if item.decision is None else "s"
        if chosen == "q":
            break
        if chosen in ("a", "r"):
            drafts[place] = _decided(item, chosen, folder)
            accepted, rejected = accepted + (chosen == "a"), rejected + (chosen == "r")
            write_drafts(drafts, file)
    return accepted, rejected


def told(draft: Draft) -> str:
    """A draft as a person reads it."""
    asked = f"{draft.question}   (refused {draft.count} {'time' if draft.count == 1 else 'times'})"
    state = "\n".join(f"cannot be used: {problem}" for problem in draft.problems) or f"checked; answers: {draft.answer}"
    return f"{asked}\n\n{draft.template}\n{state}\n"


def _decided(draft: Draft, chosen: str, folder: Path) -> Draft:
    if chosen == "r":
        return replace(draft, decision="rejected")
    if draft.problems:
        raise UsageError(f"the template for {draft.question!r} has problems: {draft.problems[0]}; mend it in the review file, or reject it")
    _write(draft, folder)
    return replace(draft, decision="accepted")


def _write(draft: Draft, folder: Path) -> None:
    template = parse_template(draft.template, "the draft")
    file = folder / f"{template.id}.sql"
    if file.exists():
        raise UsageError(f"{file} is there already; change the id of the draft in the review file")
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(draft.template, encoding="utf-8")
    cases: Sequence[dict[str, str]] = [{"ask": draft.question}]
    file.with_suffix(".yaml").write_text(yaml.safe_dump(list(cases), allow_unicode=True, width=130), encoding="utf-8")
