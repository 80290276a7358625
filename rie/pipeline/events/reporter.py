"""Who reports a figure: whom the title is about, not the company bought whose name only stands beside it.

"Including Pied Piper, acquired in May, sales were $5m" tells nothing of Pied Piper, nor do its brokers' forecasts tell of the brokers;
"Name: Pied Piper" makes the lines below it its own.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from rie.pack import Event, Pack
from rie.pipeline.events.forecasters import forecasts
from rie.pipeline.events.references import Cast, antecedent, refers, subject_of
from rie.pipeline.frame import Frame, Item
from rie.pipeline.names.product_names import is_brand
from rie.pipeline.relations import Relation

REACH = 120  # characters before a name in which it is said that it is only beside what is told
_ASIDE = re.compile(
    r"\b(?:(?:including|excluding|adjust(?:ing|ed) for|stripping out|acquir(?:ing|ed)|bought|buying|selling|sold|consolidating|adding)"
    r"|(?:acquisition|purchase|takeover|buy-?out|consolidation|inclusion|integration|addition|sale|disposal|divestment|divestiture|merger"
    r"|spin-?off)s? (?:of|from|with|by))\s+(?:(?!(?:and|but|while|which|who|that|said|says)\b)[\w&-]+ ){0,5}$", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(
    r",\s+(?!(?:an?|which|whose|that|who|with|ha[ds]|having|where|post|report|generat|earn|mak|record|book|produc)\w*\b)"
    r"(?:[\w-]+[ -]){0,4}$", re.IGNORECASE)
_WHOSE = re.compile(
    r",? whose (?:[\w-]+ ){0,3}|,? (?:which|that) (?:in (?:19|20)\d\d,? |last year )?(?:[\w-]+ ){0,4}"
    r"|, an? [^.;:\n]{1,160}? with (?:[\w-]+ ){0,3}",
    re.IGNORECASE)
_SAYS = re.compile(
    r"(?: <[^>\n]{1,12}>)?(?: (?:also|today|further|earlier))* (?:said|says|added|announced|disclosed|noted)(?: that)?(?: (?:its|the))?"
    r"(?: [a-z-]+){0,2} <?", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:which|whose|that) ")
_SAID = re.compile(r"\b(?:said|reported|posted|announced|had|earned|lost)\b")
_HAD = re.compile(
    r">?(?:, [^.;]{3,140},)?(?: (?:also|recently|currently))*"
    r" (?:had|has|posted|reported|earned|lost|made|generates?|generated|recorded|showed)\b[^.;,]{0,50}", re.IGNORECASE)
_BEHIND_NAME = re.compile(  # "Hooli, co-owned by Initech and Acme, said"
    r">?,?[ -](?:an? |the )?(?:[\w-]+ ){0,2}"
    r"(?:(?:[a-z]+-)?owned by|(?:unit|subsidiary|arm|division|affiliate|parent|part) of|controlled by|held by)"
    r" (?:[^.;\n]|\.(?=\S)){0,90}?<?", re.IGNORECASE)
_OWN = {"it", "its"}
_EMPTY = re.compile(r" (?:is|was|will be|would be|seems|remains|takes|took) ", re.IGNORECASE)  # "It was a year in which ..."
_OFFICER = re.compile(r"\W*(?:S?[Hh]e)\b")
_HAS = re.compile(r"['\u2019]s? (?:[a-z-]+ ){0,2}")
_OF_POST = re.compile(r" (?:of|at) (?:the )?")
_NAME = re.compile(r"(?<!brand )(?<!product )(?<!project )(?<!\w)name(?: of [\w -]{1,40})?\s*[:\uff1a]\s*$", re.IGNORECASE)
_LABELLED = re.compile(r"[^\S\n]*(?:[•*▪·–-]\s*|\(?\w{1,3}[.)]\s*)?[^\n:.]{1,80}[:\uff1a]")


def without_asides(pack: Pack, text: str, items: Sequence[Item], relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations without those of names that are only beside what is told, or only forecast it; the name right before "whose" and "which
    had" reports what follows.

    Args:
        pack: whose event of figures has a subject.
        text: what the items' offsets refer to.
        items: the document's mentions.
        relations: of the relation component.
    """
    subjects = {f"{name}.{role}": spec.labels for name, event in pack.events.items() if tells_figures(event)
                for role, spec in event.roles.items() if spec.infer_subject}
    for relation in relations:
        if relation.label not in subjects:
            yield relation
        elif (owner := _owner(relation.head, subjects[relation.label], items, text)) is not None:
            yield relation._replace(child=owner)
        elif (told := _told_of(relation.child, relation.head, items, text)) is not None:
            yield relation._replace(child=told)
        elif (heading := _heading(relation.child, items, text)) is not None:
            yield relation._replace(child=heading)
        elif not is_aside(relation.child, relation.head, items, text):
            yield relation


