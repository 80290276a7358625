"""Drafts of annotations: texts marked by a model in the markup that a reviewer corrects and `rie annotate` reads."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from rie.distill.annotate import has_status
from rie.distill.markup import PARAGRAPH, TITLE_END
from rie.errors import PackError
from rie.pack import Pack
from rie.pipeline.figures.around import anchor_of
from rie.pipeline.layout import layout
from rie.pipeline.parts import Parts
from rie.pipeline.relations import Relation
from rie.types import Document, Rejected

if TYPE_CHECKING:
    from rie.distill.llm.model import Usage

VOICE = "draft"
_SIGNS = str.maketrans("[]|\t§¶", "()¦  -")  # what the markup means by them
_BATCH = 32  # documents whose questions to a language model are out together


@dataclass
class Drafted:
    """What a run of drafting did: lines written, input that is no document, what a language model was used for."""

    written: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    usage: "Usage | None" = None


def draft(pack: Pack, documents: Iterable[Document | Rejected], out: Path, by: Literal["llm", "model"] = "llm", *,
          nlp: Language | None = None, progress: Callable[[int], None] | None = None) -> Drafted:
    """Mark documents and add them, a line each, to a file for review.

    Args:
        documents: what is marked, title and text, as `rie.documents.read` gives them.
        out: the file; lines that it holds stay.
        by: `llm`, the pipeline of `llm.cfg`, or `model`, the pack's trained one.
        nlp: a pipeline that is loaded, instead of `by`.
        progress: called with the number of documents that are done.

    Returns:
        What was done. Each document is written as soon as it is marked.

    Raises:
        PackError: the pack has no `llm.cfg` or no model.
        UsageError: no language model is configured.
        LlmError: the language model does not answer, or its budget is used up.
    """
    nlp = nlp or pipeline(pack, by)
    done = Drafted(usage=_usage(nlp))
    with out.open("a", encoding="utf-8") as lines:
        for doc in nlp.pipe(_docs(nlp, documents, done.rejected), batch_size=_BATCH):
            lines.write(f"{VOICE}\t{marked(pack, doc)}\n")
            lines.flush()
            done.written += 1
            if progress:
                progress(done.written)
    return done


def _usage(nlp: Language) -> "Usage | None":
    from rie.distill.llm.model import usage_of

    return usage_of(nlp)


def _docs(nlp: Language, documents: Iterable[Document | Rejected], rejected: list[Rejected]) -> Iterator[Doc]:
    for document in documents:
        if isinstance(document, Rejected):
            rejected.append(document)
        else:
            yield _doc(nlp, document)


def pipeline(pack: Pack, by: Literal["llm", "model"]) -> Language:
    """The pipeline that drafts: that of `llm.cfg`, or the trained one."""
    if by == "llm":
        from rie.distill.llm.load import load_prototype

        return load_prototype(pack)
    import rie.pipeline  # noqa: F401  registers the components

    folder = pack.folder / "model"
    if not (folder / "config.cfg").is_file():
        raise PackError(f"pack {pack.name!r} has no model in {folder}: draft with a language model, or train with `rie train {pack.name}`")
    return spacy.load(folder)


def _doc(nlp: Language, document: Document) -> Doc:
    parts = Parts(document)
    doc = nlp.make_doc(layout(parts.text))
    doc.user_data["anchor"] = anchor_of(document)
    doc.user_data["title_end"] = len(parts.title)
    return doc


def marked(pack: Pack, doc: Doc) -> str:
    """One line of markup: names and posts, the other mentions only where they play or have a role."""
    mentions: Sequence[Span] = doc.spans["mentions"]
    relations: list[Relation] = doc.user_data["relations"]
    used = {number for relation in relations for number in (relation.head, relation.child)}
    ids = _ids(pack, mentions, relations)
    parts, at = [], 0
    for number, span in enumerate(mentions):
        if number in used or _is_always_marked(pack, span.label_):
            parts += [_plain(doc, at, span.start_char), _mark(pack, number, span, relations, ids)]
            at = span.end_char
    return "".join([*parts, _plain(doc, at, len(doc.text))]).strip()


def _is_always_marked(pack: Pack, name: str) -> bool:
    """Names and words that the guideline has marked wherever they stand; sums, dates and what stands for a name only count with a role."""
    label = pack.labels[name]
    return label.source == "ner" or (label.source == "terms" and not label.near)


def _ids(pack: Pack, mentions: Sequence[Span], relations: Sequence[Relation]) -> dict[int, str]:
    """An id for each trigger and each mention that others have a role for; triggers with the same players tell one event."""
    events = {event.trigger: event for event in pack.events.values()}
    players: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for relation in relations:
        if relation.head != relation.child:
            players[relation.head].add((relation.child, relation.label))
    ids: dict[int, str] = {}
    for number, span in enumerate(mentions):
        event, label = events.get(span.label_), span.label_
        if number not in players and not (event and pack.labels[label].source == "ner"):
            continue
        same = (other for other in ids if event and event.joins and mentions[other].label_ == label and players[number]
                and players[other] == players[number])
        ids[number] = ids.get(next(same, -1)) or f"{pack.labels[label].code.lower()}{len(set(ids.values())) + 1}"
    return ids


def _mark(pack: Pack, number: int, span: Span, relations: Sequence[Relation], ids: dict[int, str]) -> str:
    words = [pack.labels[span.label_].code]
    if number in ids:
        words.append(f"#{ids[number]}")
    words += dict.fromkeys(_said(number, relations, ids))
    event = next((event for event in pack.events.values() if event.trigger == span.label_), None)
    if event and has_status(pack, event):
        words += [f"status={r.label.partition('status=')[2]}" for r in relations if r.head == r.child == number][:1]
    return f"[{_cleared(span.text)}|{' '.join(words)}]"


def _said(number: int, relations: Sequence[Relation], ids: dict[int, str]) -> Iterator[str]:
    for relation in relations:
        if relation.child == number != relation.head:
            yield f"{relation.label.rpartition('.')[2]}@{ids[relation.head]}"


def _plain(doc: Doc, start: int, end: int) -> str:
    """The text between marks, in the signs of the markup; the title ends with a sign of its own."""
    title_end = doc.user_data.get("title_end", 0)
    if title_end and start <= title_end < end:
        return f"{_signs(doc.text[start:title_end])} {TITLE_END} {_signs(doc.text[title_end:end].lstrip())}"
    return _signs(doc.text[start:end])


def _signs(text: str) -> str:
    return re.sub(r"\s*\n\s*", PARAGRAPH, _cleared(text))


def _cleared(text: str) -> str:
    """Text without the brackets that marks are made of."""
    return text.translate(_SIGNS)
