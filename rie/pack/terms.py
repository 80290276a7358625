"""The closed vocabularies of a pack."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict

from rie.patterns import Patterns

KEPT = 500  # texts whose value of a vocabulary is kept


class Terms(BaseModel):
    """A closed vocabulary: each value with the phrases (regular expressions, case ignored) that mean it.

    The first value whose phrase is found wins; `default` is the value of a text in which none is found.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    values: dict[str, list[str]]
    default: str | None = None

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """For each value all its phrases."""
        return {value: re.compile("|".join(phrases), re.IGNORECASE) for value, phrases in self.values.items()}

    @cached_property
    def find(self) -> Callable[[str], str | None]:
        """Finds the value of a text; of the figures of one sentence the same words are asked again and again."""
        values = [value for value, phrases in self.values.items() for _ in phrases]
        patterns = Patterns(phrase for phrases in self.values.values() for phrase in phrases)

        def find(text: str) -> str | None:
            return next((values[number] for number in patterns.possible(text) if patterns[number].search(text)), self.default)

        return lru_cache(KEPT)(find)
