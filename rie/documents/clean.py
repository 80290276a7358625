"""Text as it is stored; all offsets of mentions and evidence refer to it."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """The text with line ends as "\\n" and every other control character but the tab replaced by a space.

    Args:
        text: decoded text; a byte order mark at its start is dropped.

    Returns:
        The cleaned text. Cleaning it once more changes nothing.
    """
    return _CONTROL.sub(" ", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
