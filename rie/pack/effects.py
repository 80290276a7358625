"""What of a pack a store depends on, and how: which change calls for reading documents again, and which for nothing."""

import json
import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from hashlib import blake2b
from typing import Any, Final

from rie.pack.model import Pack

ORDER: Final = "(order)"
Tree = dict[str, Any]


class Effect(IntEnum):
    """What a change means for a store; a higher one includes the lower ones."""

    NOTHING = 0
    RESOLVE = 1
    READ = 2
    REBUILD = 3
    TRAIN = 4

    @property
    def word(self) -> str:
        """How it is printed."""
        return ("nothing", "resolve", "re-extract", "rebuild", "train")[self]


_EFFECTS: Final = tuple((re.compile(pattern), effect) for pattern, effect in (
    (r"version|description|layer\b.*|tasks\b.*", Effect.NOTHING),
    (r"labels\.\w+\.(?:description|guideline|code)", Effect.NOTHING),
    (r"events\.\w+\.(?:trigger|table|cues|joins)|events\.\w+\.roles\.\w+\.labels|attributes\.\w+\.(?:head|child)", Effect.TRAIN),
    (r"tables\.\w+\.columns\.status\.values", Effect.TRAIN),
    (r"(?:events|attributes|events\.\w+\.roles)\.\(order\)", Effect.TRAIN),
    (r"name|tables\.\w+\.(?:kind|id|parent)|tables\.\w+\.columns\.(?:\w+\.type|\(order\))", Effect.REBUILD),
    (r"tables\.\w+\.(?:roles|columns\.\w+\.source\b.*)", Effect.READ),
    (r"tables\.\w+\b.*", Effect.RESOLVE),
))  # fmt: skip
_ORDERED: Final = re.compile(r"events|attributes|events\.\w+\.roles|terms\.\w+\.values|tables\.\w+\.columns")
_NAMED_BY: Final = ("column", "base", "forms", "role")  # what tells the items of a list apart


def described(pack: Pack) -> Tree:
    """A pack with the files that reading depends on, as a tree for comparison; what stands at its default is left out.

    Digests of the files stand under `files`. Lists of mappings are keyed by what their items are about.
    """
    content = pack.model_dump(mode="json", exclude={"folder"}, exclude_defaults=True)
    tree: Tree = _normal("", {**content, "files": _files(pack)})
    return tree


def effect_of(place: str, was: Any, now: Any, cues: frozenset[str] = frozenset()) -> Effect:
    """What a change of one value means for a store.

    Args:
        place: where it stands in the tree, as in "tables.funding_round.comment".
        was: the value before, None for none.
        now: the value after.
        cues: the vocabularies whose values the trained relation component sees.
    """
    part = place.split(".")
    if place == f"labels.{part[1] if len(part) > 1 else ''}.source":
        return Effect.TRAIN if "ner" in (was, now) else Effect.READ
    if part[0] == "terms" and len(part) > 3 and part[1] in cues and (was is None or now is None):
        return Effect.TRAIN
    return next((effect for pattern, effect in _EFFECTS if pattern.fullmatch(place)), Effect.READ)


def cues_of(tree: Tree) -> frozenset[str]:
    """The vocabularies that events name as cues."""
    return frozenset(terms for event in tree.get("events", {}).values() if isinstance(event, dict) for terms in event.get("cues", ()))


def leaves(tree: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """The values of a tree with their places."""
    if not isinstance(tree, dict) or not tree:
        yield place, tree
        return
    for key, value in tree.items():
        yield from leaves(value, f"{place}.{key}" if place else key)


def reading_digest(pack: Pack) -> str:
    """A digest of all that reading documents depends on; it changes when documents have to be read again.

    Returns:
        Eight hexadecimal digits.
    """
    tree = described(pack)
    cues = cues_of(tree)
    read = [(place, value) for place, value in leaves(tree) if effect_of(place, None, value, cues) >= Effect.READ]
    return blake2b(json.dumps(sorted(read, key=lambda leaf: leaf[0])).encode(), digest_size=4).hexdigest()


def _normal(place: str, value: Any) -> Any:
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        value = dict(_keyed(value))
    if not isinstance(value, dict):
        return value
    tree = {str(key): _normal(f"{place}.{key}" if place else str(key), item) for key, item in value.items()}
    return {**tree, ORDER: list(tree)} if _ORDERED.fullmatch(place) else tree


def _keyed(items: list[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Items of a list by what they are about: the verbs of a fact by the first form."""
    taken: set[str] = set()
    for number, item in enumerate(items):
        about = next((str(item[key]).split("|")[0] for key in _NAMED_BY if item.get(key)), str(number)).replace(".", " ")
        name = about if about not in taken else f"{about} {number}"
        taken.add(name)
        yield name, item


def _files(pack: Pack) -> dict[str, str]:
    """Digests of the tables of knowledge, of the word vectors, of the weights of linking and of the model."""
    files = sorted([*(pack.folder / "knowledge").glob("*.csv"), *pack.folder.glob("vectors.npz"), *pack.folder.glob("linking.json")])
    found = {file.relative_to(pack.folder).as_posix().replace(".", "_"): _digest([file.read_bytes()]) for file in files}
    meta = pack.folder / "model" / "meta.json"
    if meta.is_file():
        parts = sorted(file for file in meta.parent.rglob("*") if file.is_file() and file != meta)
        version = json.loads(meta.read_text(encoding="utf-8")).get("version", "")
        found["model"] = f"{version} ({_digest([file.read_bytes() for file in parts])})"
    return found


def _digest(parts: list[bytes]) -> str:
    return blake2b(b"".join(parts), digest_size=4).hexdigest()
