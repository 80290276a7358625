"""What a question asks for, as far as a reader without a language model can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rie.rag.extract.cues import cues
from rie.rag.extract.names import NO_NAMES
from rie.rag.extract.vocabulary import Vocabulary
from rie.rag.words import POSSESSIVE, words_of
from rie.values import Period, find_periods, parse_money, tokens

_SAME: Final = {"loan": "debt", "venture debt": "debt", "credit line": "debt", "initial public offering": "ipo", "pre-seed": "preseed"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for.

    `kind` is one of the kinds of `cues.yaml`, None when no span of a text answers the question; `role` is the part that an asked
    name plays; `many` asks for all such names, `total` for a sum as stated. `words` are compared words without those of dates,
    `names` the words among the question's that belong to names, `labels` the types of rounds that it is about, `currency` its ISO code.
    """

    text: str
    kind: str | None
    role: str | None
    many: bool
    total: bool
    words: tuple[str, ...]
    names: frozenset[str]
    labels: frozenset[str]
    periods: tuple[Period, ...]
    currency: str | None


def asked(question: str, after: Sequence[str], vocabulary: Vocabulary) -> Asked:
    """What a question asks for; what a follow-up does not say itself it takes from the question before.

    Args:
        question: as it was asked.
        after: the earlier questions; the last one counts.
        vocabulary: tells names from other words.
    """
    told = cues()
    texts = [told.polite.sub("", text) for text in (question, *after[-1:])]
    undated = [_undated(text) for text in texts]
    kinds, roles, periods = [_kind(text) for text in texts], [_role(text) for text in texts], [_periods(text) for text in texts]
    kind = None if told.computed.search(texts[0]) or told.open.search(texts[0]) else kinds[0] or kinds[-1]
    named = [name_words(text, vocabulary) for text in undated]
    dropped = set(words_of(" ".join(named[-1]))) if named[0] else set()
    idle = told.asking | told.playing if kind == "name" else told.asking
    words = dict.fromkeys([word for word in words_of(undated[0]) if word not in idle])
    words |= dict.fromkeys([word for text in undated[1:] for word in words_of(text) if word not in idle | dropped])
    labels = [labels_of(text) for text in texts]
    return Asked(" ".join(texts), kind, roles[0] or roles[-1], bool(told.many.search(question)), bool(told.total.search(question)),
                 tuple(words), named[0] or named[-1], labels[0] or labels[-1], periods[0] or periods[-1], _currency(question))  # fmt: skip


def name_words(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The words of a question that belong to names: the collection writes them with a capital, or the question itself does."""
    known = vocabulary.capitals | (large_words(text) - vocabulary.common)
    words = tokens(POSSESSIVE.sub(" ", text))
    return frozenset(word for word in words if word in known - NO_NAMES and not word.isdigit() and len(word) > 1)


def large_words(question: str) -> frozenset[str]:
    """The words of a question, but for its first one, that are written with a capital."""
    return frozenset(word for part in question.split()[1:] if part[:1].isupper() for word in tokens(POSSESSIVE.sub("", part)))


def labels_of(text: str) -> frozenset[str]:
    """The types of rounds that a text names."""
    return frozenset(_SAME.get(label, label) for found in cues().type.finditer(text) for label in [found[0].lower()])


def _kind(question: str) -> str | None:
    return next((kind for kind, pattern in cues().kinds.items() if pattern.search(question)), None)


def _role(question: str) -> str | None:
    return next((name for name, role in cues().roles.items() if role.question.search(question)), None)


def _currency(question: str) -> str | None:
    """The currency that a question names: "how many pounds"."""
    sums = (parse_money(f"1 {word}") for word in tokens(question))
    return next((money.currency for money in sums if money), None)


def _periods(text: str) -> tuple[Period, ...]:
    return tuple(found.value for found in find_periods(text))


def _undated(text: str) -> str:
    for found in reversed(find_periods(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text
