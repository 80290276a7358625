"""Rows of tables whose cells nothing sets apart: "Revenue$71.9$66.0" below "20182017".

A run of figures is cut only where there is one way to do it: thousands are grouped by commas, brackets close, and all figures have as many
decimals. "22.724.9" is 22.7 and 24.9; "9881,012" may be 988 and 1,012 or 9 and 881,012, "988941" anything.
"""

import re
from collections.abc import Iterator

COLUMNS = 6
LONGEST = 120  # characters of a row
_YEARS = re.compile(rf"\s*((?:19|20)\d\d){{2,{COLUMNS}}}\s*")
_YEAR = re.compile(r"\d{4}")
_TAIL = re.compile(r"[\d.,$€£()%\u2013-]+\s*$")
_SIZE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3})(?:\.\d+)?"
_CELL = re.compile(rf"[$€£]?[-\u2013]?[$€£]?{_SIZE}%?|[$€£]?\([$€£]?{_SIZE}\)?%?\)?")
_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_WHOLE = re.compile(r"[$€£]?\(?[$€£]?\d{1,3}(?:,\d{3})*(?:\.\d+)?\)?%?")


def years_in(line: str) -> list[tuple[int, int]]:
    """Where the years stand in a line that is nothing but years: "20182017"."""
    return [match.span() for match in _YEAR.finditer(line)] if _YEARS.fullmatch(line) else []


def is_glued(line: str) -> bool:
    """Whether a line is a label with figures that nothing sets apart, or years alone."""
    return bool(years_in(line)) or any(cells_in(line, width) for width in (2, 3, 4))


def cells_in(line: str, width: int) -> list[tuple[int, int]]:
    """Where the figures of a row stand, each as a number and nothing else; empty where the row cannot be cut in one way alone."""
    tail = _TAIL.search(line) if len(line) <= LONGEST else None
    if tail is None or sum(tail[0].count(sign) for sign in ".,$(") < 2:
        return []
    end = len(line.rstrip())
    for start in range(tail.start(), end):
        label = line[:start]
        if not label.strip() or not re.search(r"[A-Za-z)\]*\u2020]\s?$", label) or _WHOLE.fullmatch(line, start, end):
            continue
        cuts = [cut for cut in _cuts(line, start, end, width) if _is_even(line, cut)]
        if cuts:
            return [_number(line, low, high) for low, high in cuts[0]] if len(cuts) == 1 else []
    return []


def _cuts(line: str, start: int, end: int, width: int) -> Iterator[list[tuple[int, int]]]:
    """All ways to cut a run into so many cells."""
    if width == 1:
        if _CELL.fullmatch(line, start, end) and _closes(line[start:end]):
            yield [(start, end)]
        return
    for at in range(start + 1, end):
        if _CELL.fullmatch(line, start, at) and _closes(line[start:at]):
            yield from ([(start, at), *rest] for rest in _cuts(line, at, end, width - 1))


def _closes(cell: str) -> bool:
    return cell.count("(") == cell.count(")")


def _is_even(line: str, cut: list[tuple[int, int]]) -> bool:
    """Whether all figures have as many decimals, and no thousand stands without its comma."""
    numbers = [match for low, high in cut if (match := _NUMBER.search(line, low, high))]
    decimals = {len(match[1] or "") for match in numbers}
    first = cut[0]
    if re.fullmatch(r"\(\d\)", line[first[0] : first[1]]):
        return False  # the mark of a note
    leads = any(re.match(r"0\d", match[0]) for match in numbers)
    return len(decimals) == 1 and not leads and (decimals != {0} or any("," in match[0] for match in numbers))


def _number(line: str, low: int, high: int) -> tuple[int, int]:
    match = _NUMBER.search(line, low, high)
    return match.span() if match else (low, high)
