"""JSON as the contract has it: decimals are numbers, written with all their digits; dates are `YYYY-MM-DD`."""

from collections.abc import Mapping, Set
from datetime import date
from decimal import Decimal
from typing import Any

import orjson
from fastapi.responses import Response


def encode(value: Any) -> bytes:
    """A value as JSON in UTF-8."""
    try:
        return _dumps(value)
    except TypeError:  # an integer of more than 64 bits, a key or text that JSON has not
        return _dumps(_writable(value))


def _dumps(value: Any) -> bytes:
    return orjson.dumps(value, default=_other, option=orjson.OPT_NON_STR_KEYS)


def _other(value: Any) -> Any:
    if isinstance(value, Decimal):
        return orjson.Fragment(number(value)) if value.is_finite() else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return dict(value) if hasattr(value, "keys") else str(value)


def _writable(value: Any) -> Any:
    """The same with all integers, keys and texts such as JSON can hold."""
    if isinstance(value, int) and not isinstance(value, bool):
        return orjson.Fragment(str(value))
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {_writable(str(key)): _writable(item) for key, item in value.items()}
    return [_writable(item) for item in value] if isinstance(value, list | tuple | Set) else value


def number(value: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing: 5000000, 0.25."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def json_reply(content: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Encoded JSON as a response."""
    return Response(content, status, headers, "application/json")
