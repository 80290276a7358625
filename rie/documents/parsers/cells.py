"""Cells of a table: what is an amount, a period, a scale; symbols that stand in a cell of their own join their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

MARK = "\ue000"  # in front of a footnote mark: "12.3" and a raised "1" are not "12.31"

_CURRENCY = r"(?:(?:US|CA|AU|NZ|HK|[CARS])?\$|[€£¥₹]|USD|EUR|GBP|CAD|AUD|JPY|CHF|SEK|NOK|DKK|INR|CNY|RMB)"
_DASH = r"[-–—−]+"
_NUMBER = r"(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)*"
_AMOUNT = re.compile(
    rf"[~≈<>+±]?\(?(?:{_DASH})?\+?{_CURRENCY}?\s?\(?(?:{_DASH})?\s?(?:{_NUMBER}|\.\d+)\)?\s?"
    rf"(?:%|x|bps|pts|pp|[kmb]n?|thousand|million|billion|trillion)?\)?\s?{_CURRENCY}?[*†‡]*"
    rf"|{_CURRENCY}?\s?{_DASH}\s?%?|n/?[am]|nil|\*",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"
_YEAR_ONLY = re.compile(rf"(?:FY|fiscal|CY|year|full year)?\s?['’]?{_YEAR}\s?[AEF]?", re.IGNORECASE)
_DAY = re.compile(rf"\d{{1,2}}\.\d{{1,2}}\.{_YEAR}")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)"
)
_PERIOD = re.compile(
    rf"\b(?:{_YEAR}|{_MONTH}\.?(?=\s+\d|,|\s*$)|(?:months?|weeks?|years?|quarters?|period|days?)\s+(?:ended|ending)"
    r"|as\s+(?:of|at)|Q[1-4]|[1-4]Q|(?:first|second|third|fourth|prior|current)\s+(?:quarter|year)|full[- ]year|fiscal"
    r"|(?:three|six|nine|twelve)\s+months|year[- ]to[- ]date|YTD)\b",
    re.IGNORECASE,
)
_PERIOD_LEAD = re.compile(
    r"(?:(?:for|in)\s+)?(?:the\s+)?"
    r"(?:(?:(?:three|six|nine|twelve|\d+)[- ])?(?:months?|weeks?|fiscal\s+years?|years?|half[- ]years?|quarters?|periods?)"
    r"\s+(?:ended|ending|to)"
    rf"|as\s+(?:of|at)|{_MONTH})(?:\s+{_MONTH}\.?)?(?:\s+\d{{1,2}}(?:\s+{_MONTH}\.?)?)?,?:?",
    re.IGNORECASE,
)
_FORM = re.compile(rf"\d+|\b{_MONTH}\b", re.IGNORECASE)
_SCALE = re.compile(
    r"\b(?:in|of|expressed in)\s+(?:[\w.$€£]+\s+){0,3}(?:thousands|millions|billions|000s|thousand|million)\b"
    r"|(?:\$|US\$|€|£|USD|EUR|dollars?)?\s?[(']?\b000s?\b|\b(?:dollars|amounts|shares|figures)\s+in\b"
    r"|\b(?:thousands|millions|billions)\s+of\s+(?:U\.?S\.?\s+)?(?:dollars|euros?|pounds|yen|shares)\b|\bunaudited\b"
    r"|\bexcept\s+(?:per|share|percent|where)\b",
    re.IGNORECASE,
)
_NO_SCALE = re.compile(r"(?<!\.[A-Z])[.!?]\s|\d{3},\d{3}")  # a sentence, or an amount
_BETWEEN = re.compile(r"\s(?:[-–—]|to)\s", re.IGNORECASE)
_PREFIX = re.compile(rf"\(?{_CURRENCY}\s?\(?|\(")
_SUFFIX = re.compile(r"\)?\s?%?\s?\)?|x|bps|pts|pp")
_STARTS_NUMBER = re.compile(rf"\(?(?:{_DASH})?\(?[\d.]|{_DASH}$|\($")
_ENDS_NUMBER = re.compile(r"[\d)]$|[–—−-]$")
_SPACED = (
    (re.compile(rf"(?<!\w)({_CURRENCY}\(?)\s+(?=[(\d.–—−-])"), r"\1"),
    (re.compile(r"(?<=\()\s+(?=[\d$€£.])"), ""),
    (re.compile(r"(?<=\d)\s+(?=\))"), ""),
    (re.compile(r"(?<=[\d)])\s+(?=%)"), ""),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and the columns that it covers, `start` to `end` (not included). `head` is that of `<th>`."""

    start: int
    end: int
    text: str
    head: bool = False

    def overlaps(self, other: Cell) -> bool:
        """Whether both cover a column."""
        return self.start < other.end and other.start < self.end


