"""Money, numbers, percentages, periods and names: found in text, normalised, printed. For documents and questions alike."""

from rie.values.date import PartialDate
from rie.values.find import find_values
from rie.values.fiscal import Reference, Reported, earlier, last_quarter, named_after, reported
from rie.values.format import print_money, print_number, print_percent
from rie.values.found import Found
from rie.values.fx import Conversion, to_usd
from rie.values.money import Money, find_money, parse_money
from rie.values.name import acronym, fold, folded, is_plain, strip_legal_form, tokens
from rie.values.number import find_numbers, parse_number
from rie.values.percent import find_percents, parse_percent
from rie.values.period import Period, find_periods, parse_period
from rie.values.qualifier import qualifier

__all__ = [
    "Conversion",
    "Found",
    "Money",
    "PartialDate",
    "Period",
    "Reference",
    "Reported",
    "acronym",
    "earlier",
    "find_money",
    "find_numbers",
    "find_percents",
    "find_periods",
    "find_values",
    "fold",
    "folded",
    "is_plain",
    "last_quarter", "named_after",
    "parse_money",
    "parse_number",
    "parse_percent",
    "parse_period",
    "print_money",
    "print_number",
    "print_percent",
    "qualifier",
    "reported",
    "strip_legal_form",
    "to_usd",
    "tokens",
]
