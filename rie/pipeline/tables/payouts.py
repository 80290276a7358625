"""Lists of wire copy that tell no results: "Shr 24 cts vs 21 cts" over "Pay May 25" and "Record May 8" is a dividend, over "Assets 546.9
mln" under "MARCH 31 ASSETS" what a fund is worth a share.
"""

import re
from collections.abc import Iterator, Sequence

from rie.pack import Pack
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation

_A_SHARE = re.compile(r"(?:per )?shrs?", re.IGNORECASE)
_PAID = re.compile(
    r"\n\s*(?:payable|pay|paid|pay date)\b[^\n]*\n\s*(?:record|rcord|holders)\b|\n\s*record\b[^\n]*\n\s*(?:payable|pay)\b", re.IGNORECASE)
_ASSETS = re.compile(r"\n\s*(?:net |total )?assets?\b", re.IGNORECASE)
_OF_ASSETS = re.compile(r"\b(?:ASSETS?|ASSET VALUE)\b")
_RESULTS = re.compile(
    r"\n\s*(?:oper(?:ating)? |shr and )?(?:net|revs?|revenues?|sales|profits?|loss|earnings|income|turnover)\b[^\n]*\d", re.IGNORECASE)


def without_payouts(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without figures a share of lists that tell no results.

    Args:
        pack: whose event of figures tells rows.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    names = {name for name, event in pack.events.items() if not event.joins}
    title = text.partition("\n")[0]
    none = not _RESULTS.search(text) and (_PAID.search(text) or (_OF_ASSETS.search(title) and _ASSETS.search(text)))
    for relation in relations:
        head = items[relation.head]
        if not (none and relation.label.partition(".")[0] in names and _A_SHARE.fullmatch(head.text)):
            yield relation
