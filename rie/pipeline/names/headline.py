"""Names in a headline that is set in capitals, where every word looks like part of one: the text below tells which are.

"MALAYSIA BAILS OUT ANOTHER BANK", "Payments Firm Octavo Said to Seek Funds": a news text names again whom its headline is about, in
letters that tell a name.
"""

from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Doc, Span, Token

from rie.pipeline.parts import title_of
from rie.values.name import strip_legal_form

LEAD = 15  # words at the beginning of the text, which name again whom the headline names; in a list of figures they do not
SHORT = 4  # letters of a word that a headline of capitalised words may leave small


def named_below(doc: Doc, spans: Iterable[Span], labels: frozenset[str]) -> Iterator[Span]:
    """The spans; those of the headline without the words at their ends that the text below does not write as a name does.

    Args:
        doc: with its document in `user_data`.
        spans: of the document, in order.
        labels: of names.
    """
    spans, end = list(spans), _headline(doc)
    if not any(end <= span.start < end + LEAD and span.label_ in labels for span in spans if end):
        yield from spans
        return
    text = doc[end:]
    small = {token.lower_ for token in text if token.is_lower}
    written = {token.lower_ for token in text if not token.is_lower and not token.is_punct} | {"'s", "\u2019s"}
    strangers = None if doc[:end].text.isupper() else small
    for span in spans:
        yield from [span] if span.start >= end or span.label_ not in labels else _within(span, written, strangers)


def named_again(doc: Doc, label: str) -> Iterator[Span]:
    """Names of the text in a headline in capitals: "BUYING BANK OF HARLOW" where the text names "Bank of Harlow".

    Args:
        doc: with entities and its document in `user_data`.
        label: of companies.
    """
    end = _headline(doc)
    if not end or not doc[:end].text.isupper():
        return
    names = {tuple(token.text.upper() for token in span) for ent in doc.ents if ent.label_ == label and ent.start >= end
             for span in [_plain(ent)] if len(span) > 1}
    words = [token.text for token in doc[:end]]
    for name in sorted(names):
        for start in range(end - len(name) + 1):
            if tuple(words[start : start + len(name)]) == name:
                yield Span(doc, start, start + len(name), label=label)


def _plain(name: Span) -> Span:
    """A name without its legal form."""
    kept = len(strip_legal_form(name.text))
    return name.doc[name.start : max((token.i + 1 for token in name if token.idx < name.start_char + kept), default=name.end)]


def _headline(doc: Doc) -> int:
    """The number of tokens of a headline all of whose words begin with capitals, above a text that is not so; 0 where there is none."""
    document = doc.user_data.get("document")
    title = title_of(document)
    if not title or document.text.isupper():
        return 0
    end = next((token.i for token in doc if token.idx >= len(title)), 0)
    return end if all(token.text[0].isupper() for token in doc[:end] if token.is_alpha and len(token) > SHORT) else 0


def _within(span: Span, written: Set[str], small: Set[str] | None) -> Iterator[Span]:
    """What is left of a name without the words at its ends that are written small below, of a headline all in capitals also those that
    do not stand there.
    """

    def is_foreign(token: Token) -> bool:
        return token.lower_ not in written and (small is None or token.lower_ in small)

    start, end = int(span.start), int(span.end)
    while start < end and is_foreign(span.doc[start]):
        start += 1
        while start < end and span.doc[start].text == "-" and is_foreign(span.doc[start + 1]):
            start += 1
    while end > start and is_foreign(span.doc[end - 1]):
        end -= 1
    if start < end:
        yield Span(span.doc, start, end, label=span.label)
