"""The words of a question, and what its numbers, days and times can mean in SQL."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?(?![a-z])|[a-z0-9]+(?:['\u2019](?!s\b)[a-z]+)?|['\u2019]s\b|[%$#]")
_NUMBERS: Final = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
)
_ONES: Final = {word: number for number, word in enumerate(_NUMBERS)}
_TENS: Final = {word: 10 * ten for ten, word in enumerate(re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000, "m": 1_000_000}
_RANKS: Final = re.findall(
    r"\w+",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth",
)
_ORDINALS: Final = {word: number for number, word in enumerate(_RANKS, 1)} | {"thirtieth": 30}
_MONTH_NAMES: Final = re.findall(r"\w+", "january february march april may june july august september october november december")
_MONTHS: Final = {word: number for number, name in enumerate(_MONTH_NAMES, 1) for word in (name, name[:3])} | {"sept": 9}
_CLOCK: Final = re.compile(r"(\d{1,2})(?::(\d\d))?")
_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case without accents, and its place in the question."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens `first` to `last` (exclusive) as a number, day or time; `forms` are its texts in SQL by kind."""

    first: int
    last: int
    mask: str
    forms: dict[str, str]


def tokens_of(text: str) -> list[Token]:
    """The words of a text in order; marks are left out."""
    plain = _plain(text)
    return [Token(match[0].replace("\u2019", "'"), match.start(), match.end()) for match in _TOKEN.finditer(plain)]


def _plain(text: str) -> str:
    """Lower case without accents, letter by letter, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", char)[:1].lower()[:1] or " " for char in text)


@lru_cache(maxsize=200_000)
def norm(text: str) -> str:
    """A value as its words stand in a question."""
    return " ".join(token.text for token in tokens_of(text) if token.text != "'s")


def number_norm(text: str) -> str | None:
    """A number as text without needless digits; None for what is no number."""
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    return str(int(value)) if value.is_integer() else repr(value)


def readings(tokens: list[Token]) -> Iterator[Reading]:
    """All numbers, days and times of a question; they may overlap."""
    for place in range(len(tokens)):
        for find in (_date, _time, _ordinal, _number):
            found = find(tokens, place)
            if found is not None:
                yield found


def _number(tokens: list[Token], place: int) -> Reading | None:
    last, value = place, None
    text = tokens[place].text
    digits = number_norm(text) if text[0].isdigit() else None
    if digits is not None:
        last, value = place + 1, float(digits)
    elif text in _ONES or text in _TENS:
        last, value = _spelled(tokens, place)
    if value is None:
        return None
    while last < len(tokens) and tokens[last].text in _SCALES:
        value, last = value * _SCALES[tokens[last].text], last + 1
    return Reading(place, last, "<num>", {"number": number_norm(repr(value)) or ""})


def _spelled(tokens: list[Token], place: int) -> tuple[int, float]:
    text = tokens[place].text
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if text in _TENS and 0 < _ONES.get(following, 0) < 10:
        return place + 2, float(_TENS[text] + _ONES[following])
    return place + 1, float(_TENS.get(text, _ONES.get(text, 0)))


def _ordinal(tokens: list[Token], place: int) -> Reading | None:
    text = tokens[place].text
    value = _ORDINALS.get(text) or (int(text[:-2]) if re.fullmatch(r"\d+(?:st|nd|rd|th)", text) else None)
    last = place + 1
    if text in _TENS and last < len(tokens) and 0 < _ORDINALS.get(tokens[last].text, 0) < 10:
        value, last = _TENS[text] + _ORDINALS[tokens[last].text], last + 1
    return None if value is None else Reading(place, last, "<num>", {"ordinal": str(value)})


def _date(tokens: list[Token], place: int) -> Reading | None:
    text = tokens[place].text
    iso, slashed = _ISO.fullmatch(text), _SLASHED.fullmatch(text)
    if iso:
        return _dated(place, place + 1, int(iso[2]), int(iso[3]), int(iso[1]))
    if slashed:
        return _dated(place, place + 1, int(slashed[1]), int(slashed[2]), int(slashed[3]))
    if text in _MONTHS:
        day, last = _day_at(tokens, place + 1)
        year, last = _year_at(tokens, last)
        return _dated(place, last, _MONTHS[text], day, year)
    day, last = _day_at(tokens, place)
    last += last < len(tokens) and day is not None and tokens[last].text == "of"
    if day is None or last >= len(tokens) or tokens[last].text not in _MONTHS:
        return None
    year, end = _year_at(tokens, last + 1)
    return _dated(place, end, _MONTHS[tokens[last].text], day, year)


def _day_at(tokens: list[Token], place: int) -> tuple[int | None, int]:
    found = _DAY.fullmatch(tokens[place].text) if place < len(tokens) else None
    if found and 1 <= int(found[1]) <= 31:
        return int(found[1]), place + 1
    spelled = _ordinal(tokens, place) if place < len(tokens) else None
    return (int(spelled.forms["ordinal"]), spelled.last) if spelled else (None, place)


def _year_at(tokens: list[Token], place: int) -> tuple[int | None, int]:
    found = place < len(tokens) and re.fullmatch(r"(?:1[5-9]|20|21)\d\d", tokens[place].text)
    return (int(tokens[place].text), place + 1) if found else (None, place)


def _dated(first: int, last: int, month: int, day: int | None, year: int | None) -> Reading:
    forms = {"month": str(month), "month2": f"{month:02}"}
    if year is not None:
        forms |= {"year": str(year), "year_month": f"{year}-{month:02}"}
    if day is not None:
        forms |= {"day": str(day), "day2": f"{day:02}"}
    if day is not None and year is not None:
        forms |= {"iso": f"{year}-{month:02}-{day:02}", "us": f"{month}/{day}/{year}", "us2": f"{month:02}/{day:02}/{year}"}
    return Reading(first, last, "<date>", forms)


def _time(tokens: list[Token], place: int) -> Reading | None:
    text = tokens[place].text
    if text in ("noon", "midnight"):
        return _timed(place, place + 1, 12 if text == "noon" else 0, 0)
    joined = re.fullmatch(r"(\d{1,2})(?::(\d\d))?(am|pm)", text)
    if joined:
        return _timed(place, place + 1, *_clock(joined[1], joined[2], joined[3]))
    found = _CLOCK.fullmatch(text)
    following = "".join(token.text for token in tokens[place + 1 : place + 3])
    half = "am" if following.startswith("am") else "pm" if following.startswith("pm") else ""
    if found is None or int(found[1]) > 24 or not (half or found[2] or following.startswith("oclock") or following.startswith("o'clock")):
        return None
    size = 0 if not half else 1 if tokens[place + 1].text == half else 2
    return _timed(place, place + 1 + size, *_clock(found[1], found[2], half))


def _clock(hour: str, minute: str | None, half: str) -> tuple[int, int]:
    return (int(hour) % 12 + 12 * (half == "pm") if half else int(hour)), int(minute or 0)


def _timed(first: int, last: int, hour: int, minute: int) -> Reading:
    forms = {"hhmm": str(hour * 100 + minute), "clock": f"{hour:02}:{minute:02}", "clock_s": f"{hour:02}:{minute:02}:00", "hour": str(hour)}
    return Reading(first, last, "<time>", forms)
