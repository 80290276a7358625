"""How many rows that are right are lost when the documents of `tests/fixtures/fresh` are written otherwise.

    python -m tests.evaluation.rewritten [--rows] [--every N] [REWRITING...]
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import rie
from rie.evaluation.found import evaluate
from rie.evaluation.gold import read_gold
from rie.evaluation.reports import Pair
from tests.evaluation.rewriting import REWRITINGS, Record

FRESH = Path(__file__).parents[1] / "fixtures" / "fresh"
Key = tuple[str, str, int]  # document, table, number of the gold row in it
Told = tuple[Record, Record]  # a document and its gold


@dataclass(frozen=True)
class Outcome:
    """What a rewriting did. `rows` were right before, of documents that it changed; `lost` are wrong now, `won` right only now."""

    documents: int
    rows: int
    lost: dict[Key, Pair]
    won: frozenset[Key]
    false: int

    def __str__(self) -> str:
        tables = dict(Counter(table for _, table, _ in self.lost).most_common())
        share = 100 * len(self.lost) / max(self.rows, 1)
        return (f"{len(self.lost):4} of {self.rows} lost ({share:.1f}%), {len(self.won)} won, {self.false:+} false,"
                f" {self.documents} documents {tables}")


def fresh(every: int = 1) -> list[Told]:
    """The documents with their gold, all or each of so many."""
    files = sorted(FRESH.glob("*_documents.jsonl"))
    return [told for file in files for told in _told(file)][::every]


def _told(file: Path) -> Iterator[Told]:
    gold = {one["doc_id"]: one for one in _records(file.with_name(file.name.replace("_documents", "_gold")))}
    return ((document, gold[document["id"]]) for document in _records(file))


def _records(file: Path) -> Iterator[Record]:
    return (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def read(told: Iterable[Told]) -> tuple[Pair, ...]:
    """Documents read into a store of their own, and scored."""
    with TemporaryDirectory() as folder:
        documents, gold, store = Path(folder, "documents.jsonl"), Path(folder, "gold.jsonl"), Path(folder, "store")
        listed = list(told)
        documents.write_text("".join(json.dumps(one) + "\n" for one, _ in listed), encoding="utf-8")
        gold.write_text("".join(json.dumps(one) + "\n" for _, one in listed), encoding="utf-8")
        rie.ingest(documents, store, workers=1)
        with rie.open(store) as opened:
            return evaluate(read_gold(gold, opened.pack), opened.reader, opened.pack).pairs


def by_row(pairs: Iterable[Pair]) -> dict[Key, Pair]:
    """The pairs of gold rows, by the place of the row."""
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[Key, Pair] = {}
    for pair in (pair for pair in pairs if pair.gold is not None):
        found[pair.doc_id, pair.table, seen[pair.doc_id, pair.table]] = pair
        seen[pair.doc_id, pair.table] += 1
    return found


def compare(name: str, told: Sequence[Told], plain: Sequence[Pair]) -> Outcome:
    """A rewriting of the documents against what is read of them as they are."""
    rewritten = [new for document, gold in told if (new := REWRITINGS[name](dict(document), gold))]
    ids = {document["id"] for document, _ in rewritten}
    before = {key: pair for key, pair in by_row(plain).items() if key[0] in ids}
    pairs = read(rewritten) if rewritten else ()
    after = by_row(pairs)
    right = {key for key, pair in before.items() if pair.exact}
    lost = {key: after[key] for key in sorted(right) if not after[key].exact}
    won = frozenset(key for key, pair in after.items() if pair.exact and key not in right)
    false = sum(pair.kind == "false" for pair in pairs) - sum(pair.kind == "false" and pair.doc_id in ids for pair in plain)
    return Outcome(len(ids), len(right), lost, won, false)


def _rows(outcome: Outcome) -> Iterator[str]:
    for (doc_id, table, _), pair in outcome.lost.items():
        wrong: dict[str, Any] = {name: (pair.found or {}).get(name) for name, counts in pair.judged.items() if not counts.right}
        yield f"    {doc_id} {table} {'lost' if pair.found is None else wrong}\n        {dict(pair.gold or {})}"


def main() -> None:
    """Print what each rewriting loses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *REWRITINGS], metavar="REWRITING", help=", ".join(REWRITINGS).replace("%", "%%"))
    parser.add_argument("--rows", action="store_true", help="print the rows lost")
    parser.add_argument("--every", type=int, default=1, help="take each of so many documents")
    options = parser.parse_args()
    told = fresh(options.every)
    plain = read(told)
    print(f"{sum(pair.exact for pair in plain)} rows right as they are", flush=True)
    for name in options.names or REWRITINGS:
        outcome = compare(name, told, plain)
        print(f"{name:32}{outcome}", *(_rows(outcome) if options.rows else ()), sep="\n" if options.rows else "", flush=True)


if __name__ == "__main__":
    main()
