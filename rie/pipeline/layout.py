"""The text as the pipeline sees it: same length as the document's text, so that every offset holds in both.

Newswire and e-mail wrap their lines; a name that is cut by a line end must look like any other. A single line end
inside a paragraph becomes a space, a paragraph break stays.
"""

import re

_BREAK = re.compile(r"\s*\n\s*")
_SENTENCE_END = re.compile(r"[.!?:\"'”’)]$")
SHORT_LINE = 45


def layout(text: str) -> str:
    """The text with wrapped lines joined and other white space made plain; always of the same length."""
    parts: list[str] = []
    at = 0
    for match in _BREAK.finditer(text):
        parts.append(text[at : match.start()])
        gap = match[0]
        parts.append(_paragraph(len(gap)) if _is_paragraph(text, match) else " " * len(gap))
        at = match.end()
    parts.append(text[at:])
    return re.sub(r"[^\S\n]", " ", "".join(parts))


def _paragraph(length: int) -> str:
    return "\n" + " " * (length - 1)


def _is_paragraph(text: str, gap: "re.Match[str]") -> bool:
    space = gap[0]
    if space.count("\n") > 1 or len(space) - space.rfind("\n") > 2:
        return True
    line_start = text.rfind("\n", 0, gap.start()) + 1
    line = text[line_start : gap.start()]
    return len(line) < SHORT_LINE or (bool(_SENTENCE_END.search(line)) and len(line) < 60) or text[gap.end() : gap.end() + 1] in "-*•"
