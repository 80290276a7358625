"""Names in angle brackets: a news wire sets them around companies that no exchange lists, as "<Sale Tilney Plc> said"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

LONGEST = 12  # words
_NONE = {"/", "=", "@", ":", "://", "\""}  # of markup and addresses


def bracketed(doc: Doc, label: str) -> Iterator[Span]:
    """What stands in such brackets and looks like a name of two words or more: symbols ("<SBK>") and markup do not.

    Args:
        doc: tokens.
        label: of the names.
    """
    opened = None
    for token in doc:
        if token.text == "<":
            opened = token.i + 1
        elif token.text == ">" and opened is not None:
            name = doc[opened : token.i]
            if _is_name(name):
                yield Span(doc, name.start, name.end, label=label)
            opened = None


def around(spans: Iterable[Span], names: Iterable[Span]) -> list[Span]:
    """The names with those spans that none of them overlaps."""
    names = list(names)
    taken = {index for name in names for index in range(name.start, name.end)}
    return [*names, *(span for span in spans if not taken & set(range(span.start, span.end)))]


def _is_name(name: Span) -> bool:
    words = [token for token in name if token.is_alpha]
    if not 2 <= len(words) <= LONGEST or any(token.text in _NONE or token.is_space for token in name):
        return False
    return bool(name[0].text[0].isupper()) and any(char.islower() for char in name.text) and words[-1].text[0].isupper()
