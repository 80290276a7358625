"""What surrounds a text on its page and is none of it: buttons to share, print and save, links to networks, menus.

Lines of such words alone are not read: "Share this article" over "Facebook Twitter LinkedIn" would make the first of these names the one
that the text is about. Nor are the lines over a text that say who wrote it, and when.
"""

import re
from collections.abc import Iterator

LONGEST = 120  # characters of such a line; a longer one is where the text begins
MANY = 3  # networks in one line: fewer may be companies
FEW = 2  # words that by themselves may be others, "Shares", "Close": so many of them are buttons
_NETWORK = (r"facebook|twitter|x|linkedin|linked in|pinterest|whatsapp|reddit|telegram|messenger|instagram|flipboard|youtube|google\+"
            r"|bluesky|threads|tumblr|snapchat|tiktok|mastodon")
_PAGE = r"(?: (?:this|the) (?:article|story|page|post|link|release)| link)"
_BUTTON = (
    rf"(?:share|tweet|print|save|e-?mail|copy|bookmark|recommend){_PAGE}|(?:share|follow us) on|follow us|skip to (?:main )?content"
    r"|\d+ comments?"
    r"|(?:\d+ )?min(?:ute)?s? read|read (?:more|next|later)|listen to (?:this )?article|back to top|download(?: as)? pdf|(?:text|font) size"
    r"|(?:subscribe|sign up) now|sign (?:in|up)|log in|advertisements?")
_WORD = r"share|tweet|print|save|e-?mail|bookmark|subscribe|menu|search|close|comments?|register|login|rss|pdf|newsletters?|like|pin"
_LINK = r"on|via|and|with|by|or|this|the|article|story|page|post|a friend|to"
_READ = re.compile(rf"(?<![\w$])(?:(?P<button>{_BUTTON})|(?P<word>{_WORD})|(?P<network>{_NETWORK})|{_LINK})(?!\w)", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"\n*")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NAMES = r"[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|van|von|der|la|al|bin)){1,3}"
_WRITTEN = re.compile(  # "By Jane Roe, Staff Writer", "Updated 9:41 a.m. ET"
    r"\s*(?:(?:[Bb]y|BY|(?:[Ww]ritten|[Ss]tory|[Rr]eporting|[Pp]osted) by):? "
    rf"(?P<by>{_NAMES}(?: and {_NAMES})?|Staff)(?:,? [A-Z][A-Za-z ]{{2,40}})?"
    rf"|(?i:(?:last |first )?(?:updated|published|posted)(?: on| at)?:? (?:at )?(?:{_MONTH}|\d{{1,2}}[:/.])[^\n$€£%]{{0,50}}))\s*")
_DOT = re.compile(r"\s[\u00b7\u2022|]\s")
_POSTED = re.compile(r"\s*(?:[Bb]y|[Pp]osted by|[Ww]ritten by) [A-Z][\w'.-]*\s*")
_DAY = re.compile(rf"\s*(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{1,2}})?,? ?(?:\d{{4}})?\s*", re.IGNORECASE)
_NO_WRITER = re.compile(
    r"\b(?:segments?|regions?|divisions?|quarter|business|geograph\w+|product|country|market|type|areas?|line|[a-z]+ing)\b", re.IGNORECASE)


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Where such lines begin and end, with the line ends behind them."""
    head, block = True, list[tuple[int, int]]()
    for match in (match for match in _LINE.finditer(text) if match[0].strip()):
        head = head and len(match[0]) <= LONGEST
        if len(match[0]) <= LONGEST and _is_of_page(match[0]):
            block.append(match.span())
            continue
        yield from _cut(text, block)
        block = []
        if head and _is_written(match[0]):
            yield from _cut(text, [match.span()], sure=True)
    yield from _cut(text, block)


def _cut(text: str, lines: list[tuple[int, int]], *, sure: bool = False) -> Iterator[tuple[int, int]]:
    """The lines with the line ends behind them, if they say what to do with a page."""
    if lines and (sure or _is_furniture(text[lines[0][0] : lines[-1][1]])):
        end = _ENDS.match(text, lines[-1][1])
        yield lines[0][0], end.end() if end else lines[-1][1]


def _is_written(line: str) -> bool:
    """Whether a line says who wrote a text, or when, and nothing else: "Posted by Jane Roe, 3 May, 2 min read" with dots between."""
    pieces = _DOT.split(line)
    written = [_WRITTEN.fullmatch(piece) or (_POSTED.fullmatch(piece) if len(pieces) > 1 else None) for piece in pieces]
    if not any(written) or any(one and one.groupdict().get("by") and _NO_WRITER.search(one["by"]) for one in written):
        return False
    return all(one or _is_of_page(piece) or _DAY.fullmatch(piece) for one, piece in zip(written, pieces, strict=True))


def _is_of_page(line: str) -> bool:
    """Whether a line has no words but those of buttons, networks and what links them."""
    return bool(_READ.search(line)) and not _LETTER.search(_READ.sub("", line))


def _is_furniture(block: str) -> bool:
    """Whether lines hold a button, or several words that may be ones; names of networks alone may be those of companies."""
    found = [(match.lastgroup, match[0].lower()) for match in _READ.finditer(block)]
    words = {word for kind, word in found if kind == "word"}
    networks = max(sum(one.lastgroup == "network" for one in _READ.finditer(line)) for line in block.split("\n"))
    return any(kind == "button" for kind, _ in found) or len(words) >= FEW or bool(words and networks) or networks >= MANY
