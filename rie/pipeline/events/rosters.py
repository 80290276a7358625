"""Changes that lines of people tell: "- Jane Roe, treasurer, Hooli" and "Hooli: Jane Roe, treasurer; John Doe, counsel" of a column of
appointments, a table of names with new and present posts, and names below "Director to retire".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rie.pack import Event, Pack
from rie.pipeline.events.laid_out import plain_words
from rie.pipeline.events.masked import kinds_of, masked
from rie.pipeline.events.stated import change
from rie.pipeline.frame import Frame, Item
from rie.pipeline.tables.headings import BAR

LEAST = 2  # lines alike that make a list
HEADING = 70  # characters of a line that says what those below it are
SECTION = 100  # and of one that names the post, too
_LINE = re.compile(r"[^\n]+")
_MOVES = re.compile(
    r"\b(?:appointments?|appointed|people|moves?|movers|moving|hires?|hirings?|hired|promotions?|promoted|personnel|careers?|new faces"
    r"|names|who['\u2019]s (?:who|where|news|new|in)|comings and goings|jobs?|transitions|changes?|executive suite|newsmakers|joins?"
    r"|joined|arrivals|ins and outs|revolving door|musical chairs)\b", re.IGNORECASE)
_OTHERS = re.compile(  # of people in their posts
    r"\b(?:speakers?|panels?|panell?ists?|agenda|awards?|honors?|honou?rees|contacts?|enquiries|inquiries|participants|attend\w+|members"
    r"|consists?|comprises?|team|signed|signatures?|jury|judges|present|quorum|departures|obituaries)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\W*‹P(?P<person>\d+)›(?:, (?:M\.?D\.?|Ph\.?D\.?|CPA|RN))?,? \W{0,3}‹T(?P<post>\d+)›"
    r"(?:,| at| of| for| with| [-–—])? ?(?:the )?‹C(?P<company>\d+)›(?:[ ,;(].*)?\W*")
_FIRM = re.compile(
    r"\W*‹C(?P<company>\d+)›(?: \([^)]*\))?\s?(?:[:–—]| -{1,2}|,)\W*(?P<people>‹P\d+›, (?:[a-z-]+ ){0,2}‹T\d+›.*)")
_OF_FIRM = re.compile(r"(?:^|[;,] (?:and )?| and )‹P(?P<person>\d+)›, (?:[a-z-]+ ){0,2}‹T(?P<post>\d+)›(?=[;,.( ]|$)")
_ROW = re.compile(
    r"\W*‹P(?P<person>\d+)›\s?[:\uff1a]\s?(?:[A-Za-z-]+ )?‹T(?P<post>\d+)›"
    r".*[(\[](?:formerly|currently|previously|current|present|former|previous)\b.*")
_GOES = r"(?:retir|resign|step)\w*(?: down)?|leave|leaving|outgoing|departing"
_SECTION = re.compile(
    rf"\W*(?:\(?\d\)?[.)]?\s*)?(?:(?P<goes>(?:{_GOES}) ‹T\d+›s?|‹T\d+›s? (?:scheduled )?(?:to )?(?:{_GOES}))"
    r"|(?P<comes>(?:new(?:ly)?|nominated|incoming)(?:[- ](?:appointed|elected))?(?: (?:candidates?|nominees?) for)?(?: the)? ‹T\d+›s?"
    r"|(?:candidates?|nominees?) for (?:the )?(?:new )?‹T\d+›s?|‹T\d+›s? to be (?:newly )?(?:appointed|elected)))"
    r"(?: candidates?)?(?:\W.*?‹D(?P<day>\d+)›.*|\W*)", re.IGNORECASE)
_NAMED = re.compile(r"\W*(?:M[rs]{1,2}\.? |Dr\.? )?‹P(?P<person>\d+)›(?:\W.*)?")
_MARK = re.compile(r"‹T(?P<post>\d+)›")
_OFFICE = r"(?: (?:positions?|posts?|titles?|offices?|roles?|assignments?|appointments?|responsibilit(?:y|ies)))"
_COLUMNS = {
    "person": re.compile(r"(?:full )?names?"),
    "post": re.compile(rf"new{_OFFICE}(?: .*)?"),
    "held": re.compile(rf"(?:current|present|former|previous|old){_OFFICE}?"),
}
_DAY = re.compile(
    r"\W*(?:\(?\d\)?[.)]?\s*)?(?:scheduled |effective |planned )?(?:date(?: of)?|effective)"
    r"(?: (?:the|change|changes|appointment|assumption|effect|transfer|office|of|and|retirement|resignation|scheduled))*\W*"
    r"(?:\n\W*)?‹D(?P<day>\d+)›\W*", re.IGNORECASE)


def told_in_rosters(pack: Pack, items: Sequence[Item], text: str) -> Iterator[Frame]:
    """The changes of such lines.

    Args:
        pack: whose events tie people to posts.
        items: the document's mentions.
        text: what the items' offsets refer to.
    """
    for name, event in pack.events.items():
        if len(event.tie) > 1 and any(spec.paired for spec in event.roles.values()):
            kinds = kinds_of(pack, event)
            lines = [(match.start(), masked(items, text, *match.span(), kinds)) for match in _LINE.finditer(text) if match[0].strip()]
            roster = _Roster(name, event, [line for _, line in lines], items)
            yield from (*roster.listed(), *roster.of_firms(), *roster.in_sections(), *roster.in_tables())


class _Roster:
    """The lines of a document, masked.

    Args:
        name: of the event that they may tell.
        event: whose roles are played.
        lines: of the document.
        items: its mentions.
    """

    def __init__(self, name: str, event: Event, lines: Sequence[str], items: Sequence[Item]) -> None:
        self.name, self.event, self.lines, self.items = name, event, lines, items

    def listed(self) -> Iterator[Frame]:
        """ "- Jane Roe, treasurer, Hooli", of several such lines in a column of appointments."""
        found = [(place, match) for place, line in enumerate(self.lines) if (match := _LISTED.fullmatch(line))]
        for place, match in found if len(found) >= LEAST else ():
            if self._is_of_moves(place):
                yield self._change(match["person"], match["post"], match["company"])

    def of_firms(self) -> Iterator[Frame]:
        """ "Hooli: Jane Roe, treasurer; John Doe, counsel", in a column of appointments."""
        for place, line in enumerate(self.lines):
            firm = _FIRM.fullmatch(line)
            for one in _OF_FIRM.finditer(firm["people"]) if firm and self._is_of_moves(place) else ():
                yield self._change(one["person"], one["post"], firm["company"] if firm else None)

    def in_sections(self) -> Iterator[Frame]:
        """Names below "New candidate for director" and "Director to retire"; "Roe: treasurer (formerly controller)"."""
        for place, line in enumerate(self.lines):
            section = _SECTION.fullmatch(line) if len(line) <= SECTION else None
            post = _MARK.search(line) if section else None
            for below in self.lines[place + 1 :] if section and post else ():
                named = _NAMED.fullmatch(below)
                if named is None:
                    break
                yield self._change(named["person"], post["post"] if post else "", None, day=section["day"] if section else None,
                                   leaves=bool(section and section["goes"]))
            row = _ROW.fullmatch(line)
            if row is not None:
                yield self._change(row["person"], row["post"], None)

    def in_tables(self) -> Iterator[Frame]:
        """Rows of a name, the new post and the present one, which is left; cells stand between bars or in lines of their own."""
        cells: list[str] = []
        columns: list[str] = []
        for cell in (cell for line in self.lines for cell in line.split(BAR)):
            key = next((key for key, words in _COLUMNS.items() if words.fullmatch(plain_words(cell))), None)
            if key is not None:
                columns, cells = ([*columns, key] if key not in columns and not cells else [key]), []
                continue
            cells.append(cell)
            whole = {"person", "post"} <= {*columns}
            if whole and len(cells) == len(columns):
                found = list(self._row(dict(zip(columns, cells, strict=True))))
                yield from found
                columns = columns if found else []
            if not whole or len(cells) >= len(columns):
                columns, cells = (columns if whole else []), []

    def _row(self, cells: Mapping[str, str]) -> Iterator[Frame]:
        """What a row tells: who takes up the new post, and leaves the present one if that is another."""
        person = _NAMED.fullmatch(cells["person"])
        new, held = (_MARK.match(cells.get(key, "").strip()) for key in ("post", "held"))
        if person and new:
            yield self._change(person["person"], new["post"], None, day=self._day())
        goes = re.match(r"\W*(?:retire|resign|-|–|—|none)", cells["post"], re.IGNORECASE) is not None
        if person and held and (goes or new) and not (new and self._same(new["post"], held["post"])):
            yield self._change(person["person"], held["post"], None, day=self._day(), leaves=True)

    def _same(self, one: str, other: str) -> bool:
        return self.items[int(one)].text.casefold() == self.items[int(other)].text.casefold()

    def _day(self) -> str | None:
        """The day that a line of the document gives for all changes."""
        days = {match["day"] for match in _DAY.finditer("\n".join(self.lines))}
        return days.pop() if len(days) == 1 else None

    def _is_of_moves(self, place: int) -> bool:
        """Whether the nearest heading above a line, or else the title, says that those below are moves."""
        above = [line for line in self.lines[:place] if len(line) <= HEADING and "‹P" not in line and not line.rstrip().endswith(".")]
        told = next((line for line in reversed(above) if _MOVES.search(line) or _OTHERS.search(line)), "")
        return bool(_MOVES.search(told)) and not _OTHERS.search(told)

    def _change(self, person: str, post: str, company: str | None, *, day: str | None = None, leaves: bool = False) -> Frame:
        return change(self.name, self.event, int(person), [int(post)], company=None if company is None else int(company),
                      day=None if day is None else int(day), leaves=leaves)
