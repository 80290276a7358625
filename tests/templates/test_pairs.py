"""Templates learned from pairs of question and SQL: two small databases, questions of unseen wording and with unseen values."""

import json
import sqlite3
from pathlib import Path

import duckdb
import pytest

from rie.errors import PackError, StoreError, UsageError
from rie.store.database import open_database
from rie.templates.pairs.asking import OpenPairs
from rie.templates.pairs.learn import import_pairs
from tests.conftest import Run
from tests.templates.lending import questions, write_database, write_pairs


def learned(folder: Path, suffix: str, fixture: str, *, with_variables: bool):
    database = write_database(folder / f"data{suffix}", flights=fixture == "flights.txt")
    told = import_pairs(write_pairs(folder / "pairs.jsonl", fixture, with_variables), database, folder / "pack")
    return folder / "pack", database, told


@pytest.fixture(scope="module", params=[(".duckdb", True), (".sqlite", False)], ids=["duckdb", "sqlite"])
def library(request, tmp_path_factory):
    suffix, with_variables = request.param
    return learned(tmp_path_factory.mktemp("library"), suffix, "library.txt", with_variables=with_variables)


@pytest.fixture(scope="module")
def flights(tmp_path_factory):
    return learned(tmp_path_factory.mktemp("flights"), ".sqlite", "flights.txt", with_variables=True)


def rows(opened, sql, parameters=None):
    return sorted(map(str, opened._database.query(sql, parameters).rows))


def scored(learnt, fixture):
    """Unseen questions: right with --force, given without it, right of the given; unanswerable ones that are answered."""
    pack, database, _ = learnt
    _, unseen, unanswerable = questions(fixture)
    right = given = right_given = 0
    with OpenPairs(pack, database) as opened, OpenPairs(pack, database, force=True) as forced:
        for item in unseen:
            best, found = forced.ask(item.question), opened.ask(item.question)
            is_right = rows(opened, best.sql, best.parameters) == rows(opened, item.sql)
            right, given = right + is_right, given + (found.status != "refused")
            right_given += is_right and found.status != "refused"
        false = sum(opened.ask(question).status != "refused" for question in unanswerable)
    return right / len(unseen), given / len(unseen), right_given / given, false


def test_unseen_questions_about_the_library_are_right_or_refused(library):
    right, given, precision, false = scored(library, "library.txt")
    assert (right >= 0.97, given >= 0.8, precision >= 0.98, false <= 1) == (True,) * 4, (right, given, precision, false)


def test_unseen_questions_about_flights_are_right_or_refused(flights):
    right, given, precision, false = scored(flights, "flights.txt")
    assert (right >= 0.9, given >= 0.75, precision >= 0.95, false) == (True, True, True, 0), (right, given, precision, false)


def test_the_import_tells_what_was_held_out(library):
    told = library[2]
    assert (told.pairs, told.skipped, told.held_out) == (134, 0, 134)
    assert told.right > 0.75
    assert told.precision >= 0.95
    assert 30 < told.templates < 45


def one(learnt, question, **named):
    with OpenPairs(learnt[0], learnt[1], **named) as opened:
        return opened.ask(question)


def test_an_answer_has_the_shape_of_the_contract(library):
    found = one(library, "Which books did Sean Kearney write?")
    assert (found.status, found.snapshot, found.coverage, found.evidence) == ("answered", None, None, ())
    assert found.parameters in ({"author": "Sean Kearney"}, {"name": "Sean Kearney"})
    assert "Sean Kearney" not in found.sql
    assert found.columns == ({"name": "title", "type": "text"},)
    assert [row["title"] for row in found.rows]
    assert found.row_count == len(found.rows)


def test_the_sql_runs_in_sqlite_with_its_parameters(flights):
    found = one(flights, "show me the flights from oakland to dallas")
    with sqlite3.connect(flights[1]) as connection:
        assert [row[0] for row in connection.execute(found.sql, found.parameters)] == [row["flight_number"] for row in found.rows]


def test_two_values_of_one_kind_go_where_their_words_say(flights):
    for question in ("flights from dallas to boston", "flights to boston from dallas"):
        assert one(flights, question, force=True).parameters == {"from": "DALLAS", "to": "BOSTON"}


def test_a_code_is_known_by_the_name_beside_it(flights):
    found = one(flights, "Southwest flights from Boston to Denver", force=True)
    assert found.parameters == {"from": "BOSTON", "to": "DENVER", "airline": "WN"}


def test_a_time_of_day_is_the_number_that_the_pairs_write(flights):
    assert one(flights, "flights from boston to dallas before 7:15 pm", force=True).parameters["time"] == 1915


def test_a_misspelt_value_is_the_stored_one(library):
    assert set(one(library, "Which books did Iris Caldar write?", force=True).parameters.values()) == {"Iris Calder"}


def test_texts_that_look_like_sql_stay_values(library):
    found = one(library, "Which titles contain \"'; DROP TABLE book; --\"?", force=True)
    assert found.status in ("answered", "no_data", "refused")
    with open_database(library[1]) as database:
        assert database.query("SELECT count(*) FROM book").rows == [(24,)]


def test_an_unknown_name_is_refused_with_questions_that_are_answered(library):
    found = one(library, "Who wrote The Glass Elephant?")
    assert (found.status, found.rows) == ("refused", ())
    assert found.suggestions
    assert all(one(library, text).status == "answered" for text in found.suggestions)


