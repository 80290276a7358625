"""The closed vocabularies of a pack."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from pydantic import BaseModel, ConfigDict, field_validator

from rie.patterns import Patterns

KEPT = 500  # texts whose value of a vocabulary is kept
_BEHIND = re.compile(r"\(\?<[=!](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")
_SIGN = re.compile(r"(?<!\{0,3\})\[\$€£¥?₹?(?P<also>[^\]^]*)\]")
_CURRENCY = r"(?:[a-z]{0,3}[$€£¥₹]|(?<![a-z])(?:usd|eur|gbp|cad|aud|nzd|chf|sek|nok|dkk|jpy|cny|rmb|inr|rs\.?|rm) ?(?=\d))"


class Terms(BaseModel):
    """A closed vocabulary: each value with the phrases (regular expressions, case ignored) that mean it.

    The first value whose phrase is found wins; `default` is the value of a text in which none is found. "[$€£]" in a phrase stands for
    whatever begins a sum: "US$", "EUR ", "Rs".
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    values: dict[str, list[str]]
    default: str | None = None

    @field_validator("values")
    @classmethod
    def _of_any_currency(cls, values: dict[str, list[str]]) -> dict[str, list[str]]:
        return {value: [of_any_currency(phrase) for phrase in phrases] for value, phrases in values.items()}

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


def of_any_currency(phrase: str) -> str:
    """A phrase as a pattern that holds for sums of every currency; in a look-behind, whose width is fixed, signs stay what they are."""
    behind = [match.span() for match in _BEHIND.finditer(phrase)]
    return _SIGN.sub(lambda sign: sign[0] if any(start < sign.start() < end for start, end in behind) else _widened(sign), phrase)


def _widened(sign: re.Match[str]) -> str:
    """Whatever begins a sum, or one of the further characters of the class."""
    return rf"(?:{_CURRENCY}|[{sign['also']}])" if sign["also"] else _CURRENCY
