"""A language model that many questions are put to: side by side, within a budget, and none is paid for twice."""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Final, Generic, TypeVar
from weakref import WeakKeyDictionary

from pydantic import BaseModel, ConfigDict, Field
from spacy.language import Language

from rie.errors import LlmError, UsageError
from rie.llm import Cost, Llm
from rie.settings import setting

Messages = Sequence[dict[str, str]]
T = TypeVar("T")
TRIES: Final = 2  # an answer with something wrong in it is asked for once more
_TOLD: Final = 8  # problems that the model is told of


class LlmSettings(BaseModel):
    """The section `[llm]` of a pack's `llm.cfg`. Model and cache are the settings of RIE when they are not given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str | None = Field(None, description="as litellm names it; RIE_LLM_MODEL")
    cache: str | None = Field(None, description="folder of the answers; RIE_LLM_CACHE")
    concurrency: int = Field(8, ge=1, description="questions that are out at a time")
    retries: int = Field(4, ge=0, description="of a question that fails, each after a longer pause")
    max_tokens: int = Field(4_000, ge=1, description="of one answer")
    budget_usd: float | None = Field(5.0, ge=0, description="US dollars that may be spent; holds where litellm has a price")
    budget_tokens: int | None = Field(2_000_000, ge=0, description="tokens that may be used, asked and answered")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What an answer says, as far as it holds, and what is wrong with it, a sentence each."""

    value: T
    problems: tuple[str, ...] = ()


@dataclass
class Usage:
    """What a model was used for: questions asked and found in the cache, asked again, answers of which parts were dropped, the cost."""

    asked: int = 0
    cached: int = 0
    again: int = 0
    dropped: int = 0
    cost: Cost = field(default_factory=Cost)

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {**{name: getattr(self, name) for name in ("asked", "cached", "again", "dropped")}, "cost": self.cost.as_dict()}

    def __str__(self) -> str:
        usd = "no price known" if self.cost.usd is None else f"{self.cost.usd:.4f} USD"
        return (f"language model: {self.asked} answers asked for, {self.cached} from the cache, {self.again} asked for again, "
                f"{self.dropped} statements dropped; {self.cost.prompt_tokens + self.cost.completion_tokens:,} tokens, {usd}")


class LanguageModel:
    """Puts questions to a model and reads the answers.

    Raises:
        UsageError: no model is named, or litellm is not installed.
    """

    def __init__(self, settings: LlmSettings) -> None:
        name = setting("llm_model", settings.model)
        if not name:
            raise UsageError("no language model is configured: set RIE_LLM_MODEL, for instance to openai/gpt-4o-mini, or model in llm.cfg")
        self.settings, self.usage = settings, Usage()
        self._llm = Llm(name, setting("llm_base_url") or None, setting("llm_timeout"))
        self._cache = _Cache(Path(setting("llm_cache", settings.cache)), name, settings.max_tokens)
        self._lock, self._out, self._largest = Lock(), 0, Cost()

    def ask_all(self, questions: Sequence[Messages], read: Sequence[Callable[[str], Reading[T]]]) -> list[T]:
        """The readings of the answers, in order.

        Args:
            questions: the messages of each.
            read: of each question, what reads its answer. One with problems is asked for once more, with the problems;
                of the better of the two the sound part is kept.

        Raises:
            LlmError: the model does not answer, or the budget is used up. Answers that are there are kept in the cache.
        """
        with ThreadPoolExecutor(self.settings.concurrency) as pool:
            waiting = [pool.submit(self._ask, messages, reading) for messages, reading in zip(questions, read, strict=True)]
            try:
                return [done.result() for done in waiting]
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _ask(self, messages: Messages, read: Callable[[str], Reading[T]]) -> T:
        text = self._answer(messages)
        best = read(text)
        for _ in range(TRIES - 1):
            if not best.problems:
                break
            self._note(again=1)
            told = {"role": "user", "content": _correction(best.problems)}
            text = self._answer([*messages, {"role": "assistant", "content": text}, told])
            best = min(best, read(text), key=lambda reading: len(reading.problems))
        self._note(dropped=len(best.problems))
        return best.value

    def _answer(self, messages: Messages) -> str:
        kept = self._cache.find(messages)
        if kept is not None:
            self._note(cached=1)
            return kept
        self._reserve()
        cost = Cost()
        try:
            done = self._llm.complete(messages, max_tokens=self.settings.max_tokens, num_retries=self.settings.retries,
                                      retry_strategy="exponential_backoff_retry")
            cost = done.cost
        finally:
            self._settle(cost)
        self._cache.keep(messages, done.text, done.cost)
        return done.text

    def _note(self, **counts: int) -> None:
        with self._lock:
            for name, count in counts.items():
                setattr(self.usage, name, getattr(self.usage, name) + count)

    def _reserve(self) -> None:
        """Let a question out when what is out and this one, each at the price of the dearest so far, stay within the budget."""
        with self._lock:
            ahead, spent, dearest = self._out + 1, self.usage.cost, self._largest
            tokens = _tokens(spent) + ahead * _tokens(dearest)
            usd = (spent.usd or 0.0) + ahead * (dearest.usd or 0.0)
            if _over(tokens, self.settings.budget_tokens) or _over(usd, self.settings.budget_usd):
                raise LlmError(f"the budget is used up ({self.usage}); raise budget_usd or budget_tokens in [llm] of llm.cfg "
                               "and run again: answers that are there are not paid for twice")
            self._out += 1

    def _settle(self, cost: Cost) -> None:
        with self._lock:
            self._out -= 1
            self.usage.asked += 1
            self.usage.cost += cost
            self._largest = max(self._largest, cost, key=lambda one: (one.usd or 0.0, _tokens(one)))


