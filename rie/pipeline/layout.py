"""The text as the pipeline sees it: same length as the document's text, so that every offset holds in both.

Newswire and e-mail wrap their lines; a name that is cut by a line end must look like any other. A single line end
inside a paragraph becomes a space, a paragraph break stays. Typographic quotes and hyphens become those of a keyboard. The bars around
the rows of a Markdown table, and the rule under its header, become spaces: rows are cells with bars between them. A bullet within a line
begins a line of its own.
"""

import re

from rie.pipeline.names.signed import is_company
from rie.pipeline.tables.barred import barred, stands_alone
from rie.pipeline.tables.glued import is_glued

_BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*+\n\s*")
_MARKDOWN = re.compile(  # "| Net sales | $64,210 |", "Net sales | $64,210 |", "---|---"
    r"^[^\S\n]*(?:(?:[^\n|]*\|){2,}|[|:-][|: -]*-[|: -]*\|[|: -]*)[^\S\n]*$", re.MULTILINE)
_RULE = re.compile(r"[|:\s-]+")
_SPLIT = re.compile(  # the sign of a sum, or what ends a percentage, in a cell of its own: "| $ | 171.3 | (0.9 | )% |"
    r"(?m)(?<=[$€£¥])[^\S\n]*\|(?=[^\S\n]*[(\d])|(?<=[\d)])[^\S\n]*\|(?=[^\S\n]*(?:\)|\)?[^\S\n]*(?:%|pts\b|bps\b))[^\S\n]*(?:\||$))")
_KEYBOARD = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"})
_DASH_IN_WORD = re.compile(r"(?<=[^\W\d])\u2013(?=[^\W\d])")  # "Brown\u2013Forman"
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?:\"'”’)]$")
_INITIAL_END = re.compile(  # "Marvin W." before "Griffin"
    r"(?<!series)(?<!class)(?<!plan)(?<!phase)(?<!schedule)(?<!exhibit)(?<!group)(?<!part)(?<!tranche)(?<!round)\s(?-i:[A-Z])\.$",
    re.IGNORECASE)
_COLUMNS = re.compile(r"\S {3,}\S")  # words that spaces set apart, as in the lines of a table
_LABEL = re.compile(r"\W{0,4}[A-Z][A-Za-z]*(?: [A-Za-z]+){0,3}:\s")  # "Lead investor: Acme"
_COMPARES = re.compile(r"\d.*\bvs\.?(?: (?:loss|profit|credit|debit))?$")
_DIGIT = re.compile(r"\d$")
_STACK = re.compile(r"(?:^[A-Z#][A-Za-z /()&.'\u2019-]{1,23}[^\S\n]*\n){4}", re.MULTILINE)  # a table with a cell a line, its header first
_SCALE = re.compile(r"(?:mln|billion|dlrs?|cts|pct)\b", re.IGNORECASE)
_GOES_ON = re.compile(  # "Hooli Bottling Co" over "Consolidated said"
    r"[^\S\n]*(?:[A-Z(][\w&.'\u2019)-]*,? ){1,5}"
    r"(?:and|or|of|said|says|has|have|had|is|are|was|were|will|would|reported|agreed|plans|named|posted)\b")
_BULLETS = re.compile(  # of a list that scraping put into one line
    r"(?<=[\w.;:,)%\"']) (?=[\u2022\u25aa\u25cf\u25e6\u2023\u25a0] ?[A-Z$\u20ac\u00a3\d])")
_SCALE_M = re.compile(r"(?<=[$\u20ac\u00a3\u00a5\d.,]\d)M\b(?!&)")  # "$5M"
_GLUED = re.compile(r"(?m)^( {0,8})[-\u2013\u2022\u25aa\u25cf](?=[A-Z][a-z]|[A-Z]{2})")  # "-Revenue"
SHORT_LINE = 60
HEADING = 24
SLACK = 4
LIST_SHARE = 0.8  # of lines that end as sentences do: more are a list, one sentence a line
BAR = "|"
WRAP_WIDTH = 100  # a text none of whose lines is longer was wrapped by a machine


