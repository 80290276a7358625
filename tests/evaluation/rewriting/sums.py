"""Sums, currencies and percentages written otherwise."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from tests.evaluation.rewriting.lines import Record, of_text

_SCALE: Final = {"m": 6, "mn": 6, "mln": 6, "million": 6, "b": 9, "bn": 9, "bln": 9, "billion": 9, "M": 6, "B": 9}
_NUMBER: Final = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_SCALES: Final = r"million|billion|mln|bln|mn|bn|m|b|M|B"
_SUM: Final = re.compile(
    rf"(?P<sign>US\$|[A-Z]{{1,2}}\$|[$€£¥]|\b(?:EUR|USD|GBP|Rs|CHF) ?){_NUMBER}(?:[ -]?(?P<scale>{_SCALES})\b)")
_DOLLARS: Final = re.compile(rf"(?<![A-Za-z\d])\${_NUMBER}(?P<gap>[ -]?)(?P<scale>(?:{_SCALES}|k|K)\b)?")
_OTHER_MONEY: Final = re.compile(
    r"(?i)[A-Z]\$|\d ?c\b|¢|€|£|¥|\b(?:cents?|dollars?|USD|EUR|GBP|euros?|pence|pounds?|yen|dlrs|cts|bucks?)\b")
Unit = Callable[[str, Decimal, str], str]  # sign, number, scale ("million" or "billion")


def _scaled(write: Unit) -> Any:
    def one(match: "re.Match[str]") -> str:
        number = Decimal(match["number"].replace(",", ""))
        return write(match["sign"].strip(), number, "million" if _SCALE[match["scale"]] == 6 else "billion")

    return of_text(lambda text: _SUM.sub(one, text))


def _gap(sign: str) -> str:
    return f"{sign} " if sign[-1:].isalpha() else sign


def _short(sign: str, number: Decimal, scale: str, signs: Mapping[str, str]) -> str:
    return f"{_gap(sign)}{number:,}{signs[scale]}"


def _whole(sign: str, number: Decimal, scale: str) -> str:
    return f"{_gap(sign)}{int(number * 10 ** _SCALE[scale]):,}"


def _currency(code: str, write: Callable[[str, str, str], str]) -> Any:
    """All dollars of a document that has no other money, as another one's."""

    def rewriting(document: Record, gold: Record) -> tuple[Record, Record] | None:
        texts = {key: document[key] for key in ("title", "text") if document.get(key)}
        whole = " ".join(texts.values())
        currencies = {report.get("currency") for report in gold["reports"]} - {None}
        if currencies != {"USD"} or _OTHER_MONEY.search(whole) or not _DOLLARS.search(whole) or re.search(r"\$[^\d]", whole):
            return None
        changed = {key: _DOLLARS.sub(lambda match: write(match["number"], match["gap"], match["scale"] or ""), text)
                   for key, text in texts.items()}  # fmt: skip
        reports = [{**report, "currency": code} if report.get("currency") else report for report in gold["reports"]]
        return {**document, **changed}, {**gold, "reports": reports}

    return rewriting


def _american(sign: str) -> Any:
    """All bare dollars of a document whose figures are in those of the United States."""
    rewrite = of_text(lambda text: re.sub(r"(?<![A-Za-z\d])\$(?=\d)", sign, text))

    def rewriting(document: Record, gold: Record) -> tuple[Record, Record] | None:
        return rewrite(document, gold) if {report.get("currency") for report in gold["reports"]} <= {"USD", None} else None

    return rewriting


def _signed(sign: str) -> Callable[[str, str, str], str]:
    return lambda number, gap, scale: f"{sign}{number}{gap}{scale}"


def _named(word: str) -> Callable[[str, str, str], str]:
    return lambda number, gap, scale: f"{number}{gap or ' '}{scale} {word}" if scale in ("million", "billion") and gap != "-" else (
        f"{number} {word}" if not scale else f"{number}{gap}{scale} {word}")


def _percent(word: str) -> Any:
    return of_text(lambda text: re.sub(r"(?<=\d)(?:%| (?:percent|per cent|pct)\b)(?!-)", word, text))


_SHORT: Final = {"million": "m", "billion": "bn"}
_CAPITAL: Final = {"million": "M", "billion": "B"}
_MN: Final = {"million": "mn", "billion": "bn"}
_MLN: Final = {"million": " mln", "billion": " bln"}
_LONG: Final = {"million": " million", "billion": " billion"}

REWRITINGS: Final[Mapping[str, Any]] = {
    "$5m": _scaled(lambda sign, number, scale: _short(sign, number, scale, _SHORT)),
    "$5M": _scaled(lambda sign, number, scale: _short(sign, number, scale, _CAPITAL)),
    "$5mn": _scaled(lambda sign, number, scale: _short(sign, number, scale, _MN)),
    "$5 mln": _scaled(lambda sign, number, scale: _short(sign, number, scale, _MLN)),
    "$5 million": _scaled(lambda sign, number, scale: _short(sign, number, scale, _LONG)),
    "$5,000,000": _scaled(_whole),
    "US$5": _american("US$"),
    "USD 5": _american("USD "),
    "€": _currency("EUR", _signed("€")),
    "£": _currency("GBP", _signed("£")),
    "A$": _currency("AUD", _signed("A$")),
    "C$": _currency("CAD", _signed("C$")),
    "SFr": _currency("CHF", _signed("SFr")),
    "CHF": _currency("CHF", _signed("CHF ")),
    "Rs": _currency("INR", _signed("Rs ")),
    "EUR": _currency("EUR", _signed("EUR ")),
    "euros": _currency("EUR", _named("euros")),
    "percent": _percent(" percent"),
    "%": _percent("%"),
    "per cent": _percent(" per cent"),
    "pct": _percent(" pct"),
}
