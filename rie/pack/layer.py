"""The question layer of a pack: what can be asked, and in which words."""

from pydantic import BaseModel, ConfigDict


class Layer(BaseModel):
    """Measures, dimensions and wordings of a pack's questions."""

    model_config = ConfigDict(extra="allow", frozen=True)
