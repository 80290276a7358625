"""Units of tables as their captions, headers and labels name them: "(in millions)", "SEK million", "HK$'000", "(pence)"."""

import re
from decimal import Decimal

from rie.values.currency import CODES

_CODE = f"(?:{'|'.join(sorted(code for code in CODES if code.isalpha() and len(code) == 3))})"
_SIGN = rf"(?:[$€£¥₹]|[a-z]{{1,2}}\$|{_CODE}|rmb|rm(?!\b)|rm(?=[\s'’])|rs\.?|kr|php|ps\.?|dhs?|tk\.?|rp|(?-i:R(?=['’m ]))|(?-i:P(?=['’])))"
_SCALES_WORDED = r"thousands?|millions?|billions?|000s?|mln|mn|mio\.?|mill\.|thou\.|crores?|cr\.?(?=\s*(?:[)|,;]|$))|lakhs?|lacs?"
_NOUN = (
    r"(?:yen|baht|rupees?|rupiah|dollars?|euros?|pounds?|sterling|rand|won|pesos?|kronor|kroner|crowns|ringgit|dirhams?|riyals?|taka|naira|zlotys?|roubles?|rubles?|yuan|renminbi"
    r"|francs|dinars?|lire)")
_SCALE = re.compile(
    r"\b(?:in|expressed in|amounts in|dollars in|figures in)\s*(?:[a-z.$€£₹]+\s+(?:of\s+)?)?"
    rf"['’]?(?P<scale>{_SCALES_WORDED})(?!\w)(?!\s*\d)"
    rf"|(?:^|[(|])\s*{_SIGN}?\s?['’]?(?P<short>{_SCALES_WORDED}|m|bn|k)(?: omitted)?\s*(?:[)|]|$)"
    rf"|(?:[$€£¥₹]|\b{_CODE} ?|\b(?:RM|rs\.?|php|rmb|tk\.?|baht|[RP](?=['’])) ?)['’]?(?P<hard>000)s?(?![\w,.])"
    rf"|(?:^|[(|, ])(?P<before>[mtk])(?:{_CODE}\b|€(?!\w)|kr\b)(?!\s?[\d-])"
    rf"|(?:[$€£¥₹]|\b{_CODE} ?|\b(?-i:R(?=m\b)))(?P<touching>m|mn|bn|k)(?=\s*(?:[|),/:]|$))"
    rf"|(?:^|[(|])\s*(?P<of>{_SCALES_WORDED}) (?:of )?(?:{_CODE}|{_NOUN}|(?:[a-z.$€£]+ )?{_NOUN}|[$€£])\s*(?:[)|,;]|$)"
    rf"|(?:^|[(|])\s*{_NOUN} (?:in )?(?P<noun>{_SCALES_WORDED})\s*(?:[)|,;]|$)"
    rf"|(?:^|[(|])\s*(?P<all>thousands?|millions?|billions?|crores?) of (?:[a-z.$€£]+ ?){{1,3}}(?:[)|,;]|$)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:all (?:figures|amounts?|numbers|values|sums)|(?:results|figures|amounts?|numbers|values)\b[^.;|\n]{0,60}?\b(?:are|is|given"
    r"|stated|expressed|reported|presented|shown))\b[^.;|\n]{0,60}", re.IGNORECASE)
_CENTS = re.compile(
    r"\((?:in )?(?:(?:[a-z]{2,3}|[a-z]{1,2}\$|euro|[a-z]+n) )?(?:cents?|cts|pence|p|c|¢|sen|centavos|öre|paise|halalas|fils)\)",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    rf"\((?:in )?(?:{_NOUN}|[a-z]{{3}}|[$€£¥₹]|[a-z]{{1,2}}\$|rs\.?|rm|tk\.?|kr|%|unaudited)\)"
    rf"|\s{_CODE}\s*(?=\||$)",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(
    rf"\b(?:{_CODE}|[a-z]{{1,2}}(?=\$)|{_NOUN}|{_SCALES_WORDED}|all|figures|amounts?|in|are|of|except|per|share|data|(?:un)?audited|restated|group|m|bn|k|rm|rs)\b|[^\w]|\bRs?\b",
    re.IGNORECASE,
)
_CODED = re.compile(rf"(?<![A-Za-z])[MTKmtk]?({_CODE[3:-1]})(?:m|mn|bn)?(?![A-Za-z])")
_NAMED = {code: re.compile(pattern) for code, pattern in {
    "MYR": r"\bRM\b|\b[Rr]inggit", "INR": r"\bRs\b|\u20b9|\b[Rr]upees?\b|\b[Cc]rores?\b|\b[Ll]akhs?\b", "JPY": r"\b[Yy]en\b",
    "GBP": r"\u00a3",
    "EUR": r"\u20ac|\b[Ee]uros?\b", "ZAR": r"\bR(?:m\b|['\u2019]000| million)", "THB": r"\b[Bb]aht\b", "CNY": r"\bRMB\b|\b[Rr]enminbi\b",
    "PHP": r"\bPhp\b", "IDR": r"\b[Rr]upiah\b|\bRp\b"}.items()}
_PLAIN = re.compile(rf"(?:{_CODE}|[$€£¥₹]|[A-Z]{{1,2}}\$|RM|Rs\.?)(?: (?:{_CODE}|[$€£¥₹]|[A-Z]{{1,2}}\$|RM|Rs\.?))*")
_A_HUNDREDTH = Decimal("0.01")
_SCALES = {
    "t": Decimal(1_000),
    "k": Decimal(1_000),
    "0": Decimal(1_000),
    "m": Decimal(1_000_000),
    "b": Decimal(1_000_000_000),
    "c": Decimal(10_000_000),
    "l": Decimal(100_000),
}


def scale_in(text: str) -> Decimal | None:
    """What the numbers of a table are multiplied by, where the text says it."""
    match = _SCALE.search(text)
    return _SCALES[next(group for group in match.groups() if group)[0].lower()] if match else None


def scale_of_all(text: str) -> Decimal | None:
    """What a text says that all of its amounts are multiplied by: "results are given below in millions of pesos"."""
    found = {scale for match in _OF_ALL.finditer(text) if (scale := scale_in(match[0]))}
    return found.pop() if len(found) == 1 else None


def currency_in(line: str) -> str | None:
    """The currency of a caption or header that names a scale: "MSEK", "(Rs in crore)", "Millions of yen"."""
    coded = _CODED.search(line)
    if coded:
        return coded[1].upper()
    return next((code for code, pattern in _NAMED.items() if pattern.search(line)), None)


def is_unit(text: str) -> bool:
    """Whether a cell or line names the unit of the figures around it and nothing else: "SEK million", "£'000 £'000"."""
    named = _SCALE.search(text) or _PLAIN.fullmatch(text.strip())
    return named is not None and not _NO_UNIT.sub(" ", _SCALE.sub(" ", text)).strip()


def share_scale_in(label: str) -> Decimal | None:
    """A hundredth, where the label of a row says that its figures are in cents or pence."""
    return _A_HUNDREDTH if _CENTS.search(label) else None


def without_units(label: str) -> str:
    """The words of a label without its units."""
    for unit in (_CENTS, _OF_ONE, _SCALE):
        label = unit.sub(" ", label)
    return label
