"""Where the sentences of a text are."""

import re
from collections.abc import Iterator
from typing import Final

_BREAK: Final = re.compile(r"\n+\s*|(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(\[]?[A-Z0-9$€£¥])")
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:inc|corp|co|ltd|bros|nos?|mr|mrs|ms|dr|st|jr|sr|vs|etc|approx|est|rs|pvt|pty|plc|mass|calif|conn|fla|tenn|pa|va|wash|ore|"
    r"colo|minn|wis|ind|ill|mich|tex|ariz|ala|md|mo|nev|okla|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|(?<!series )(?<!class )\b[A-Z])\.\s*$",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as (start, end) offsets, without the white space around them.

    A line break ends a sentence, and so does closing punctuation that no abbreviation explains.
    """
    start = 0
    for found in _BREAK.finditer(text):
        if "\n" in found[0] or not _ABBREVIATION.search(text, max(start, found.start() - 14), found.start()):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
