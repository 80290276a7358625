"""Names of companies, made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

KNOWN = 20_000  # names that are kept with their forms: a text says the same ones again and again
_FORMS = (
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "l l c", "lp", "l p", "llp", "l l p",
    "lllp", "plc", "p l c", "gmbh", "gmbh and co kg", "gmbh and co kgaa", "ag", "sa", "s a", "sas", "s a s", "spa", "s p a", "srl",
    "s r l", "sarl", "s a r l", "nv", "n v", "bv", "b v", "ab", "ab publ", "oy", "oyj", "oy ab", "asa", "as", "a s", "aps", "kk",
    "k k", "kabushiki kaisha", "pty", "pty ltd", "pte", "pte ltd", "pvt", "pvt ltd", "private limited", "private ltd", "sdn bhd",
    "bhd", "berhad", "kgaa", "kg", "se", "ehf", "hf", "ou", "sp z o o", "sp zoo", "spolka z o o", "tbk", "pjsc", "ojsc", "oao",
    "ooo", "pao", "zao", "jsc", "cjsc", "ltda", "ltee", "ltda me", "sa de cv", "s a de c v", "s a b de c v", "sab de cv", "s de rl de cv",
    "de cv", "sca", "s c a", "sgps", "a b", "d o o", "doo", "ad", "kft", "zrt", "nyrt", "sro", "s r o", "as publ", "cvba", "sprl",
    "ug", "ev", "eg", "inc ltd", "co inc", "co ltd", "corp ltd", "company limited", "co limited", "public limited company", "unlimited",
    "mbh", "ges mbh", "gesmbh", "eood", "eirl", "pc", "p c", "tmk", "gk", "yk", "bsc", "wll", "fze", "fzco", "as a",
)  # fmt: skip
SMALL_WORDS = frozenset({"and", "of", "the", "for", "de", "la"})  # that an acronym leaves out
_FORM_WORDS = frozenset(tuple(form.split()) for form in _FORMS)
_LONGEST = max(map(len, _FORM_WORDS))
_FORM_ENDS = frozenset(form[-1] for form in _FORM_WORDS)
_LETTERS = str.maketrans(
    {"\u00df": "ss", "\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0142": "l", "\u0111": "d", "\u0131": "i", "\u00fe": "th"}
    | {"&": " and ", "+": " plus "}
)
_APOSTROPHE = re.compile(r"['\u2018\u2019\u02bc`]")
_NOT_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|&")


@lru_cache(maxsize=KNOWN)
def fold(name: str) -> str:
    """The name as it is compared: lower case, plain letters, one space between words, no legal form, no leading "the".

    Args:
        name: any text. What consists of a legal form only ("SE", "The Company") keeps it.

    Returns:
        The folded name; never empty unless the name holds no character that is not white space.
    """
    return " ".join(folded(tokens(name))) or " ".join(name.casefold().split())


def folded(words: list[str]) -> list[str]:
    """Of the words of a name, as `tokens` gives them, those that `fold` keeps."""
    kept = words[: _without_form(words)]
    return kept[1:] if len(kept) > 1 and kept[0] == "the" else kept


def form_words(name: str) -> list[str]:
    """The words of the legal form at the end of a name: ["gmbh"] for "Hooli GmbH"."""
    words = tokens(name)
    return words[_without_form(words) :]


@lru_cache(maxsize=KNOWN)
def strip_legal_form(name: str) -> str:
    """The name as written without the legal form at its end: "Doxly" for "Doxly, Inc."."""
    spans = [(match.start(), match.end(), tokens(match[0])) for match in _WORD.finditer(name)]
    words = [(word, end) for _, end, parts in spans for word in parts]
    kept = _without_form([word for word, _ in words])
    if kept == len(words) or kept == 0:
        return name.strip()
    return name[: words[kept - 1][1]].strip()


def tokens(name: str) -> list[str]:
    """The words of a name in the form in which they are compared, legal form included."""
    if is_plain(name):
        return name.lower().split()
    if name.isascii():
        return _NOT_WORD.sub(" ", _APOSTROPHE.sub("", name).lower().replace("&", " and ").replace("+", " plus ")).split()
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", name).casefold().translate(_LETTERS))
    letters = "".join(char for char in plain if not unicodedata.combining(char)).translate(_LETTERS)
    return _NOT_WORD.sub(" ", letters).split()


def is_plain(name: str) -> bool:
    """Whether the words of a name are its letters and digits between spaces."""
    return name.isascii() and name.replace(" ", "").isalnum()


@lru_cache(maxsize=KNOWN)
def acronym(name: str) -> str:
    """The capital first letters of the words of a name without its legal form; "and", "of", "the" do not count."""
    words = [word for word in tokens(strip_legal_form(name)) if word not in SMALL_WORDS]
    return "".join(word[0] for word in words).upper()


def _without_form(words: list[str]) -> int:
    """How many words are left without the legal forms at the end; at least one, and never only "the"."""
    end = len(words)
    if not words or words[-1] not in _FORM_ENDS:
        return end
    least = 1 if words[:1] != ["the"] else 2
    shrunk = True
    while shrunk:
        lengths = range(min(_LONGEST, end - least), 0, -1)
        length = next((size for size in lengths if tuple(words[end - size : end]) in _FORM_WORDS), 0)
        end, shrunk = end - length, length > 0
    while end > least and end < len(words) and words[end - 1] == "and":
        end -= 1
    return end