def test_a_number_that_takes_no_parameter_is_not_left_out(tmp_path):
    recent = "SELECT l.loan_id FROM loan AS l WHERE CAST(l.lent_on AS DATE) > DATE '{day}' - INTERVAL 30 DAY"
    days = ("2023-04-01", "2023-05-01", "2023-06-01", "2023-07-01")
    lines = [{"question": f"loans of the last 30 days before {day}", "sql": recent.format(day=day)} for day in days]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, lines)))
    database = write_database(tmp_path / "data.duckdb")
    import_pairs(tmp_path / "pairs.jsonl", database, tmp_path / "pack")
    with OpenPairs(tmp_path / "pack", database) as opened:
        assert opened.ask("loans of the last 30 days before 2023-08-01").status == "no_data"
        assert opened.ask("loans of the last 60 days before 2023-08-01").status == "refused"


def test_the_same_question_gives_the_same_answer(library):
    one_time, other = (one(library, "top 3 most popular books", force=True).as_dict() for _ in range(2))
    assert one_time | {"elapsed_ms": 0} == other | {"elapsed_ms": 0}


def test_the_command_line_imports_and_asks(run: Run, tmp_path: Path) -> None:
    database, pairs = write_database(tmp_path / "data.sqlite"), write_pairs(tmp_path / "pairs.jsonl")
    done = run("templates", "import", pairs, "--database", database, "--out", tmp_path / "pack")
    assert done.returncode == 0, done.stderr
    assert "from 134 pairs" in done.stdout
    (tmp_path / "asked.jsonl").write_text('{"id": "q-1", "question": "Who wrote Low Tide?"}\n{"id": "q-2", "question": "Who sang it?"}\n')
    batch = ("ask", "--pack", tmp_path / "pack", "--database", database, "--batch", tmp_path / "asked.jsonl", "--json")
    one, other = map(json.loads, run(*batch).stdout.splitlines())
    assert (one["id"], one["status"], other["id"], other["status"]) == ("q-1", "answered", "q-2", "refused")
    _, forced = map(json.loads, run(*batch, "--force").stdout.splitlines())
    assert forced["sql"].startswith("SELECT")
    assert one["snapshot"] is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no pairs"),
        ('{"question": "x"}', "line 1: not a pair"),
        ('{"question": "x", "sql": "SELECT nothing FROM nowhere"}', "none of the 1 pairs can be used"),
        ('{"question": "x", "sql": "DROP TABLE book"}', "only SELECT"),
        ('{"question": "x", "sql": "SELECT b.missing FROM book AS b"}', "does not run"),
        ("nonsense", "line 1: not a pair"),
    ],
)
def test_pairs_that_cannot_be_used_are_told(tmp_path, text, message):
    (tmp_path / "pairs.jsonl").write_text(text)
    with pytest.raises(UsageError, match=message):
        import_pairs(tmp_path / "pairs.jsonl", write_database(tmp_path / "data.duckdb"), tmp_path / "pack")


def test_a_few_pairs_are_enough_to_be_forced(tmp_path):
    pair = {"question": "who wrote Low Tide", "sql": "SELECT b.title FROM book AS b WHERE b.title = 'Low Tide'"}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(pair))
    database = write_database(tmp_path / "data.duckdb")
    import_pairs(tmp_path / "pairs.jsonl", database, tmp_path / "pack")
    with OpenPairs(tmp_path / "pack", database, force=True) as opened:
        assert opened.ask("who wrote Winter Harbour").parameters == {"title": "Winter Harbour"}


def test_wrong_folders_and_files_are_told(tmp_path):
    database = write_database(tmp_path / "data.duckdb")
    with pytest.raises(PackError, match="rie templates import"):
        OpenPairs(tmp_path, database)
    with pytest.raises(StoreError, match="cannot be read"):
        open_database(tmp_path / "missing.sqlite")
    (tmp_path / "x.db").write_text("not a database at all, just text of some length that is long enough")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_database(tmp_path / "x.db")


def test_another_database_is_told_apart(flights, tmp_path):
    with pytest.raises(UsageError, match="the database that the templates were made for"):
        OpenPairs(flights[0], write_database(tmp_path / "data.sqlite"))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM book",
        "CREATE TABLE x AS SELECT 1",
        "ATTACH 'other.db' AS other",
        "PRAGMA query_only = OFF",
        "SELECT load_extension('x')",
    ],
)
def test_a_sqlite_file_is_only_read(tmp_path, sql):
    with open_database(write_database(tmp_path / "data.sqlite")) as database, pytest.raises(UsageError):
        database.query(sql)


def test_a_duckdb_file_is_only_read(tmp_path):
    file = write_database(tmp_path / "data.duckdb")
    with open_database(file) as database:
        for sql in ("DELETE FROM book", "SELECT * FROM read_text('/etc/hostname')", "COPY book TO 'x.csv'", "SET threads = 3"):
            with pytest.raises(UsageError):
                database.query(sql)
    assert duckdb.connect(str(file), read_only=True).execute("SELECT count(*) FROM book").fetchone() == (24,)


def test_a_statement_that_takes_too_long_is_ended(tmp_path):
    from rie.errors import QueryLimit
    from rie.store.database import SqliteDatabase

    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with SqliteDatabase(write_database(tmp_path / "data.sqlite"), timeout_ms=100) as database, pytest.raises((QueryLimit, UsageError)):
        database.query(endless)
