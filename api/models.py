"""What requests may hold. Replies follow the contract; their shapes are those of `rie.types`."""

from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt

MAX_AFTER: Final = 20

Snapshot = Annotated[int, Field(ge=0, le=10**9)]
DocumentId = Annotated[str, Field(min_length=1, max_length=500)]
Name = Annotated[str, Field(min_length=1, max_length=63)]


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("holds half a character (a lone surrogate); send valid Unicode") from None
    return text


Text = Annotated[str, AfterValidator(_whole)]


class Question(BaseModel):
    """A question, with the earlier ones of the conversation."""

    model_config = ConfigDict(extra="forbid")

    question: Text = Field(description="The question in plain English", examples=["How much did Oakrune raise in 2016?"])
    id: Text | None = Field(default=None, max_length=200, description="Comes back with the answer")
    after: list[Text] = Field(default=[], max_length=MAX_AFTER, description="Earlier questions in the order in which they were asked")
    today: date | None = Field(default=None, description="The day from which “last year” counts; today when it is not given")
    snapshot: Annotated[StrictInt, Field(ge=0, le=10**9)] | None = Field(default=None, description="The newest when it is not given")
