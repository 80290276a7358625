"""`rie templates check`: each kind of mistake is one line that says what to change."""

import pytest

from rie.ask.templates import parse_template
from rie.pack import load_pack
from rie.store.guard import checked_tree
from rie.templates.check import Case, Checker, check, read_cases
from rie.templates.statement import Statements

HEAD = """-- id: rounds_of
-- ask: odd rounds of {company}
-- slots: company: company
-- says: Rounds of {company}
-- evidence: round_id: funding_round
"""
SQL = "SELECT round.round_type AS round_type, round.round_id AS round_id FROM funding_round AS round WHERE round.company_id = $company\n"
ROWS = ({"round_type": "series_a"}, {"round_type": "series_b"})
CASE = Case("odd rounds of Tessaro Robotics", ROWS)


@pytest.fixture(scope="module")
def checker(reader, pack):
    return Checker(reader, pack, is_sample=True)


def problems(checker, text, cases=(CASE,)):
    return checker.problems(parse_template(text, "rounds_of.sql"), cases)


def test_a_sound_template_has_no_problem(checker):
    assert problems(checker, HEAD + SQL) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("company: company\n-- says", "company: startup\n-- says", "unknown type 'startup'"),
        ("-- says", "-- ask: odd rounds\n-- says", "lacks {company}"),
        ("odd rounds of {company}", "odd rounds of {company} in {period}", "`-- slots` does not declare"),
        ("funding_round\n", "funding_investor\n", "no fact table"),
        ("-- evidence: round_id: funding_round\n", "", "names no evidence"),
        ("evidence: round_id", "evidence: deal_id", "deal_id is not among its columns"),
        ("SELECT round.round_type AS round_type, round", "SELECT round", "no column besides"),
        ("$company", "'x'", "declared and not used"),
        ("$company", "$firm", "$firm is used and no slot gives it"),
        ("WHERE round.company_id", "WHERE company_id", "company_id does not say its table"),
        ("FROM funding_round AS", "FROM read_csv('x') AS", "only the names of tables"),
        ("SELECT round.round_type", "SELECT getenv('x')", "cannot be used"),
        ("SELECT round.round_type AS", "DELETE FROM x; SELECT round.round_type AS", "one statement"),
        ("round.round_type AS", "round.flavour AS", "flavour"),
        ("round.round_type AS round_type, round.round_id AS", "round.company AS company, round.round_id AS", "same row twice"),
        ("round.round_id AS round_id", "round.company AS round_id", "no id of funding_round"),
        ("round.round_id AS round_id", "NULL AS round_id", "rows without evidence"),
        ("$company", "$company AND round.round_type = 'series_b'", "gives other rows"),
    ],
)  # fmt: skip
def test_a_mistake_is_told(checker, old, new, message):
    text = HEAD + SQL
    assert old in text
    assert any(message in problem for problem in problems(checker, text.replace(old, new, 1))), problems(checker, text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("select", "fans_out"),
    [
        ("sum(round.amount_usd) AS total", True),
        ("count(*) AS rounds", True),
        ("count(DISTINCT round.round_id) AS rounds", False),
        ("max(round.amount_usd) AS largest", False),
    ],
)
def test_a_sum_over_a_join_that_fans_out_is_a_problem(checker, select, fans_out):
    sql = (
        f"SELECT {select}, list(DISTINCT round.round_id) AS round_id FROM funding_round AS round "
        "JOIN funding_investor AS backer ON backer.round_id = round.round_id WHERE round.company_id = $company"
    )
    found = problems(checker, HEAD + sql)
    assert any("counts rows several times" in problem for problem in found) == fans_out


def test_a_sum_over_a_join_by_key_is_no_problem(checker):
    sql = (
        "SELECT sum(round.amount_usd) AS total, list(round.round_id) AS round_id FROM funding_round AS round "
        "JOIN company AS firm ON firm.company_id = round.company_id WHERE round.company_id = $company"
    )
    assert not any("several times" in problem for problem in problems(checker, HEAD + sql))


