"""Units of tables as their captions, headers and labels name them: "(in millions)", "SEK million", "HK$'000", "(pence)"."""

import re
from decimal import Decimal

from rie.values.currency import CODES

_CODE = f"(?:{'|'.join(sorted(code for code in CODES if code.isalpha() and len(code) == 3))})"
_SIGN = rf"(?:[$€£¥₹]|[a-z]{{1,2}}\$|{_CODE}|rmb|rs\.?|kr)"
_SCALE = re.compile(
    r"\b(?:in|expressed in|amounts in|dollars in|figures in)\s*(?:[a-z$€£]+\s+(?:of\s+)?)?"
    r"(?P<scale>thousands?|millions?|billions?|000s?|mln|crores?|lakhs?)\b"
    rf"|(?:^|[(|])\s*{_SIGN}?\s?['’]?(?P<short>000s?|millions?|thousands?|m|mn|bn|crores?|lakhs?)(?: omitted)?\s*(?:[)|]|$)"
    rf"|(?:[$€£¥₹]|\b{_CODE} ?)['’]?(?P<hard>000)s?\b|(?:^|[(|, ])(?P<before>[mtk])(?:{_CODE}|€|kr)\b"
    r"|(?:^|[(|])\s*(?P<of>thousands?|millions?|billions?|crores?) of (?:[a-z.$€£]+ ?){1,3}(?:[)|,;]|$)", re.IGNORECASE)
_CENTS = re.compile(r"\((?:in )?(?:(?:[a-z]{2,3}|[a-z]{1,2}\$|euro|[a-z]+n) )?(?:cents?|cts|pence|p|c|¢|sen|centavos|öre)\)", re.IGNORECASE)
_OF_ONE = re.compile(r"\((?:in )?(?:[a-z]{3}|[$€£¥]|[a-z]{1,2}\$|dollars?|euros?|yen|rupees|pounds?|%|unaudited)\)"
                     rf"|\s{_CODE}\s*(?=\||$)", re.IGNORECASE)
_A_HUNDREDTH = Decimal("0.01")
_SCALES = {"t": Decimal(1_000), "k": Decimal(1_000), "0": Decimal(1_000), "m": Decimal(1_000_000), "b": Decimal(1_000_000_000),
           "c": Decimal(10_000_000), "l": Decimal(100_000)}


def scale_in(text: str) -> Decimal | None:
    """What the numbers of a table are multiplied by, where the text says it."""
    match = _SCALE.search(text)
    return _SCALES[next(group for group in match.groups() if group)[0].lower()] if match else None


def share_scale_in(label: str) -> Decimal | None:
    """A hundredth, where the label of a row says that its figures are in cents or pence."""
    return _A_HUNDREDTH if _CENTS.search(label) else None


def without_units(label: str) -> str:
    """The words of a label without its units."""
    for unit in (_CENTS, _OF_ONE, _SCALE):
        label = unit.sub(" ", label)
    return label
