"""How currencies are written: symbols and codes before a number, codes and words behind it, adjectives of countries."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A written currency.

    `currency` is the ISO 4217 code, None when the word alone does not tell ("pesos", "kr"). `factor` is its worth in whole
    units (0.01 for cents). `family` names the noun that several countries share. `strict` units are words or letters with
    other meanings: they count only beside a scale or a grouped number.
    """

    currency: str | None
    factor: Decimal = Decimal(1)
    family: str = ""
    strict: bool = False


_CODES = (
    "USD EUR GBP JPY CNY CNH CHF CAD AUD NZD SGD HKD TWD INR KRW SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RUB UAH ILS AED SAR"
    " QAR KWD BHD OMR EGP ZAR NGN KES GHS TZS UGX BRL MXN ARS CLP IDR MYR THB VND PKR BDT LKR KZT GEL XOF XAF"
    " DEM FRF ITL NLG BEF ESP ATS FIM PTE IEP GRD"
)
_STRICT_CODES = "TRY PHP MAD COP PEN JOD TND UYU"
_OTHER_CODES = {"RMB": "CNY", "NIS": "ILS", "NTD": "TWD", "STG": "GBP", "UK": ""}
_LOWER_CODES = "usd eur gbp jpy inr cad aud chf sek nok dkk cny rmb sgd hkd nzd ils krw zar brl aed stg"

_SYMBOLS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "US $": "USD", "U.S. $": "USD", "USD$": "USD", "USD $": "USD", "US-$": "USD",
    "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "Cdn$": "CAD", "CAD$": "CAD", "CAD $": "CAD", "Can$": "CAD", "CAN$": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "AUD $": "AUD", "AUS$": "AUD", "Aus$": "AUD", "NZ$": "NZD", "NZD$": "NZD",
    "S$": "SGD", "SG$": "SGD", "SGD$": "SGD", "HK$": "HKD", "HKD$": "HKD", "NT$": "TWD", "NTD$": "TWD", "T$": "TWD", "R$": "BRL",
    "BRL$": "BRL", "MX$": "MXN", "Mex$": "MXN", "MXN$": "MXN", "J$": "JMD", "TT$": "TTD", "Z$": "ZWD",
    "\u20ac": "EUR", "EUR\u20ac": "EUR", "\u00a3": "GBP", "GBP\u00a3": "GBP", "UK\u00a3": "GBP", "IR\u00a3": "IEP",
    "E\u00a3": "EGP", "\u00a5": "JPY", "\uffe5": "CNY", "JP\u00a5": "JPY", "CN\u00a5": "CNY", "RMB\u00a5": "CNY",
    "\u20a9": "KRW", "\u20b9": "INR", "Rs.": "INR", "Rs": "INR", "RS.": "INR", "RS": "INR", "INR.": "INR", "Re.": "INR",
    "\u20a6": "NGN", "\u20aa": "ILS", "\u20ba": "TRY", "\u20bd": "RUB", "\u0e3f": "THB", "\u20b1": "PHP", "\u20ab": "VND",
    "\u20b4": "UAH", "\u20b5": "GHS", "SFr": "CHF", "Sfr": "CHF", "SFR": "CHF", "sfr": "CHF", "SwFr": "CHF", "FFr": "FRF",
    "BFr": "BEF", "DM": "DEM", "Dfl": "NLG", "Rp": "IDR", "Rp.": "IDR", "Dh": "AED", "Dhs": "AED", "KSh": "KES",
    "Ksh": "KES", "KES.": "KES", "RM": "MYR", "Tk": "BDT", "Kc": "CZK", "K\u010d": "CZK", "z\u0142": "PLN", "ECU": "XEU",
    "SEK.": "SEK", "rs": "INR", "rs.": "INR", "SKr": "SEK", "Skr": "SEK", "DKr": "DKK", "Dkr": "DKK", "NKr": "NOK", "Nkr": "NOK",
    "IKr": "ISK", "FMk": "FIM", "Fmk": "FIM", "Pta": "ESP", "Ptas": "ESP", "Pts": "ESP", "Esc": "PTE",
    "Lit": "ITL", "Bfr": "BEF", "LFr": "LUF", "Ffr": "FRF",
    "M$": "MYR", "I\u00a3": "IEP", "$US": "USD", "$C": "CAD", "$Cdn": "CAD", "$Can": "CAD", "$A": "AUD", "$NZ": "NZD",
    "$S": "SGD", "$HK": "HKD", "$NT": "TWD",
    "\u00a3IR": "IEP", "Rmb": "CNY", "GH\u20b5": "GHS", "GH\u00a2": "GHS", "GHC": "GHS", "TSh": "TZS", "Tsh": "TZS",
    "USh": "UGX", "Ush": "UGX", "CFAF": "XOF", "FCFA": "XOF", "F CFA": "XOF", "ASch": "ATS", "\u00d6S": "ATS", "Ecu": "XEU",
}  # fmt: skip
_STRICT_SYMBOLS = {
    "R": "ZAR",
    "N": "NGN",
    "Php": "PHP",
    "RM": "MYR",
    "Tk": "BDT",
    "ECU": "XEU",
    "DM": "DEM",
    "rs": "INR",
    "FM": "FIM",
    "L": "ITL",
    "Fl": "NLG",
    "Won": "KRW",
    "W": "KRW",
    "Y": "JPY",
    "Bt": "THB",
    "Dr": "GRD",
    "Sch": "ATS",
    "BD": "BHD",
    "KD": "KWD",
    "RO": "OMR",
    "QR": "QAR",
    "SR": "SAR",
    "LE": "EGP",
    "JD": "JOD",
    "TL": "TRY",
    "Es": "PTE",
    "Zl": "PLN",
    "CFA": "XOF",
    "Baht": "THB",
}
_TOUCHING = frozenset({"L", "W", "Y", "FM", "Dr", "Bt", "Won", "Esc", "Pta", "Ptas", "Pts", "Lit", "Es", "Ecu"})  # else words
_OPEN_SYMBOLS = ("kr", "kr.", "Kr", "Kr.")

