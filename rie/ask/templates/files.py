"""Template files: a head of `-- key: value` lines, then one SELECT with `$name` parameters.

    -- id: investors_of_both
    -- ask: which investors backed both {one} and {other}
    -- slots: one: company, other: company
    -- says: Investors of both {one} and {other}
    -- evidence: round_ids: funding_round
    SELECT ...

Words in brackets may be left out: "investors of [both] {one} and {other}". The SQL of a slot `x` has the parameter `$x`; that of a period
`$x_from` and `$x_to`. A slot whose type ends in `?` may be missing in an `ask` line: its parameters are NULL then. `evidence` names columns
that hold the ids of facts; they are not shown. A refusal template has `-- refuse: reason` instead of SQL, and `says` is what it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from rie.collection import no_collection
from rie.errors import PackError
from rie.pack import Pack
from rie.settings import setting

FOLDER: Final = "templates"
REASONS: Final = ("unknown_entity", "unknown_attribute", "unknown_period", "out_of_scope", "low_confidence", "mixed_currencies")
_LINE: Final = re.compile(r"--\s*([a-z]+)\s*:\s*(.*)")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_OPTION: Final = re.compile(r"\[([^\[\]]*)\]")
_KEYS: Final = ("id", "ask", "slots", "says", "evidence", "refuse")
_MOST_FORMS: Final = 64  # that one line with optional words stands for


@dataclass(frozen=True, slots=True)
class Template:
    """A question in several wordings with the SQL that answers it, or with the reason why it is refused.

    `slots` maps a name to its type; those of `optional` need not stand in a wording. `evidence` maps columns to the fact tables whose ids
    they hold.
    """

    id: str
    asks: tuple[str, ...]
    slots: Mapping[str, str] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    says: str = ""
    evidence: Mapping[str, str] = field(default_factory=dict)
    refuse: str | None = None
    sql: str = ""

    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters that the slots give, in the order of the slots."""
        each = ((f"{slot}_from", f"{slot}_to") if kind == "period" else (slot,) for slot, kind in self.slots.items())
        return tuple(name for names in each for name in names)


def parse_template(text: str, place: str) -> Template:
    """A template from the text of its file.

    Args:
        text: the file's.
        place: how errors name it.

    Raises:
        PackError: a line of the head cannot be read, or one is missing.
    """
    head, sql = _split(text, place)
    for key in ("id", "ask", "says"):
        if not head.get(key):
            raise PackError(f"{place}: has no `-- {key}: ...` line; write one")
    for key in ("id", "says", "refuse"):
        if len(head.get(key, ())) > 1:
            raise PackError(f"{place}: has several `-- {key}: ...` lines; keep one")
    slots = dict(_pairs(head, "slots", place))
    refuse = head.get("refuse", [None])[0]
    if bool(sql) == bool(refuse):
        raise PackError(f"{place}: needs either SQL or a `-- refuse: reason` line")
    return Template(
        id=head["id"][0],
        asks=tuple(form for line in head["ask"] for form in forms_of(line)),
        slots={name: kind.rstrip("?") for name, kind in slots.items()},
        optional=frozenset(name for name, kind in slots.items() if kind.endswith("?")),
        says=head["says"][0],
        evidence=dict(_pairs(head, "evidence", place)),
        refuse=refuse,
        sql=sql,
    )


def _split(text: str, place: str) -> tuple[dict[str, list[str]], str]:
    head: dict[str, list[str]] = {}
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            return head, "\n".join(lines[number:]).strip().rstrip(";").rstrip()
        if found[1] not in _KEYS:
            raise PackError(f"{place}, line {number + 1}: unknown key {found[1]!r}; known are {', '.join(_KEYS)}")
        head.setdefault(found[1], []).append(found[2].strip())
    return head, ""


def _pairs(head: Mapping[str, list[str]], key: str, place: str) -> Iterator[tuple[str, str]]:
    for part in (part.strip() for line in head.get(key, ()) for part in line.split(",")):
        name, _, value = (piece.strip() for piece in part.partition(":"))
        if part and not (_NAME.fullmatch(name) and value):
            raise PackError(f"{place}: `-- {key}: {part}` cannot be read; write name: value, name: value")
        if part:
            yield name, value


def forms_of(line: str) -> list[str]:
    """The wordings that a line with [words that may be left out] stands for."""
    if "[" not in line:
        return [" ".join(line.split())]
    waiting, found = [line], list[str]()
    while waiting and len(found) + len(waiting) <= _MOST_FORMS:
        text = waiting.pop()
        option = _OPTION.search(text)
        if option is None:
            found.append(" ".join(text.split()))
        else:
            waiting += [text[: option.start()] + kept + text[option.end() :] for kept in ("", option[1])]
    return sorted(found)


@no_collection()
def read_templates(folder: Path) -> list[tuple[Path, Template]]:
    """The templates of a folder in order of their file names.

    Raises:
        PackError: a file cannot be read.
    """
    found = []
    for file in sorted(folder.glob("*.sql"), key=lambda file: file.name):
        try:
            found.append((file, parse_template(file.read_text(encoding="utf-8"), str(file))))
        except (OSError, UnicodeDecodeError) as error:
            raise PackError(f"{file}: cannot be read ({error})") from None
    return found


def template_folders(pack: Pack) -> tuple[Path, ...]:
    """Where templates lie: in the pack, and in the folder of the user's own (RIE_TEMPLATES)."""
    own = setting("templates")
    return (pack.folder / FOLDER, *([Path(own)] if own else []))


def templates_of(pack: Pack) -> tuple[Template, ...]:
    """The templates for a pack, read once.

    Raises:
        PackError: a file cannot be read.
    """
    return _kept(template_folders(pack))


@lru_cache(maxsize=16)
def _kept(folders: tuple[Path, ...]) -> tuple[Template, ...]:
    return tuple(template for folder in folders for _, template in read_templates(folder))