def tells_figures(event: Event) -> bool:
    """Whether an event tells figures of a company, each by itself."""
    return bool(event.rows) and not event.joins


def is_aside(name: int, trigger: int, items: Sequence[Item], text: str) -> bool:
    """Whether a name before a metric is one of what its company bought, sold, or leaves out, "Excluding Pied Piper, sales were", of one of
    its brands, or of who forecasts it.
    """
    one, metric = items[name], items[trigger]
    if not one.key and (forecasts(one, metric, text) or (one.end <= metric.start and is_brand(text, one.start, one.end))):
        return True
    if one.key or one.sentence != metric.sentence or one.end > metric.start or text[one.end : one.end + 2] in {"'s", "’s"}:
        return False
    before = text[max(one.start - REACH, 0) : one.start].rpartition("\n")[2]
    return bool(_ASIDE.search(before) and _MAIN_CLAUSE.search(text, one.end, metric.start))


def _heading(name: int, items: Sequence[Item], text: str) -> int | None:
    """The name that opens the entry of a digest, where a mere word behind its colon was taken for one: "Hooli Rail: Carloads fell"."""
    one, other = items[name - 1] if name else items[name], items[name]
    opens = one.entity and one.label == other.label and not text[text.rfind("\n", 0, one.start) + 1 : one.start].strip()
    alone = " " not in other.text and sum(item.identity == other.identity for item in items) == 1
    return name - 1 if name and opens and alone and text[one.end : other.start] == ": " else None


def _owner(trigger: int, labels: Collection[str], items: Sequence[Item], text: str) -> int | None:
    """The name right before a metric that "whose" or "which had" ties to it."""
    before = (i for i in range(trigger - 1, -1, -1) if items[i].sentence == items[trigger].sentence and items[i].entity)
    name = next(before, None)
    tied = name is not None and items[name].label in labels and _WHOSE.fullmatch(text, items[name].end, items[trigger].start)
    return name if tied else None


def _told_of(name: int, trigger: int, items: Sequence[Item], text: str) -> int | None:
    """Of whom a sentence tells a figure instead of a name: whom its teller names, "Hooli said Initech had sales of", or whom its owner only
    stands behind, "Initech, co-owned by Acme and Hooli, said its net profit".
    """
    one, metric = items[name], items[trigger]
    if one.key or one.sentence != metric.sentence or one.end > metric.start or not one.entity:
        return None
    names = [i for i, item in enumerate(items) if item.sentence == one.sentence and item.label == one.label and item.entity
             and not item.key and item.end <= metric.start]
    behind = next((i for i in names if i > name), None)
    if behind is not None and _SAYS.fullmatch(text, one.end, items[behind].start) and _HAD.fullmatch(text, items[behind].end, metric.start):
        return behind
    first = names[0] if names and names[0] < name else None
    behind_it = first is not None and _BEHIND_NAME.fullmatch(text, items[first].end, one.start)
    said = _SAID.search(text, one.end, metric.start) and not _WHICH.search(text, one.end, metric.start)
    return first if behind_it and said else None