_WORDS = {
    "USD": "dollar:dollar dollars dollar dlrs dlr usdlrs bucks",
    "EUR": "euro:euros euro \u20ac",
    "GBP": "pound:pounds pound stg sterling quid \u00a3",
    "JPY": "yen:yen \u00a5", "CNY": "yuan:yuan renminbi", "CHF": "swiss:sfr sfrs", "INR": "rupee:rupees rupee",
    "FRF": "franc:francs franc", "DEM": "mark:dm d-marks deutschmarks deutschemarks", "ITL": "lira:lire",
    "NLG": "guilder:guilders guilder", "BEF": "bfr:bfrs", "ESP": "peseta:pesetas peseta", "ATS": "schilling:schillings",
    "FIM": "markka:markka markkaa", "PTE": "escudo:escudos", "IEP": "punt:punts", "GRD": "drachma:drachmas",
    "XEU": "ecu:ecus ecu", "XDR": "sdr:sdrs", "SEK": "krona:kronor krona", "PLN": "zloty:zlotys zloty zlotych",
    "CZK": "koruna:koruna korunas koruny", "HUF": "forint:forints forint", "RUB": "ruble:rubles ruble roubles rouble",
    "TRY": "lira:liras lira", "ILS": "shekel:shekels shekel", "AED": "dirham:dirhams dirham", "SAR": "riyal:riyals riyal",
    "IRR": "rial:rials rial", "KWD": "kwd:kuwaiti-dinars", "ZAR": "rand:rand rands", "NGN": "naira:naira nairas",
    "GHS": "cedi:cedis cedi", "THB": "baht:baht bahts", "IDR": "rupiah:rupiah rupiahs", "MYR": "ringgit:ringgit ringgits",
    "BRL": "reais:reais", "VND": "dong:vnd", "BRC": "cruzado:cruzados cruzado", "ARA": "austral:australs australes",
    "VEB": "bolivar:bolivars bolivar", "UAH": "hryvnia:hryvnia hryvnias", "KZT": "tenge:tenge", "BDT": "taka:taka",
    "PEI": "inti:intis", "XOF": "cfa:cfa",
}  # fmt: skip
_STRICT_WORDS = {
    "KRW": "won:won",
    "DEM": "mark:marks mark",
    "VND": "dong:dong",
    "RON": "leu:lei leu",
    "BRL": "real:real",
}
_OPEN_WORDS = {
    "peso": "pesos peso",
    "crown": "crowns crown kroner krone kr",
    "dinar": "dinars dinar",
    "shilling": "shillings",
}
_MINOR_WORDS = {
    "USD": "dollar:cents cent cts ct", "GBP": "pound:pence", "NGN": "naira:kobo", "INR": "rupee:paise paisa", "GHS": "cedi:pesewas",
    "RUB": "ruble:kopecks", "SEK": "krona:\u00f6re", "NOK": "krone:\u00f8re", "MYR": "ringgit:sen", "AED": "dirham:fils",
    "SAR": "riyal:halalas", "EGP": "pound:piastres piasters", "PLN": "zloty:groszy",
}  # fmt: skip

