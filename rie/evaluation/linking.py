"""`rie evaluate PACK --of linking`: does each mention of a company get the right entity, or a new one where no table knows it?

Cases are documents with the table that is known when they are read, and the entity of each mention as a reader marked it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rie.errors import UsageError
from rie.evaluation.answers import wilson
from rie.pack import Pack
from rie.pipeline.linker import Linker
from rie.pipeline.linking.aliases import AliasTable
from rie.pipeline.linking.scorer import LinkScorer
from rie.pipeline.parts import GAP, Parts
from rie.pipeline.sentences import mark_sentences
from rie.pipeline.tokenizer import create_tokenizer
from rie.store.resolve.identity import Thing, known_names
from rie.types import Document, Entity
from rie.values import PartialDate

ALL: Final = "all"
FOLDER: Final = Path("annotations") / "linking"
Outcome = Literal["right", "wrong_merge", "wrong_nil"]


@dataclass(frozen=True, slots=True)
class Named:
    """A marked mention: its place in the joined text, and its entity.

    `entity` is an id of the case's table; without one, `new` tells apart the things that no table knows, and `among` are the ids of
    which the text does not say which one is meant.
    """

    start: int
    end: int
    entity: str | None = None
    new: str | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A document, what is known when it is read, and its mentions. `kind` says what is hard about it."""

    id: str
    kind: str
    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Named, ...]


@dataclass(slots=True)
class LinkScore:
    """Mentions by outcome; `wrong` holds case, mention and what it was linked to."""

    right: int = 0
    wrong_merge: int = 0
    wrong_nil: int = 0
    wrong: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def n(self) -> int:
        """Mentions."""
        return self.right + self.wrong_merge + self.wrong_nil

    @property
    def accuracy(self) -> float:
        """Share of the mentions that are right."""
        return self.right / max(self.n, 1)

    def as_dict(self) -> dict[str, Any]:
        """Counts and the accuracy with its 95% interval, ready for JSON."""
        return {"n": self.n, "right": self.right, "wrong_merge": self.wrong_merge, "wrong_nil": self.wrong_nil,
                "accuracy": round(self.accuracy, 4), "interval": [round(bound, 4) for bound in wilson(self.right, self.n)],
                "wrong": [{"case": case, "mention": text, "linked": linked} for case, text, linked in self.wrong]}  # fmt: skip


@dataclass(frozen=True)
class Linking:
    """Scores by system (`rules`: alias table and names of the document alone) and kind of case, `all` among them."""

    systems: dict[str, dict[str, LinkScore]]

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {name: {kind: score.as_dict() for kind, score in scores.items()} for name, scores in self.systems.items()}


def evaluate_linking(pack: Pack, part: str) -> Linking:
    """Score the linker of a pack with its scorer, with a scorer whose weights are all zero, and with rules alone.

    Args:
        part: `train`, `dev` or `test` of the cases.

    Raises:
        UsageError: the pack has no cases, or a line is none.
    """
    cases = read_cases(pack, part)
    scorer = LinkScorer.of(pack)
    systems: dict[str, LinkScorer | None] = {"rules": None}
    if scorer:
        systems |= {"without weights": scorer.blank(), "scorer": scorer}
    return Linking({name: score_cases(cases, pack, system) for name, system in systems.items()})


