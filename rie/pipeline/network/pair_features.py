"""What is seen of candidate pairs beside the vectors of their words: all pairs of a document are described at once."""

from bisect import bisect_left
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from rie.pipeline.network.scheme import Scheme
from rie.pipeline.sentences import bounds_of
from rie.pipeline.words import lowered, words_of

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

BEFORE, BEHIND = 2, 3  # sentences before and behind its head in which a mention may play a role for it
_OFFSETS = BEFORE + 1 + BEHIND
_FLAGS, _NAMES, _PARAGRAPHS = 8, 6, 9
_MOST, _RIVALS = 3, 2  # counts from which on they are no longer told apart
_DISTANCES = (1, 2, 3, 5, 8, 13, 21, 34)
_WORDS = ("vs", "versus", "than", "compared", "expects", "expected", "sees", "guidance", "range", "estimate", "estimates", "year",
          "loss", "up", "down", "as", "succeeds", "succeed", "replaces", "|", "by", "from", "to", "of", "in", "with", "and", "for",
          "at", "led", "including", "valuation", "valued", "total", "share", "shares", "a", "per", "stake", "unit", "subsidiary", "its",
          "by:", ",", "(", ";", "sales", "revenue", "assets", "based", "-")
_PASSIVE = {"was", "been", "being", "be", "were", "is"}
_WORD_PLACE = {word: place for place, word in enumerate(_WORDS)}
_COMMA = _WORD_PLACE[","]


def n_features(scheme: Scheme) -> int:
    """Width of the features."""
    around = 2 * (len(scheme.children) + 1)
    labels = len(scheme.heads) + len(scheme.children)
    lexical = len(_WORDS) * 4 + len(scheme.cues)
    counts = 3 * (_MOST + 1) + 3 * (_RIVALS + 1)
    return 2 * (len(_DISTANCES) + 1) + labels + counts + _OFFSETS + _FLAGS + _NAMES + around + lexical + _PARAGRAPHS


class Mentioned:
    """The mentions of a document as pairs are described by, in lists and arrays that are made once."""

    def __init__(self, doc: Doc, mentions: list[Span], scheme: Scheme) -> None:
        self.doc, self.scheme = doc, scheme
        self.labels = [str(span.label_) for span in mentions]
        self.starts, self.ends = [span.start for span in mentions], [span.end for span in mentions]
        self.words = words_of(doc).lower
        numbers, self.sentences, self.characters = bounds_of(doc)
        self.sentence = [numbers[start] for start in self.starts]
        breaks = [number for number, word in enumerate(self.words) if "\n" in word]
        self.paragraph = [bisect_left(breaks, start) for start in self.starts]
        self.head = [scheme.head_number.get(label, -1) for label in self.labels]
        self.kind = [scheme.kind_number.get(label, len(scheme.kinds)) for label in self.labels]
        names = [self._name(number) for number in range(len(mentions))]
        self.said: dict[int, list[bool]] = {}
        first: dict[tuple[str, str], int] = {}
        self.name = [first.setdefault(name, number) for number, name in enumerate(names)]

    def _name(self, mention: int) -> tuple[str, str]:
        """What mentions of one thing have in common: the label, and the first word of a name, else all words."""
        start, end, label = self.starts[mention], self.ends[mention], self.labels[mention]
        if label in self.scheme.people:
            return label, self.words[end - 1]
        first = self.words[start]
        return label, first if len(first) > 3 and label in self.scheme.drawn else " ".join(self.words[start:end])

    def cues(self, sentence: int) -> list[bool]:
        """Which cues are said in a sentence."""
        if sentence not in self.said:
            start, end = self.characters[sentence]
            said = self.scheme.openings.found(lowered(words_of(self.doc).text[start:end]))
            self.said[sentence] = [number in said for number in range(len(self.scheme.cues))]
        return self.said[sentence]


