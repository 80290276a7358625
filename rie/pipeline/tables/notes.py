"""Notes under the tables of wire copy: "NOTE: 1986 net includes loss of 5.0 mln dlrs from discontinued operations" tells no net loss.

Nearly all figures of a note are items of those in the table. Such a sentence tells nothing; a plain one, of a backlog or a forecast, does.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

_NOTE = re.compile(r"\n[^\S\n]*notes?\s?(?::|-|\.\s-)", re.IGNORECASE)
_TABLE = re.compile(r"\n[^\n]{0,60}\d[^\n]{0,30} vs\.? ")
_PROSE = re.compile(r"\n (?! )")  # behind a blank line, as the layout leaves it
_END = re.compile(r"\.\s")
_ITEMS = re.compile(
    r"\b(?:in(?:c|lc)lud\w*|exclud\w*|reflect\w*|restat\w*|discontinued|extraordinary|exceptional|(?:tax )?credits?|gains?|charges?"
    r"|provisions?|carry-?(?:forward|over|back)s?|write-?(?:down|off|up)s?|equal to|reduced by|increasing|decreas(?:e|ing)|cumulative"
    r"|retained|after tax|(?:is|are|was|were) (?:after|before)|(?:in|for) (?:the )?(?:quarter|qtr|year) and)\b",  # of two periods in turn
    re.IGNORECASE)


def without_items(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without those of figures that a note under a table tells as items of others.

    Args:
        pack: whose event of figures tells rows.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    figures = {f"{name}.{row.role}" for name, event in pack.events.items() if not event.joins for row in event.rows}
    start, end = _note(text)
    for relation in relations:
        at = items[relation.child].start
        if not (relation.label in figures and start <= at < end and _ITEMS.search(_sentence(text, at, start, end))):
            yield relation


def _note(text: str) -> tuple[int, int]:
    """Where the note under a table begins and ends; nothing where there is none."""
    note = _NOTE.search(text)
    if note is None or not _TABLE.search(text, 0, note.start()):
        return 0, 0
    prose = _PROSE.search(text, note.end())
    return note.end(), prose.start() if prose else len(text)


def _sentence(text: str, at: int, start: int, end: int) -> str:
    """The sentence of a note around one of its characters."""
    before = [match.end() for match in _END.finditer(text, start, at)]
    behind = _END.search(text, at, end)
    return text[before[-1] if before else start : behind.start() if behind else end]
