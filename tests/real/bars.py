"""The bars of the product on real news that it was not trained on.

    RIE_DATA=FOLDER python tests/real/bars.py [PART]
"""

import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from adapters import SETS, data_folder, write

import rie
from rie.evaluation.cells import Counts
from rie.evaluation.found import evaluate
from rie.evaluation.gold import read_gold
from rie.evaluation.reports import Evaluation, Pair

Bars = dict[str, tuple[float, int]]  # name -> (share, of how many)


def measure(folder: Path, name: str, part: str = "dev", workers: int = 1) -> tuple[Bars, Evaluation]:
    """Ingest a set into a new store and score it."""
    with tempfile.TemporaryDirectory() as made:
        documents, gold, store = Path(made, "docs.jsonl"), Path(made, "gold.jsonl"), Path(made, "store")
        write(folder, name, documents, gold, part)
        rie.ingest(documents, store, workers=workers)
        with rie.open(store) as opened:
            found = evaluate(read_gold(gold, opened.pack), opened.reader, opened.pack)
    return _BARS[name](found), found


def _leads(found: Evaluation) -> Bars:
    rounds = [pair for pair in found.pairs if pair.table == "funding_round" and pair.gold]
    deals = [pair for pair in found.pairs if pair.table == "acquisition" and pair.gold]
    typed = [pair for pair in rounds if "round_type" in (pair.gold or {})]
    return {"funding company + amount + currency right": _share(rounds, "company", "amount", "currency"),
            "round type right": _share(typed, "round_type"),
            "acquisition acquirer + target right": _share(deals, "acquirer", "target"),
            "found rows that are not in the lead": (sum(pair.kind == "false" for pair in found.pairs) / max(len(rounds) + len(deals), 1),
                                                    len(rounds) + len(deals))}


def _share(pairs: list[Pair], *columns: str) -> tuple[float, int]:
    right = sum(pair.kind == "paired" and all(pair.judged[column].right for column in columns if column in pair.judged) for pair in pairs)
    return right / max(len(pairs), 1), len(pairs)


def _deals(found: Evaluation) -> Bars:
    columns = found.scores()["acquisition"].columns
    slots = ("acquirer", "target", "seller", "price")
    single = {f"{name} F1": _f1([columns[name]]) for name in slots}
    return {**single, "acquirer, target, seller and price F1": _f1(columns[name] for name in slots)}


def _figures(found: Evaluation) -> Bars:
    """Of the figures that a reader found: those that are right in all that he wrote down; and of the found rows those that he has not."""
    gold = [pair for pair in found.pairs if pair.gold]
    false = [pair for pair in found.pairs if pair.kind == "false"]
    columns = ("metric", "value", "unit", "basis", "fiscal_year", "fiscal_quarter")
    return {"figures found": (sum(pair.kind == "paired" for pair in gold) / max(len(gold), 1), len(gold)),
            "metric, value, unit, basis and period right": _share(gold, *columns),
            "and accounting": _share(gold, *columns, "accounting"),
            "found rows that no bullet tells": (len(false) / max(len(gold) + len(false), 1), len(false))}


def _f1(counts: Iterable[Counts]) -> tuple[float, int]:
    total = sum(counts, Counts())
    return 2 * total.tp / max(2 * total.tp + total.fp + total.fn, 1), total.tp + total.fn


_BARS: dict[str, Callable[[Evaluation], Bars]] = {
    "funding_leads": _leads, "acquisitions_1987": _deals, "takeovers_1987": _deals,
    "earnings_bullets": _figures, "earnings_calls": _figures}


def main() -> None:
    """Print the bars of every set."""
    folder = data_folder()
    if folder is None:
        sys.exit("RIE_DATA does not name a folder with real data")
    part = next(iter(sys.argv[1:]), "dev")
    for name in (name for name, (pattern, _) in SETS.items() if part == "dev" or "{part}" in pattern):
        bars, found = measure(folder, name, part)
        print(f"\n{name} ({found.documents} documents)")
        for bar, (share, count) in bars.items():
            print(f"  {bar:45} {share:7.1%}  of {count}")
        for kind, count, ids in found.errors()[:8]:
            print(f"    {count:5}  {kind}  ({', '.join(ids)})")


if __name__ == "__main__":
    main()
