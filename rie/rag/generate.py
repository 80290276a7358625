"""An answer that a language model writes from snippets, with citations."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rie.llm import Llm
from rie.rag.answer import Read, Span
from rie.rag.index import Hit

_ANSWER: Final = re.compile(r"\**answer\**\s*:\**\s*", re.IGNORECASE)
_CITED: Final = re.compile(r"\s*\[(\d+(?:\s*,\s*\d+)*)\]")
_MISSING: Final = re.compile(
    r"\bnot (?:stated |given |found |mentioned |contained )?in (?:the|these) snippets\b"
    r"|\b(?:can(?:not|'t|’t) be|unable to) (?:answer|determin)"
    r"|\bsnippets (?:do not|don't|don’t) (?:say|state|mention|contain|hold|give|provide)\b",
    re.IGNORECASE,
)


def generate(question: str, after: Sequence[str], today: str, hits: Sequence[Hit], llm: Llm) -> Read:
    """The answer of a language model to a question over snippets.

    Args:
        question: as it was asked.
        after: the earlier questions of the conversation.
        today: the day of the question, YYYY-MM-DD.
        hits: the snippets.
        llm: the model.

    Raises:
        LlmError: the model does not answer.
    """
    told = _prompts().get_template("question.jinja").render(question=question, after=after, today=today, hits=hits)
    rules = _prompts().get_template("answer.jinja").render()
    done = llm.complete([{"role": "system", "content": rules}, {"role": "user", "content": told}])
    text = conclusion(done.text)
    spans = tuple(_span(number, hits[number]) for number in cited(text, len(hits)))
    return Read(None if is_missing(text) else text, spans, max((hits[span.snippet].cosine for span in spans), default=0.0), done.cost)


def conclusion(text: str) -> str:
    """What stands after the last "Answer:", the whole text when the model did not write that."""
    return _ANSWER.split(text)[-1].strip().strip("*").strip()


def is_missing(text: str) -> bool:
    """Whether the model says that the snippets do not hold the answer."""
    return not text or bool(_MISSING.search(text))


def cited(text: str, snippets: int) -> list[int]:
    """The snippets that an answer cites, from 0, in order; numbers without a snippet are left out."""
    numbers = {int(number) - 1 for group in _CITED.findall(text) for number in group.split(",")}
    return sorted(number for number in numbers if 0 <= number < snippets)


def without_citations(text: str) -> str:
    """The text of an answer alone."""
    return _CITED.sub("", text).strip()


def _span(number: int, hit: Hit) -> Span:
    return Span(number, "text", hit.chunk.start, hit.chunk.end, hit.chunk.text)


@cache
def _prompts() -> Any:
    folder = Path(__file__).with_name("prompts")
    return Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)
