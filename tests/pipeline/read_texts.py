"""Reports of a text without the trained components: what tables, headings and the words around figures say by themselves."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import spacy
from spacy.tokens import Doc

import rie.pipeline  # noqa: F401  registers the components
from rie.pack import load_pack
from rie.pipeline.figures.around import anchor_of
from rie.pipeline.layout import layout
from rie.pipeline.linker import Linker
from rie.pipeline.linking.aliases import AliasTable
from rie.pipeline.mentions import Mentions
from rie.pipeline.parts import Parts
from rie.pipeline.relations import Relation
from rie.pipeline.reports import Reports
from rie.pipeline.sentences import mark_sentences
from rie.pipeline.tokenizer import create_tokenizer
from rie.types import Document, Report
from rie.values import PartialDate

PACK = load_pack("business")
NLP = spacy.blank("en")
NLP.tokenizer = create_tokenizer()(NLP)
MENTIONS, REPORTS = Mentions(PACK), Reports(PACK)

PERSONS = {"Jane Roe": "PERSON", "John Doe": "PERSON"}


def read(text: str, links: Sequence[tuple[str, str, str]] = (), *, names: Mapping[str, str] | None = None, day: str | None = None,
         title: str = "", **metadata: str) -> list[dict[str, Any]]:
    """The values of the reports of a text; arguments as for `reports`."""
    return [dict(report.values) for report in reports(text, links, names=names, day=day, title=title, **metadata)]


def reports(text: str, links: Sequence[tuple[str, str, str]] = (), *, names: Mapping[str, str] | None = None, day: str | None = None,
            score: float = 0.9, title: str = "", weak: Sequence[tuple[str, str, str]] = (), **metadata: str) -> list[Report]:
    """The reports of a text.

    Args:
        text: of the document.
        links: (trigger, role, player) by their words: what the relation component would say.
        names: names in the text with their labels: what the NER would find.
        day: of publication.
        score: how sure of the links it would be.
        title: of the document, whose metadata then names no company.
        weak: links that it would think half as likely as not.
        metadata: of the document, beside its company.
    """
    metadata = metadata if title else {"company": "Hooli", **metadata}
    document = Document("d", text, title, published_at=PartialDate.parse(day) if day else None, metadata=metadata)
    doc = NLP.make_doc(layout(Parts(document).text))
    doc.user_data |= {"document": document, "anchor": anchor_of(document)}
    found = [(match.start(), name, label) for name, label in (names or {}).items() for match in re.finditer(re.escape(name), doc.text)]
    doc.ents = [doc.char_span(start, start + len(name), label=label) for start, name, label in found]
    mark_sentences(doc, doc.ents)
    doc = MENTIONS(doc)
    doc.user_data["relations"] = [_relation(doc, *link)._replace(score=score) for link in links]
    doc.user_data["weak_relations"] = [_relation(doc, *link)._replace(score=0.45) for link in weak]
    doc = REPORTS(Linker(PACK, AliasTable())(doc))
    return list(doc.user_data["reports"])


def _relation(doc: Doc, trigger: str, role: str, player: str) -> Relation:
    words = [span.text for span in doc.spans["mentions"]]
    event = next(name for name, event in PACK.events.items() if event.trigger == doc.spans["mentions"][words.index(trigger)].label_)
    return Relation(words.index(trigger), words.index(player), f"{event}.{role}", 0.9)
