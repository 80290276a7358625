"""Candidate pairs of the relation component: which mentions may play a role for which head, and what is seen of a pair.

A head is a trigger (its event's roles), or a mention whose label heads an attribute ("based"). A trigger is also
paired with itself: the labels of that pair are the event's statuses. Only pairs that the pack allows are made.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from rie.pack import Pack
from rie.pipeline.sentences import bounds_of
from rie.pipeline.words import words_of

NONE = "none"
RANGES = 8
BEFORE, BEHIND = 2, 3  # sentences before and behind its head in which a mention may play a role for it
FAR = 100  # tokens beyond which no pair is made

GROUPS = 3
_OFFSETS = BEFORE + 1 + BEHIND
_NAMES = 6
_PARAGRAPHS, _RIVALS = 9, 9
_DISTANCES = (1, 2, 3, 5, 8, 13, 21, 34)
_WORDS = ("vs", "versus", "than", "compared", "expects", "expected", "sees", "guidance", "range", "estimate", "estimates", "year",
          "loss", "up", "down", "as", "succeeds", "succeed", "replaces", "|", "by", "from", "to", "of", "in", "with", "and", "for",
          "at", "led", "including", "valuation", "valued", "total", "share", "shares", "a", "per", "stake", "unit", "subsidiary", "its",
          "by:", ",", "(", ";", "sales", "revenue", "assets", "based", "-")
_PASSIVE = {"was", "been", "being", "be", "were", "is"}
_WORD_PLACE = {word: place for place, word in enumerate(_WORDS)}


@dataclass(frozen=True)
class Scheme:
    """The relation labels of a pack: `names[0]` is "none"; `allowed[(head label, child label)]` are indices into it.

    `local` triggers have roles in their own sentence only; mentions of the `drawn` labels stand in the skeleton as their label,
    others keep their word. Mentions of the labels in `people` have one name when their last words are the same.
    """

    names: tuple[str, ...]
    allowed: dict[tuple[str, str], tuple[int, ...]]
    heads: tuple[str, ...]
    children: tuple[str, ...]
    triggers: frozenset[str]
    local: frozenset[str]
    drawn: frozenset[str]
    people: frozenset[str]
    cues: tuple[re.Pattern[str], ...] = ()


def scheme(pack: Pack) -> Scheme:
    """Derive the relation labels from the pack's events and attributes."""
    names = [NONE]
    allowed: dict[tuple[str, str], list[int]] = {}
    for event_name, event in pack.events.items():
        for role, spec in event.roles.items():
            names.append(f"{event_name}.{role}")
            for label in spec.labels:
                allowed.setdefault((event.trigger, label), [0]).append(len(names) - 1)
        for status in _statuses(pack, event.table):
            names.append(f"{event_name}.status={status}")
            allowed.setdefault((event.trigger, event.trigger), []).append(len(names) - 1)
    for attribute, pair in pack.attributes.items():
        names.append(attribute)
        allowed.setdefault((pair["head"], pair["child"]), [0]).append(len(names) - 1)
    heads = tuple(sorted({head for head, _ in allowed}))
    children = tuple(sorted({child for _, child in allowed}))
    triggers = frozenset(event.trigger for event in pack.events.values())
    local = frozenset(event.trigger for event in pack.events.values() if not event.joins)
    return Scheme(tuple(names), {pair: tuple(labels) for pair, labels in allowed.items()}, heads, children, triggers, local,
                  _drawn(pack, triggers), frozenset(name for name, label in pack.labels.items() if label.entity == "person"), _cues(pack))


def _drawn(pack: Pack, triggers: frozenset[str]) -> frozenset[str]:
    """Labels that say as much as their words: all but references and those triggers that no vocabulary normalises."""
    telling = {name for name in triggers if not (terms := pack.labels[name].terms) or len(pack.terms[terms].values) == 1}
    return frozenset(name for name, label in pack.labels.items() if label.source != "reference" and name not in telling)


def _cues(pack: Pack) -> tuple[re.Pattern[str], ...]:
    """Patterns of the words that tell a status: what a trigger's sentence is described by."""
    vocabularies = [pack.terms[terms] for event in pack.events.values() for terms in event.cues]
    return tuple(re.compile("|".join(phrases), re.IGNORECASE) for terms in vocabularies for phrases in terms.values.values())


def _statuses(pack: Pack, table: str) -> list[str]:
    column = pack.tables[table].columns.get("status")
    return column.values if column and column.source else []


