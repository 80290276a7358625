"""Inline markup of annotations: what a writer, a person or a language model, types and reads.

`[Hooli|C company@f1] [raises|F #f1 status=closed] [$5m|M amount@f1]` is parsed into a text with labelled spans and
relations, the shape of Prodigy's relation tasks. The format is described in `schemas/business/guidelines/README.md`.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from rie.errors import MarkupError

MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
TITLE_END = "§"
PARAGRAPH = "¶"
CELL = "¦"  # the border of a table's cells, "|" in the text



@dataclass
class Mark:
    """One marked mention: a character span of the plain text with its label, attributes, roles and the ids by which others name it."""

    start: int
    end: int
    label: str
    ids: list[str] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass
class Annotated:
    """A plain text (title and body joined by a blank line) with its marks."""

    text: str
    marks: list[Mark]
    title_end: int = 0


def parse(line: str, codes: dict[str, str]) -> Annotated:
    """Read one marked-up text.

    Args:
        line: the text with marks, `¶` for paragraph breaks, `§` after a title and `¦` between the cells of a table.
        codes: label of each code, as `{"C": "COMPANY"}`.

    Raises:
        MarkupError: unknown code, unknown event id, stray bracket or badly written role.
    """
    plain: list[str] = []
    marks: list[Mark] = []
    length = at = title_end = 0

    def add(piece: str) -> None:
        nonlocal length, title_end
        if re.search(r"[\[\]|]", piece):
            raise MarkupError(f"stray bracket or bar near {piece.strip()[:40]!r}")
        piece = re.sub(rf"\s*{PARAGRAPH}\s*", "\n", piece).replace(CELL, "|")
        if TITLE_END in piece:
            head, piece = re.split(rf"\s*{TITLE_END}\s*", piece, maxsplit=1)
            plain.append(head)
            length += len(head)
            title_end = length
            piece = "\n\n" + piece
        plain.append(piece)
        length += len(piece)

    for match in MARK.finditer(line):
        add(line[at : match.start()])
        at = match.end()
        surface, (code, *rest) = match[1], match[2].split()
        if code not in codes:
            raise MarkupError(f"unknown code {code!r} at [{surface}|...]; known: {' '.join(codes)}")
        if surface != surface.strip():
            raise MarkupError(f"white space inside [{surface}|...]")
        mark = Mark(length, length + len(surface), codes[code])
        _read_properties(mark, rest, surface)
        plain.append(surface)
        length += len(surface)
        marks.append(mark)
    add(line[at:])
    _check_ids(marks)
    return Annotated("".join(plain).rstrip(), marks, title_end)


def _read_properties(mark: Mark, words: list[str], surface: str) -> None:
    for word in words:
        if word.startswith("#"):
            mark.ids.append(word[1:])
        elif "@" in word:
            role, _, event = word.partition("@")
            mark.roles.append((role, event))
        elif "=" in word:
            name, _, value = word.partition("=")
            mark.attributes[name] = value
        else:
            raise MarkupError(f"{word!r} in [{surface}|...] is no #id, role@id or name=value")


def _check_ids(marks: list[Mark]) -> None:
    known = {id for mark in marks for id in mark.ids}
    for mark in marks:
        for role, event in mark.roles:
            if event not in known:
                raise MarkupError(f"{role}@{event}: no mark has #{event}")


def to_task(annotated: Annotated, meta: dict[str, Any]) -> dict[str, Any]:
    """The Prodigy-compatible task of an annotated text: `text`, `spans`, `relations`, `meta`.

    A relation goes from the span that plays the role (`child`) to every span that carries the event's id (`head`).
    """
    spans = []
    relations = []
    for number, mark in enumerate(annotated.marks):
        span: dict[str, Any] = {"id": number, "start": mark.start, "end": mark.end, "label": mark.label}
        if mark.ids:
            span["event"] = " ".join(mark.ids)
        spans.append({**span, **mark.attributes})
        for role, event in mark.roles:
            relations += [
                {"head": at, "child": number, "label": role}
                for at, other in enumerate(annotated.marks)
                if event in other.ids
            ]
    task: dict[str, Any] = {"text": annotated.text, "spans": spans, "relations": relations, "answer": "accept", "meta": meta}
    if annotated.title_end:
        task["title_end"] = annotated.title_end
    return task


def _start(span: dict[str, Any]) -> int:
    return int(span["start"])


def replace_spans(task: dict[str, Any], surfaces: dict[int, str]) -> dict[str, Any]:
    """Put other words in the place of a task's spans (by id) and move all offsets along."""
    text: list[str] = []
    spans: list[dict[str, Any]] = []
    at = length = 0
    ordered: list[dict[str, Any]] = sorted(task["spans"], key=_start)
    for span in ordered:
        before = task["text"][at : span["start"]]
        surface = surfaces.get(span["id"], task["text"][span["start"] : span["end"]])
        length += len(before)
        spans.append({**span, "start": length, "end": length + len(surface)})
        text += [before, surface]
        length += len(surface)
        at = span["end"]
    return {**task, "text": "".join([*text, task["text"][at:]]), "spans": spans}
