"""The trained scorer of entity linking: which of several candidates a name means, or none of them.

A conditional logit over the candidates and NIL (McFadden, 1974, "Conditional logit analysis of qualitative choice behavior"): each has
the sum of the weights of its signs, NIL has 0. The weights stand in the pack's `linking.json`, learned by `rie train-linking`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import Final

from rie.errors import PackError
from rie.pack import Pack
from rie.pipeline.linking.knowledge import LinkKnowledge
from rie.pipeline.linking.signs import SIGNS, Signs

FILE: Final = "linking.json"


@dataclass(frozen=True, slots=True)
class LinkScorer:
    """Weights of signs and the least chance with which a name is linked.

    Args:
        weights: by sign.
        threshold: the chance, 0 to 1, that the best entity must have; the rest is that of NIL and of all others.
        knowledge: of words and places.
    """

    weights: Mapping[str, float]
    threshold: float
    knowledge: LinkKnowledge

    @classmethod
    def of(cls, pack: Pack) -> "LinkScorer | None":
        """The scorer of a pack, None where it has no weights.

        Raises:
            PackError: the file of weights does not fit.
        """
        file = pack.folder / FILE
        if not file.is_file():
            return None
        try:
            stored = json.loads(file.read_text(encoding="utf-8"))
            weights = {str(name): float(weight) for name, weight in stored["weights"].items()}
            threshold = float(stored["threshold"])
            knowledge = LinkKnowledge(pack, frozenset(stored["common_words"]), stored["themes"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PackError(f"{file}: not weights of entity linking ({error}); make them with `rie train-linking {pack.name}`") from None
        unknown = sorted(set(weights) - set(SIGNS))
        if unknown:
            raise PackError(f"{file}: no sign {unknown[0]!r}; make the weights anew with `rie train-linking {pack.name}`")
        return cls(weights, threshold, knowledge)

    def blank(self) -> "LinkScorer":
        """The scorer with all weights zero, to see what they bring."""
        return replace(self, weights={})

    def chances(self, candidates: Sequence[Signs]) -> list[float]:
        """How likely each candidate is the one that is meant; what is missing from 1 is the chance of none."""
        sums = [exp(min(sum(self.weights.get(name, 0.0) * value for name, value in signs.items()), 30.0)) for signs in candidates]
        return [one / (1.0 + sum(sums)) for one in sums]
