"""Answers as JSON."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import orjson

from rie.types import Answer


def plain(value: Any) -> Any:
    """A value as JSON holds it: whole decimals as integers, dates as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def to_json(answer: Answer) -> bytes:
    """The answer object of the contract as JSON, keys in its order."""
    return orjson.dumps(answer.as_dict(), default=plain)
