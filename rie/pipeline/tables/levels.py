"""Headers of several lines: what stands over each column, from the highest line to the lowest.

    Three Months Ended June 30, | Six Months Ended June 30,          | | Three Months Ended | | Six Months Ended | |
    2018 | 2017 | 2018 | 2017                                        | | June 30, | | June 30, | |

A line with as many cells as the lowest one names the columns in their places, an empty cell being part of the one before it; of any other
the groups of words are over as many columns each.
"""

import re
from collections.abc import Sequence

from rie.pipeline.tables.header_words import is_beside, is_lead, is_over_columns, is_partial, is_period, plain

BAR = "|"
CAPTION = 160  # characters of a caption
_OVER_YEARS = re.compile(  # in a caption over years: "Selected results, three months ended June 30 (in millions)"
    r"\b((?:(?:three|six|nine|twelve|\d+)[- ])?(?:months?|weeks?|(?:fiscal )?years?|quarters?) (?:ended|ending)"
    r" (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}"
    r"|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)))\b"
    r"(?!,? (?:19|20)\d\d| and\b)", re.IGNORECASE)
_LENGTH = re.compile(r"\b(?:months?|weeks?|quarters?|years?|half)\b", re.IGNORECASE)
_RULE = re.compile(r"[\s=_\u2014|-]*")


def over_columns(own: Sequence[str], above: Sequence[str]) -> dict[int, str]:
    """The words over the columns whose own words are a year or a day, with what begins their period; "" where it does not fit.

    Args:
        own: the cells of the lowest line of a header.
        above: the lines above it, the nearest last.
    """
    partial = [place for place, text in enumerate(own) if is_partial(text)]
    if not partial:
        return {}
    if is_lead(own[0]) and not is_partial(own[0]):
        found = [dict.fromkeys(partial, own[0])]
    else:
        found = [_spread(level, own, partial) for level in _levels(above)] or _caption(own, above, partial)
    if not found:
        return {}
    return {place: _words([level.get(place, "") for level in found], own[place]) for place in partial}


def _levels(above: Sequence[str]) -> list[list[str]]:
    """The cells of the lines that belong to a header, from the highest to the lowest."""
    levels: list[list[str]] = []
    for line in reversed(above):
        cells = [cell.strip() for cell in line.split(BAR)]
        filled = [cell for cell in cells if cell]
        if _RULE.fullmatch(line) or all(map(is_beside, filled)):
            continue
        if not all(is_over_columns(cell) and not is_period(cell) for cell in filled[1:]) or not _opens(filled):
            break
        levels.insert(0, cells)
    return levels


def _opens(filled: Sequence[str]) -> bool:
    """Whether the first cell of a line belongs to a header, or stands over the labels beside cells that do."""
    return is_lead(filled[0]) or is_beside(filled[0]) or any(map(is_lead, filled[1:]))


def _spread(level: Sequence[str], own: Sequence[str], partial: Sequence[int]) -> dict[int, str]:
    """The words of a line for each column; none where they do not fit."""
    if len(level) == len(own) and not all(level[1:]):
        filled = ""
        placed = {}
        for place, words in enumerate(level):
            filled = words if is_lead(words) else "" if words else filled
            placed[place] = filled
        return {place: placed[place] for place in partial if placed[place]}
    names = [words for words in level if is_lead(words)]
    if len(partial) % len(names):
        return {}
    return {number: names[place * len(names) // len(partial)] for place, number in enumerate(partial)}


def _caption(own: Sequence[str], above: Sequence[str], partial: Sequence[int]) -> list[dict[int, str]]:
    """What a caption right above years begins, where it tells one period."""
    line = above[-1] if above else ""
    told = _OVER_YEARS.findall(line) if len(line) <= CAPTION and len(_LENGTH.findall(line)) == 1 and not own[0] else []
    apart = len({own[place] for place in partial}) == len(partial)
    return [dict.fromkeys(partial, told[0])] if len(told) == 1 and apart else []


def _words(over: Sequence[str], own: str) -> str:
    """All words over a column; "" where a line above it has none for it."""
    return " ".join([*(words.rstrip(",: ") for words in over), plain(own).rstrip(": ")]) if all(over) else ""
