"""JSON as the contract has it: decimals are numbers, written with all their digits; dates are `YYYY-MM-DD`."""

from datetime import date
from decimal import Decimal
from typing import Any

import orjson
from fastapi.responses import Response


def encode(value: Any) -> bytes:
    """A value as JSON in UTF-8."""
    return orjson.dumps(value, default=_other, option=orjson.OPT_NON_STR_KEYS)


def _other(value: Any) -> Any:
    if isinstance(value, Decimal):
        return orjson.Fragment(number(value)) if value.is_finite() else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return dict(value) if hasattr(value, "keys") else str(value)


def number(value: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing: 5000000, 0.25."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def json_reply(content: bytes) -> Response:
    """Encoded JSON as a response."""
    return Response(content, media_type="application/json")
