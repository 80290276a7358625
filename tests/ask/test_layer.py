"""The layer of a pack: what is wrong in it is named with its fix, and nothing of the domain stands in Python."""

import json

import pytest

from rie.ask import ask
from rie.errors import PackError
from rie.pack import load_pack
from tests.ask.conftest import FIXTURES
from tests.ask.fact_store import FactStore

WRONG = [
    ("where: {metric: revenue, unit: currency}", "where: {metric: turnover, unit: currency}", "metric is never 'turnover'; use one of"),
    ("        year: fiscal_year\n", "        year: fiscal\n", r"\.series: no column 'fiscal' in financial_result; use one of"),
    ("basis: [actual, prior]", "basis: [actual, earlier]", r"\.series\.defaults: basis is never 'earlier'; use one of actual"),
    ("turns: {net_income: eps,", "turns: {net_income: per_share,", r"modifiers\.per_share: no measure 'per_share'"),
    ("          of: consensus\n", "          of: analysts\n", r"\.series\.estimate: basis is never 'analysts'"),
    ("          unsaid: unknown\n", "          unsaid: unsaid\n", r"\.series\.estimate\.variants: accounting is never 'unsaid'"),
    ("        post: role\n", "        post: office\n", r"\.holder: no column 'office' in executive_change"),
    ("single: [ceo,", "single: [boss,", r"\.holder\.single: role is never 'boss'"),
    ("kind: person, column: person", "column: person", r"roles: with `grammar: slots` every role needs a `kind` of its own"),
    ("{person}: {action}", "{who}: {action}", r"\.row: no column 'who' in executive_change"),
    ("where: {action: departed}, date: effective_on,", "where: {action: left}, date: effective_on,", r"action is never 'left'"),
]


@pytest.mark.parametrize(("text", "wrong", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_a_wrong_layer_names_the_place_and_the_fix(text, wrong, message, tmp_path, pack):
    content = (pack.folder / "pack.yaml").read_text("utf-8")
    assert text in content
    (tmp_path / "pack.yaml").write_text(content.replace(text, wrong), "utf-8")
    with pytest.raises(PackError, match=message):
        load_pack(str(tmp_path))


RENAMED = {
    "financial_result": "kpi_row", "executive_change": "staff_move", "fiscal_year": "year_no", "fiscal_quarter": "quarter_no",
    "change_percent": "delta", "effective_on": "starts_on", "accounting": "method", "segment": "branch",
}  # fmt: skip
QUESTIONS = [
    "What was Velmark Industries' revenue in Q3 2021?", "Velmark EPS Q3 2021", "Velmark's Europe revenue in Q3 2021",
    "How much did Velmark's revenue grow in Q3 2021?", "Top 5 companies by net income in 2020", "revenue by quarter for Velmark in 2021",
    "What was Velmark's revenue last quarter?", "What did Velmark guide to for 2022 revenue?", "Who is the CEO of Velmark?",
    "When did Martin Feld leave Velmark?", "Who succeeded Derek Vance as CEO of Globrix?", "Which company had the most departures in 2021?",
]  # fmt: skip


def test_tables_and_columns_of_other_names_are_asked_alike(tmp_path, pack):
    """Only `pack.yaml` knows the names of tables, columns and values."""
    content, facts = (pack.folder / "pack.yaml").read_text("utf-8"), (FIXTURES / "results_facts.jsonl").read_text("utf-8")
    plain = FactStore([json.loads(line) for line in facts.splitlines()], pack)
    for old, new in RENAMED.items():
        content, facts = content.replace(old, new), facts.replace(f'"{old}"', f'"{new}"')
        content = content.replace(f"take: {new}", f"take: {old}")  # a word of the model, no column
    (tmp_path / "pack.yaml").write_text(content, "utf-8")
    other = load_pack(str(tmp_path))
    store = FactStore([json.loads(line) for line in facts.splitlines()], other)
    for question in QUESTIONS:
        expected, found = (ask(question, of, layer, today="2022-05-15") for of, layer in ((plain, pack), (store, other)))
        assert expected.status == "answered", question
        assert [[*row.values()] for row in found.rows] == [[*row.values()] for row in expected.rows], question


def test_facts_of_which_there_is_none_are_not_asked_for(pack):
    rounds = [{"table": "funding_round", "company": "Hooli", "announced_on": "2016-01-05", "amount": 1000000, "currency": "USD",
               "status": "closed", "round_type": "seed", "reports": ["d"]}]  # fmt: skip
    for question in ("Who is the CEO of Hooli?", "What was Hooli's revenue in 2016?"):
        found = ask(question, FactStore(rounds, pack), pack, today="2019-01-15")
        assert (found.status, found.rows) == ("refused", ())


def test_only_figures_of_the_asked_kind_count(pack):
    """A figure in another unit, of a part, of another basis never stands for the company's own."""
    own = {"table": "financial_result", "company": "Hooli", "metric": "revenue", "segment": None, "value": 100, "unit": "currency",
           "currency": "USD", "basis": "actual", "accounting": "unknown", "fiscal_year": 2021, "fiscal_quarter": 3,
           "change_percent": None, "change_basis": None, "announced_on": "2021-10-20"}  # fmt: skip
    others = [own | {"unit": "percent", "currency": None, "value": 7}, own | {"segment": "Search", "value": 60},
              own | {"basis": "guidance_low", "value": 90}, own | {"fiscal_quarter": None, "value": 400},
              own | {"fiscal_year": 2020, "value": 80}]  # fmt: skip
    store = FactStore([own, *others], pack)
    assert [row["value_usd"] for row in ask("Hooli revenue Q3 2021", store, pack, today="2022-01-01").rows] == [100]
    assert ask("Hooli revenue Q3 2021", FactStore(others, pack), pack, today="2022-01-01").status == "no_data"


def test_figures_of_one_thing_are_never_added_twice(pack):
    """GAAP and adjusted, or what was restated later: one figure of each company and period is added up."""
    base = {"table": "financial_result", "metric": "net_income", "segment": None, "unit": "currency", "currency": "USD", "basis": "actual",
            "fiscal_year": 2021, "fiscal_quarter": 3, "change_percent": None, "change_basis": None}  # fmt: skip
    told = [("Hooli", 10, "gaap", "2021-10-20"), ("Hooli", 14, "adjusted", "2021-10-20"), ("Hooli", 11, "gaap", "2022-02-20"),
            ("Initech", 5, "unknown", "2021-10-21"), ("Initech", 6, "adjusted", "2021-10-21")]  # fmt: skip
    rows = [base | {"company": name, "value": value, "accounting": kind, "announced_on": day} for name, value, kind, day in told]
    store = FactStore(rows, pack)
    found = ask("total net income of all companies in Q3 2021", store, pack, today="2022-05-01")
    assert [list(row.values())[-1] for row in found.rows] == [16]
    assert "accounting GAAP, else unknown, no other" in found.interpretation
