"""An OpenAI-compatible service that says what the test wants it to say."""

import importlib.util
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

PROMPT_TOKENS, COMPLETION_TOKENS = 100, 20


class Service(ThreadingHTTPServer):
    """Answers `replies` in turn, the last one again and again; a number is sent as an HTTP error of that status.

    `reply_to` makes the reply from what was asked instead: questions that come side by side have no order.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: list[str | int] = ["Answer: 42 [1]"]
        self.asked: list[dict[str, Any]] = []
        self.reply_to: Callable[[dict[str, Any]], str | int] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        reply = self.server.reply_to(body) if self.server.reply_to else self._next()
        if isinstance(reply, int):
            self._send(reply, {"error": {"message": "no such luck", "type": "server_error"}})
        else:
            self._send(200, completion(body["model"], reply))

    def _next(self) -> str | int:
        return self.server.replies.pop(0) if len(self.server.replies) > 1 else self.server.replies[0]

    def _send(self, status: int, value: dict[str, Any]) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""


def completion(model: str, text: str) -> dict[str, Any]:
    """A chat completion as the interface words it."""
    message = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": COMPLETION_TOKENS, "total_tokens": PROMPT_TOKENS + COMPLETION_TOKENS}
    return {"id": "c-1", "object": "chat.completion", "created": 0, "model": model, "choices": [message], "usage": usage}


@contextmanager
def serving() -> Iterator[Service]:
    """A service that is running."""
    with Service() as service:
        thread = Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield service
        finally:
            service.shutdown()
            thread.join()


@contextmanager
def asking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A service that is running, with RIE set up to ask it."""
    if importlib.util.find_spec("litellm") is None:
        pytest.skip("litellm is not installed: pip install 'rie[llm]'")
    with serving() as running:
        monkeypatch.setenv("RIE_LLM_MODEL", "openai/small-test-model")
        monkeypatch.setenv("RIE_LLM_BASE_URL", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "none")
        yield running
