"""`rie templates check`: everything that must hold for a template before it answers questions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from rie.ask.mentions import find_mentions
from rie.ask.names import Names, build_names
from rie.ask.templates import Matches, Template, parse_template
from rie.ask.templates.answer import answered
from rie.ask.templates.files import FOLDER, REASONS
from rie.ask.templates.match import ENTITIES, PLAIN, key_of
from rie.errors import PackError, RieError
from rie.pack import Pack
from rie.store import Reader
from rie.templates.sample import sample_reader
from rie.templates.statement import statement_problems
from rie.values import PartialDate

TODAY: Final = PartialDate.parse("2019-01-15")  # the day after the sample corpus, from which its tests are asked
_MOST_ROWS: Final = 1000
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the rows that a template must give for it on the sample corpus."""

    ask: str
    rows: tuple[Mapping[str, Any], ...] = ()


@dataclass
class Checked:
    """What was found. `problems` are lines that name the file and the fix; `templates` are the sound ones."""

    templates: list[Template] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class Checker:
    """Checks templates against one store.

    Args:
        reader: of the store that they are run on.
        pack: of the store.
        is_sample: whether it is the sample corpus, of which the expected rows are.
    """

    def __init__(self, reader: Reader, pack: Pack, *, is_sample: bool) -> None:
        self._reader, self._pack, self._is_sample = reader, pack, is_sample
        self._names: Names = build_names(reader, pack)
        self._samples = self._sample_values()
        self.matches = Matches()

    def _sample_values(self) -> dict[str, Any]:
        """A value of each type to run statements with."""
        ids = [name for name, *_ in self._reader.entities()[:1]]
        entity, day = ids[0] if ids else "none", datetime.date(2017, 1, 1)
        plain = {"person": "none", "place": "Boston", "period": day, "money": Decimal(1), "number": 1, "percent": 1, "metric": "revenue"}
        return plain | dict.fromkeys(ENTITIES, entity)

    def check(self, files: Iterable[Path]) -> Checked:
        """Check template files, each with the cases in the `.yaml` file beside it."""
        found = Checked()
        for file in files:
            problems = list(self._file(file, found.templates))
            found.problems += [f"{file}: {problem}" for problem in problems]
        found.problems += [f"{one} and {other} both claim {ask!r}; keep it in one of them" for one, other, ask in self.matches.twice]
        return found

    def _file(self, file: Path, sound: list[Template]) -> Iterator[str]:
        try:
            template = parse_template(file.read_text(encoding="utf-8"), file.name)
            cases = read_cases(file.with_suffix(".yaml"))
        except (PackError, OSError, UnicodeDecodeError) as error:
            yield str(error)
            return
        if template.id != file.stem:
            yield f"its id is {template.id!r}; name the file {template.id}.sql"
        problems = list(self.problems(template, cases))
        if not problems:
            sound.append(template)
        yield from problems

    def problems(self, template: Template, cases: Sequence[Case]) -> Iterator[str]:
        """What is wrong with a template and its cases; it is known to `matches` from then on."""
        head = [*_head(template, self._pack)]
        yield from head
        if not cases:
            yield f"has no cases; write questions with their rows into {template.id}.yaml"
        if head:
            return
        self.matches.add(template)
        if not template.refuse:
            told = [*statement_problems(template, self._pack)] or [*self._run(template)]
            yield from told
            if told:
                return
        yield from (problem for case in cases for problem in self._case(template, case))

    def _run(self, template: Template) -> Iterator[str]:
        values = {name: self._samples.get(template.slots[name.removesuffix("_from").removesuffix("_to")] if name not in template.slots
                                          else template.slots[name], "none") for name in template.parameters()}  # fmt: skip
        try:
            found = self._reader.query(template.sql, values, _MOST_ROWS)
        except RieError as error:
            yield str(error)
            return
        names = [name for name, _ in found.columns]
        yield from (f"the evidence column {name} is not among its columns" for name in template.evidence if name not in names)
        shown = [name for name in names if name not in template.evidence]
        if not shown:
            yield "shows no column besides those of evidence"
        if len(set(names)) < len(names):
            yield "has two columns of one name; name them apart with AS"
        yield from _twice(names, shown, found.rows)

    def _case(self, template: Template, case: Case) -> Iterator[str]:
        own = Matches()
        own.add(template)
        own.finish()
        matched = own.match(find_mentions(case.ask, self._names, self._pack, TODAY), self._pack)
        if matched is None:
            if self._is_sample:
                yield f"does not understand its case {case.ask!r}; add such a wording to `-- ask`, with a name of the sample corpus"
            return
        if template.refuse or not self._is_sample:
            return
        found = answered(matched, self._reader, self._pack)
        if list(found.rows) != list(case.rows):
            yield f"gives other rows for {case.ask!r}: {list(found.rows)}, expected {list(case.rows)}"
        elif found.rows and not found.evidence_total:
            yield f"gives no evidence for {case.ask!r}; name columns with ids of facts in `-- evidence`"


def check(pack: Pack, store: Path | None = None, folder: Path | None = None) -> Checked:
    """Check the templates of a pack.

    Args:
        pack: whose templates are checked.
        store: what they are run on; the sample corpus when it is None, for which their cases are.
        folder: where they lie; the pack's own folder when it is None.

    Raises:
        UsageError: no store is given and the pack has no sample corpus.
    """
    with sample_reader(pack, store) as (reader, is_sample):
        return Checker(reader, pack, is_sample=is_sample).check(sorted((folder or pack.folder / FOLDER).glob("*.sql")))


def _head(template: Template, pack: Pack) -> Iterator[str]:
    columns = {column for fact in pack.layer.facts.values() for column in fact.values}
    for slot, kind in template.slots.items():
        if kind not in PLAIN and kind not in columns:
            yield f"the slot {slot} has the unknown type {kind!r}; types are {', '.join(sorted({*PLAIN, *columns}))}"
    for ask in template.asks:
        words, slots = key_of(ask)
        yield from (f"`{ask}` uses {{{slot}}}, which `-- slots` does not declare" for slot in slots if slot not in template.slots)
        missing = set(template.slots) - set(slots) - template.optional
        yield from (f"`{ask}` lacks {{{slot}}}; use it, or make its type optional with ?" for slot in sorted(missing))
        if not any(word != "{}" for word in words):
            yield f"`{ask}` says nothing besides its slots"
    if template.refuse and template.refuse not in REASONS:
        yield f"`-- refuse: {template.refuse}` is no reason; those are {', '.join(REASONS)}"
    if not template.refuse and not template.evidence:
        yield "names no evidence; select ids of facts and say `-- evidence: column: table`"
    facts = [name for name, table in pack.tables.items() if table.kind == "fact"]
    for column, table in template.evidence.items():
        if table not in facts:
            yield f"the evidence column {column} is of {table!r}, which is no fact table; those are {', '.join(facts)}"


def _twice(names: Sequence[str], shown: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    places = [names.index(name) for name in shown]
    seen = [tuple(str(row[place]) for place in places) for row in rows]
    if len(set(seen)) < len(seen):
        yield "gives the same row twice; group the rows or select DISTINCT ones"


def read_cases(file: Path) -> list[Case]:
    """The cases beside a template: a YAML list of `ask` and `rows`.

    Raises:
        PackError: the file is no such list.
    """
    if not file.is_file():
        return []
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
        return [Case(str(item["ask"]), tuple(map(_plain_row, item.get("rows") or ()))) for item in content]
    except (yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        raise PackError(f"{file}: cannot be read ({error}); write a list of `ask` and `rows`") from None


def _plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in row.items()}