@dataclass
class Pairs:
    """Candidate pairs of one document.

    `index` (n, 2): positions of head and child in the document's mentions; `surface` (n, 2, 2): their token ranges;
    `skeleton`: the document with every mention drawn together into one token; `ranges` (n, 8, 2): ranges of the
    skeleton that are pooled (head, child, left of child, right of child, right of head, between, head's sentence, child's sentence);
    `groups` (n, 3): numbers of the groups that a pair belongs to (of its head, of its child, of its child's name with its head's event);
    `features` (n, F): what else is seen; `mask` (n, labels): which labels the pack allows.
    """

    index: NDArray[np.int32]
    surface: NDArray[np.int32]
    skeleton: Doc
    ranges: NDArray[np.int32]
    features: NDArray[np.float32]
    mask: NDArray[np.bool_]
    groups: NDArray[np.int32]


def n_features(scheme: Scheme) -> int:
    """Width of `Pairs.features`."""
    around = 2 * (len(scheme.children) + 1)
    labels = len(scheme.heads) + len(scheme.children)
    lexical = len(_WORDS) * 4 + len(scheme.cues)
    return 2 * (len(_DISTANCES) + 1) + labels + 3 * 4 + _OFFSETS + 8 + _NAMES + around + lexical + _PARAGRAPHS + _RIVALS


def pairs(doc: Doc, scheme: Scheme) -> Pairs:
    """All candidate pairs of a document whose mentions and sentence starts are set."""
    mentions = list(doc.spans["mentions"])
    view = _View(doc, mentions, scheme)
    index = [(h, c) for h in view.heads for c in view.children_of(h)]
    count = len(index)
    surface = np.zeros((count, 2, 2), dtype=np.int32)
    ranges = np.zeros((count, RANGES, 2), dtype=np.int32)
    features = np.zeros((count, n_features(scheme)), dtype=np.float32)
    mask = np.zeros((count, len(scheme.names)), dtype=np.bool_)
    for row, (h, c) in enumerate(index):
        surface[row] = view.spans[h], view.spans[c]
        ranges[row] = view.ranges(h, c)
        view.describe(h, c, features[row])
        mask[row, list(scheme.allowed[mentions[h].label_, mentions[c].label_])] = True
    groups = np.array([(h, c, view.name_group(h, c)) for h, c in index], dtype=np.int32).reshape(-1, GROUPS)
    return Pairs(np.array(index, dtype=np.int32).reshape(-1, 2), surface, view.skeleton, ranges, features, mask, groups)