def _tokens(cost: Cost) -> int:
    return cost.prompt_tokens + cost.completion_tokens


def _over(amount: float, budget: float | None) -> bool:
    return budget is not None and amount > budget


def _correction(problems: Sequence[str]) -> str:
    listed = "\n".join(f"- {problem}" for problem in problems[:_TOLD])
    return f"Your answer does not hold:\n{listed}\nGive the whole answer again, corrected, as JSON alone."


class _Cache:
    """Answers in a folder, one file each, named by a hash of the model and all that it was told.

    Not litellm's own: that one is a state of the whole process, and what it stores is code to whoever reads it.
    """

    def __init__(self, folder: Path, model: str, max_tokens: int) -> None:
        self.folder, self._told = folder, (model, max_tokens)

    def _file(self, messages: Messages) -> Path:
        told = json.dumps([*self._told, [*messages]], ensure_ascii=False, sort_keys=True)
        name = hashlib.blake2b(told.encode(), digest_size=16).hexdigest()
        return self.folder / name[:2] / f"{name}.json"

    def find(self, messages: Messages) -> str | None:
        """The kept answer; None where there is none, or a file that a crash has damaged."""
        try:
            return str(json.loads(self._file(messages).read_text(encoding="utf-8"))["text"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, messages: Messages, text: str, cost: Cost) -> None:
        file = self._file(messages)
        file.parent.mkdir(parents=True, exist_ok=True)
        staged = file.with_suffix(f".{os.getpid()}.{id(messages)}")
        staged.write_text(json.dumps({"text": text, "cost": asdict(cost)}, ensure_ascii=False), encoding="utf-8")
        staged.replace(file)


_OF: "WeakKeyDictionary[Language, LanguageModel]" = WeakKeyDictionary()


def language_model(nlp: Language, settings: LlmSettings) -> LanguageModel:
    """The model of a pipeline: one for all its components, so that there is one budget and one report.

    Raises:
        UsageError: no model is named, litellm is not installed, or two components have different settings.
    """
    model = _OF.get(nlp) or _OF.setdefault(nlp, LanguageModel(settings))
    if model.settings != settings:
        raise UsageError("the components of llm.cfg name different settings: give each llm = ${llm}")
    return model


def usage_of(nlp: Language) -> Usage | None:
    """What a pipeline has used its language model for; None where it has none."""
    model = _OF.get(nlp)
    return model.usage if model else None
