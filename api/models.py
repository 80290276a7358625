"""What requests may hold. Replies follow the contract; their shapes are those of `rie.types`."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

MAX_AFTER: Final = 20
MAX_QUESTION: Final = 2_000
MAX_SQL: Final = 4_096
MAX_SQL_ROWS: Final = 10_000

Snapshot = Annotated[int, Field(ge=0, le=10**9)]
DocumentId = Annotated[str, Field(min_length=1, max_length=500)]
Name = Annotated[str, Field(min_length=1, max_length=63)]
Offset = Annotated[int, Field(ge=0, le=10**9)]


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("holds half a character (a lone surrogate); send valid Unicode") from None
    return text


# a limit stands before the validator: behind it, it would be missing in the documentation
QuestionText = Annotated[str, Field(max_length=MAX_QUESTION), AfterValidator(_whole)]
GivenId = Annotated[str, Field(max_length=200), AfterValidator(_whole)]
Typed = Annotated[str, Field(max_length=200), AfterValidator(_whole)]


def _number(value: Any) -> Any:
    """JSON has one kind of number: 4 and 4.0 are the same, "4" and true are none."""
    if isinstance(value, bool | str):
        raise ValueError("is no whole number; write 4, not \"4\"")
    return value


def _written_day(value: Any) -> Any:
    if isinstance(value, date) or (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII)):
        return value
    raise ValueError("is no day; write YYYY-MM-DD")


GivenSnapshot = Annotated[int, Field(ge=0, le=10**9), BeforeValidator(_number)]
Day = Annotated[date, BeforeValidator(_written_day)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Question(_Strict):
    """A question, with the earlier ones of the conversation."""

    question: QuestionText = Field(description="The question in plain English", examples=["How much did Oakrune raise in 2016?"])
    id: GivenId | None = Field(default=None, description="Comes back with the answer")
    after: list[QuestionText] = Field(default=[], max_length=MAX_AFTER, description="Earlier questions, the oldest first")
    today: Day | None = Field(default=None, description="The day from which “last year” counts; today when it is not given")
    snapshot: GivenSnapshot | None = Field(default=None, description="The newest when it is not given")


class Statement(_Strict):
    """A statement over the public tables."""

    sql: Annotated[str, Field(max_length=MAX_SQL), AfterValidator(_whole)] = Field(
        description="One SELECT over the public tables",
        examples=["SELECT company, amount_usd FROM funding_round ORDER BY amount_usd DESC LIMIT 10"])
    snapshot: GivenSnapshot | None = Field(default=None, description="The newest when it is not given")
    limit: Annotated[int, Field(ge=1, le=MAX_SQL_ROWS), BeforeValidator(_number)] = Field(
        default=1_000, description="At most so many rows come back")


class Problem(BaseModel):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(description="What happened and what to change")
