"""Lines, titles and signs written otherwise."""

import re
from collections.abc import Callable, Mapping
from textwrap import wrap
from typing import Any, Final

Record = dict[str, Any]
Texts = Callable[[str, str], tuple[str, str]]  # title and text
_SMALL: Final = {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with"}


def of_texts(rewrite: Texts) -> Callable[[Record, Record], tuple[Record, Record] | None]:
    """A rewriting of title and text that leaves gold as it is."""

    def rewriting(document: Record, gold: Record) -> tuple[Record, Record] | None:
        given = document.get("title") or "", document["text"]
        title, text = rewrite(*given)
        return None if (title, text) == given else ({**document, "title": title, "text": text}, gold)

    return rewriting


def of_text(rewrite: Callable[[str], str]) -> Callable[[Record, Record], tuple[Record, Record] | None]:
    """The same for what is done to title and text alike."""
    return of_texts(lambda title, text: (rewrite(title), rewrite(text)))


def _one_line(title: str, text: str) -> tuple[str, str]:
    """Paragraphs joined; tables and lists of cells are left as they are."""
    if text.count("|") > 3 or "   " in text or "\t" in text or _cells(text):
        return title, text
    return title, " ".join(line.strip() for line in text.split("\n") if line.strip())


def _cells(text: str) -> bool:
    """Whether a text has a table with a cell a line: many short lines with figures alone."""
    return len(re.findall(r"(?m)^[^\na-z]{0,4}[\d(][\d,.()%-]*$", text)) > 3


def _wrapped(title: str, text: str) -> tuple[str, str]:
    def line(one: str) -> str:
        long = len(one) > 70 and "|" not in one and "   " not in one
        return "\n".join(wrap(one, 70, break_long_words=False, break_on_hyphens=False)) if long else one

    return title, "\n".join(map(line, text.split("\n")))


def _title_case(title: str) -> str:
    words = title.split(" ")
    return " ".join(word[:1].upper() + word[1:] if word.islower() and (not at or word not in _SMALL) else word
                    for at, word in enumerate(words))  # fmt: skip


def _curly(text: str) -> str:
    text = re.sub(r'"(?=[\w$(])', "\u201c", text.replace("'", "\u2019"))
    return text.replace('"', "\u201d")


REWRITINGS: Final[Mapping[str, Any]] = {
    "one line": of_texts(_one_line),
    "no title": of_texts(lambda title, text: ("", text)),
    "title in the text": of_texts(lambda title, text: ("", f"{title}\n\n{text}" if title else text)),
    "title in capitals": of_texts(lambda title, text: (title.upper(), text)),
    "title case": of_texts(lambda title, text: (_title_case(title), text)),
    "wrapped lines": of_texts(_wrapped),
    "single line ends": of_texts(lambda title, text: (title, re.sub(r"\n\n+", "\n", text))),
    "double line ends": of_texts(lambda title, text: (title, re.sub(r"(?<!\n)\n(?!\n)", "\n\n", text))),
    "curly quotes": of_text(_curly),
    "byline": of_texts(lambda title, text: (title, f"By Staff Writer\n\nUpdated 9:41 a.m. ET\n\n{text}")),
}