_ADJECTIVES = {
    "us u.s. american": "dollar:USD", "canadian canada can": "dollar:CAD", "australian australia aust": "dollar:AUD",
    "new-zealand n.z. nz": "dollar:NZD", "hong-kong h.k. hk": "dollar:HKD", "singapore singaporean": "dollar:SGD",
    "taiwan taiwanese new-taiwan nt": "dollar:TWD", "jamaican": "dollar:JMD", "brunei": "dollar:BND",
    "zimbabwe": "dollar:ZWD", "british uk u.k.": "pound:GBP",
    "irish": "pound:IEP", "egyptian": "pound:EGP", "lebanese": "pound:LBP", "cypriot cyprus": "pound:CYP",
    "swiss": "franc:CHF", "french": "franc:FRF", "belgian": "franc:BEF", "luxembourg": "franc:LUF", "cfa": "franc:XOF",
    "swedish sweden": "crown:SEK", "danish denmark": "crown:DKK", "norwegian norway": "crown:NOK", "czech": "crown:CZK",
    "icelandic iceland": "crown:ISK",
    "mexican mexico": "peso:MXN", "philippine philippines": "peso:PHP", "argentine argentinian argentina": "peso:ARS",
    "chilean chile": "peso:CLP", "colombian colombia": "peso:COP", "uruguayan": "peso:UYU",
    "german west-german deutsche": "mark:DEM", "finnish": "mark:FIM",
    "indian": "rupee:INR", "pakistani pakistan": "rupee:PKR", "sri-lankan sri-lanka": "rupee:LKR", "nepalese": "rupee:NPR",
    "kuwaiti kuwait": "dinar:KWD", "bahraini bahrain": "dinar:BHD", "iraqi": "dinar:IQD", "jordanian": "dinar:JOD",
    "kenyan kenya": "shilling:KES", "tanzanian": "shilling:TZS", "ugandan": "shilling:UGX", "austrian": "shilling:ATS",
    "qatari qatar": "riyal:QAR", "omani": "rial:OMR", "moroccan": "dirham:MAD", "turkish": "lira:TRY", "italian": "lira:ITL",
    "saudi": "riyal:SAR", "uae": "dirham:AED", "brazilian": "real:BRL", "korean south-korean": "won:KRW", "russian": "ruble:RUB",
    "japanese": "yen:JPY", "chinese": "yuan:CNY", "dutch": "guilder:NLG", "israeli new-israeli": "shekel:ILS",
    "polish": "zloty:PLN", "hungarian": "forint:HUF", "south-african": "rand:ZAR", "nigerian": "naira:NGN",
    "spanish": "peseta:ESP", "thai": "baht:THB",
    "indonesian": "rupiah:IDR", "malaysian": "ringgit:MYR", "pounds pound": "pound:GBP",
}  # fmt: skip

