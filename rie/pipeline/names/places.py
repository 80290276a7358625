"""Places: which of the places named for a seat is the city, the region and the country.

The gazetteer is the pack's `knowledge/places.csv`: `name,kind,region,country,aliases`, kind `city`, `region` or `country`, the most
populous first.
"""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rie.pack import Pack


@dataclass(frozen=True)
class Place:
    """A row of the gazetteer."""

    name: str
    kind: str
    region: str
    country: str


class Gazetteer:
    """Looks places up by name and settles which ones of several agree."""

    def __init__(self, file: Path | None) -> None:
        self.by_name: Mapping[str, Sequence[Place]] = {}
        if file is not None and file.is_file():
            self.by_name = _places(file, file.stat().st_mtime_ns)

    @classmethod
    def of(cls, pack: Pack) -> "Gazetteer":
        """The gazetteer that the pack's attributes name."""
        names = [spec["gazetteer"] for spec in pack.attributes.values() if "gazetteer" in spec]
        return cls(pack.folder / "knowledge" / names[0] if names else None)

    def knows(self, name: str) -> bool:
        """Whether a place has this name."""
        return _key(name) in self.by_name

    def resolve(self, named: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
        """City, region and country of a seat, each with the number of the mention that says it.

        A country follows from the region, and a region from a city that is unique, or that is by far the best known.
        Two seats give the first one's attributes.
        """
        given: dict[str, tuple[int, str]] = {}
        for number, text in named:
            for place in self._fitting(text, given):
                if place.kind in given:
                    continue
                given[place.kind] = (number, place.name)
                for kind, value in (("region", place.region), ("country", place.country)):
                    if value and kind not in given and kind != place.kind:
                        given[kind] = (number, value)
                break
            else:
                if "city" not in given and not given:
                    given["city"] = (number, text.strip(" ,."))
        yield from ((number, kind, value) for kind, (number, value) in given.items())

    def _fitting(self, text: str, given: dict[str, tuple[int, str]]) -> list[Place]:
        return [place for place in self.by_name.get(_key(text), ()) if "city" not in given or place.kind != "city"]


@lru_cache(4)
def _places(file: Path, changed: int) -> dict[str, list[Place]]:
    """The places of a file by name, read again once it has `changed`; every component of a pipeline shares them."""
    found: dict[str, list[Place]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            place = Place(row["name"], row["kind"], row["region"], row["country"])
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                found[_key(name)].append(place)
    return dict(found)


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in plain if char.isalnum() or char == " ").strip()
