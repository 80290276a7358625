"""The one way to a language model: litellm, loaded when the first question goes out. Reading and asking never come here.

The model is named as litellm names it (`openai/gpt-4o-mini`, `ollama/llama3`); keys are the provider's own environment variables.
"""

import importlib.util
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from rie.errors import LlmError, UsageError
from rie.settings import setting

RETRIES: Final = 2
_NEEDED: Final = ("litellm", "tenacity")  # litellm tries again only where tenacity is installed as well
_LASTING: Final = {f"{kind}ErrorRetries": 0 for kind in ("BadRequest", "Authentication", "NotFound")}  # the same question fails again
_SHOWN: Final = 300  # characters of a provider's error


@dataclass(frozen=True, slots=True)
class Cost:
    """What completions cost: tokens, and US dollars by litellm's price list (None when it has no price for the model)."""

    model: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    usd: float | None = 0.0

    def __add__(self, other: "Cost") -> "Cost":
        usd = None if self.usd is None or other.usd is None else self.usd + other.usd
        tokens = self.prompt_tokens + other.prompt_tokens, self.completion_tokens + other.completion_tokens
        return Cost(self.model or other.model, *tokens, usd)

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model wrote, and what that cost."""

    text: str
    cost: Cost


class Llm:
    """A language model behind litellm.

    Args:
        model: the model as litellm names it.
        base_url: address of an OpenAI-compatible service; the provider's own when it is None.
        timeout: seconds that one completion may take.

    Raises:
        UsageError: litellm is not installed.
    """

    def __init__(self, model: str, base_url: str | None = None, timeout: int = 60) -> None:
        if not all(importlib.util.find_spec(name) for name in _NEEDED):
            raise UsageError(f"the language model {model!r} needs litellm and tenacity: pip install 'rie[llm]', or unset RIE_LLM_MODEL")
        self.model, self._base_url, self._timeout = model, base_url, timeout

    def complete(self, messages: Sequence[Mapping[str, str]], *, max_tokens: int = 1_000, **options: Any) -> Completion:
        """What the model answers, at temperature 0.

        Args:
            messages: of the conversation, each with `role` and `content`.
            max_tokens: of the answer.
            options: further arguments of `litellm.completion`.

        Raises:
            LlmError: the model does not answer.
        """
        litellm = _litellm()
        told = {"model": self.model, "messages": [dict(message) for message in messages], "max_tokens": max_tokens}
        how = {"temperature": 0.0, "timeout": self._timeout, "num_retries": RETRIES, "retry_policy": _LASTING, "drop_params": True,
               "base_url": self._base_url}
        try:
            response = litellm.completion(**told, **{**how, **options})
        except Exception as error:
            raise LlmError(f"the language model {self.model!r} does not answer ({_brief(error)}); see RIE_LLM_MODEL") from None
        return Completion(response.choices[0].message.content or "", self._cost(litellm, response))

    def _cost(self, litellm: Any, response: Any) -> Cost:
        usage = getattr(response, "usage", None)
        tokens = getattr(usage, "prompt_tokens", 0) or 0, getattr(usage, "completion_tokens", 0) or 0
        try:
            usd: float | None = litellm.completion_cost(completion_response=response, model=self.model)
        except Exception:  # litellm raises plain Exception for a model without a price
            usd = None
        return Cost(self.model, *tokens, usd)


def configured() -> Llm | None:
    """The model that the settings name; None when they name none.

    Raises:
        UsageError: litellm is not installed.
    """
    model = setting("llm_model")
    return Llm(model, setting("llm_base_url") or None, setting("llm_timeout")) if model else None


@cache
def _litellm() -> Any:
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # else the import itself goes to the network
    import litellm

    litellm.telemetry = False
    litellm.suppress_debug_info = True
    return litellm


def _brief(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:_SHOWN]}"
