"""Match rules for names: of companies and things, of parts of a company, of people."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from rie.pack.model import Match
from rie.store.resolve.claims import Claim, Columns
from rie.store.resolve.rule import NO, WEAK, Circumstances
from rie.values.name import fold, tokens

SHARED_WORDS: Final = 0.6
_STEM: Final = 4  # letters that two forms of a word share: "food", "foods"; "Asia", "Asian"
_ENDING: Final = 2  # letters by which they may differ
_OWNER: Final = re.compile(r"['\u2019]s\b")
_TITLES: Final = frozenset(["dr", "mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "prof", "professor", "hon", "rev"])
_DEGREES: Final = frozenset(["md", "phd", "mba", "cpa", "esq", "jd", "cfa"])
_GENERATION: Final = frozenset(["jr", "sr", "ii", "iii", "iv", "junior", "senior"])


class Naming(NamedTuple):
    """A name: the ids that it can stand for, its telling words, those of them that are names or numbers, and the rule's circumstances."""

    ids: frozenset[str]
    words: frozenset[str]
    proper: frozenset[str]
    circumstances: Any


class Name:
    """The same entity; where one of them is none, a name whose telling words are among the other's."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place, self.same, self.evidence = match.column, columns.place[match.column], same, match.proof
        entity = columns.of_role(match.column, "entity")
        self.entity = columns.place[entity] if entity else None
        self.parties = list(columns.parties(match.column))
        self.ignore, self.owners = frozenset(match.ignore), [columns.place[owner] for owner in match.owners]
        self.unless = Circumstances(match, columns, same)
        self.words: dict[tuple[str, ...], tuple[frozenset[str], frozenset[str]]] = {}

    def prepare(self, claim: Claim) -> Naming | None:
        """The name, None for none. Of a joint deal each party can stand for the first."""
        name = claim.values[self.place]
        if name is None:
            return None
        owners = tuple(str(claim.values[place]) for place in self.owners if claim.values[place])
        return Naming(frozenset(self._ids(claim)), *self._telling(name, owners), self.unless.prepare(claim))

    def _ids(self, claim: Claim) -> Iterable[str]:
        first = claim.values[self.entity] if self.entity is not None else None
        if first is not None:
            for id_ in (first, *(row[place] for child, place, role, value in self.parties
                                 for row in claim.children.get(child, ()) if row[role] == value)):  # fmt: skip
                yield self.same.get(id_, id_)

    def _telling(self, name: str, owners: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
        key = (name, *owners)
        if key not in self.words:
            plain = _OWNER.sub("", name)
            words = frozenset(fold(plain).split()) - self.ignore
            words = words - {word for owner in owners for word in fold(owner).split()} or words
            self.words[key] = words, words & frozenset(tokens(" ".join(word for word in plain.split() if not word[0].islower())))
        return self.words[key]

    def relate(self, one: Naming | None, other: Naming | None, same_document: bool) -> float:
        """Most words in common is agreement, unless each has names or numbers of its own; a name of only general words fits every other."""
        if one is None or other is None:
            return 0.0
        if one.ids and other.ids:
            return 1.0 if one.ids & other.ids else NO
        if not one.words or not other.words:
            return WEAK
        return self._share(one, other, same_document)

    def _share(self, one: Naming, other: Naming, same_document: bool) -> float:
        ours, theirs = own_words(one.words, other.words), own_words(other.words, one.words)
        if bool(one.ids) != bool(other.ids) and not (one.proper - ours and other.proper - theirs):
            return NO  # "seed business" is no company by the name of "Dietz Seeds"
        if not ours or not theirs:
            return 1.0
        share = 1.0 - min(len(ours) / len(one.words), len(theirs) / len(other.words))
        if share < SHARED_WORDS or (ours & one.proper and theirs & other.proper) or same_document:
            return NO
        return share if not self.unless.leeways or self.unless.allow(one.circumstances, other.circumstances) else NO


class Part(Name):
    """The same part of the subject, or both empty: the whole is none of its parts."""

    def relate(self, one: Naming | None, other: Naming | None, same_document: bool) -> float:
        """1 for the same part, 0 where both are of the whole."""
        if one is None and other is None:
            return 0.0
        if one is None or other is None or not one.words or not other.words:
            return 1.0 if one is not None and other is not None and one.words == other.words else NO
        return self._share(one, other, same_document)


def own_words(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The words that no form of a word of the other name stands for."""
    return frozenset(word for word in words - others if not any(_alike(word, other) for other in others))


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING


class Person:
    """People whose names can be one person's: "J. Smith", "John A. Smith" and "Johnny Smith". `terms` lists short forms of first names."""

    def __init__(self, match: Match, columns: Columns, same: Mapping[str, str]) -> None:
        self.column, self.place, self.same, self.evidence = match.column, columns.place[match.column], same, match.proof
        name = columns.of_role(match.column, "name")
        self.name = columns.place[name] if name else self.place
        forms = columns.pack.terms[match.terms].values.items() if match.terms else ()
        self.full: dict[str, set[str]] = {}
        for full, shorts in forms:
            for short in shorts:
                self.full.setdefault(short, {short}).add(full)

    def prepare(self, claim: Claim) -> Any:
        """(the id, the words of the name without titles, its generation), None for nobody."""
        id_, name = claim.values[self.place], claim.values[self.name]
        if id_ is None or name is None:
            return None
        words = [word for word in tokens(name) if word not in _TITLES | _DEGREES]
        told = [word for word in words if word not in _GENERATION]
        return self.same.get(id_, id_), tuple(told or words), next((word for word in words[1:] if word in _GENERATION), None)

    def relate(self, one: Any, other: Any, same_document: bool) -> float:
        """1 for names that do not contradict each other; a last name alone needs proof."""
        if one is None and other is None:
            return 0.0
        if one is None or other is None:
            return NO
        if one[2] and other[2] and one[2] != other[2]:
            return NO
        if one[0] == other[0] or "".join(one[1]) == "".join(other[1]):
            return 1.0
        if one[1][-1] != other[1][-1]:
            return NO
        ours, theirs = one[1][:-1], other[1][:-1]
        if not ours or not theirs:
            return WEAK
        return 1.0 if all(map(self._may_be, ours, theirs)) else NO

    def _may_be(self, one: str, other: str) -> bool:
        """Whether two first names can be one: equal, a short form, or an initial."""
        if min(len(one), len(other)) == 1:
            return one[0] == other[0]
        return not self.full.get(one, {one}).isdisjoint(self.full.get(other, {other}))
