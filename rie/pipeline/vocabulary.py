"""The phrases of a label as one pattern."""

import re

from rie.pack import Label, Pack


def vocabulary(pack: Pack, label: Label) -> re.Pattern[str]:
    """All phrases of a label over text in lower case, those of a vocabulary in its order, which puts the telling ones first."""
    if label.words or not label.terms:
        return re.compile(rf"\b(?=[a-z])(?:{'|'.join(label.words)})\b")
    groups = (f"(?P<{value}>{'|'.join(phrases)})" for value, phrases in pack.terms[label.terms].values.items())
    return re.compile(rf"\b(?=\w)(?:{'|'.join(groups)})")