def described(seen: Mentioned, head: Numbers, child: Numbers) -> NDArray[np.float32]:
    """(pairs, features) zeros and ones.

    Args:
        seen: the mentions.
        head: (pairs,) the number of each pair's head.
        child: (pairs,) that of its child.
    """
    starts, ends, sentence, paragraph = map(np.array, (seen.starts, seen.ends, seen.sentence, seen.paragraph))
    kind, kinds, children = np.array(seen.kind), len(seen.scheme.kinds), len(seen.scheme.children)
    label, same, before = kind[child], head == child, starts[child] < starts[head]
    inner = np.minimum(head, child) + 1, np.maximum(head, child)
    distance = np.where(before, starts[head] - ends[child], starts[child] - ends[head])
    tally, words = _Tally(kind, kinds), _Said(seen.words)
    between = words(np.where(before, ends[child], ends[head]), np.where(before, starts[head], starts[child]))
    (first, last), there = _extent(sentence, head), sentence[child] == sentence[head]
    rivals, earlier = tally(label, first, last) - there, tally(label, first, head) - (there & (child < head))
    around = tally(label, *_extent(paragraph, head)) - (paragraph[child] == paragraph[head]) - rivals
    columns = [
        _one_of(2 * (len(_DISTANCES) + 1), np.searchsorted(_DISTANCES, distance, side="right") + (len(_DISTANCES) + 1) * before),
        _one_of(len(seen.scheme.heads), np.array(seen.head)[head]),
        _one_of(children, label),
        _count(_MOST, tally(label, *inner)),
        _count(_MOST, tally.together(seen.scheme.triggers_of)(label, *inner)),
        _count(_MOST, tally(label, _extent(sentence, child)[0], child)),
        _one_of(_OFFSETS, BEFORE + sentence[child] - sentence[head]),
        _flags(seen, starts, head, child, between),
        _names(seen, head, child),
        *(_one_of(children + 1, beside[child]) for beside in _neighbours(np.minimum(kind, children), sentence, children)),
        words(np.maximum(starts[child] - 3, 0), starts[child]) > 0,
        words(ends[child], np.minimum(ends[child] + 2, len(seen.words))) > 0,
        between > 0,
        words(np.maximum(starts[child] - 1, 0), starts[child]) > 0,
        _cues(seen, head, same),
        _paragraphs(seen, paragraph, head, child),
        _count(_RIVALS, earlier),
        _count(_RIVALS, rivals - earlier),
        np.zeros((len(head), _RIVALS + 1)),
    ]
    features = np.concatenate(columns, axis=1, dtype=np.float32)
    # less than none where a sentence goes over paragraphs; the model has learnt the place that is set then
    features[np.arange(len(head)), np.minimum(around, _RIVALS) - (_RIVALS + 1)] = 1
    return features


def _one_of(size: int, number: Numbers) -> Flags:
    """(pairs, size): the place of each number is set."""
    places: Flags = number[:, None] == np.arange(size)
    return places


def _count(most: int, number: Numbers) -> Flags:
    return _one_of(most + 1, np.minimum(number, most))


def _extent(group: Numbers, of: Numbers) -> tuple[Numbers, Numbers]:
    """The first mention and the one behind the last of the sentences, or paragraphs, of mentions."""
    return np.searchsorted(group, group[of]), np.searchsorted(group, group[of], side="right")


class _Tally:
    """How many mentions of a kind stand between two places of the list of mentions."""

    def __init__(self, kind: Numbers, kinds: int) -> None:
        self.sums = np.zeros((kinds + 1, len(kind) + 1), dtype=np.int64)
        np.cumsum(kind == np.arange(kinds + 1)[:, None], axis=1, out=self.sums[:, 1:])

    def __call__(self, kind: Numbers, start: Numbers, end: Numbers) -> Numbers:
        """One number a pair; none between a mention and itself."""
        count: Numbers = np.maximum(self.sums[kind, end] - self.sums[kind, start], 0)
        return count

    def together(self, kinds: Numbers) -> "_Tally":
        """The same for the mentions of several kinds.

        Args:
            kinds: (kinds, kinds) for each kind the ones that are counted for it.
        """
        united = _Tally.__new__(_Tally)
        united.sums = kinds @ self.sums
        return united


class _Said:
    """How often each of the words that are looked for stands in a range of tokens."""

    def __init__(self, words: list[str]) -> None:
        self.sums = np.zeros((len(words) + 1, len(_WORDS)), dtype=np.int32)
        for number, word in enumerate(words, start=1):
            if word in _WORD_PLACE:
                self.sums[number, _WORD_PLACE[word]] = 1
        np.cumsum(self.sums, axis=0, out=self.sums)

    def __call__(self, start: Numbers, end: Numbers) -> NDArray[np.int32]:
        """(pairs, words); none where a range has no tokens."""
        count: NDArray[np.int32] = np.maximum(self.sums[end] - self.sums[start], 0)
        return count


