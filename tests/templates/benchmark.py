"""How long `rie templates check` takes: `python -m tests.templates.benchmark [COUNT]` checks that many generated templates."""

import sys
import tempfile
import time
from pathlib import Path

from rie.pack import load_pack
from rie.templates.check import check

_SQL = """-- id: generated_{number}
-- ask: which investors backed {{one}} and {{other}} in case {word}
-- ask: [the] investors of {{one}} and {{other}} in case {word}
-- slots: one: company, other: company
-- says: Investors of both {{one}} and {{other}}
-- evidence: round_ids: funding_round
SELECT backer.investor AS investor, {number} AS number, list(DISTINCT backer.round_id) AS round_ids
FROM funding_investor AS backer
JOIN funding_round AS round ON round.round_id = backer.round_id
WHERE round.company_id IN ($one, $other) AND round.status NOT IN ('rumoured', 'denied')
GROUP BY backer.investor
HAVING count(DISTINCT round.company_id) = 2
ORDER BY backer.investor
"""
_CASE = """- ask: Which investors backed dk7 and Oakrune in case {word}?
  rows:
  - {{investor: Juniper Row Ventures, number: {number}}}
"""


def write_templates(folder: Path, count: int) -> None:
    """Write templates that differ in a word."""
    for number in range(count):
        word = "x" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
        (folder / f"generated_{number}.sql").write_text(_SQL.format(number=number, word=word), encoding="utf-8")
        (folder / f"generated_{number}.yaml").write_text(_CASE.format(number=number, word=word), encoding="utf-8")


def main() -> None:
    """Print how many were checked, what was wrong, and the seconds it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        write_templates(Path(folder), count)
        began = time.perf_counter()
        found = check(load_pack("business"), folder=Path(folder))
        print(f"{len(found.templates)} of {count} templates sound in {time.perf_counter() - began:.1f} s", *found.problems[:3], sep="\n")


if __name__ == "__main__":
    main()