Row = Sequence[Cell]


def is_amount(text: str) -> bool:
    """Whether a cell holds a number or stands for none ("—", "n/a"); a year is not an amount."""
    ends = [end.strip() for end in _BETWEEN.split(text.partition(MARK)[0])]
    if any(_DAY.fullmatch(end) for end in ends):
        return False
    return all(_AMOUNT.fullmatch(end) for end in ends) and not all(is_year(end) for end in ends)


def is_figure(text: str) -> bool:
    """Whether a cell holds an amount with digits."""
    return is_amount(text) and any(sign.isdigit() for sign in text)


def is_year(text: str) -> bool:
    """Whether a cell holds a year and nothing else."""
    return bool(_YEAR_ONLY.fullmatch(text.strip()))


def has_year(text: str) -> bool:
    """Whether a year stands in a text."""
    return bool(re.search(rf"\b{_YEAR}\b", text))


def is_period(text: str) -> bool:
    """Whether a cell names a period or a day ("Three Months Ended March 31,", "Q1 2021")."""
    return bool(_PERIOD.search(text)) and len(text) < 80


def leads_period(text: str) -> bool:
    """Whether a text only begins a period that other cells end ("Year ended December 31,")."""
    return bool(_PERIOD_LEAD.fullmatch(text.strip()))


def split_periods(cell: Cell) -> list[Cell]:
    """A cell for each of the periods of one form that columns set close together make one of: "Q3 2021 Q3 2020"."""
    words = [(word.start(), word.end()) for word in re.finditer(r"\S+", cell.text)]
    for size in range(1, len(words) // 2 + 1):
        ends = [(words[at][0], words[at + size - 1][1]) for at in range(0, len(words) - size + 1, size)]
        texts = [cell.text[start:end] for start, end in ends]
        if len(words) % size == 0 and all(map(is_period, texts)) and len({_FORM.sub("0", text.lower()) for text in texts}) == 1:
            width = (cell.end - cell.start) / len(cell.text)
            edges = [(cell.start + round(start * width), cell.start + round(end * width)) for start, end in ends]
            return [replace(cell, start=start, end=max(end, start + 1), text=text) for (start, end), text in zip(edges, texts, strict=True)]
    return [cell]


def is_scale(text: str) -> bool:
    """Whether a text says how the numbers of a table are to be read ("(in millions, except per share data)")."""
    return len(text) < 160 and bool(_SCALE.search(text)) and not _NO_SCALE.search(text)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the scale of the table below it ("Outlook (in millions)")."""
    return is_scale(text) and len(text) < 80 and not text.endswith((".", ":", ";", ","))


def close_up(text: str) -> str:
    """The text of a cell on one line; signs stand next to their number."""
    text = " ".join(text.split()).replace("|", "/")
    for pattern, by in _SPACED:
        text = pattern.sub(by, text)
    return text


def join_signs(row: Row) -> list[Cell]:
    """The filled cells of a row; "$", "(", ")" and "%" that have a cell of their own join the number beside them."""
    joined: list[Cell] = []
    for cell in (cell for cell in row if cell.text):
        last = joined[-1] if joined else None
        if last is not None and (glue := _glue(last.text, cell.text)) is not None:
            joined[-1] = replace(last, end=cell.end, text=last.text + glue + cell.text)
        else:
            joined.append(cell)
    return joined


def _glue(left: str, right: str) -> str | None:
    """What comes between two cells that are one value; None when they are two."""
    if _PREFIX.fullmatch(left) and _STARTS_NUMBER.match(right):
        return ""
    if right.startswith(MARK) and (is_amount(left) or is_year(left)):
        return ""
    if not _SUFFIX.fullmatch(right) or not _ENDS_NUMBER.search(left) or is_year(left) or not is_amount(left + ")" * _is_open(left)):
        return None
    return " " if right in ("bps", "pts", "pp") else ""


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")