_SCALED = "SEK NOK DKK EUR CHF ISK"  # codes that are written with their scale: "MSEK 1,284", "45 TEUR", "SEKm 151"
_SCALES = {"M": Decimal(1_000_000), "T": Decimal(1_000), "K": Decimal(1_000)}

DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD", "MXN", "ARS", "CLP", "COP", "TTD", "ZWD", "BRL"})
CODES = frozenset(_CODES.split()) | frozenset(_STRICT_CODES.split()) | frozenset(_SYMBOLS.values()) | frozenset(_STRICT_SYMBOLS.values())


def _prefix_units() -> dict[str, Unit]:
    units = {code: Unit(code) for code in _CODES.split()}
    units |= {code: Unit(code, strict=True) for code in _STRICT_CODES.split()}
    units |= {code: Unit(name) for code, name in _OTHER_CODES.items() if name}
    units |= {code: units[code.upper()] for code in _LOWER_CODES.split()}
    units |= {symbol: Unit(code) for symbol, code in _SYMBOLS.items()}
    units |= {symbol: Unit(code, strict=True) for symbol, code in _STRICT_SYMBOLS.items()}
    units |= {symbol: Unit(None, family="crown", strict=True) for symbol in _OPEN_SYMBOLS}
    units["$"] = Unit("USD", family="dollar")
    units |= dict.fromkeys(("pounds", "Pounds"), Unit("GBP"))  # "pounds 6.2m", where a paper has no sign
    return units | _scaled_units()


def _scaled_units() -> dict[str, Unit]:
    """Codes with the scale of the numbers beside them in the same word."""
    units = {f"{letter}{code}": Unit(code, factor) for code in _SCALED.split() for letter, factor in _SCALES.items()}
    return units | {f"{code}{sign}": Unit(code, _SCALES["M"]) for code in _SCALED.split() for sign in ("m", "M")}


def _suffix_units() -> dict[str, Unit]:
    units = {code.lower(): Unit(code) for code in _CODES.split()}
    units |= {code.lower(): Unit(name) for code, name in _OTHER_CODES.items() if name}
    for words, options in ((_WORDS, Unit(None)), (_STRICT_WORDS, Unit(None, strict=True)), (_MINOR_WORDS, _CENT)):
        for code, line in words.items():
            family, _, names = line.partition(":")
            units |= {name: replace(options, currency=code, family=family) for name in names.split()}
    units |= dict.fromkeys(("baisa", "baisas", "baizas"), _BAISA)
    for family, names in _OPEN_WORDS.items():
        units |= {name: Unit(None, family=family) for name in names.split()}
    return units | {name.lower(): unit for name, unit in _scaled_units().items()}


def _adjectives() -> dict[tuple[str, str], str]:
    return {
        (name, family): code
        for names, (family, _, code) in ((names, line.partition(":")) for names, line in _ADJECTIVES.items())
        for name in names.split()
    }


def _pattern(names: list[str]) -> str:
    return "|".join(re.escape(name).replace("\\-", r"[\s-]{1,2}") for name in sorted(names, key=len, reverse=True))


