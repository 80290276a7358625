"""What requests may hold. Replies follow the contract; their shapes are those of `rie.types`."""

from datetime import date
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt

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


Text = Annotated[str, AfterValidator(_whole)]
QuestionText = Annotated[Text, Field(max_length=MAX_QUESTION)]
GivenSnapshot = Annotated[StrictInt, Field(ge=0, le=10**9)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Question(_Strict):
    """A question, with the earlier ones of the conversation."""

    question: QuestionText = Field(description="The question in plain English", examples=["How much did Oakrune raise in 2016?"])
    id: Text | None = Field(default=None, max_length=200, description="Comes back with the answer")
    after: list[QuestionText] = Field(default=[], max_length=MAX_AFTER, description="Earlier questions, the oldest first")
    today: date | None = Field(default=None, description="The day from which “last year” counts; today when it is not given")
    snapshot: GivenSnapshot | None = Field(default=None, description="The newest when it is not given")


class Statement(_Strict):
    """A statement over the public tables."""

    sql: Text = Field(max_length=MAX_SQL, description="One SELECT over the public tables",
                      examples=["SELECT company, amount_usd FROM funding_round ORDER BY amount_usd DESC LIMIT 10"])
    snapshot: GivenSnapshot | None = Field(default=None, description="The newest when it is not given")
    limit: StrictInt = Field(default=1_000, ge=1, le=MAX_SQL_ROWS, description="At most so many rows come back")


class Given(BaseModel):
    """A document. What is missing or wrong in it is told with the job's result."""

    id: str = Field(description="Its id; an id that the store has is an update")
    text: str
    title: str | None = None
    published_at: str | None = Field(default=None, description="`YYYY-MM-DD`, `YYYY-MM` or `YYYY`")
    source: str | None = None
    url: str | None = None
    metadata: dict[str, Any] | None = None


class Problem(BaseModel):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(description="What happened and what to change")
