"""Where the words for a thing without a name begin and end: "two Orlando, Fla., radio stations" are one thing, and "its Six Flags theme
park subsidiary" is one that has a name.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from rie.pipeline.names.places import Gazetteer
from rie.values.name import strip_legal_form

LONGEST = 3  # words behind a place that say what the thing there is
_SMALL = {"and", "of", "the", "&"}
_TAILS = {"of", "<", "located", "in", "at", "and", ",", "from", "serving", "operating", "including", "with", "to", "for", "that", "which"}
UNITS = {"unit", "subsidiary"}
_THINGS = {
    "branch", "branches", "plant", "plants", "station", "stations", "store", "stores", "mill", "mine", "refinery", "factory", "hotel",
    "hospital", "hospitals", "warehouse", "office", "offices", "facility", "facilities", "property", "properties", "brewery", "newspaper",
    "operations", "business", "division", "headquarters", "terminal", "shipyard", "smelter", "clinic", "casino",
}  # fmt: skip


def whole_assets(doc: Doc, asset: str, company: str, gazetteer: Gazetteer | None) -> Iterator[Span]:
    """The entities, things without a name as far as their words go, and those that have one as companies.

    Args:
        doc: with entities.
        asset: the label of things.
        company: the label of names.
        gazetteer: of places, which name no company.
    """
    names = {span.text for span in doc.ents if span.label_ == company}
    until = 0
    for span in doc.ents:
        if span.start < until:
            continue
        whole = span
        if span.label_ == asset and _is_company(span):
            whole = Span(doc, span.start, span.end, label=company)
        elif span.label_ == asset:
            thing = _without_tail(span)
            end = _end(doc, int(thing.end))
            name = _name(thing, names, gazetteer)
            whole = Span(doc, thing.start, end, label=asset) if end else Span(doc, thing.start, name, label=company) if name else thing
        until = int(whole.end)
        yield whole


def _is_company(span: Span) -> bool:
    """Whether a thing has a name with a legal form: "Quillmoor Valley Title Insurance Co"."""
    capital = all(_is_capital(token) or token.lower_ in _SMALL for token in span) and not span.text.isupper()
    return capital and len(span) > 1 and strip_legal_form(span.text) != span.text


def _without_tail(span: Span) -> Span:
    """A thing without what only ties it to its owner or place: "routes of <"."""
    end = int(span.end)
    while end > span.start + 1 and span.doc[end - 1].lower_ in _TAILS:
        end -= 1
    return Span(span.doc, span.start, end, label=span.label_)


def _end(doc: Doc, start: int) -> int | None:
    """Where a thing ends whose words go on behind ", Fla.,"."""
    if doc[start : start + 1].text != ",":
        return None
    close = next((i for i in range(start + 2, min(start + 2 + LONGEST, len(doc))) if doc[i].text == ","), None)
    if close is None or not all(token.text[0].isupper() for token in doc[start + 1 : close]):
        return None
    last = next((i for i in range(close + 1, min(close + 1 + LONGEST, len(doc))) if doc[i].lower_ in _THINGS), None)
    return last + 1 if last is not None and all(token.is_lower for token in doc[close + 1 : last + 1]) else None


def _name(span: Span, names: Collection[str], gazetteer: Gazetteer | None) -> int | None:
    """Where the name ends that a unit has: that of a description in small letters behind it, where the name stands elsewhere too."""
    if span[-1].lower_ not in UNITS or not _is_capital(span[0]):
        return None
    small = next((token.i for token in span if not _is_capital(token) and token.text not in {"&", "-", "'s"}), int(span.end))
    name = span.doc[span.start : small].text
    known = any(other == name or other.startswith(name + " ") for other in names)
    return small if span.start < small < span.end and known and not (gazetteer and gazetteer.knows(name)) else None


def _is_capital(token: Token) -> bool:
    return bool(token.text[0].isupper())
