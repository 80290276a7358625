"""Figures of whom no name tells, given to a name that cannot have them: "the division has sales of $5m" to its owner, "the company will
earn $3 a share" to the analyst's bank, "sales of 125,000 tonnes" to the ministry that counts them.
"""

import re
from collections.abc import Mapping, Sequence

from rie.pack import Event
from rie.pipeline.events.references import subject_of
from rie.pipeline.figures.around import Phrases
from rie.pipeline.frame import Frame, Item

REACH = 80  # characters before a name in which its analyst is named
_PART = r"(?:division|unit|subsidiary|subsidiaries|business|businesses|operations?|segment|mill|plant|branch|stores?)"
_UNNAMED = re.compile(
    rf"(?:^\W*|\bsaid,? (?:that )?)(?:the|this|that) (?:[a-z-]+ ){{0,2}}{_PART}"
    r"(?:['\u2019]s [a-z -]{0,30}|,? (?:(?!said\b)[^.;#]){0,120}?"
    r"\b(?:had|has|have|generates?|generated|posted|earned|lost|recorded|reported)\b [^.;,#]{0,40})$", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    r"\b(?:two|three|four|both|companies|firms|businesses|subsidiaries)\b[^.;#]{0,60}\b(?:combined|together|aggregate)\b[^.;,#]{0,40}$"
    r"|\btogether,? (?:the|they|these|both)\b[^.;,#]{0,60}$", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"(?<!, )(?<!is )(?<!was )\b(?:an?|another|each|every) (?:[a-z-]+ ){0,3}(?:company|firm|business|group|unit|maker|manufacturer|chain)"
    r" (?:with|that has|which has|having) (?:an? )?(?:[a-z-]+ ){0,3}$")
_ANALYST = re.compile(
    r"\b(?:analysts?|economists?|strategists?)(?:,? (?-i:[A-Z])[\w.'\u2019-]*){0,3},? (?:of|at|with|for|from) (?:the )?$"
    r"|(?-i:[A-Z])[\w.'\u2019-]+,? (?:an? |the )?(?:[a-z]+ )?(?:analyst|economist|strategist) (?:at|with|of|for) (?:the )?$", re.IGNORECASE)
_ITS_ANALYST = re.compile(r"(?:['\u2019]s?)?(?: [a-z]+)? analysts?\b")


def is_outsider(event: Event, terms: Mapping[str, Phrases], frame: Frame, items: Sequence[Item], *, text: str, start: int) -> bool:
    """Whether the company of a figure is none that has it, by the words of its sentence or around the company's name.

    Args:
        event: of the frame; the roles that its subject fills name those who are no company.
        terms: the compiled vocabularies.
        frame: of one row.
        items: the document's mentions.
        text: what the items' offsets refer to.
        start: where the metric's sentence begins.
    """
    role = next((role for role, spec in event.roles.items() if spec.infer_subject), None)
    number = frame.first(role) if role and event.rows and not event.joins else None
    if role is None or number is None or items[number].key or frame.tabled:
        return False
    name, spec = items[number], event.roles[role]
    never = terms[spec.never_named].find(name.entity.name if name.entity else name.text) if spec.never_named else None
    return never is not None or _is_broker(name, items, text) or _is_untold(event, frame, name, items, text=text, start=start)


def _is_untold(event: Event, frame: Frame, name: Item, items: Sequence[Item], *, text: str, start: int) -> bool:
    """Whether the sentence speaks of a part without a name, or of several, and the company is whom the text is about."""
    before = text[start : items[frame.trigger].start]
    beside = start <= name.start < items[frame.trigger].start and "said" not in text[name.end : items[frame.trigger].start]
    if event.part in frame.roles or frame.listed:
        return False
    if _OF_SOMEBODY.search(before) or (not beside and _OF_SEVERAL.search(before)):
        return True
    subject = subject_of(items, set(event.roles[next(iter(event.roles))].labels))
    return not beside and bool(_UNNAMED.search(before)) and subject is not None and items[subject].identity == name.identity


def _is_broker(name: Item, items: Sequence[Item], text: str) -> bool:
    """Whether a name is only ever told as where an analyst works."""
    return _is_of_analyst(name, text) and all(_is_of_analyst(item, text) for item in items if item.label == name.label
                                              and not item.key and item.identity == name.identity)


def _is_of_analyst(name: Item, text: str) -> bool:
    return bool(_ANALYST.search(text[max(name.start - REACH, 0) : name.start]) or _ITS_ANALYST.match(text, name.end))
