"""Relations from a language model: the component that stands where the trained one stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from rie.distill.llm.answers import Schema, read_relations
from rie.distill.llm.model import LlmSettings, language_model
from rie.distill.llm.questions import example_docs, guideline, numbered, relations_example, render, shards
from rie.pack import Pack, load_pack
from rie.pipeline.network.scheme import scheme
from rie.pipeline.relations import Relation


class Head(NamedTuple):
    """What the prompt says of a label whose mentions have roles: which, who plays them, and the statuses that it may tell."""

    label: str
    description: str
    roles: dict[str, list[str]]
    statuses: list[str]
    guideline: str


@Language.factory("rie_llm_relations", default_config={"pack": "business", "prompt": "relations.v1", "examples": 3, "score": 0.9})
def create_llm_relations(nlp: Language, name: str, *, pack: str, prompt: str, examples: int, score: float,
                         llm: dict[str, Any]) -> "LlmRelations":
    """The relations of a pack by a language model.

    Args:
        pack: whose events and attributes are looked for.
        prompt: one of `prompts/`; old ones stay when a new one comes.
        examples: annotated texts that the model is shown.
        score: the probability that every relation is given; the model has none of its own that would mean something.
        llm: the settings of the model, the section `[llm]` of the config.
    """
    settings = LlmSettings.model_validate(llm)
    return LlmRelations(nlp, name, pack=pack, prompt=prompt, examples=examples, score=score, settings=settings)


class LlmRelations:
    """Writes `doc.user_data["relations"]` from `doc.spans["mentions"]`."""

    def __init__(self, nlp: Language, name: str, *, pack: str, prompt: str, examples: int, score: float, settings: LlmSettings) -> None:
        self.nlp, self.name, self.prompt, self.examples, self.score = nlp, name, prompt, examples, score
        self.pack = load_pack(pack)
        self.model = language_model(nlp, settings)
        self.roles, self.statuses = allowed(self.pack)
        self.heads = heads(self.pack, self.roles, self.statuses)

    @cached_property
    def shown(self) -> list[dict[str, str]]:
        """The examples that the model is shown."""
        return [relations_example(doc) for doc in example_docs(self.nlp, self.pack, self.examples)]

    def __call__(self, doc: Doc) -> Doc:
        """Write the relations of one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Write the relations of documents; those of a batch are asked about side by side."""
        for docs in minibatch(stream, batch_size):
            pieces = [piece for doc in docs for start, end in shards(doc.text) for piece in [self._piece(doc, start, end)] if piece]
            read = [partial(read_relations, schema=piece.schema, score=self.score) for piece in pieces]
            answers = self.model.ask_all([piece.messages for piece in pieces], read)
            for doc in docs:
                doc.user_data["weak_relations"] = []
                doc.user_data["relations"] = [Relation(r.head - 1, r.child - 1, r.label, r.score) for piece, relations in
                                              zip(pieces, answers, strict=True) if piece.doc is doc for r in relations]
            yield from docs

    def _piece(self, doc: Doc, start: int, end: int) -> "_Piece | None":
        """The question about a part of a document; none where no mention of it can have a role."""
        inside = {number: span.label_ for number, span in enumerate(doc.spans["mentions"], 1)
                  if start <= span.start_char and span.end_char <= end}
        told = [head for head in self.heads if self._is_asked(head, {*inside.values()})]
        if not told:
            return None
        rules = render(self.prompt, heads=told, examples=self.shown)
        messages = [{"role": "system", "content": rules}, {"role": "user", "content": f"Text:\n{numbered(doc, start, end)}"}]
        return _Piece(doc, messages, Schema(self.roles, self.statuses, inside))


    def _is_asked(self, head: Head, labels: set[str]) -> bool:
        """Whether a label stands there, and something that it can have a role or a status of."""
        return head.label in labels and bool(head.statuses or any(labels.intersection(children) for children in head.roles.values()))


class _Piece(NamedTuple):
    doc: Doc
    messages: list[dict[str, str]]
    schema: Schema


def allowed(pack: Pack) -> tuple[dict[tuple[str, str, str], str], dict[tuple[str, str], str]]:
    """The roles and statuses of a pack's relation scheme, by what an answer says: (head label, role, child label) and (label, status)."""
    known = scheme(pack)
    roles, statuses = {}, {}
    for (head, child), numbers in known.allowed.items():
        for name in (known.names[number] for number in numbers if number):
            if ".status=" in name:
                statuses[head, name.partition(".status=")[2]] = name
            else:
                roles[head, name.rpartition(".")[2], child] = name
    return roles, statuses


def heads(pack: Pack, roles: Mapping[tuple[str, str, str], str], statuses: Mapping[tuple[str, str], str]) -> list[Head]:
    """What is said of each label that has roles."""
    found = []
    for label in dict.fromkeys(head for head, _, _ in roles):
        own: dict[str, list[str]] = {}
        for head, role, child in roles:
            if head == label:
                own.setdefault(role, []).append(child)
        spec = pack.labels[label]
        found.append(Head(label, spec.description, own, [status for head, status in statuses if head == label], guideline(pack, spec)))
    return found