def reporters(frame: Frame, labels: set[str], items: Sequence[Item], known: Sequence[int], text: str, *,
              bought: set[Any], others: Sequence[int] = (), foretold: bool = False) -> Iterator[int]:
    """Who may report a figure that no mention is said to report, the likeliest first: a name of the sentence or what "it" stands for there,
    whom the list above names, whom the title is about, whom another event of its paragraph is of, who reported the figure before, the
    subject of the text.

    Args:
        frame: of the figure.
        labels: of names.
        items: the document's mentions.
        known: who reports the document's other figures.
        text: what the items' offsets refer to.
        bought: who is told of as what others buy.
        others: whom other kinds of events are of.
        foretold: whether the figure is one that is expected, which who is bought does not tell in another paragraph.
    """
    here = items[frame.trigger]
    owner = _owner(frame.trigger, labels, items, text)
    if owner is not None:
        yield owner
    if not frame.listed:
        yield from _of_sentence(frame.trigger, labels, items, text)
    named = _named_above(here, labels, items, text)
    titled = _titled(here, labels, items, bought)
    subject = subject_of(items, labels)
    beside = [i for i in others if items[i].start < here.start and "\n" not in text[items[i].start : here.start]]
    topic = beside if titled is not None and items[titled].topic else []  # a paragraph may be of another than the text
    yield from (i for i in (named, *topic, titled, *beside) if i is not None)
    foreign = {i for i in known if items[i].identity in bought
               and (items[i].start > here.start or (foretold and "\n" in text[items[i].end : here.start]))}
    nearest = [] if frame.listed else sorted(known, key=lambda i: (items[i].start > here.start, abs(here.start - items[i].start)))
    yield from (i for i in nearest if i not in foreign)
    if subject is not None and (items[subject].start < here.start or items[subject].identity not in bought):
        yield subject
    yield from (i for i in nearest if i in foreign)


def _of_sentence(trigger: int, labels: set[str], items: Sequence[Item], text: str) -> Iterator[int]:
    here = items[trigger]
    before = [i for i, item in enumerate(items) if item.sentence == here.sentence and item.start < here.start and not item.key]
    names = [i for i in before if items[i].label in labels and items[i].entity and not items[i].indirect
             and not is_aside(i, trigger, items, text)]
    if names:
        yield names[0]
        return
    employer = _employer(trigger, labels, items, text)
    if employer is not None:
        yield employer
        return
    words = [i for i in before if refers(items[i]) and items[i].text.lower() in _OWN and not _EMPTY.match(text, items[i].end)]
    meant = antecedent(words[-1], items, set()) if words else None
    if meant is not None:
        yield meant


def _employer(trigger: int, labels: set[str], items: Sequence[Item], text: str) -> int | None:
    """ "Jane Roe, Acme's chairman, refused. She pointed to a profit of $5m": the company of whose officer the sentence before speaks."""
    here = items[trigger]
    start = max(text.rfind("\n", 0, here.start), text.rfind(". ", 0, here.start) + 1, -1) + 1
    if not _OFFICER.match(text, start):
        return None
    before = (i for i, item in enumerate(items) if item.label in labels and item.entity and item.sentence == here.sentence - 1)
    posts = {item.start: item.end for item in items if item.label == "POST"}
    tied = {items[i].identity: i for i in before if any(_HAS.fullmatch(text, items[i].end, post) for post in posts if post > items[i].end)
            or any(_OF_POST.fullmatch(text, end, items[i].start) for end in posts.values())}
    return next(iter(tied.values())) if len(tied) == 1 else None


def _named_above(here: Item, labels: set[str], items: Sequence[Item], text: str) -> int | None:
    """The name that a line such as "Name: Hooli" gives, above lines with labels down to the figure's own."""
    start = text.rfind("\n", 0, here.start) + 1
    if not _LABELLED.match(text, start):
        return None
    while start > 0:
        start = text.rfind("\n", 0, start - 1) + 1
        if not _LABELLED.match(text, start):
            return None
        named = next((i for i, item in enumerate(items) if item.label in labels and item.entity and not item.key
                      and start <= item.start < here.start and _NAME.search(text[start : item.start])), None)
        if named is not None:
            return named
    return None


def _titled(here: Item, labels: set[str], items: Sequence[Item], bought: set[Any]) -> int | None:
    """The only name of the title, where the text names it too, or no other before the figure than one that is bought; where the title
    names nobody, whom the text is about.
    """
    names = [i for i, item in enumerate(items) if item.label in labels and item.entity and not item.key]
    titled = {items[i].identity for i in names if items[i].in_title}
    if len(titled) != 1 or here.in_title:
        return next((i for i in names if items[i].topic and items[i].sentence < here.sentence), None)
    below = [i for i in names if not items[i].in_title]
    same = [i for i in below if items[i].identity in titled]
    others = [i for i in below if items[i].start < here.start and items[i].identity not in bought]
    return same[0] if same else names[0] if not others else None


def acted_on(pack: Pack, cast: Cast) -> set[Any]:
    """Who is told of as what others buy: the players of roles that an event needs and that no subject of a text fills."""
    roles = ((name, role) for name, event in pack.events.items() for role, spec in event.roles.items()
             if event.joins and spec.required and not spec.infer_subject)
    return set[Any]().union(*(cast.get(role, set()) for role in roles))
