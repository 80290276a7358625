"""Letters that only look different: ligatures of type setting, hyphens that do not break."""

from __future__ import annotations

from typing import Final

_LIGATURES: Final = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_PLAIN: Final = str.maketrans({**_LIGATURES, "\u2010": "-", "\u2011": "-"})


def plain_letters(text: str) -> str:
    """The text with the letters that a keyboard has, so that names are found: "\ufb01nancing" is "financing"."""
    return text.translate(_PLAIN)
