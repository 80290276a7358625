"""What surrounds a text on its page and is none of it: buttons to share, print and save, links to networks, menus.

Lines of such words alone, one or several below each other, are not read: "Share this article" over "Facebook Twitter LinkedIn" would
make the first of these names the one that the text is about. Nor are the lines over a text that say who wrote it, and when.
"""

import re
from collections.abc import Iterator

_NETWORK = (r"facebook|twitter|x|linkedin|linked in|pinterest|whatsapp|reddit|telegram|messenger|instagram|flipboard|youtube|google\+?"
            r"|bluesky|threads|tumblr|snapchat|tiktok|mastodon|email|e-mail|mail")
_TOOL = (
    r"(?:share|tweet|print|save|email|copy|bookmark|gift|like|recommend)s?(?: (?:this|the) (?:article|story|page|post|link|release)| link)?"
    r"|tweets?|rss|subscribe(?: now)?|sign (?:in|up)|log ?in|register|menu|search|close|advertisements?|sponsored|skip to (?:main )?content"
    r"|(?:\d+ )?(?:comments?|shares)|(?:\d+ )?min(?:ute)?s? read|read (?:more|next|later)|listen(?: to (?:this )?article)?"
    r"|follow us(?: on)?|(?:this|the) (?:article|story|page)|back to top|newsletters?|download(?: as)? pdf|pdf|text size|font size"
    r"|to a friend|on|via|and|with|by|a-|a\+")
_LINE = rf"(?:[^\w\n]*(?:{_TOOL}|{_NETWORK})(?!\w))+[^\w\n]*"
_BLOCK = re.compile(rf"^{_LINE}$(?:\n+{_LINE}$)*\n*", re.IGNORECASE | re.MULTILINE)
_IS_TOOL = re.compile(rf"(?<!\w)(?:{_TOOL})(?!\w)", re.IGNORECASE)
_IS_NETWORK = re.compile(rf"(?<!\w)(?:{_NETWORK})(?!\w)", re.IGNORECASE)
_WRITTEN = re.compile(  # "By Jane Roe, Staff Writer", "Updated 9:41 a.m. ET"
    r"^[^\S\n]*(?:(?:[Bb]y|BY|(?:[Ww]ritten|[Ss]tory|[Rr]eporting|[Pp]osted) by):? [A-Z][^\n.;:]{2,60}"
    r"|(?:[Ll]ast |[Ff]irst )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|UPDATED|PUBLISHED)\b[^\n]{0,60}\d[^\n]{0,30})$\n*", re.MULTILINE)
PROSE = 120  # characters of a line that is no head of a page
_LINE_OF_TEXT = re.compile(rf"[^\n]{{{PROSE},}}")
_LINKS = {"on", "via", "and", "with", "by"}


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Where such lines begin and end, with the line ends behind them."""
    yield from (match.span() for match in _BLOCK.finditer(text) if _is_furniture(match[0]))
    prose = _LINE_OF_TEXT.search(text)
    yield from (match.span() for match in _WRITTEN.finditer(text, 0, prose.start() if prose else 0))


def _is_furniture(block: str) -> bool:
    """Whether lines say what to do with the page, or name several networks; the name of one alone may be a heading."""
    tools = {match[0].lower() for match in _IS_TOOL.finditer(block)} - _LINKS
    return bool(tools) or len({match[0].lower() for match in _IS_NETWORK.finditer(block)}) > 1
