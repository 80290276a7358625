"""The tokenizer: spaCy's English one, with cuts that names need and a guard against its quadratic cases."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

LONGEST_PIECE = 80
VOCABULARY = 20_000  # different words that are kept for good; further ones are forgotten with their memory zone
_LONG_RUN = re.compile(rf"\S{{{LONGEST_PIECE + 1},}}")
_GLUED = re.compile(r"(?<=\S)(?=\|)|(?<=\|)(?=\S)")  # where the bars of a table touch its cells
_WHOLE = re.compile(  # what no rule cuts, be they tried or not, and "Mail.Ru"
    r"(?:[A-Za-z]+|\d+(?:[.,]\d+)*|[A-Z][A-Za-z]+\.(?:Ru|Com|Net|Org|Io|Ai|Tv|De|Fr|Uk|Cn|Kz))\Z").match
_SCALES = r"(?<=[0-9])(?:[Mm]l?n|[Mm]io)$"  # of "5mn", as English rules cut the "m" of "5m"
_MONEYS = (  # glued to a sum, "SFr6"; training texts write nearly all of them apart
    r"(?:SFr|Sfr|FFr|BFr|Dfl|SKr|NKr|DKr|Rs|DM|Rp|EUR|CHF|GBP|USD|AUD|CAD|NZD|SGD|HKD|JPY|INR|NOK|SEK|DKK|CNY|KRW|ZAR|PHP|NGN)(?=[0-9])")
_INFIXES = [r"(?<=[.])-(?=[A-Za-z])", r"(?<=[A-Za-z0-9])[<>()/](?=[A-Za-z0-9])", r"(?<=[a-z0-9])[-–—](?=[A-Z])"]


class BoundedTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer over pieces of bounded length, its cost grows with the square of a run without spaces, and over single cells."""

    def __call__(self, text: str) -> Doc:
        """Tokenize; `doc.text == text` always holds."""
        if not _LONG_RUN.search(text) and not _GLUED.search(text):
            return super().__call__(text)
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            for token in super().__call__(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "BoundedTokenizer":
        """Read what `to_bytes` gave."""
        super().from_bytes(bytes_data, exclude=exclude)
        for rule, cut in (("suffix_search", _SCALES), ("prefix_search", f"^{_MONEYS}")):
            setattr(self, rule, _also(getattr(self, rule), cut))
        self.token_match = _WHOLE
        return self


def _also(search: Any, cut: str) -> Any:
    """A rule that cuts one thing more, whatever the tokenizer was saved with."""
    pattern = search.__self__.pattern
    return search if cut in pattern else re.compile(f"{pattern}|{cut}").search


def _pieces(text: str) -> list[str]:
    """Cut inside runs without spaces only, so that joined pieces are the text."""
    runs = (cut for run in _LONG_RUN.finditer(text) for cut in range(run.start() + LONGEST_PIECE, run.end(), LONGEST_PIECE))
    cuts = sorted({0, len(text), *runs, *(match.start() for match in _GLUED.finditer(text))})
    return [text[start:end] for start, end in pairwise(cuts)]


@spacy.registry.tokenizers("rie.Tokenizer.v1")
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """English tokens, cut also at "Calif.-based", "BANNER<BNR>" and after a year in brackets."""

    def create(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        return BoundedTokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex([*defaults.prefixes, r"<", _MONEYS]).search,
            suffix_search=compile_suffix_regex([*defaults.suffixes, r">", r"(?<=[0-9][bBmMkK])\.", _SCALES]).search,
            infix_finditer=compile_infix_regex([*_INFIXES, *defaults.infixes]).finditer,
            token_match=_WHOLE,
            url_match=None,
            max_cache_size=VOCABULARY,
        )

    return create