def test_a_case_that_the_wordings_do_not_say_is_a_problem(checker):
    (found,) = problems(checker, HEAD + SQL, [Case("strange rounds of Tessaro Robotics", ROWS)])
    assert "does not understand its case" in found


def test_a_template_without_cases_is_a_problem(checker):
    assert "has no cases" in problems(checker, HEAD + SQL, [])[0]


def test_files_are_checked_together(tmp_path, pack, sample):
    for name in ("one", "other"):
        (tmp_path / f"{name}.sql").write_text(HEAD.replace("rounds_of", name) + SQL)
        (tmp_path / f"{name}.yaml").write_text("- ask: odd rounds of Tessaro Robotics\n")
    (tmp_path / "third.sql").write_text(HEAD + SQL)
    found = check(pack, sample, tmp_path)
    assert "one and other both claim 'odd rounds of {company}'" in found.problems[-1] or "both claim" in "\n".join(found.problems)
    assert any("name the file rounds_of.sql" in problem for problem in found.problems)
    assert [template.id for template in found.templates] == ["one", "other"]


def test_cases_are_read_with_days_as_text(tmp_path):
    (tmp_path / "x.yaml").write_text("- ask: when\n  rows: [{day: 2018-05-22}]\n- ask: now\n")
    assert read_cases(tmp_path / "x.yaml") == [Case("when", ({"day": "2018-05-22"},)), Case("now", None)]


def test_a_pack_without_sample_corpus_needs_a_store(tmp_path):
    from rie.errors import UsageError

    pack = load_pack("business").model_copy(update={"name": "other"})
    with pytest.raises(UsageError, match="--store"):
        check(pack)


def test_the_command_line_lists_and_checks(run, tmp_path, monkeypatch):
    assert "investors_of_both" in run("templates", "list").stdout
    done = run("templates", "check")
    assert (done.returncode, done.stdout.startswith("sound; ")) == (0, True), done.stdout
    (tmp_path / "broken.sql").write_text("-- id: broken\n")
    monkeypatch.setenv("RIE_TEMPLATES", str(tmp_path))
    done = run("templates", "check")
    assert (done.returncode, "broken.sql: has no `-- ask" in done.stdout) == (1, True), done.stdout


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("= $company", "= $company LIMIT 5", None),
        ("FROM funding_round AS", "FROM 'people' AS", "there is no such table"),
        ("= $company", "= $company AND round.round_type = 'it''s'", None),
        ("= $company", "= $company -- it's\nAND round_type <> 'seed'", "round_type does not say its table"),
        ("= $company", f"= $company AND round.round_type <> '{'x' * 4096}'", "longer than 4096 bytes"),
    ],
)
def test_what_is_known_of_a_statement_of_the_same_shape_is_not_taken_for_another_one(pack, one, other, message):
    statements = Statements(pack)
    sound = ["= $company AND round.round_type <> 'seed'", "= $company LIMIT 3", "= $company"]
    assert [statements.problems(parse_template(HEAD + SQL.replace("= $company", text), "x.sql")) for text in sound] == [[], [], []]
    told = statements.problems(parse_template(HEAD + SQL.replace(one, other), "x.sql"))
    assert [message in problem for problem in told] == [True] if message else told == []


def test_statements_that_differ_in_constants_are_parsed_once(pack, monkeypatch):
    parsed = []
    monkeypatch.setattr("rie.templates.statement.checked_tree", lambda *given: parsed.append(given[0]) or checked_tree(*given))
    statements = Statements(pack)
    for text in ("'seed' LIMIT 3", "'angel' LIMIT 20", "'series_a' LIMIT 1"):
        assert statements.problems(parse_template(HEAD + SQL + f"AND round.round_type = {text}", "x.sql")) == []
    assert len(parsed) == 1
