"""Names from a language model: the component that stands where the trained NER stands."""

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans, minibatch

from rie.distill.llm.answers import Named, read_mentions
from rie.distill.llm.model import LlmSettings, language_model
from rie.distill.llm.questions import example_docs, guideline, mentions_example, render, shards
from rie.pack import load_pack
from rie.pipeline.mentions import aligned


@Language.factory("rie_llm_mentions", default_config={"pack": "business", "prompt": "mentions.v1", "examples": 3})
def create_llm_mentions(nlp: Language, name: str, *, pack: str, prompt: str, examples: int, llm: dict[str, Any]) -> "LlmMentions":
    """The names of a pack by a language model.

    Args:
        pack: whose labels with `source: ner` are looked for.
        prompt: one of `prompts/`; old ones stay when a new one comes.
        examples: annotated texts that the model is shown.
        llm: the settings of the model, the section `[llm]` of the config.
    """
    return LlmMentions(nlp, name, pack=pack, prompt=prompt, examples=examples, settings=LlmSettings.model_validate(llm))


class LlmMentions:
    """Writes `doc.ents`."""

    def __init__(self, nlp: Language, name: str, *, pack: str, prompt: str, examples: int, settings: LlmSettings) -> None:
        self.nlp, self.name, self.prompt, self.examples = nlp, name, prompt, examples
        self.pack = load_pack(pack)
        self.model = language_model(nlp, settings)
        self.labels = {name: label for name, label in self.pack.labels.items() if label.source == "ner"}

    @cached_property
    def rules(self) -> str:
        """What is told before every text."""
        guidelines = {name: text for name, label in self.labels.items() if (text := guideline(self.pack, label))}
        examples = [mentions_example(doc, self.labels) for doc in example_docs(self.nlp, self.pack, self.examples)]
        return render(self.prompt, labels=self.labels, guidelines=guidelines, examples=examples)

    def __call__(self, doc: Doc) -> Doc:
        """Write the names of one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Write the names of documents; those of a batch are asked about side by side."""
        for docs in minibatch(stream, batch_size):
            pieces = [(doc, start, doc.text[start:end]) for doc in docs for start, end in shards(doc.text)]
            rules = {"role": "system", "content": self.rules}
            questions = [[rules, {"role": "user", "content": f"Text:\n{text}"}] for _, _, text in pieces]
            read = [partial(read_mentions, text=text, labels=self.labels) for _, _, text in pieces]
            answers = self.model.ask_all(questions, read)
            for doc in docs:
                here = [(start, names) for (of, start, _), names in zip(pieces, answers, strict=True) if of is doc]
                _write(doc, [Named(start + s, start + e, label) for start, names in here for s, e, label in names])
            yield from docs


def _write(doc: Doc, names: Iterable[Named]) -> None:
    span_of = aligned(doc)
    doc.ents = filter_spans([span_of(*name) for name in names])
