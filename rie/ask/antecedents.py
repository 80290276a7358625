"""Whom a follow-up means: the one name that the question before was answered with, in place of its pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rie.ask.form import LogicalForm, RoleFilter
from rie.ask.names.names import Snapshot
from rie.ask.run import run_form
from rie.pack import Pack

_NOUN: Final = r"(?:round|financing|raise|deal|acquisition|takeover|purchase)"
_PERSON: Final = re.compile(r"\b(?:(?P<own>his|her(?= [a-z]{3}))|he|she|him|her|(?P<their>their)|they|them)\b", re.IGNORECASE)
_THING: Final = re.compile(
    r"\b(?:(?P<own>its|their)|it|they|them|(?:that|this|the same) (?:company|firm|startup|investor|fund|buyer|acquirer|target|seller))\b",
    re.IGNORECASE,
)
_ELSE: Final = re.compile(r"\b(?P<asked>who|what|which \w+) else\b|\b(?P<which>which|what) other (?P<noun>[a-z]+)\b", re.IGNORECASE)
_ASKS: Final = re.compile(r"\b(?:who|whom|when|how|what|which)\b", re.IGNORECASE)
_RIGHT: Final = r"(?:right |directly )?"
_NEXT: Final = re.compile(
    rf"\b(?:in |of )?(?:the|its|their) (?:(?P<after>next|following|subsequent|(?:one|{_NOUN}) {_RIGHT}after)"
    rf"|(?P<before>previous|preceding|prior|(?:one|{_NOUN}) {_RIGHT}before))"
    rf"(?: (?:that|it|this|that one))?(?: (?:one|{_NOUN}))?(?=\s*[?.]*$| (?:led|made|done|raised|bring|was|were|come))",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"^(?:(?:and|so) )?(?:how many|which|what|how often|in which) (?:[a-z-]+ ){0,2}[a-z]+(?<!much)s (?:else )?(?:have|has|did|do|does|had) "
    r"(?:they|it|he|she)\b",
    re.IGNORECASE,
)
_MOST: Final = 3


def answered_name(base: LogicalForm, reader: Snapshot, pack: Pack) -> str | None:
    """The only name that a form finds where it asks for names.

    Args:
        base: the form of the question before.
        reader: the snapshot.
        pack: the pack of its store.
    """
    if base.role is None or base.operands or base.fact not in pack.layer.facts or base.role not in pack.layer.facts[base.fact].roles:
        return None
    found = {row.get(base.role) for row in run_form(base, reader, pack, _MOST).rows}
    return str(found.pop()) if len(found) == 1 and None not in found else None


def with_name(question: str, name: str, base: LogicalForm, pack: Pack) -> Iterator[tuple[str, LogicalForm | None]]:
    """The question with the name in place of who it points to, each with the form that it goes on from.

    Args:
        question: that goes on from another.
        name: what that one was answered with.
        base: its form.
        pack: whose layer says what the name is.
    """
    roles = pack.layer.facts[base.fact].roles
    person = roles[str(base.role)].kind == "person"
    told = _other(question, name, base)
    pronoun = _PERSON if person else _THING
    text = pronoun.sub(lambda found: f"{name}'s" if found["own"] or found.groupdict().get("their") else name, told, count=1)
    if text == question:
        return
    if text == told:
        yield f"and {text}", base  # "who else took part?": in the same
        return
    if person:
        yield text, base
    yield text, None


def with_date(question: str, base: LogicalForm, reader: Snapshot, pack: Pack) -> str | None:
    """ "Who led the one after that?" after a question about one round: the first one of the same company after its day.

    Args:
        question: that goes on from another.
        base: its form.
        reader: the snapshot.
        pack: the pack of its store.
    """
    found, layer = _NEXT.search(question), pack.layer.facts.get(base.fact)
    named = [item.refs[0].name for item in base.filters if isinstance(item, RoleFilter) and len(item.refs) == 1]
    asks = found is not None and _ASKS.search(question[: found.start()])
    if found is None or not asks or layer is None or layer.series or layer.holder or len(named) != 1 or base.operands or base.by:
        return None
    if not _is_owned(base, next(iter(layer.roles))) or (base.order and (len(base.filters) > 1 or base.thresholds or base.period)):
        return None  # "the last seed round led by Acme": what comes before it is one of these, not of the company's
    dated = replace(base, agg="lookup", attribute=layer.date, role=None, measure=None, currency=None)
    days = {str(row.get(layer.date)) for row in run_form(dated, reader, pack, _MOST).rows}
    day = days.pop() if len(days) == 1 else ""
    if len(day) != len("2016-01-31"):
        return None
    which = f"first {layer.noun[0]} after {day}" if found["after"] else f"last {layer.noun[0]} before {day}"
    return f"{question[: found.start()]}{named[0]}'s {which}{question[found.end() :]}"


def _is_owned(base: LogicalForm, doer: str) -> bool:
    """Whether the name in a form is of who did it, as "Acme's round", "Acme's deal" says: not of who led it."""
    return all(item.role == doer for item in base.filters if isinstance(item, RoleFilter))


def asks_of_others(question: str) -> bool:
    """ "How many rounds have they led?": of more facts than the one that the question before was about."""
    return _OTHERS.search(question) is not None


def _other(question: str, name: str, base: LogicalForm) -> str:
    """ "What else did they buy?": besides what is known."""
    found = _ELSE.search(question)
    if found is None:
        return question
    points = _THING.search(question) or _PERSON.search(question)
    named = [item.refs[0].name for item in base.filters if isinstance(item, RoleFilter) and len(item.refs) == 1]
    besides = name if not points else named[0] if len(named) == 1 else None
    asked = found["asked"] or f"{found['which']} {found['noun']}"
    return f"{question[: found.start()]}{asked}{question[found.end() :].rstrip(' ?.')} besides {besides}?" if besides else question


__all__ = ["answered_name", "asks_of_others", "with_date", "with_name"]
