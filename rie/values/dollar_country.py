"""In which country's dollars a text counts that only writes "$": in those of the country whose exchange, press and spelling it shows.

Nobody marks the dollars of his own country: a paper of Toronto writes "$5 million" and "US$5 million". A foreign text about a company of
Toronto marks them ("C$5 million") or means U.S. dollars by "$". So a seat alone never tells; some sign that the text itself is written
there must stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SEVERAL: Final = 2  # places that a local paper names
OPENING: Final = 500  # characters at the beginning in which a text says where its company is
_NEVER: Final = r"(?!)"
_REST: Final = r"(?:[^.;\n]|\.(?=\d))"
_PRICE: Final = rf"\b(?:shares?|stock|units?)\b{_REST}{{0,120}}(?:(?<![A-Za-z])\$\d|\d ?(?:cents|c)\b){_REST}{{0,60}}\b(?:on|in) (?:the )?"
_DATELINE: Final = r"(?:, [A-Z][\w.]+)?(?: ?\([A-Z]{2,9}\))?(?:, [A-Z][a-z]+\.? \d+)? ?(?:-|--|\u2013|\u2014) "
_ANOTHER: Final = (  # a town of the same name in America
    r"(?!, (?:Ala|Ark|Ariz|Calif|Colo|Conn|Fla|Ill|Ind|Kan|Ky|Mass|Mich|Minn|Mo|Neb|Nev|Ohio|Okla|Ore|Pa|Tenn|Tex|Va|Wash|Wis|N\.? ?[YJC]"
    r"|Arizona|California|Colorado|Florida|Illinois|Indiana|Kansas|Kentucky|Texas|Virginia|Washington)\b)"
)
_FIRM: Final = (  # "the New Zealand business" is that of a company of anywhere
    r"(?:(?<!Zealand )(?<!stralian )(?<!anadian )|(?!(?:[a-z-]+ ){0,3}business))(?:[a-z-]+ ){0,3}"
    r"(?:company|group|firm|bank|insurer|retailer|miner|producer|[a-z]*maker|manufacturer|developer|operator|startup"
    r"|start-up|brewer|builder|airline|carrier|explorer|supplier|business|chain|owner|trust|fund|processor"
    r"|(?:private equity|broking) house)\b"
)


def _coded(suffixes: str) -> str:
    """How a wire marks a text about a company of an exchange: its code is the first one there, "CSR Ltd <CSRA.S>"."""
    return rf"\A(?:[^<>]|<[^<>]{{9,}}>){{0,{OPENING}}}?<[A-Z]{{2,6}}\.(?:{suffixes})>"


class Country:
    """What a country with a dollar of its own is known by.

    Args:
        code: of its dollar.
        exchanges: of shares.
        places: its cities and its name.
        press: its papers and agencies.
        listed: how issuers of its exchange name themselves.
        style: a way to write sums that no foreign text has.
        at_home: whether an exchange and the spelling are enough: texts on that of Hong Kong often count in U.S. dollars.
    """

    def __init__(self, code: str, exchanges: str, places: str, *, press: str = _NEVER, listed: str = _NEVER, style: str = _NEVER,
                 at_home: bool = True) -> None:  # fmt: skip
        self.code, self.at_home = code, at_home
        self.exchange = re.compile(rf"\b(?:{exchanges})")
        self.price = re.compile(rf"{_PRICE}(?:{exchanges})")
        self.seat = re.compile(
            rf"(?:^|\n)\W*(?i:{places}){_ANOTHER}{_DATELINE}|\b(?:{places})(?:-(?:based|headquartered)\b| {_FIRM})"
            rf"|\b(?:based|headquartered) in (?:{places})\b{_ANOTHER}"
        )
        self.dateline = re.compile(rf"(?:^|\n)\W*(?i:{places}){_ANOTHER}")
        self.firm = re.compile(rf"\b(?:{places}) {_FIRM}")
        self.press, self.own = re.compile(press), re.compile(rf"\b(?:{places})\b|{press}")
        self.listed, self.style = re.compile(listed), re.compile(style)


_CENTS: Final = r"(?<![\w.])\d[\d.]*(?:c|\u00a2)(?= (?!corp)|[,.;])"
COUNTRIES: Final = (
    Country(
        "CAD",
        r"Toronto (?:Stock |Venture )?Exchange|Montr[e\u00e9]al (?:Stock )?Exchange|Vancouver Stock Exchange|TSX(?:[- ]?V(?:enture)?)?\b",
        r"Toronto|Montr[e\u00e9]al|Vancouver|Calgary|Ottawa|Edmonton|Winnipeg|Halifax|Mississauga|Saskatoon|Qu[e\u00e9]bec|Ontario|Alberta"
        r"|Manitoba|Saskatchewan|British Columbia|Nova Scotia|New Brunswick|Newfoundland|Prince Edward Island|Yukon|Regina|Moose Jaw"
        r"|Lethbridge|Red Deer|Kelowna|Kamloops|Nanaimo|Kitchener|Sudbury|Thunder Bay|Moncton|Fredericton|Gatineau|Sherbrooke|Guelph"
        r"|Canad(?:a|ian)",
        press=r"Canadian Press|\(CP\)|Globe and Mail|Financial Post|National Post",
        listed=r"\((?:TSX(?:[- ]?V)?|CSE)\s*:|\([A-Z][A-Z.]{1,7}-(?:T|V|X|TSX|TSXV|CSE)\)",
        style=r"\$\d[\d.,]*-(?:million|billion)(?= (?:in|or|from|to|on|and|at|a|for|with|this|last|after|compared)\b|[,.;)])",
    ),
    Country(
        "AUD",
        r"ASX\b|Australian (?:Stock|Securities) Exchange",
        r"Sydney|Melbourne|Perth|Brisbane|Adelaide|Canberra|Hobart|Darwin|Queensland|New South Wales|NSW|Tasmania|Geelong|Ballarat|Bendigo"
        r"|Wollongong|Gold Coast|Cairns|Townsville|Toowoomba|Launceston|Yarra|Illawarra|Gippsland|Pilbara|Riverina|Murray Valley|Torrens"
        r"|Australian?",
        press=r"\bAAP\b|Sydney Morning Herald",
        listed=r"\(ASX\s*:|\bASX (?:[Aa]nnouncement|ANNOUNCEMENT|[Rr]elease|RELEASE|[Cc]ode)\b|" + _coded("S|AX"),
        style=rf"{_CENTS}|\$(?:US|NZ|HK)\d",
    ),
    Country(
        "NZD",
        r"NZX\b|NZSE\b|New Zealand (?:Stock )?Exchange",
        r"Auckland|Wellington|Christchurch|Dunedin|Tauranga|New Zealand(?:er)?",
        press=r"\bNZPA\b|\bNZ\b|Otago Daily Times",
        listed=r"\(NZX\s*:|\bNZX (?:[Aa]nnouncement|ANNOUNCEMENT|[Rr]elease|RELEASE|[Cc]ode)\b|" + _coded("NZ|WE"),
        style=_CENTS,
    ),
    Country("SGD", r"SGX\b|Singapore Exchange|Stock Exchange of Singapore", r"Singapore(?:an)?", press=r"Straits Times",
            listed=_coded("SI")),
    Country("HKD", r"Hong Kong (?:[Ss]tock )?[Ee]xchange|Stock Exchange of Hong Kong|HKEX\b", r"Hong Kong", listed=_coded("HKG?"),
            at_home=False),
)
_COMMONWEALTH: Final = re.compile(r"\bper cent\b|\bM(?:rs?|s) (?=[A-Z])|\b(?:centre|labour|favour\w*|colour|programmes?|theatre|cheque)\b")
_SPELLED: Final = re.compile(r"(?<![A-Za-z])\$\d[\d.,]*[ -](?:million|billion)|\d (?:million|billion) dollars")
_ABROAD: Final = re.compile(r"\b(?:NYSE|N[Aa][Ss][Dd][Aa][Qq]|New York Stock Exchange|OTC\w*)\b")
_ANY_DATELINE: Final = re.compile(rf"(?:^|\n)\W*[A-Z][A-Z .'\u2019]{{2,30}}{_DATELINE}")
_U_S_DOLLARS: Final = re.compile(r"\bUS ?\$|\bU\.S\. ?\$|\bUSD\b|\b(?:US|U\.S\.) (?:dollars|dlrs)")
_ELSEWHERE: Final = re.compile(r"\b(?:London|Brit(?:ain|ish)|U\.?K\b|India|Mumbai|Delhi|Dubai|American|U\.S\.|Ireland|Irish|Silicon)")
_WIRES: Final = re.compile(r"\b(?:wire|agency|reuters|afx|bloomberg)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Signs:
    """What one text shows of one country; `marked` are the currencies of its sums that are no bare dollars."""

    country: Country
    text: str
    source: str
    marked: frozenset[str | None]

    @property
    def is_there(self) -> bool:
        """Whether a company of the text is of the country, or traded there, or a paper of the country speaks of one of its places."""
        seated = self.country.seat.search(self.text[:OPENING]) or self.country.firm.search(self.text)
        return bool(self.country.exchange.search(self.text) or seated or self._is_local or self._is_everywhere)

    @property
    def _is_everywhere(self) -> bool:
        """Whether a text with the spelling of the Commonwealth names several places of the country and none elsewhere."""
        places = {match[0] for match in self.country.own.finditer(self.text)}
        return len(places) >= SEVERAL and bool(_COMMONWEALTH.search(self.text)) and not _ELSEWHERE.search(self.text)

    @property
    def _is_local(self) -> bool:
        """Whether the publisher is one of the country, the text names a place there and comes from no other."""
        return self._is_publisher and not self._is_from_elsewhere and bool(self.country.own.search(self.text))

    @property
    def is_written_there(self) -> bool:
        """Whether the text counts in the country's dollars."""
        if self.country.code in self.marked:
            return self.country.code != "CAD" and bool(self.country.listed.search(self.text))
        return any(self._each())

    def _each(self) -> Iterator[bool]:
        """The signs, each of which is enough."""
        country, text = self.country, self.text
        yield not self._is_from_elsewhere and bool(country.listed.search(text) or country.price.search(text))
        yield self.is_there and bool(_U_S_DOLLARS.search(text) or self._is_press)
        spelled = country.at_home and self.is_there and bool(_COMMONWEALTH.search(text))
        yield country.at_home and bool(country.exchange.search(text) and country.style.search(text))
        yield spelled and bool(country.style.search(text))
        yield spelled and bool(country.exchange.search(text) and _SPELLED.search(text))
        alone = not self.marked and "per cent" in text and not _ELSEWHERE.search(text)
        yield spelled and alone and country.code != "SGD" and bool(_SPELLED.search(text))
        local = country.at_home and bool(country.own.search(self.source)) and not _WIRES.search(self.source)
        yield local and bool(_COMMONWEALTH.search(text)) and not _ELSEWHERE.search(text)

    @property
    def _is_from_elsewhere(self) -> bool:
        """Whether a text opens with the dateline of a place that is none of the country's."""
        line = _ANY_DATELINE.search(self.text[:OPENING])
        return line is not None and not self.country.dateline.match(line[0])

    @property
    def _is_publisher(self) -> bool:
        return bool(self.country.own.search(self.source)) and not _WIRES.search(self.source)

    @property
    def _is_press(self) -> bool:
        """Whether the publisher, or the agency in the dateline, is one of the country."""
        return bool(self._is_publisher or self.country.press.search(self.text[:OPENING]))


def country_dollar(text: str, source: str, marked: frozenset[str | None]) -> str | None:
    """The dollar that a text counts in, where the signs of one country alone say so.

    Args:
        text: a document.
        source: who published it.
        marked: the currencies of its sums that are no bare dollars.
    """
    if _ABROAD.search(text):
        return None
    signs = [_Signs(country, text, source, marked) for country in COUNTRIES]
    listed = [one for one in signs if one.country.listed.search(text)]
    there = listed or [one for one in signs if one.is_there or one.country.own.search(source)]
    return there[0].country.code if len(there) == 1 and there[0].is_written_there else None
