"""Events that are told again and again: how far counts and sums over the resolved facts are from the truth."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from rie.evaluation.gold import columns_of
from rie.evaluation.told import told
from rie.pack import Pack, Table
from rie.store import Reader, Writer
from rie.store.ddl import fact_id_column
from rie.types import Extraction
from rie.values import fold

MOST: Final = 40
_LATEST: Final = 6  # days after the event
_FORMS: Final = ("Inc.", "Ltd", "Corp.")
_DIGITS: Final = 2  # of a rounded sum
_COARSE: Final = 1000  # a smaller figure is no sum that is rounded
# how often a report tells a thing otherwise
_OFTEN: Final = {"rounded": 0.3, "left out": 0.1, "form": 0.2, "short": 0.1, "vague": 0.25, "undated": 0.05, "month": 0.05}


@dataclass(frozen=True, slots=True)
class Retold:
    """What became of the events of one table. `split` events are several facts, `merged` facts are of several events.

    `usd` is the true sum of the column that is converted to US dollars, `found_usd` the one over the facts; None for a table without sums.
    """

    events: int
    reports: int
    facts: int
    split: int
    merged: int
    usd: float | None
    found_usd: float | None

    @property
    def count_error(self) -> float:
        """How far the number of facts is from that of events, as a share of it; negative when facts are missing."""
        return self.facts / self.events - 1.0

    @property
    def sum_error(self) -> float | None:
        """How far the sum is from the true one, as a share of it."""
        return None if not self.usd or self.found_usd is None else self.found_usd / self.usd - 1.0

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        error = self.sum_error
        return {"events": self.events, "reports": self.reports, "facts": self.facts, "split": self.split, "merged": self.merged,
                "count_error": round(self.count_error, 5), "usd": self.usd, "found_usd": self.found_usd,
                "sum_error": None if error is None else round(error, 5)}  # fmt: skip


def retell(facts: Path, pack: Pack, seed: int = 0, most: int = MOST) -> dict[str, Retold]:
    """Tell each event 1 to `most` times, resolve the reports, and compare; by fact table.

    The first report of an event is the event as it is. The others come up to six days later, with sums rounded and hedged, legal forms
    added to names or long names cut, types that say little, columns left out, dates left out or cut to the month.

    Args:
        facts: JSON lines of resolved events (`sample_corpus/facts.jsonl`); those whose reports conflict are left out.
    """
    with TemporaryDirectory() as folder:
        truth, once = _resolved(Path(folder) / "once", facts, pack, seed, 1)
        reports, found = _resolved(Path(folder) / "often", facts, pack, seed, most)
    return {table: _compare(reports[table], found[table], once[table]) for table in truth}


Row = tuple[str, str, float | None]  # event, fact, sum of the fact in US dollars


def _compare(reports: int, found: list[Row], once: list[Row]) -> Retold:
    facts_of, events_of = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for event, fact, _ in found:
        facts_of[event].add(fact)
        events_of[fact].add(event)
    split = sum(len(ids) > 1 for ids in facts_of.values())
    merged = sum(len(ids) > 1 for ids in events_of.values())
    truth = {fact: usd for _, fact, usd in once if usd is not None}
    sums = {fact: usd for _, fact, usd in found if usd is not None}
    usd, found_usd = (sum(truth.values()), sum(sums.values())) if truth else (None, None)
    return Retold(len(facts_of), reports, len(events_of), split, merged, usd, found_usd)


def _resolved(store: Path, facts: Path, pack: Pack, seed: int, most: int) -> tuple[dict[str, int], dict[str, list[Row]]]:
    """How many reports each table has, and for each report its event, its fact and the sum of the fact."""
    events = list(_events(facts, pack))
    documents = [one for event in events for one in _reports(event, pack, _Teller(pack, events, Random(f"{seed}-{event['event']}")), most)]
    counts = defaultdict[str, int](int)
    for document in documents:
        counts[document.reports[0].table] += 1
    with Writer(store, pack) as writer:
        writer.add(documents, "retold")
        writer.publish()
    with Reader(store) as reader:
        return counts, {table: _rows(reader, pack, table, most * len(events)) for table in counts}


def _rows(reader: Reader, pack: Pack, table: str, most: int) -> list[Row]:
    id_, usd = fact_id_column(pack, table), _converted(pack.tables[table])
    sql = f'SELECT r.doc_id, f."{id_}", {f"f.{usd}::DOUBLE" if usd else "NULL"} FROM "{table}_report" r JOIN "{table}" f USING ("{id_}")'
    return [(doc_id.rpartition("-")[0], fact, usd) for doc_id, fact, usd in reader.query(sql, max_rows=most).rows]


def _converted(table: Table) -> str | None:
    return next((name for name, column in table.columns.items() if column.source and column.source.take == "usd"), None)


def _events(facts: Path, pack: Pack) -> Iterator[dict[str, Any]]:
    for line in facts.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        table = pack.tables.get(fact["table"])
        if table is not None and table.kind == "fact" and not fact.get("conflicting"):
            yield fact


def _reports(event: Mapping[str, Any], pack: Pack, teller: "_Teller", most: int) -> Iterator[Extraction]:
    table = str(event["table"])
    cells = {name: cell for name, cell in event.items() if cell is not None and name in columns_of(pack, table)}
    day = cells.pop("announced_on", None)
    yield told(f"{event['event']}-0", day, [(table, cells)], pack)
    for number in range(1, teller.draw.randint(1, most)):
        published, said = teller.dated(day)
        rows = [(table, {**teller.vary(table, cells), **({"announced_on": said} if said else {})})]
        yield told(f"{event['event']}-{number}", published, rows, pack)


class _Teller:
    """Tells an event as another text would."""

    def __init__(self, pack: Pack, events: list[dict[str, Any]], draw: Random) -> None:
        self.pack, self.draw = pack, draw
        names = {fold(str(event[key])) for event in events for key in ("company", "acquirer", "target", "seller") if event.get(key)}
        self.begins = [name.split()[0] for name in names]

    def dated(self, day: str | None) -> tuple[str | None, str | None]:
        """(the day of the document, the date that its text says)."""
        if day is None or len(day) < len("2015-01-01"):
            return None, day
        published = date.fromisoformat(day) + timedelta(days=self.draw.randint(0, _LATEST))
        if self._happens("undated"):
            return None, None
        return (f"{published:%Y-%m-%d}", f"{day[:7]}") if self._happens("month") else (f"{published:%Y-%m-%d}", None)

    def vary(self, table: str, cells: Mapping[str, Any]) -> dict[str, Any]:
        """The cells as another report has them."""
        spec = self.pack.tables[table]
        varied = {name: self._cell(spec, name, cell) for name, cell in cells.items()}
        rounded = [name for name in cells if varied[name] != cells[name] and spec.columns[name].type == "decimal"]
        for name in rounded:
            qualifier = self._of_role(spec, name, "qualifier")
            varied |= {qualifier: "about"} if qualifier else {}
        return {name: cell for name, cell in varied.items() if cell is not None}

    def _cell(self, spec: Table, name: str, cell: Any) -> Any:
        column = spec.columns.get(name)
        if column is None or column.source is None:
            return cell
        if column.type == "decimal" and column.source.take in {"amount", "figure"} and cell > _COARSE and self._happens("rounded"):
            return _rounded(cell)
        if column.source.take == "name" and self._of_role(spec, name, "entity") and name != "person":
            return self._named(str(cell))
        if "unknown" in column.values and self._happens("vague"):
            return "unknown"
        leavable = name in {"seller", "valuation", "stated_total", "period_end", "accounting", "effective_on"}
        return None if leavable and self._happens("left out") else cell

    def _named(self, name: str) -> str:
        first = name.split(maxsplit=1)[0]
        if self._happens("short") and self.begins.count(fold(first)) == 1:
            return first
        return f"{name} {self.draw.choice(_FORMS)}" if self._happens("form") else name

    def _happens(self, what: str) -> bool:
        return self.draw.random() < _OFTEN[what]

    def _of_role(self, spec: Table, name: str, take: str) -> str | None:
        source = spec.columns[name].source
        same = ((other, column.source) for other, column in spec.columns.items() if column.source and source)
        return next((other for other, found in same if source and found.role == source.role and found.take == take), None)


def _rounded(value: float) -> int:
    """A sum with two digits."""
    return round(int(value), _DIGITS - len(str(abs(int(value)))))
