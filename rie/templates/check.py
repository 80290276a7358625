"""`rie templates check`: everything that must hold for a template before it answers questions."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import yaml

from rie.ask.names.names import Names
from rie.ask.names.read_names import build_names
from rie.ask.read.mentions import find_mentions
from rie.ask.templates import Matched, Matches, Template, matches_of, parse_template
from rie.ask.templates.answer import MOST_ROWS, fact_ids, shown_rows
from rie.ask.templates.files import REASONS, template_folders
from rie.ask.templates.match import ENTITIES, PLAIN, key_of
from rie.errors import PackError, RieError
from rie.pack import Pack, load_pack
from rie.store import Reader, Result
from rie.templates.sample import sample_store
from rie.templates.statement import Statements
from rie.values import PartialDate

TODAY: Final = PartialDate.parse("2019-01-15")  # the day after the sample corpus, from which its tests are asked
_MANY: Final = 500  # templates, from which on several processes check them
_PROCESSES: Final = 2
Values = tuple[tuple[str, Any], ...]  # of parameters, by name
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the rows that a template must give for it on the sample corpus; None for a question about another store."""

    ask: str
    rows: tuple[Mapping[str, Any], ...] | None = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, with the template filled from its question; None where that is not understood."""

    case: Case
    matched: Matched | None


@dataclass(frozen=True, slots=True)
class Read:
    """A template before its statement is run: what is wrong already, and the cases to run it for."""

    template: Template | None
    problems: list[str]
    asked: Sequence[Asked] = ()


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
        self._facts: dict[str, set[str]] = {}
        self._statements = Statements(pack)

    def _sample_values(self) -> dict[str, Any]:
        """A value of each type to run statements with."""
        ids = [name for name, *_ in self._reader.entities()[:1]]
        day = datetime.date(2017, 1, 1)
        plain = {"person": "none", "place": "Boston", "period": day, "money": Decimal(1), "number": 1, "percent": 1, "metric": "revenue"}
        return plain | dict.fromkeys(ENTITIES, ids[0] if ids else "none")

    def read(self, file: Path) -> Read:
        """Read a template file, with the cases in the `.yaml` file beside it; `template` is None when its head cannot be used."""
        try:
            template = parse_template(file.read_text(encoding="utf-8"), file.name)
            cases = read_cases(file.with_suffix(".yaml"))
        except (PackError, OSError, UnicodeDecodeError) as error:
            return Read(None, [str(error)])
        read = self.told(template, cases)
        if template.id != file.stem:
            read.problems.insert(0, f"its id is {template.id!r}; name the file {template.id}.sql")
        return read

    def told(self, template: Template, cases: Sequence[Case]) -> Read:
        """What is wrong with a template as far as its text and its cases tell; what they do not, `ran` tells."""
        found = [*_head(template, self._pack)]
        if not cases:
            found.append(f"has no cases; write questions with their rows into {template.id}.yaml")
        if not (found or template.refuse):
            found = self._statements.problems(template)
        if found:
            return Read(template, found)
        own = matches_of([template])
        asked = [Asked(case, own.match(find_mentions(case.ask, self._names, self._pack, TODAY), self._pack)) for case in cases]
        return Read(template, [problem for one in asked for problem in self._unmatched(one)] if template.refuse else [], asked)

    def ran(self, read: Read) -> list[str]:
        """What is wrong with a template, its statement run for each case unless something is wrong with it already."""
        template = read.template
        if template is None or template.refuse:
            return read.problems
        run = cache(lambda values: self._reader.query(template.sql, dict(values), MOST_ROWS))  # wordings without slots ask the same
        return [*read.problems, *(problem for asked in read.asked for problem in self._case(template, asked, run))]

    def problems(self, template: Template, cases: Sequence[Case]) -> list[str]:
        """All that is wrong with a template and its cases."""
        return self.ran(self.told(template, cases))

    def _unmatched(self, asked: Asked) -> Iterator[str]:
        if asked.matched is None and self._is_sample and asked.case.rows is not None:
            yield f"does not understand its case {asked.case.ask!r}; add such a wording to `-- ask`, with a name of the sample corpus"

    def _case(self, template: Template, asked: Asked, run: Callable[[Values], Result]) -> Iterator[str]:
        case, matched = asked.case, asked.matched
        yield from self._unmatched(asked)
        values = matched.parameters if matched else self._sample_parameters(template)
        try:
            found = run(tuple(values.items()))
        except RieError as error:
            yield str(error)
            return
        shown = [name for name, _ in found.columns if name not in template.evidence]
        rows, problems = list(shown_rows(found, shown)), [*_result_problems(template, found)]
        yield from problems
        if matched and self._is_sample and not problems:
            if case.rows is not None and rows != list(case.rows):
                yield f"gives other rows for {case.ask!r}: {rows}, expected {list(case.rows)}"
            yield from self._evidence_problems(template, found)

    def _sample_parameters(self, template: Template) -> dict[str, Any]:
        kinds = {name: kind for slot, kind in template.slots.items() for name in (slot, f"{slot}_from", f"{slot}_to")}
        return {name: self._samples.get(kinds[name], "none") for name in template.parameters()}

    def _evidence_problems(self, template: Template, found: Result) -> Iterator[str]:
        for column, table in template.evidence.items():
            if table not in self._facts:
                sql = f"SELECT DISTINCT fact.{self._pack.tables[table].id} FROM {table} AS fact"
                self._facts[table] = {row[0] for row in self._reader.query(sql, max_rows=1_000_000).rows}
            if not set(fact_ids(found, column)[1]) <= self._facts[table]:
                yield f"the evidence column {column} holds what is no id of {table}"
        if found.rows and not any(fact_ids(found, column)[1] for column in template.evidence):
            yield "gives rows without evidence; select ids of facts and name them in `-- evidence`"


def _result_problems(template: Template, found: Result) -> Iterator[str]:
    names = [name for name, _ in found.columns]
    missing = [name for name in template.evidence if name not in names]
    yield from (f"the evidence column {name} is not among its columns" for name in missing)
    shown = [name for name in names if name not in template.evidence]
    if not shown:
        yield "shows no column besides those of evidence"
    if len(set(names)) < len(names):
        yield "has two columns of one name; name them apart with AS"
    places = [names.index(name) for name in shown]
    seen = [tuple(str(row[place]) for place in places) for row in found.rows]
    if len(set(seen)) < len(seen):
        yield "gives the same row twice; group the rows or select DISTINCT ones"


def check(pack: Pack, store: Path | None = None, folder: Path | None = None) -> Checked:
    """Check the templates of a pack.

    Args:
        pack: whose templates are checked.
        store: what they are run on; the sample corpus when it is None, for which their cases are.
        folder: where they lie; the pack's folder and that of the user's own when it is None.

    Raises:
        UsageError: no store is given and the pack has no sample corpus.
    """
    files = [file for where in ([folder] if folder else template_folders(pack)) for file in sorted(where.glob("*.sql"))]
    with sample_store(pack, store) as (where, is_sample):
        told = _all_checked(files, where, str(pack.folder), is_sample=is_sample)
    found, matches = Checked(), Matches()
    for file, (template, problems) in zip(files, told, strict=True):
        found.problems += [f"{file}: {problem}" for problem in problems]
        if template is not None:
            matches.add(template)
            found.templates += [] if problems else [template]
    found.problems += [f"{one} and {other} both claim {ask!r}; keep it in one of them" for one, other, ask in matches.twice]
    return found


def _all_checked(files: Sequence[Path], store: Path, pack: str, *, is_sample: bool) -> list[tuple[Template | None, list[str]]]:
    """Check files, many of them in two processes."""
    parts = [files] if len(files) < _MANY else [files[start :: _PROCESSES] for start in range(_PROCESSES)]
    work = partial(_part_checked, store=store, pack=pack, is_sample=is_sample)
    if len(parts) == 1:
        return work(files)
    with ProcessPoolExecutor(_PROCESSES, mp_context=get_context("spawn")) as pool:
        told = list(pool.map(work, parts))
    return [told[number % _PROCESSES][number // _PROCESSES] for number in range(len(files))]


def _part_checked(files: Sequence[Path], store: Path, pack: str, *, is_sample: bool) -> list[tuple[Template | None, list[str]]]:
    with Reader(store) as reader:
        checker = Checker(reader, load_pack(pack), is_sample=is_sample)
        read = [checker.read(file) for file in files]  # all of them first: the database is quicker undisturbed
        return [(each.template, checker.ran(each)) for each in read]


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


def read_cases(file: Path) -> list[Case]:
    """The cases beside a template: a YAML list of `ask` and `rows`.

    Raises:
        PackError: the file is no such list.
    """
    if not file.is_file():
        return []
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
        return [_case_of(item) for item in content]
    except (yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        raise PackError(f"{file}: cannot be read ({error}); write a list of `ask` and `rows`") from None


def _case_of(item: Mapping[str, Any]) -> Case:
    rows = item.get("rows")
    return Case(str(item["ask"]), None if rows is None else tuple(map(_plain_row, rows)))


def _plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in row.items()}
