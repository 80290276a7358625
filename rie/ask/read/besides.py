"""Who took part without the part that a few of them have: "who joined Acme's seed without leading it", "besides the lead, who came in"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rie.ask.form import Nested, Not, Reading, in_order
from rie.ask.wording.describe import interpretation
from rie.pack import Pack
from rie.pack.layer import FactLayer

_LEADS: Final = r"(?:the )?(?:co-?)?(?:leads?|leaders?|lead (?:investors?|backers?|vcs?|funds?))"
_BUT: Final = (
    r"(?:other than|besides|beside|apart from|aside from|except(?:ing|ed)?(?: for)?|excluding|not counting|in addition to|"
    r"alongside|next to)"
)
_IT: Final = r"(?:(?: it| them| that| the (?:round|deal|financing|raise)| that (?:round|deal)| any of (?:it|them)))?"
_STOPS: Final = r"(?=\s*[?.,;:)]|$| (?:in|who|which|what)\b)"
_LEFT_OUT: Final = re.compile(
    rf",? ?\(?\b(?:(?:(?:but|and|who|that|which|though|yet|while) )*(?:(?:did|do|does|was|were|has|have)(?: not|n['\u2019]?t)|without|"
    rf"never|not)"
    rf" (?:been |being )?(?:leading|lead|led|the leads?(?: investors?)?){_IT}{_STOPS}"
    rf"|{_BUT} {_LEADS}(?: of (?:it|the round))?(?=\s*[?.,;:)]|$| (?!of\b|for\b))|(?:minus|without|not) {_LEADS}{_STOPS})\)?",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(who|which investors?|what investors?)(?: other| else)\b|\bother (?=investors|backers|"
    r"participants)",
    re.IGNORECASE,
)
_ADJECTIVE: Final = re.compile(r"\bnon-?\s?lead(?:ing)? (?=investors?|backers?|participants?)", re.IGNORECASE)


def besides_reading(question: str, read: Callable[[str], list[Reading]], pack: Pack) -> Reading | None:
    """The reading of such a question; None where it is none.

    Args:
        question: written out.
        read: the readings of a plainer one.
        pack: whose layer says which role is a part of another.
    """
    rest = _LEFT_OUT.sub("", question, count=1) if _LEFT_OUT.search(question) else _ADJECTIVE.sub("", question, count=1)
    if rest == question:
        return None
    rest = _OTHER.sub(lambda found: found[1] or "", rest).strip(" ,:;")
    for reading in read(rest):
        layer = pack.layer.facts.get(reading.form.fact)
        found = _without(reading, layer, pack) if layer is not None else None
        if found is not None:
            return found
    return None


def _without(reading: Reading, layer: FactLayer, pack: Pack) -> Reading | None:
    """Without the players of a narrower role in the same facts."""
    form = reading.form
    role = layer.roles.get(form.role or "")
    narrow = next((name for name, other in layer.roles.items() if role and other.where and other.table == role.table and other.table), None)
    if role is None or role.where or narrow is None or form.agg not in ("list", "distinct") or form.by or form.order:
        return None
    inner = replace(form, agg="list", role=narrow)
    nested = Not(Nested(str(form.role), inner, interpretation(inner, pack)))
    return replace(reading, form=replace(form, filters=in_order((*form.filters, nested))))
