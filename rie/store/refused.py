"""The questions that a store refused, kept beside it on this machine so that templates can be made for them."""

import contextlib
import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rie.settings import setting
from rie.types import Answer

FILE: Final = "refused.jsonl"
_MOST_BYTES: Final = 5_000_000
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Refused:
    """A question that was refused `count` times, with the reason of the last time."""

    question: str
    reason: str | None
    count: int


def keep_refused(store: Path, answer: Answer) -> None:
    """Note a refused question in the store's folder, unless RIE_LOG_REFUSED is 0. Where nothing can be written, nothing is."""
    if answer.status != "refused" or not setting("log_refused") or len(answer.question) > _LONGEST:
        return
    line = json.dumps({"question": answer.question, "reason": answer.reason}, ensure_ascii=False) + "\n"
    file = store / FILE
    with contextlib.suppress(OSError):
        if not file.exists() or file.stat().st_size < _MOST_BYTES:
            descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)  # one write: lines of several processes stay whole
            with os.fdopen(descriptor, "ab", buffering=0) as opened:
                opened.write(line.encode())


def read_refused(store: Path) -> list[Refused]:
    """The refused questions of a store, the most frequent first."""
    file = store / FILE
    counts: Counter[str] = Counter()
    reasons: dict[str, str | None] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        with contextlib.suppress(ValueError, KeyError, TypeError):
            item = json.loads(line)
            question = " ".join(str(item["question"]).split())
            counts[question] += 1
            reasons[question] = item.get("reason")
    return [Refused(question, reasons[question], count) for question, count in counts.most_common()]
