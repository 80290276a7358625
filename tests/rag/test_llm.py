"""The adapter to language models, through the real litellm and a service of the tests' own."""

import subprocess
import sys
from pathlib import Path

import pytest

from rie.errors import LlmError
from rie.llm import Llm, configured
from tests.rag.llm_server import COMPLETION_TOKENS, PROMPT_TOKENS, Service

ROOT = Path(__file__).parents[2]
QUESTION = [{"role": "user", "content": "How much?"}]


def test_a_completion_has_text_tokens_and_no_price_for_an_unknown_model(service: Service) -> None:
    llm = configured()
    assert llm is not None
    done = llm.complete(QUESTION, max_tokens=7)
    assert done.text == "Answer: 42 [1]"
    assert (done.cost.prompt_tokens, done.cost.completion_tokens, done.cost.usd) == (PROMPT_TOKENS, COMPLETION_TOKENS, None)
    assert service.asked[0]["max_tokens"] == 7


def test_a_known_model_has_a_price(service: Service) -> None:
    cost = Llm("openai/gpt-4o-mini", service.url).complete(QUESTION).cost
    assert cost.usd == pytest.approx((PROMPT_TOKENS * 0.15 + COMPLETION_TOKENS * 0.6) / 1e6, rel=0.5)


def test_a_passing_failure_is_tried_again(service: Service) -> None:
    service.replies = [500, "Answer: 1"]
    assert Llm("openai/small-test-model", service.url).complete(QUESTION).text == "Answer: 1"


def test_a_failure_that_would_last_is_not_tried_again(service: Service) -> None:
    service.replies = [401]
    with pytest.raises(LlmError, match="AuthenticationError"):
        Llm("openai/small-test-model", service.url).complete(QUESTION)
    assert len(service.asked) == 1


def test_an_address_without_service_is_an_error(service: Service) -> None:
    with pytest.raises(LlmError, match="does not answer"):
        Llm("openai/small-test-model", "http://127.0.0.1:9/v1", timeout=2).complete(QUESTION, num_retries=0, max_retries=0)


def test_no_model_is_configured_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RIE_LLM_MODEL", raising=False)
    assert configured() is None


def test_loading_opens_no_connection(service: Service) -> None:
    code = (
        "import socket\ndef refuse(*a, **k): raise AssertionError('a socket was opened')\nsocket.socket.connect = refuse\n"
        "socket.create_connection = socket.getaddrinfo = refuse\nfrom rie.llm import _litellm\n_litellm()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