def read_cases(pack: Pack, part: str) -> list[Case]:
    """The cases of a part.

    Raises:
        UsageError: the pack has none, or a line is no case; names the line.
    """
    file = pack.folder / FOLDER / f"{part}.jsonl"
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise UsageError(f"the pack {pack.name!r} has no cases of entity linking: write them to {FOLDER}/{part}.jsonl") from None
    return [_case(line, f"{file}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _case(line: str, where: str) -> Case:
    try:
        item = json.loads(line)
        document = Document(item["id"], item["text"], item.get("title", ""), PartialDate.parse(item["published_at"]))
        entities = tuple(_entity(row) for row in item["table"])
        mentions = tuple(_named(mention, document, {entity.id for entity in entities}) for mention in item["mentions"])
        return Case(item["id"], item["kind"], document, entities, mentions)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"no {error}" if isinstance(error, KeyError) else str(error)
        raise UsageError(f"{where}: not a case of entity linking ({problem})") from None


def _entity(row: Mapping[str, Any]) -> Entity:
    return Entity(row["id"], row["name"], row.get("kind", "company"), row.get("origin", "knowledge"), tuple(row.get("aliases", ())),
                  row.get("attributes", {}))  # fmt: skip


def _named(mention: Mapping[str, Any], document: Document, known: set[str]) -> Named:
    offset = len(document.title) + len(GAP) if document.title and mention.get("part", "text") == "text" else 0
    entity, new, among = mention["entity"], mention.get("new"), tuple(mention.get("among", ()))
    unknown = {entity, *among} - {None} - known
    if unknown or sum((entity is not None, new is not None, bool(among))) != 1:
        raise ValueError("a mention has one of entity, new and among, with ids of the table")
    return Named(mention["start"] + offset, mention["end"] + offset, entity, new, among)


def score_cases(cases: Iterable[Case], pack: Pack, scorer: LinkScorer | None) -> dict[str, LinkScore]:
    """Link the mentions of each case and compare them with the marks; by kind of case, and over `all`."""
    scores: dict[str, LinkScore] = {ALL: LinkScore()}
    nlp = blank_pipeline()
    for case in cases:
        doc = document_of(case, pack, nlp)
        linked = _linked(case, Linker(pack, AliasTable(case.entities), scorer=scorer)(doc))
        for mention, found, outcome in _outcomes(case, linked):
            for name in (case.kind, ALL):
                _count(scores.setdefault(name, LinkScore()), outcome, (case.id, doc.text[mention.start : mention.end], found))
    return scores


def _count(score: LinkScore, outcome: Outcome, told: tuple[str, str, str]) -> None:
    setattr(score, outcome, getattr(score, outcome) + 1)
    if outcome != "right":
        score.wrong.append(told)


@lru_cache(maxsize=1)
def blank_pipeline() -> Language:
    """The tokenizer alone: mentions are those that are marked."""
    nlp = spacy.blank("en")
    nlp.tokenizer = create_tokenizer()(nlp)
    return nlp


def document_of(case: Case, pack: Pack, nlp: Language) -> Doc:
    """A case as the linker gets it, with its marked mentions.

    Raises:
        UsageError: a mention begins or ends within a word.
    """
    label = next(name for name, spec in pack.labels.items() if spec.entity == pack.entity_table)
    doc = nlp.make_doc(Parts(case.document).text)
    spans = [doc.char_span(mention.start, mention.end, label=label) for mention in case.mentions]
    if None in spans:
        raise UsageError(f"case {case.id}: mention {spans.index(None)} begins or ends within a word")
    mark_sentences(doc, spans)
    doc.spans["mentions"] = spans
    doc.user_data["document"] = case.document
    return doc


def _linked(case: Case, doc: Doc) -> list[Entity]:
    """The entity of each mention, as facts will name it: a new name that a table knows is merged into the table's entity."""
    found: list[Entity] = list(doc.user_data["entities"].values())
    things = {one.id: Thing(one.id, one.name, one.kind, one.origin, one.aliases, apart="not" in one.attributes)
              for one in [*found, *case.entities]}  # fmt: skip
    into = known_names(things).into
    known = {entity.id: entity for entity in [*found, *case.entities]}
    return [known[into.get(entity.id, entity.id)] for entity in found]


def _outcomes(case: Case, linked: list[Entity]) -> Iterator[tuple[Named, str, Outcome]]:
    """Right is the marked entity, or a new one that stands for nothing else in the document."""
    tabled = {entity.id for entity in case.entities}
    told = list(zip(case.mentions, linked, strict=True))
    for mention, found in told:
        others = {other.new or other.entity for other, entity in told if entity.id == found.id and not other.among}
        if found.id in tabled:
            yield mention, found.name, "right" if found.id == mention.entity else "wrong_merge"
        elif mention.entity is not None:
            yield mention, "new", "wrong_nil"
        else:
            yield mention, found.name, "wrong_merge" if mention.new and others != {mention.new} else "right"
