"""Lines of pages to paragraphs and tables, across the ends of columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from rie.documents.parsers.cells import is_caption
from rie.documents.parsers.dom import shown_marks
from rie.documents.parsers.hyphens import Vocabulary
from rie.documents.parsers.parsed import Block, Kind
from rie.documents.parsers.pdf_lines import Flow, Line
from rie.documents.parsers.pdf_tables import Table, cells_of, split_tables
from rie.documents.parsers.table import blocks_of

_BULLET = re.compile(r"[•·●○◦▪■‣\uf0b7*–—-](?:\s+|$)|\(?\d{1,2}[.)]\s")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_INDENT: Final = 4.0  # times the size of the font: a line that begins further to the right is set right or centred
_DIVIDED = re.compile(r"\w-$")
_LEADING: Final = 1.25  # of the usual distance of lines: more begins a paragraph
_SHORT: Final = 0.85  # of the width of the column: a shorter line can be a paragraph's last


@dataclass
class Paragraph:
    """Lines that belong together. `may_go_on` says that the last one is full and ends no sentence."""

    lines: list[Line] = field(default_factory=list)
    may_go_on: bool = False


def blocks_of_flows(flows: Sequence[Flow]) -> list[Block]:
    """The blocks of text of a document.

    Args:
        flows: its columns and pages in the order in which they are read.
    """
    vocabulary = Vocabulary(line.text for flow in flows for line in flow)
    blocks: list[Block] = []
    for part in _joined(_parts(flow) for flow in flows):
        if isinstance(part, Table):
            blocks += blocks_of(cells_of(part))
        else:
            blocks.append(_block(part, vocabulary))
    return blocks


def _parts(flow: Flow) -> list[Paragraph | Table]:
    parts: list[Paragraph | Table] = []
    right, leading = max(line.right for line in flow), _usual_leading(flow)
    for part in split_tables(flow):
        parts += [part] if isinstance(part, Table) else _paragraphs(part, right, leading)
    return parts


def _joined(flows: Iterable[list[Paragraph | Table]]) -> Iterator[Paragraph | Table]:
    """The parts of all flows; what a column or page ends in the middle of goes on in the next."""
    last: Paragraph | Table | None = None
    for parts in flows:
        for number, part in enumerate(parts):
            if number == 0 and _goes_on(last, part):
                last.lines += part.lines  # type: ignore[union-attr]
                if isinstance(last, Paragraph) and isinstance(part, Paragraph):
                    last.may_go_on = part.may_go_on
                continue
            if last is not None:
                yield last
            last = part
    if last is not None:
        yield last


def _goes_on(before: Paragraph | Table | None, after: Paragraph | Table) -> bool:
    if isinstance(before, Table) or isinstance(after, Table) or before is None:
        return isinstance(before, Table) and isinstance(after, Table) and not after.has_header
    first, last = after.lines[0].text, before.lines[-1].text
    if _BULLET.match(first) or abs(before.lines[-1].size - after.lines[0].size) > 1:
        return False
    return not _SENTENCE_END.search(last) and (before.may_go_on or first[:1].islower())


def _paragraphs(lines: Sequence[Line], right: float, leading: float) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or _begins(before, line, right, leading):
            paragraphs.append(Paragraph())
        paragraphs[-1].lines.append(line)
    for paragraph in paragraphs:
        last = paragraph.lines[-1]
        paragraph.may_go_on = not _is_short(last, right) and not _SENTENCE_END.search(last.text) and len(last.text) > 40
    return paragraphs


def _usual_leading(lines: Sequence[Line]) -> float:
    """The distance of lines in a paragraph, in multiples of the size of the font."""
    steps = [(above.bottom - below.bottom) / max(below.size, 1) for above, below in pairwise(lines)]
    return median(sorted(steps)[: len(steps) // 2 + 1]) if steps else 1.2


def _begins(before: Line, line: Line, right: float, leading: float) -> bool:
    """Whether a line begins a paragraph."""
    if _BULLET.match(line.text) or abs(line.size - before.size) > 1:
        return True
    if before.bottom - line.bottom > _LEADING * leading * line.size or line.bottom > before.bottom:
        return True
    if line.text[:1].islower() or _DIVIDED.search(before.text):
        return False
    if before.left > line.left + _INDENT * line.size:
        return True
    if _is_short(before, right):
        return bool(_SENTENCE_END.search(before.text)) or not _had_no_place(before, line, right)
    return line.left > before.left + line.size and bool(_SENTENCE_END.search(before.text))


def _is_short(line: Line, right: float) -> bool:
    return line.right - line.left < _SHORT * (right - line.left)


def _had_no_place(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line had no place in the line before, which is then no end of a paragraph."""
    word = line.pieces[0].text.partition(" ")[0]
    width = (line.pieces[0].right - line.pieces[0].left) * len(word) / max(len(line.pieces[0].text), 1)
    return before.right + width + 0.5 * line.size > right


def _block(paragraph: Paragraph, vocabulary: Vocabulary) -> Block:
    text = paragraph.lines[0].text
    for line in paragraph.lines[1:]:
        text = vocabulary.join(text, line.text)
    text = shown_marks(text)
    if is_caption(text):
        return Block(text, Kind.CAPTION)
    bullet = re.match(r"[•·●○◦▪■‣\uf0b7]\s*", text)
    return Block(f"• {text[bullet.end() :]}", Kind.ITEM) if bullet else Block(text)