def layout(text: str) -> str:
    """The text with wrapped lines joined and other white space made plain; always of the same length."""
    text = _SCALE_M.sub("m", _DASH_IN_WORD.sub("-", text.translate(_KEYBOARD)))
    text = barred(_SPLIT.sub(lambda bar: bar[0].replace(BAR, " "), _MARKDOWN.sub(_row, text)) if BAR in text else text)
    wrapped = _wrap_width(text)
    parts: list[str] = []
    at = 0
    for match in _BREAK.finditer(text):
        length = len(match[0])
        parts += [text[at : match.start()], _paragraph(length) if _is_paragraph(text, match, wrapped) else " " * length]
        at = match.end()
    parts.append(text[at:])
    return _GLUED.sub(r"\1 ", _BULLETS.sub("\n", re.sub(r"[^\S\n]", " ", "".join(parts))))


def _row(match: "re.Match[str]") -> str:
    """A row of a Markdown table without the bars at its ends; nothing of the rule under its header."""
    line = match[0]
    if _RULE.fullmatch(line):
        return " " * len(line)
    last = line.rindex(BAR)
    first = line.index(BAR) if line.lstrip().startswith(BAR) else last
    return "".join(" " if at in (first, last) else sign for at, sign in enumerate(line))


def _wrap_width(text: str) -> int:
    """The width at which a machine broke the lines of a text; 0 when a writer did, who ends most lines with a sentence."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    width = max(map(len, lines), default=0)
    if _STACK.search(text):
        return 0
    sentences = sum(bool(_SENTENCE_END.search(line)) for line in lines)
    return width if len(lines) > 1 and width <= WRAP_WIDTH and sentences < LIST_SHARE * len(lines) else 0


def _paragraph(length: int) -> str:
    return "\n" + " " * (length - 1)


def _is_paragraph(text: str, gap: "re.Match[str]", wrapped: int) -> bool:
    """Whether a line end is one of the writer's; `wrapped` is the width at which a machine broke lines, 0 for none."""
    space, following = gap[0], text[gap.end() : gap.end() + 1]
    line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
    if wrapped and space.count("\n") == 1 and (_COMPARES.search(line) or (_DIGIT.search(line) and _SCALE.match(text, gap.end()))):
        return False  # "3.5 mln vs" over "loss 2.4 mln", "vs 158.1" over "Mln"
    if space.count("\n") > 1 or len(space) - space.rfind("\n") > 2 or following in "-*•" or BAR in line:
        return True
    if is_glued(line) or is_glued(text[gap.end() :].partition("\n")[0]):
        return True
    if stands_alone(line) or _stacks(text, gap.end()):
        return True
    if BAR in text[gap.end() :].partition("\n")[0] or (is_company(line) and not (following.islower() or _GOES_ON.match(text, gap.end()))):
        return True
    if wrapped and (_COLUMNS.search(line) or _COLUMNS.search(text[gap.end() :].partition("\n")[0])):
        return True
    if _LABEL.match(line) and _LABEL.match(text, gap.end()):
        return True
    ends = (bool(_SENTENCE_END.search(line)) and not _INITIAL_END.search(line)) or line.isupper()
    if following.islower() and not ends:
        return False
    word = _WORD.match(text, gap.end())
    fits = wrapped and word and len(line) + 1 + len(word[0]) <= wrapped - SLACK  # a machine would not have broken the line here
    figures = _has_digit(line) or _heads_figures(text, line, gap)  # without any it is the rest of a line whose dateline was cut off
    return bool((ends and len(line) < SHORT_LINE) or (fits and figures)) if wrapped else True


def _stacks(text: str, at: int) -> bool:
    """Whether two lines that are cells of their own begin at a place."""
    one, other, *_ = [*text[at : at + SHORT_LINE * 2].split("\n", 2), ""]
    return stands_alone(one) and stands_alone(other)


def _heads_figures(text: str, line: str, gap: "re.Match[str]") -> bool:
    """Whether a few words stand between two lines of figures: "Fourth qtr"."""
    above = text[: gap.start() - len(line)].rstrip("\n").rpartition("\n")[2]
    below = text[gap.end() :].partition("\n")[0]
    return len(line) <= HEADING and _has_digit(above) and _has_digit(below)


def _has_digit(line: str) -> bool:
    return any(char.isdigit() for char in line)