class _View:
    """What the pairs of one document are described by, computed once."""

    def __init__(self, doc: Doc, mentions: list[Span], scheme: Scheme) -> None:
        self.doc, self.scheme = doc, scheme
        self.mentions = mentions
        self.labels = [span.label_ for span in mentions]
        self.spans = [(span.start, span.end) for span in mentions]
        self.words = words_of(doc).lower
        self.sentence_of, self.sentences, self.characters = bounds_of(doc)
        self.mention_sentence = [self.sentence_of[start] for start, _ in self.spans]
        self.starts = [start for start, _ in self.spans]
        self.rank, self.first = self._ranks()
        self.heads = [i for i, label in enumerate(self.labels) if label in scheme.heads]
        self.triggers = [i for i, label in enumerate(self.labels) if label in scheme.triggers]
        self.triggers_of = {child: [label for label in scheme.triggers if (label, child) in scheme.allowed] for child in scheme.children}
        self.rivals_in: dict[tuple[int, str], list[int]] = defaultdict(list)
        for trigger in self.triggers:
            for child in scheme.children:
                if (self.labels[trigger], child) in scheme.allowed:
                    self.rivals_in[self.mention_sentence[trigger], child].append(trigger)
        self.paragraph = self._paragraph_numbers()
        self.labelled: dict[tuple[str, int], list[int]] = defaultdict(list)
        self.paragraphs_of: dict[str, set[int]] = defaultdict(set)
        self.in_sentence: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, key in enumerate(zip(self.labels, self.paragraph, strict=True)):
            self.labelled[key].append(number)
            self.paragraphs_of[key[0]].add(key[1])
            self.in_sentence[key[0], self.mention_sentence[number]].append(number)
        self.cues_in: dict[int, list[bool]] = {}
        self.name = [self._name(number) for number in range(len(mentions))]
        self.alike: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, name in enumerate(self.name):
            self.alike[name].append(number)
        self.skeleton, self.place = _skeleton(doc.vocab, self.words, self.spans, [self._drawn(i) for i in range(len(mentions))])

    def _paragraph_numbers(self) -> list[int]:
        """The number of each mention's paragraph, from 0."""
        breaks = [number for number, word in enumerate(self.words) if "\n" in word]
        return [bisect_left(breaks, start) for start in self.starts]

    def _name(self, mention: int) -> tuple[str, str]:
        """What mentions of one thing have in common: the label, and the first word of a name, else all words."""
        (start, end), label = self.spans[mention], str(self.labels[mention])
        if label in self.scheme.people:
            return label, self.words[end - 1]
        first = self.words[start]
        return label, first if len(first) > 3 and label in self.scheme.drawn else " ".join(self.words[start:end])

    def _ranks(self) -> tuple[list[int], dict[str, int]]:
        """Each mention's number among those of its label in its sentence, and the first mention of each label."""
        seen: Counter[tuple[str, int]] = Counter()
        rank: list[int] = []
        first: dict[str, int] = {}
        for number, key in enumerate(zip(self.labels, self.mention_sentence, strict=True)):
            rank.append(seen[key])
            seen[key] += 1
            first.setdefault(key[0], number)
        return rank, first

    def _drawn(self, mention: int) -> str:
        """A mention's token of the skeleton: its label, or its word where that says more; a description ("the company") is its label."""
        (start, end), label = self.spans[mention], self.labels[mention]
        return str(label) if label in self.scheme.drawn or (end - start > 1 and label not in self.scheme.triggers) else self.words[start]

    def children_of(self, head: int) -> list[int]:
        label, start = self.labels[head], self.spans[head][0]
        around = range(bisect_left(self.starts, start - FAR), bisect_right(self.starts, start + FAR))
        return [c for c in around if (label, self.labels[c]) in self.scheme.allowed and self._near(head, c)]

    def _near(self, head: int, child: int) -> bool:
        if self.labels[child] in self.scheme.triggers:
            return head == child
        if head == child:
            return False
        behind = self.mention_sentence[child] - self.mention_sentence[head]
        return behind == 0 or (self.labels[head] in self.scheme.triggers - self.scheme.local and -BEFORE <= behind <= BEHIND)

    def ranges(self, head: int, child: int) -> list[tuple[int, int]]:
        """The pooled ranges of the skeleton."""
        h, c = (self.place[self.spans[mention][0]] for mention in (head, child))
        last = len(self.skeleton)
        start, end = self.sentences[self.mention_sentence[head]]
        first, until = self.sentences[self.mention_sentence[child]]
        return [(h, h + 1), (c, c + 1), (max(c - 1, 0), c), (c + 1, min(c + 2, last)), (h + 1, min(h + 2, last)),
                (min(h, c) + 1, max(h, c, min(h, c) + 1)), (self.place[start], self.place[end - 1] + 1),
                (self.place[first], self.place[until - 1] + 1)]

    def describe(self, head: int, child: int, out: NDArray[np.float32]) -> None:
        """Write the features of a pair into `out`."""
        (h0, h1), (c0, c1) = self.spans[head], self.spans[child]
        at = 0
        distance = c0 - h1 if c0 >= h1 else h0 - c1
        out[at + (len(_DISTANCES) + 1) * (c0 < h0) + bisect_right(_DISTANCES, distance)] = 1
        at += 2 * (len(_DISTANCES) + 1)
        out[at + self.scheme.heads.index(self.labels[head])] = 1
        at += len(self.scheme.heads)
        out[at + self.scheme.children.index(self.labels[child])] = 1
        at += len(self.scheme.children)
        for number in self._counts(head, child):
            out[at + min(number, 3)] = 1
            at += 4
        out[at + BEFORE + self.mention_sentence[child] - self.mention_sentence[head]] = 1
        at += _OFFSETS
        out[at : at + 8] = self._flags(head, child)
        at += 8
        out[at : at + _NAMES] = self._named(head, child)
        at += _NAMES
        for neighbour in (child - 1, child + 1):
            out[at + self._neighbour(child, neighbour)] = 1
            at += len(self.scheme.children) + 1
        self._lexical(head, child, out, at)
        at += len(_WORDS) * 4
        if head == child or self.labels[head] in self.scheme.local:
            out[at : at + len(self.scheme.cues)] = self._cues(self.mention_sentence[head])
        at += len(self.scheme.cues)
        out[at : at + _PARAGRAPHS] = self._paragraphs(head, child)
        at += _PARAGRAPHS
        for number in self._rivals(head, child):
            out[at + min(number, 2)] = 1
            at += 3

    def _cues(self, sentence: int) -> list[bool]:
        """Which cues are said in a sentence."""
        if sentence not in self.cues_in:
            text = words_of(self.doc).text[slice(*self.characters[sentence])]
            self.cues_in[sentence] = [bool(cue.search(text)) for cue in self.scheme.cues]
        return self.cues_in[sentence]

    def _neighbour(self, child: int, other: int) -> int:
        """The label of the mention beside the child in its sentence, as a number; the last number for none."""
        if not 0 <= other < len(self.mentions) or self.mention_sentence[other] != self.mention_sentence[child]:
            return len(self.scheme.children)
        return self.scheme.children.index(self.labels[other]) if self.labels[other] in self.scheme.children else len(self.scheme.children)

    def _counts(self, head: int, child: int) -> tuple[int, int, int]:
        """Mentions between of the child's label, triggers between, the child's rank in its sentence."""
        low, high = sorted((head, child))
        between = self.labels[low + 1 : high]
        triggers = sum(map(between.count, self.triggers_of[self.labels[child]])) if between else 0
        return between.count(self.labels[child]), triggers, self.rank[child]

    def _named(self, head: int, child: int) -> list[float]:
        """How often the child's name is mentioned: once, twice, more; it is the first mention of it; it stands in the head's sentence
        too; in the first sentence too.
        """
        alike = self.alike[self.name[child]]
        sentences = {self.mention_sentence[other] for other in alike}
        return [float(len(alike) == 1), float(len(alike) == 2), float(len(alike) > 2), float(alike[0] == child),
                float(self.mention_sentence[head] in sentences), float(0 in sentences)]

    def _paragraphs(self, head: int, child: int) -> list[float]:
        """The child's paragraph is two or more before, the one before, the same, the one behind, two or more behind the head's; head
        and child stand in the first; the child's has a trigger of the head's label; so have three paragraphs or more.
        """
        first, second = self.paragraph[head], self.paragraph[child]
        events = self.paragraphs_of[self.labels[head]]
        return [float(second - first <= -2), float(second - first == -1), float(second == first), float(second - first == 1),
                float(second - first >= 2), float(first == 0), float(second == 0), float(second in events), float(len(events) > 2)]

    def _rivals(self, head: int, child: int) -> tuple[int, int, int]:
        """Other mentions of the child's label: in the head's sentence before and behind it, and in the rest of the head's paragraph."""
        label, sentence, paragraph = self.labels[child], self.mention_sentence[head], self.paragraph[head]
        here, there = self.in_sentence[label, sentence], self.mention_sentence[child] == sentence
        before = bisect_left(here, head) - (there and child < head)
        others = len(here) - there
        return before, others - before, len(self.labelled[label, paragraph]) - (self.paragraph[child] == paragraph) - others

    def name_group(self, head: int, child: int) -> int:
        """The number of the pairs whose child has the same name and whose head is a trigger of the same label."""
        return len(self.mentions) * self.scheme.heads.index(self.labels[head]) + self.alike[self.name[child]][0]

    def _flags(self, head: int, child: int) -> list[float]:
        """First of its label in the document; in the title; a later or an earlier trigger is nearer; passive; first trigger;
        child begins its sentence; odd number of commas between."""
        c0 = self.spans[child][0]
        h0 = self.spans[head][0]
        rivals = [self.spans[t][0] for t in self.rivals_in.get((self.mention_sentence[child], self.labels[child]), ()) if t != head]
        nearer = [r for r in rivals if abs(r - c0) < abs(h0 - c0)]
        passive = not _PASSIVE.isdisjoint(self.words[max(h0 - 3, 0) : h0])
        return [float(self.first[self.labels[child]] == child), float(self.mention_sentence[child] == 0),
                float(any(r > c0 for r in nearer)), float(any(r < c0 for r in nearer)), float(passive),
                float(self.first[self.labels[head]] == head), float(c0 - self.sentences[self.mention_sentence[child]][0] <= 1),
                float(self._between(head, child).count(",") % 2)]

    def _between(self, head: int, child: int) -> list[str]:
        (h0, h1), (c0, c1) = self.spans[head], self.spans[child]
        return self.words[h1:c0] if h1 <= c0 else self.words[c1:h0]

    def _lexical(self, head: int, child: int, out: NDArray[np.float32], at: int) -> None:
        c0, c1 = self.spans[child]
        before = set(self.words[max(c0 - 3, 0) : c0])
        after = set(self.words[c1 : c1 + 2])
        beside = {self.words[c0 - 1]} if c0 else set()
        for block, words in enumerate((before, after, self._between(head, child), beside)):
            for word in words:
                if word in _WORD_PLACE:
                    out[at + block * len(_WORDS) + _WORD_PLACE[word]] = 1


def _skeleton(vocab: Vocab, lower: list[str], spans: list[tuple[int, int]], drawn: list[str]) -> tuple[Doc, list[int]]:
    """The document with one token a mention, and the skeleton's place of each token of the document."""
    words: list[str] = []
    place: list[int] = []
    inside = {start: (end, word) for (start, end), word in zip(spans, drawn, strict=True)}
    until = 0
    for number, word in enumerate(lower):
        if number in inside:
            until, label = inside[number]
            words.append(label)
        elif number >= until:
            words.append(word)
        place.append(len(words) - 1)
    return Doc(vocab, words=words), place
