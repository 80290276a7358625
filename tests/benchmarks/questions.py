"""How fast questions become SQL under a load of many templates, wordings and names.

    python -m tests.benchmarks.questions [--templates 10000] [--names 100000] [--questions 6000] [--folder FOLDER]

It writes a pack with so many templates of ten wordings each, and a store with so many names, and keeps them in FOLDER, which is taken as it
is when it holds them already. A fresh process opens the store, answers two questions, and then goes through the others, each once and none
asked before. Every second one is answered whole; the others become SQL only:

* question to SQL: from its text to the statements, with their parameters bound, of all its readings, or of the template that asks the same.
  It is the time until that is known, too, where a question has neither. No statement is run.
* the whole `ask`: with the rows, the facts and sentences behind them, and with other questions to ask where one is refused.

A third process measures `rie templates check` of the templates. Times of questions are those of the process, so that what else the machine
does is shared; of the load and of the check they are told by the clock and by the processors.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from tests.benchmarks.memory import resident

TODAY: Final = "2019-01-15"
ALL: Final = "all"
_FIRST: Final = ("How much was raised in 2016?", "Which colour do companies like?")  # the second comes to the templates, and is refused
_PARTS: Final = ("load", "check")
Times = dict[str, list[float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the load, measure it in processes of its own, and print a table."""
    options = _options().parse_args(arguments)
    if options.part:
        print(json.dumps(_answering(options.folder, options.questions) if options.part == "load" else _checking(options.folder)))
        return
    with tempfile.TemporaryDirectory() as own:
        folder = options.folder or Path(own)
        if not (folder / "store").is_dir():
            write_load(folder, options.templates, options.names)
        _print(*(_in_own_process(part, folder, options.questions) for part in _PARTS))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.questions", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--templates", type=int, default=10_000)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=6000)
    parser.add_argument("--folder", type=Path, help="where the load is kept")
    parser.add_argument("--part", choices=_PARTS, help="only this measurement of FOLDER, in this process, as JSON")
    return parser


def write_load(folder: Path, templates: int, names: int) -> None:
    """Write a copy of the pack with other templates, and a store.

    Args:
        folder: where they go, as `pack` and `store`.
        templates: how many templates the pack has.
        names: how many names the store has.
    """
    from rie.pack import load_pack
    from rie.store import Reader
    from rie.templates.sample import sample_store
    from tests.benchmarks.made_store import write_store
    from tests.benchmarks.made_templates import write_templates

    pack = load_pack("business")
    shutil.copytree(pack.folder, folder / "pack", ignore=shutil.ignore_patterns("templates", "annotations", "paraphrases", "model"))
    (folder / "pack" / "templates").mkdir()
    with sample_store(pack, None) as (where, _), Reader(where) as sample:
        write_templates(folder / "pack" / "templates", templates, sample)
    write_store(folder / "store", pack, names)


def _in_own_process(part: str, folder: Path, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.questions", "--part", part, "--folder", str(folder), "--questions", str(count)]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return told


def _answering(folder: Path, count: int) -> dict[str, Any]:
    """Seconds to the first answer, megabytes, milliseconds of each question, and how many became what."""
    began = time.perf_counter()
    import rie

    with rie.open(folder / "store", pack=str(folder / "pack")) as opened:
        for question in _FIRST:
            opened.ask(question, today=TODAY)
        told: dict[str, Any] = {**_took(began), "memory": [resident()]}
        from rie.ask.templates import templates_of
        from tests.benchmarks.made_questions import questions

        templates = templates_of(opened.pack)
        told |= {"templates": len(templates), "wordings": sum(len(item.asks) for item in templates), "names": _names(opened)}
        told |= _times(opened, questions(templates, opened.reader, count))
    told["memory"].append(resident())
    return told


def _times(opened: Any, asked: Sequence[tuple[str, str, str | None]]) -> dict[str, Any]:
    to_sql: Times = defaultdict(list)
    whole: Times = defaultdict(list)
    became: dict[str, Counter[str]] = defaultdict(Counter)
    for number, (kind, question, meant) in enumerate(asked):
        began = time.process_time()
        found = opened.ask(question, today=TODAY) if number % 2 else to_statements(question, opened)
        took = (time.process_time() - began) * 1000
        for name in (kind, ALL):
            (whole if number % 2 else to_sql)[name].append(took)
        if number % 2 == 0:
            became[kind][found if found != meant else "the template meant"] += 1
    return {"to_sql": to_sql, "whole": whole, "became": became}


def to_statements(question: str, opened: Any) -> str:
    """Make SQL of a question as `rie.ask` does, without running it; says what the statements are of."""
    from rie.ask.ask import read, state_of
    from rie.ask.sql.compile import compile_form
    from rie.ask.templates.match import pack_matches

    state = state_of(question, opened.reader, opened.pack, (), TODAY)
    read(state)
    if state.readings:
        for reading in state.readings:
            [compile_form(form, opened.pack) for form in reading.form.operands or (reading.form,)]
        return "readings"
    matched = pack_matches(opened.pack).match(state.items, opened.pack)
    return matched.template.id if matched else "nothing"


def _names(opened: Any) -> int:
    """How many things are named."""
    people = "SELECT DISTINCT person_id FROM executive_change"
    ((count,),) = opened.reader.query(f"SELECT count(*) FROM (SELECT company_id FROM company UNION ALL ({people}))").rows
    return int(count)


def _checking(folder: Path) -> dict[str, Any]:
    """The seconds that a check of all templates takes, and how many are sound."""
    began = time.perf_counter()
    from rie.pack import load_pack
    from rie.templates.check import check

    found = check(load_pack(str(folder / "pack")))
    return {**_took(began), "sound": len(found.templates), "problems": found.problems[:5]}


def _took(began: float) -> dict[str, float]:
    """Seconds of the clock since `began`, and those of the processors, with those of processes that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"clock": time.perf_counter() - began, "processors": time.process_time() + children.ru_utime + children.ru_stime}


def _print(load: Mapping[str, Any], checked: Mapping[str, Any]) -> None:
    print(f"{load['templates']:,} templates, {load['wordings']:,} wordings, {load['names']:,} names")
    first, last = load["memory"]
    print(f"load to the first answers {_seconds(load)}, resident {first:.0f} MB, in the end {last:.0f} MB")
    print(f"check {_seconds(checked)}, {checked['sound']:,} sound", *checked["problems"], sep="\n")
    print(f"{'milliseconds':16}{'':9}to SQL: p50    p99    max{'':6}ask: p50    p99    max   to SQL became")
    for kind in load["to_sql"]:
        became = ", ".join(f"{what} {share:.0%}" for what, share in _shares(load["became"].get(kind, {})))
        print(f"{kind:16}{len(load['to_sql'][kind]):9,}{_row(load['to_sql'][kind])}    {_row(load['whole'].get(kind, []))}   {became}")


def _seconds(told: Mapping[str, float]) -> str:
    return f"{told['clock']:.2f} s ({told['processors']:.2f} s of processors)"


def _row(times: Sequence[float]) -> str:
    if len(times) < 2:
        return f"{'':24}"
    marks = quantiles(times, n=100, method="inclusive")
    return "".join(f"{value:8.2f}" for value in (marks[49], marks[98], max(times)))


def _shares(became: Mapping[str, int]) -> list[tuple[str, float]]:
    named = Counter[str]()
    for what, count in became.items():
        named[what if what in ("readings", "nothing", "the template meant") else "another template"] += count
    return [(what, count / sum(became.values())) for what, count in named.most_common()]


if __name__ == "__main__":
    main()
