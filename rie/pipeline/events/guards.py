"""Guards over the trained relations: roles that the words of a sentence must bear out.

"Sees 2022 revenue of $5m" is an expectation, "2022 revenue of $5m" is none; "revenue rose by $5m" tells no revenue.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from rie.pack import Pack, Role
from rie.pipeline.events.behind import around
from rie.pipeline.figures.around import Phrases, is_a_share
from rie.pipeline.frame import Item
from rie.pipeline.relations import Relation
from rie.values import Money

_OR = re.compile(r",?\s*(?:or|equal to|equivalent to)\s+", re.IGNORECASE)
_HEADLINE = re.compile(r"(?=[^a-z\n]*[A-Z]{3})[^a-z\n]{8,70} [-\u2013\u2014] (?=[A-Z])")  # "HOOLI CUTS ITS OUTLOOK - Hooli said"
_EXPECTATION = re.compile(r"\b(?:outlook|guidance|forecasts?|(?:expect|anticipat|project)\w*(?=[^.]*:$))\b", re.IGNORECASE)
_EACH = re.compile(r"\s*(?:in |of )?(?:cash |stock )?,?\s*(?:for |per |a )?(?:each|apiece|every|per|an? (?:share|unit))\b", re.IGNORECASE)
_END = re.compile(r"\n|(?<!\bFt)(?<!\bSt)(?<!\bU\.S)(?<!\bMr)(?<!\bDr)\. (?![a-z(])")
_BRACKET = re.compile(r"^(?:>|\s?<[A-Z][A-Z.]{0,7}>)+")  # behind a name: of a wire, that sets names in brackets, or a ticker
_CLAUSE = re.compile(r",? \b(?:while|whereas)\b|; ")
_BULLETS = "•*-–·▪"
_LABELLED = re.compile(r"[^.:\n]{1,60}: [^\n]*\d")  # "Net sales: 87,000 million yen"
BEHIND = 8  # characters behind a trigger that say what it means: "steps down"
OUTLOOK = "Outlook: "  # what is read before a line under such a heading
HEADING = 80  # characters of a line that is a heading
CLOSE = 60  # characters before a player that are read as if they followed its heading
LONG = 2_000  # characters of the longest sentence
PLAIN = 0.999  # probability of a role that the words around a player give it: a surer guess elsewhere must not take it back
REACH = 60  # characters before a player in which words against its role are looked for


def guarded(pack: Pack, terms: Mapping[str, Phrases], text: str, items: Sequence[Item],
            relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations that the words bear out; one without its cue plays the role that the pack gives it instead.

    Args:
        pack: whose roles name the vocabularies.
        terms: the compiled vocabularies.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    relations = list(rightly_named(pack, terms, items, relations))
    silent = {i for i in {relation.head for relation in relations} if _is_silent(pack, terms, text, items[i])}
    silent |= _silent_titles(items, {relation.head for relation in relations}, silent)
    borne_out = list(_borne_out(pack, terms, text, items, [relation for relation in relations if relation.head not in silent]))
    return _with_shares(pack, text, items, list(_of_own_clause(pack, text, items, borne_out)))


def rightly_named(pack: Pack, terms: Mapping[str, Phrases], items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without those of players whose own name speaks against the role; arguments as for `guarded`."""
    for relation in relations:
        event, _, role = relation.label.partition(".")
        spec = pack.events[event].roles.get(role) if event in pack.events else None
        if not (spec and spec.never_named and terms[spec.never_named].find(items[relation.child].text)):
            yield relation


def possible(pack: Pack, terms: Mapping[str, Phrases], text: str, items: Sequence[Item],
             relations: Sequence[Relation]) -> Iterator[Relation]:
    """Of the relations that were thought possible those that neither the names of their players nor the words around them rule out;
    arguments as for `guarded`.
    """
    for relation in rightly_named(pack, terms, items, relations):
        event, _, role = relation.label.partition(".")
        spec = pack.events[event].roles.get(role) if event in pack.events else None
        if not (spec and spec.never_around and terms[spec.never_around].find(around(text, items[relation.child]))):
            yield relation


