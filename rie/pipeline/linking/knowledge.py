"""What entity linking knows of words and places: which words of names are common, where places lie, how near words are in meaning."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from rie.pack import Pack
from rie.pipeline.names.places import Gazetteer, Place
from rie.pipeline.network.vectors import word_table
from rie.types import Entity

LONGEST_PLACE: Final = 3  # words
SHORTEST: Final = 2  # letters that a word must exceed to tell a theme
_PLACES = ("city", "region", "state", "country")
_CODES = {"ticker", "cik", "lei", "isin", "website", "domain", "sector"}  # a sector is too wide to tell a trade: "Information Technology"
_CAPITALS = re.compile(r"[A-Z][\w.'’-]*(?: (?:of|and|de|la|[A-Z][\w.'’-]*))*")
_WORD = re.compile(r"[a-z][a-z-]+")
_EMPTY = {"and", "the", "for", "with", "from", "services", "of"}
_KINDS = {"city": 0, "region": 1, "country": 2}


class LinkKnowledge:
    """Words and places of a pack.

    Args:
        pack: gives the gazetteer and the word vectors; without either, what depends on it is unknown.
        common: words that many names share.
        themes: words for what companies do, of all trades.
    """

    def __init__(self, pack: Pack, common: frozenset[str], themes: Sequence[str] = ()) -> None:
        self.themes = tuple(themes)
        self.common, self.gazetteer = common, Gazetteer.of(pack).by_name
        has_vectors = (pack.folder / "vectors.npz").is_file()
        self.keys, self.vectors = word_table(str(pack.folder)) if has_vectors else (np.zeros(0, np.uint64), np.zeros((1, 1), np.float32))
        rows = [row for word in self.themes if (row := self._row(word)) is not None]
        self._all_themes = _unit(self.vectors[rows])
        self._themes: dict[tuple[str, ...], tuple[list[str], NDArray[np.float32]]] = {}
        self._read: tuple[str, NDArray[np.float32]] = "", self.vectors[:0]
        self._homes: dict[tuple[str, ...], frozenset[str]] = {}

    def is_common(self, word: str) -> bool:
        """Whether many names hold a word."""
        return word in self.common

    def is_word(self, word: str) -> bool:
        """Whether the table of word vectors has a word."""
        return self._row(word) is not None

    def _row(self, word: str) -> int | None:
        key = get_string_id(word)
        place = int(np.searchsorted(self.keys, np.uint64(key)))
        return place if place < len(self.keys) and self.keys[place] == key else None

    # ------------------------------------------------------------------ places
    def home(self, entity: Entity) -> frozenset[str]:
        """Where an entity sits: its city with the region and the country around it, lower case."""
        given = tuple(entity.attributes.get(key, "").casefold() for key in _PLACES)
        if given not in self._homes:
            city, region, *_ = given
            around = [name for place in self.gazetteer.get(city, ())[:2] if not region for name in (place.region, place.country)]
            self._homes[given] = frozenset(name.casefold() for name in (*given, *around) if name)
        return self._homes[given]

    def city(self, entity: Entity) -> list[str]:
        """The city of an entity, lower case."""
        return [entity.attributes["city"].casefold()] if entity.attributes.get("city") else []

    def places_in(self, text: str) -> set[str]:
        """Places that a text names, lower case; of a city its region too."""
        return {name for match in _CAPITALS.finditer(text) for name in self._places(match[0].split())}

    def places_at_end(self, text: str) -> Iterator[str]:
        """Places with whose name a text ends."""
        words = re.findall(r"[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,2}$", text)
        yield from self._ending(words[-1].split()) if words else ()

    def places_at_start(self, text: str) -> Iterator[str]:
        """Places with whose name a text begins."""
        words = text.split(" ", LONGEST_PLACE)[:LONGEST_PLACE]
        for size in range(len(words), 0, -1):
            found = self._named(" ".join(words[:size]).strip(" ,.;:)'’"))
            if found:
                yield from found
                return

    def _ending(self, words: list[str]) -> list[str]:
        return next((found for start in range(len(words)) if (found := self._named(" ".join(words[start:])))), [])

    def _places(self, words: list[str]) -> Iterator[str]:
        start = 0
        while start < len(words):
            size = next((size for size in range(LONGEST_PLACE, 0, -1) if self._named(" ".join(words[start : start + size]))), 0)
            if size:
                yield from self._named(" ".join(words[start : start + size]))
            start += size or 1

    def _named(self, name: str) -> list[str]:
        plain = name.strip(" ,.;:)").removesuffix("'s").removesuffix("’s").casefold()
        return _names(self.gazetteer.get(plain, ())[:1]) if len(plain) > 2 else []

    # ------------------------------------------------------------------ themes
    def theme(self, entity: Entity) -> list[str]:
        """The words that the table has for what an entity does."""
        return self._theme(entity)[0]

    def people(self, entity: Entity) -> list[str]:
        """Names among the attributes of an entity, those of people and products, lower case."""
        told = (value for key, value in entity.attributes.items() if key not in _PLACES and key not in _CODES)
        return [value.casefold() for value in told if " " in value and value.istitle()]

    def nearness(self, entity: Entity, text: str) -> float:
        """How near in meaning the words of a text come to what an entity does: the greatest cosine, 0 without vectors."""
        return self._near(text, self._theme(entity)[1])

    def nearest(self, text: str) -> float:
        """How near the words of a text come to what any company does."""
        return self._near(text, self._all_themes)

    def _near(self, text: str, vectors: NDArray[np.float32]) -> float:
        words = self._vectors_of(text)
        return float(max((words @ vectors.T).max(), 0.0)) if len(words) and len(vectors) else 0.0

    def _vectors_of(self, text: str) -> NDArray[np.float32]:
        if self._read[0] != text:
            told = sorted(word for word in set(_WORD.findall(text)) - _EMPTY if len(word) > SHORTEST)
            rows = [row for word in told if (row := self._row(word)) is not None]
            self._read = text, _unit(self.vectors[rows])
        return self._read[1]

    def _theme(self, entity: Entity) -> tuple[list[str], NDArray[np.float32]]:
        words = tuple(theme_words(entity))
        if words not in self._themes:
            rows = [row for word in words if (row := self._row(word)) is not None]
            self._themes[words] = [word[:6] for word in words], _unit(self.vectors[rows])
        return self._themes[words]


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return unit


def theme_words(entity: Entity) -> list[str]:
    """The words of an entity's attributes other than places and codes, in order."""
    told = " ".join(value for key, value in entity.attributes.items() if key not in _PLACES and key not in _CODES)
    return sorted(word for word in set(_WORD.findall(told.casefold())) - _EMPTY if len(word) > SHORTEST)


def _names(places: Sequence[Place]) -> list[str]:
    """Names of places with their regions; a country counts only where it is named itself, as most companies of a table share it."""
    return [name.casefold() for place in places for name in (place.name, place.region) if name]
