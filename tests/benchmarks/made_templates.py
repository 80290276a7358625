"""Templates in numbers: every file of `shapes` with every choice of the words that it leaves open.

A shape is a template file with `<name>` in place of what varies; its line `-- vary: name: list, ...` says which of the lists below each
name goes through. No two names of one shape take the same word of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, permutations, product, zip_longest
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from rie.ask.templates import Template, parse_template
from rie.ask.templates.answer import MOST_ROWS, shown_rows
from rie.store import Reader
from rie.values import Period

Values = Mapping[str, Sequence[tuple[str, tuple[Any, ...]]]]
SHAPES: Final = Path(__file__).with_name("shapes")
SLOT: Final = re.compile(r"\{(\w+)\}")
LISTS: Final[Mapping[str, Mapping[str, str]]] = {
    "round": {
        "pre-seed": "pre_seed", "seed": "seed", "angel": "angel", "bridge": "bridge", "growth": "growth", "debt": "debt",
        "Series A": "series_a", "Series B": "series_b", "Series C": "series_c", "Series D": "series_d", "Series E": "series_e",
        "Series F": "series_f", "Series G": "series_g", "Series H": "series_h", "Series J": "series_j",
    },
    "role": {
        name: name for name in (
            "chief executive officer", "chief financial officer", "chief operating officer", "chief technology officer", "partner",
            "chief medical officer", "chief product officer", "chairman", "president", "director", "finance director", "general counsel",
        )
    },
    "metric": {
        "revenue": "revenue", "net income": "net_income", "operating income": "operating_income", "EBITDA": "ebitda",
        "gross profit": "gross_profit", "gross margin": "gross_margin", "free cash flow": "free_cash_flow", "EPS": "eps",
        "operating cash flow": "operating_cash_flow", "pretax income": "pretax_income", "capital expenditure": "capital_expenditure",
    },
    "measure": {"average": "avg", "median": "median", "lowest": "min", "highest": "max"},
    "kind": {"company": "company", "business": "business", "asset": "asset", "stake": "stake"},
    "side": {"buyer": "acquirer", "target": "target", "seller": "seller"},
    "basis": {"pre-money": "pre_money", "post-money": "post_money"},
    "seat": {"city": "city", "region": "region", "country": "country"},
    "granularity": {"year": "year", "quarter": "quarter"},
    "months": {number: number for number in ("3", "6", "9", "12", "18", "24")},
    "percent": {number: number for number in ("10", "20", "30", "50")},
    "times": {number: number for number in ("2", "3", "4", "5", "10")},
}  # fmt: skip
_CASES: Final = 2


def write_templates(folder: Path, count: int, sample: Reader) -> list[Template]:
    """Write templates with their cases, as many of each shape as there are, in turn.

    Args:
        folder: where the files go.
        count: how many.
        sample: the store of the sample corpus, whose rows the cases expect.

    Returns:
        The templates.
    """
    rng, written = Random(7), []
    values = slot_values(sample)
    in_turn = chain.from_iterable(zip_longest(*(texts_of(file) for file in sorted(SHAPES.glob("*.sql")))))
    for text in islice(filter(None, in_turn), count):
        template = parse_template(text, "a shape")
        (folder / f"{template.id}.sql").write_text(text, encoding="utf-8")
        asks = rng.sample(template.asks, _CASES)
        cases = [_case(template, ask, rng, values, sample) for ask in asks]
        told = yaml.dump(cases, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), sort_keys=False, allow_unicode=True)
        (folder / f"{template.id}.yaml").write_text(told, encoding="utf-8")
        written.append(template)
    return written


def texts_of(shape: Path) -> Iterator[str]:
    """The template files of a shape."""
    first, text = shape.read_text(encoding="utf-8").split("\n", 1)
    varied = dict(part.strip().split(": ") for part in first.removeprefix("-- vary:").split(","))
    for number, chosen in enumerate(_choices(varied)):
        lines = (_filled(line, varied, chosen, value=not line.startswith("--")) for line in text.splitlines())
        yield "\n".join([f"-- id: {shape.stem}_{number}", *lines, ""])


def _choices(varied: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every choice of words, in an order that goes through all lists from the beginning."""
    lists = dict.fromkeys(varied.values())
    names = {kind: [name for name, its in varied.items() if its == kind] for kind in lists}
    found = [
        {name: word for kind, words in zip(lists, picked, strict=True) for name, word in zip(names[kind], words, strict=True)}
        for picked in product(*(permutations(LISTS[kind], len(names[kind])) for kind in lists))
    ]
    Random(1).shuffle(found)
    return iter(found)


def _filled(line: str, varied: Mapping[str, str], chosen: Mapping[str, str], *, value: bool) -> str:
    for name, kind in varied.items():
        line = line.replace(f"<{name}>", LISTS[kind][chosen[name]] if value else chosen[name])
    return line


def slot_values(reader: Reader) -> Values:
    """What can fill slots of a type: how a question says it, and the values of the parameters."""
    named = [(kind, (name, (entity_id,))) for entity_id, name, kind, _ in reader.entities()]
    places = reader.query("SELECT DISTINCT city FROM company WHERE city IS NOT NULL ORDER BY 1").rows
    return {
        "company": [value for kind, value in named if kind == "company"],
        "investor": [value for kind, value in named if kind == "investor"],
        "place": [(name, (name,)) for (name,) in places] or [("Boston", ("Boston",))],
        "period": [(period.label, (period.start, period.end)) for period in _periods()],
    }


def _periods() -> Iterator[Period]:
    for year in range(2013, 2019):
        yield Period.unit("year", year)
        yield from (Period.unit("quarter", year, quarter) for quarter in range(1, 5))


def asked(ask: str, slots: Mapping[str, str], rng: Random, values: Values) -> tuple[str, dict[str, Any]]:
    """A wording with its slots filled, and the parameters of what fills them.

    Args:
        ask: the wording.
        slots: their types by name.
        rng: chooses.
        values: to choose from.
    """
    parameters: dict[str, Any] = {}
    for name in dict.fromkeys(SLOT.findall(ask)):
        text, bound = rng.choice(values[slots[name]])
        parameters |= zip((name,) if len(bound) == 1 else (f"{name}_from", f"{name}_to"), bound, strict=True)
        ask = ask.replace(f"{{{name}}}", text)
    return ask, parameters


def _case(template: Template, ask: str, rng: Random, values: Values, sample: Reader) -> dict[str, Any]:
    question, parameters = asked(ask, template.slots, rng, values)
    found = sample.query(template.sql, dict.fromkeys(template.parameters()) | parameters, MOST_ROWS)
    shown = [name for name, _ in found.columns if name not in template.evidence]
    return {"ask": question, "rows": list(shown_rows(found, shown))}