def _is_silent(pack: Pack, terms: Mapping[str, Phrases], text: str, item: Item) -> bool:
    """Whether the words around a trigger tell no event: "it is the third purchase this year"."""
    names = [event.silent for event in pack.events.values() if event.trigger == item.label and event.silent]
    return any(terms[name].find(around(text, item).replace("#", f"#<{item.text}>", 1)) for name in names)


def _silent_titles(items: Sequence[Item], heads: AbstractSet[int], silent: AbstractSet[int]) -> set[int]:
    """The triggers of a title whose text tells no event in the first one of their kind: "ACME SELLS SYSTEM" of an order."""
    first = {label: min((i for i in heads if items[i].label == label and not items[i].in_title), default=None)
             for label in {items[i].label for i in silent}}
    return {i for i in heads if items[i].in_title and first.get(items[i].label) in silent}


def _of_own_clause(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """ "A stays on as manager, while B becomes chairman": of two people before a verb the one of the clause before plays no role in it."""
    tied = {f"{name}.{role}" for name, event in pack.events.items() for role in event.tie}
    of_rows = {f"{name}.{row.role}" for name, event in pack.events.items() if not event.joins for row in event.rows}
    played: dict[tuple[int, str], list[int]] = {}
    for relation in relations:
        if relation.label in tied:
            played.setdefault((relation.head, relation.label), []).append(relation.child)
    for relation in relations:
        if relation.label in of_rows and _is_of_another(items[relation.head], items[relation.child], items, text):
            continue
        nearer = (i for i in played.get((relation.head, relation.label), ()) if relation.child < i < relation.head)
        if not any(_CLAUSE.search(text, items[relation.child].end, items[i].start) for i in nearer):
            yield relation


def _is_of_another(metric: Item, figure: Item, items: Sequence[Item], text: str) -> bool:
    """ "Profit of $5m for Hooli compared with $4m; $9m for Acme compared with $8m": a figure behind a semicolon and another name."""
    start = text.rfind(";", metric.end, figure.start)
    return start >= 0 and any(item.entity and not item.key and start < item.start < figure.start for item in items) \
        and any(isinstance(item.value, Money) and start < item.start < figure.start for item in items)


def _borne_out(pack: Pack, terms: Mapping[str, Phrases], text: str, items: Sequence[Item],
               relations: Sequence[Relation]) -> Iterator[Relation]:
    bounds = _sentences(text, items)
    for relation in relations:
        event, _, role = relation.label.partition(".")
        spec = pack.events[event].roles.get(role) if event in pack.events else None
        if spec is None:
            yield relation
            continue
        player = items[relation.child]
        if spec.never_after and terms[spec.never_after].find(text[max(player.start - REACH, 0) : player.start]):
            continue
        if spec.each_above is not None and _is_of_all(text, player, spec.each_above):
            continue
        start, end = bounds[player.sentence]
        headline = _HEADLINE.match(text, start, player.start)
        start = headline.end() if headline else start
        if spec.single and items[relation.head].term in pack.percentages(pack.events[event]):
            role, spec = pack.events[event].rows[0].role, pack.events[event].roles[pack.events[event].rows[0].role]
        around = f"{text[start : player.start].removesuffix('<')}#{_BRACKET.sub('', text[player.end : end])}"
        trigger = text[items[relation.head].start : items[relation.head].end + BEHIND]
        role = next((other for other, name in spec.turned_by.items() if terms[name].find(trigger)), role)
        before = player.start < items[relation.head].start
        own = before and any(role == other and terms[name].find(trigger) for one in pack.events[event].roles.values()
                             for other, name in one.turned_by.items())  # "takes over from Doe, who becomes chairman"
        around_it = next((other for other, name in spec.told_around.items() if terms[name].find(around)), None)
        told = around_it or (role if own else "") or _role(role, spec, terms, text[start:end], text[start : player.start])
        never = {one.never_around for one in (spec, pack.events[event].roles.get(told, spec)) if told == role or one is not spec}
        if any(name and terms[name].find(around) for name in never):
            continue
        if told in {role, spec.without_cue} and spec.told_by and _is_under_outlook(text, start):
            close = text[max(start, player.start - CLOSE) : player.start]
            told = _role(role, spec, terms, f"{OUTLOOK}{text[start:end]}", f"{OUTLOOK}{close}")
        yield relation._replace(label=f"{event}.{told}", score=max(relation.score, PLAIN) if around_it else relation.score)


def _is_of_all(text: str, sum_: Item, most: int) -> bool:
    """Whether a sum is too large for one of a share that no words call so: "and about 70,000 dlrs in cash"."""
    amount = sum_.value.amount if isinstance(sum_.value, Money) else 0
    return amount > most and not is_a_share(text, sum_.end) and _EACH.match(text, sum_.end) is None


def _is_under_outlook(text: str, start: int) -> bool:
    """Whether the line that starts at `start` stands under a heading such as "Outlook" or "Hooli expects:", alone or in a list; a title
    is none.
    """
    lines = text[:start].split("\n")
    others = (line.strip() for line in reversed(lines[1:-1]) if line.strip())
    above = next((line for line in others if line[0] not in _BULLETS and not _LABELLED.match(line)), "")
    return bool(_EXPECTATION.search(above)) and not lines[-1].strip() and len(above) <= HEADING and not above.endswith(".")


def _role(role: str, spec: Role, terms: Mapping[str, Phrases], sentence: str, before: str) -> str:
    if spec.cues and spec.without_cue and not terms[spec.cues].find(sentence):
        return spec.without_cue
    return next((other for other, name in spec.told_by.items() if terms[name].find(before)), role)


def _with_shares(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """ "A net loss of $9.4 million, or 24 cents a share": the sum a share is told of whatever the sum before it is told of."""
    known = {(relation.head, relation.child): relation for relation in relations}
    of_rows = {f"{name}.{row.role}" for name, event in pack.events.items() for row in event.rows}
    shares = {relation: relation._replace(child=relation.child + 1) for relation in relations
              if relation.label in of_rows and _has_share(text, items, relation.child)}
    for relation, share in list(shares.items()):
        own = known.get((share.head, share.child))
        if own and (own.label == relation.label or own.label not in of_rows):
            del shares[relation]
        elif own:
            shares[relation] = share._replace(score=max(share.score, own.score))
    moved = {known.get((share.head, share.child)) for share in shares.values()}
    for relation in relations:
        if relation not in moved:
            yield relation
        if relation in shares:
            yield shares[relation]


def _has_share(text: str, items: Sequence[Item], number: int) -> bool:
    """Whether "or 24 cents a share" stands behind a sum."""
    if number + 1 >= len(items):
        return False
    one, two = items[number], items[number + 1]
    both = isinstance(one.value, Money) and isinstance(two.value, Money)
    return both and bool(_OR.fullmatch(text, one.end, two.start)) and is_a_share(text, two.end) and not is_a_share(text, one.end)


def _sentences(text: str, items: Sequence[Item]) -> dict[int, tuple[int, int]]:
    """For each sentence with mentions the characters from the end of the one before to the start of the next."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for item in items:
        starts[item.sentence] = min(starts.get(item.sentence, item.start), item.start)
        ends[item.sentence] = max(ends.get(item.sentence, 0), item.end)
    return {number: (_back(text, starts[number]), _ahead(text, ends[number])) for number in starts}


def _back(text: str, at: int) -> int:
    low, end = max(at - LONG, 0), at
    while (end := max(text.rfind("\n", low, end), text.rfind(". ", low, end))) >= 0:
        if _END.match(text, end, at):
            return end + 1
    return max(at - LONG, -1) + 1


def _ahead(text: str, at: int) -> int:
    match = _END.search(text, at, at + LONG)
    return match.start() if match else min(at + LONG, len(text))
