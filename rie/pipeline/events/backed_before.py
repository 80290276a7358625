"""Events that a clause about a party tells beside the news: "from Acme, which led its Series A in 2015". What stands outside the clause is
not of such an event, and its day is not that of the news.
"""

import re
from collections.abc import Sequence

from rie.pack import Pack
from rie.pipeline.events.days import FIRST
from rie.pipeline.frame import Frame, Item
from rie.values import Money

REACH = 80  # characters between the word that opens a clause and its verb
_OPENS = re.compile(r"(?:, |\()(?:which|who)\b[^,;()]*$")
_PAST = re.compile(r"\w+ed|led|put|took|made|gave|wrote|bought", re.IGNORECASE)
_CLOSES = re.compile(r",(?!\d)|[;)]|\.\s|$")


def part_clauses(pack: Pack, found: Sequence[Frame], items: Sequence[Item], text: str) -> None:
    """Keep kind, sum and day of events told in a clause about a party to those that the clause tells.

    Args:
        pack: whose events have a kind and a sum.
        found: the frames of a document, with their days.
        items: its mentions.
        text: what the items' offsets refer to.
    """
    for frame in found:
        event = pack.events[frame.event]
        clause = _clause(items[frame.trigger], items, text) if event.bare else None
        if clause is not None and event.bare:
            inside = [i for i, item in enumerate(items) if clause[0] <= item.start < clause[1]]
            if _PAST.fullmatch(items[frame.trigger].text):
                frame.status = None  # it is done, whatever comes of the news
            _keep(frame, {event.bare.kind, event.bare.sum}, inside, items, began=FIRST.search(text, *clause) is not None)


def _clause(verb: Item, items: Sequence[Item], text: str) -> tuple[int, int] | None:
    """Where the clause of a verb begins and ends, if it stands right behind a name."""
    opens = None if verb.in_title else _OPENS.search(text, max(verb.start - REACH, 0), verb.start)
    closes = _CLOSES.search(text, verb.end)
    named = opens and any(item.entity and item.end == opens.start() for item in items)
    return (opens.start(), closes.start()) if opens and closes and named else None


def _keep(frame: Frame, telling: set[str], inside: Sequence[int], items: Sequence[Item], *, began: bool) -> None:
    """Leave an event that its clause tells something of without what stands outside; the day on which a party began is of no event."""
    values = [role for role in frame.roles if role in telling or role == "date" or isinstance(items[frame.roles[role][0][0]].value, Money)]
    own = [role for role in telling & frame.roles.keys() if frame.roles[role][0][0] in inside]
    if own:
        frame.roles = {role: players for role, players in frame.roles.items() if role not in values or players[0][0] in inside}
        frame.undated = "date" not in frame.roles
    elif began and "date" in frame.roles and frame.roles["date"][0][0] in inside:
        del frame.roles["date"]
        frame.undated = True
    frame.day = None if frame.undated else frame.day