_CENT, _BAISA = Unit(None, Decimal("0.01")), Unit("OMR", Decimal("0.001"))
_PREFIXES = _prefix_units()
_SUFFIXES = _suffix_units()
_BY_ADJECTIVE = _adjectives()
_LETTERED = [name for name in _PREFIXES if name[0].isalpha()]
_SIGNS = [name for name in _PREFIXES if not name[0].isalpha()]
_PREFIX = re.compile(rf"(?:(?<![A-Za-z0-9])(?P<name>{_pattern(_LETTERED)})|(?P<sign>{_pattern(_SIGNS)}))[ \t\u00a0]?$")
_GAP = r"[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,2}"
_SUFFIX = re.compile(
    rf"{_GAP}-?(?P<open>\()?(?:(?P<adjective>{_pattern([name for name, _ in _BY_ADJECTIVE])}){_GAP}-?{_GAP})?"
    rf"(?P<unit>{_pattern(list(_SUFFIXES))})(?:{_GAP}sterling)?(?![A-Za-z0-9])(?(open)\))",
    re.IGNORECASE,
)
UNIT_ENDS = (*dict.fromkeys(name.split("-")[-1] for name in _SUFFIXES), "sterling", "p")  # of the names of currencies, in small letters
_NATION = re.compile(rf"{_GAP}(?P<adjective>Canadian|Australian|U\.S\.|US|AUD|CAD)(?![A-Za-z0-9])")
_PENCE = re.compile(r"p(?![A-Za-z0-9])")
_PLAIN = re.compile(r"\d[\d,]*(?:\.\d+)?(?:m|bn|k)?(?![\w.,]*\w)")  # behind "pounds"
_COUNTS = re.compile(r"(?:[\d)]|\b(?:thousand|(?:m|b|tr)illion|mln|bln|bn|m|hundred|dozen|tonnes|weigh\w*))[\s-]*$", re.IGNORECASE)
_WIDTH = 8


def unit_before(text: str, start: int) -> tuple[int, Unit] | None:
    """The currency written directly before the character `start`: its first character and the unit."""
    offset = max(start - _WIDTH, 0)
    match = _PREFIX.search(text[offset:start])
    if match is None or (match["name"] in _TOUCHING and text[start - 1].isspace()):
        return None
    counted = _COUNTS.search(text, max(offset + match.start() - 12, 0), offset + match.start())
    if (match["name"] or "").lower() == "pounds" and (counted or not _PLAIN.match(text, start)):
        return None
    return offset + match.start(), _PREFIXES[match["name"] or match["sign"]]


def unit_after(text: str, end: int) -> tuple[int, Unit] | None:
    """The currency written directly behind the character `end`: the end of its last character and the unit."""
    match = _SUFFIX.match(text, end)
    if match is None:
        pence = _PENCE.match(text, end)
        return None if pence is None else (pence.end(), Unit("GBP", Decimal("0.01"), "p"))
    if "\n" in match[0] and not match["unit"][0].isalpha():
        return None  # "30 April 2009" over "£'000"
    unit = _SUFFIXES[re.sub(r"[\s-]+", "-", match["unit"].lower())]
    if match["adjective"] is None:
        return match.end(), unit
    code = currency_of_adjective(match["adjective"], unit.family)
    return None if code is None else (match.end(), replace(unit, currency=code, strict=False))


def currency_of_adjective(adjective: str, family: str) -> str | None:
    """The currency of "Canadian" dollars, "Swedish" crowns.

    Args:
        adjective: of a country, as it is written.
        family: of currencies of one noun, as `dollar`.
    """
    return _BY_ADJECTIVE.get((re.sub(r"[\s-]+", "-", adjective.lower()), family))


def currency_of_nation(noun: str, text: str) -> str | None:
    """The currency that a noun of several countries ("crowns", "pesos") means in a text that speaks of one of these countries alone."""
    family = next((family for family, names in _OPEN_WORDS.items() if noun.lower() in names.split()), None)
    nations = [(name, code) for (name, other), code in _BY_ADJECTIVE.items() if other == family]
    codes = {code for name, code in nations if re.search(rf"\b{_pattern([name])}\b", text, re.IGNORECASE)}
    return codes.pop() if len(codes) == 1 else None


def nation_after(text: str, end: int) -> tuple[int, str] | None:
    """The country that tells what a "$" before the number means: "$10 million Canadian"."""
    match = _NATION.match(text, end)
    if match is None:
        return None
    word = match["adjective"]
    return match.end(), word if word in CODES else _BY_ADJECTIVE[(word.lower(), "dollar")]
