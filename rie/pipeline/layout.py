"""The text as the pipeline sees it: same length as the document's text, so that every offset holds in both.

Newswire and e-mail wrap their lines; a name that is cut by a line end must look like any other. A single line end
inside a paragraph becomes a space, a paragraph break stays.
"""

import re

_BREAK = re.compile(r"\s*\n\s*")
_SENTENCE_END = re.compile(r"[.!?:\"'”’)]$")
SHORT_LINE = 60
WRAP_WIDTH = 100  # a text none of whose lines is longer was wrapped by a machine


def layout(text: str) -> str:
    """The text with wrapped lines joined and other white space made plain; always of the same length."""
    wrapped = text.count("\n") > 1 and max(map(len, text.split("\n"))) <= WRAP_WIDTH
    parts: list[str] = []
    at = 0
    for match in _BREAK.finditer(text):
        length = len(match[0])
        parts += [text[at : match.start()], _paragraph(length) if _is_paragraph(text, match, wrapped) else " " * length]
        at = match.end()
    parts.append(text[at:])
    return re.sub(r"[^\S\n]", " ", "".join(parts))


def _paragraph(length: int) -> str:
    return "\n" + " " * (length - 1)


def _is_paragraph(text: str, gap: "re.Match[str]", wrapped: bool) -> bool:
    space, following = gap[0], text[gap.end() : gap.end() + 1]
    if space.count("\n") > 1 or len(space) - space.rfind("\n") > 2 or following in "-*•":
        return True
    if following.islower():
        return False
    line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
    ends = bool(_SENTENCE_END.search(line)) or line.isupper()
    return ends and len(line) < SHORT_LINE if wrapped else True