def _flags(seen: Mentioned, starts: Numbers, head: Numbers, child: Numbers, between: NDArray[np.int32]) -> Flags:
    """First of its label in the document; in the title; a later or an earlier trigger is nearer; passive; first trigger;
    child begins its sentence; odd number of commas between."""
    firsts: dict[str, int] = {}
    first = np.array([firsts.setdefault(label, number) == number for number, label in enumerate(seen.labels)])
    away = np.abs(starts[head] - starts[child])
    later, earlier = _nearest_triggers(seen, set(child.tolist()))
    passive = [not _PASSIVE.isdisjoint(seen.words[max(start - 3, 0) : start]) for start in seen.starts]
    opening = [start - seen.sentences[sentence][0] <= 1 for start, sentence in zip(seen.starts, seen.sentence, strict=True)]
    return np.stack([first[child], np.array(seen.sentence)[child] == 0, later[child] < away, earlier[child] < away, np.array(passive)[head],
                     first[head], np.array(opening)[child], between[:, _COMMA] % 2 == 1], axis=1)


def _nearest_triggers(seen: Mentioned, children: set[int]) -> tuple[Numbers, Numbers]:
    """How far the nearest triggers behind and before each child are that it can play a role for, within its sentence."""
    triggers: dict[int, list[int]] = defaultdict(list)
    for number, (label, sentence) in enumerate(zip(seen.labels, seen.sentence, strict=True)):
        if label in seen.scheme.triggers:
            triggers[sentence].append(number)
    far = len(seen.words)
    later, earlier = np.full(len(seen.labels), far), np.full(len(seen.labels), far)
    for child in children:
        for trigger in triggers[seen.sentence[child]]:
            distance = seen.starts[trigger] - seen.starts[child]
            if (seen.labels[trigger], seen.labels[child]) in seen.scheme.allowed:
                nearest = later if distance > 0 else earlier
                nearest[child] = min(nearest[child], abs(distance) or far)
    return later, earlier


def _names(seen: Mentioned, head: Numbers, child: Numbers) -> Flags:
    """How often the child's name is mentioned: once, twice, more; it is the first mention of it; it stands in the head's sentence
    too; in the first sentence too.
    """
    name = np.array(seen.name)
    count, there = np.bincount(name)[name[child]], set(zip(seen.name, seen.sentence, strict=True))
    own, sentence = name[child].tolist(), np.array(seen.sentence)[head].tolist()
    return np.stack([count == 1, count == 2, count > 2, name[child] == child,
                     np.array([pair in there for pair in zip(own, sentence, strict=True)]),
                     np.array([(one, 0) in there for one in own])], axis=1)


def _neighbours(kind: Numbers, sentence: Numbers, none: int) -> tuple[Numbers, Numbers]:
    """The kinds of the mentions before and behind each one in its sentence; `none` where there is none."""
    behind = np.append(np.where(sentence[1:] == sentence[:-1], kind[1:], none), none)
    before = np.append(none, np.where(sentence[1:] == sentence[:-1], kind[:-1], none))
    return before, behind


def _cues(seen: Mentioned, head: Numbers, same: Flags) -> Flags:
    """The cues of the head's sentence, where they tell the head's status or that of a trigger whose roles stand in its sentence."""
    said = np.zeros((len(seen.labels), len(seen.scheme.cues)), dtype=np.bool_)
    local = np.array([label in seen.scheme.local for label in seen.labels])
    told = same | local[head]
    for number in set(head[told].tolist()):
        said[number] = seen.cues(seen.sentence[number])
    cues: Flags = said[head] & told[:, None]
    return cues


def _paragraphs(seen: Mentioned, paragraph: Numbers, head: Numbers, child: Numbers) -> Flags:
    """The child's paragraph is two or more before, the one before, the same, the one behind, two or more behind the head's; head
    and child stand in the first; the child's has a trigger of the head's label; so have three paragraphs or more.
    """
    events: dict[str, set[int]] = defaultdict(set)
    for label, number in zip(seen.labels, seen.paragraph, strict=True):
        events[label].add(number)
    first, second = paragraph[head], paragraph[child]
    many = np.array([len(events[label]) > 2 for label in seen.labels])[head]
    has = np.array([number in events[seen.labels[one]] for one, number in zip(head.tolist(), second.tolist(), strict=True)])
    apart = second - first
    return np.stack([apart <= -2, apart == -1, apart == 0, apart == 1, apart >= 2, first == 0, second == 0, has, many], axis=1)
