"""Statements that users may write, and those that they must not."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from rie.errors import QueryLimit, SqlRejected, UsageError
from rie.store import Reader
from rie.store.allowed import NAMED
from rie.store.guard import MAX_BYTES, checked
from tests.store.build import deal, extraction, funding, write

FOLDER = Path(__file__).parent


def statements(name: str) -> list[str]:
    """The blocks of a file, without its first, which says what it is."""
    return [block.strip() for block in (FOLDER / name).read_text(encoding="utf-8").split("\n\n")[1:]]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    store = tmp_path_factory.mktemp("store")
    write(
        store,
        *(
            extraction(
                f"d{n}",
                f"202{n % 4}-0{n % 9 + 1}-03",
                funding(f"Company {n % 9}", str(10**6 * (n + 1)), investors=["Raviga", "Bream Hall"]),
                deal("Hooli", f"Target {n}", str(10**7)),
                seats=[("Hooli", "Boston")],
            )
            for n in range(30)
        ),
    )
    with Reader(store) as opened:
        yield opened


@pytest.mark.parametrize("sql", statements("accepted.sql"))
def test_statements_of_analysts_run_and_mean_what_they_say(reader: Reader, sql: str) -> None:
    safe = checked(sql, reader.table_names)
    written, run = reader.query(sql, max_rows=10_000), reader.query(safe, max_rows=10_000)
    assert sorted(map(repr, written.rows)) == sorted(map(repr, run.rows))
    assert [type_ for _, type_ in written.columns] == [type_ for _, type_ in run.columns]


@pytest.mark.parametrize("sql", statements("accepted.sql")[::6])
def test_statements_of_analysts_run_in_the_sandbox(reader: Reader, sql: str) -> None:
    assert sorted(map(repr, reader.raw_sql(sql, 10_000).rows)) == sorted(map(repr, reader.query(sql, max_rows=10_000).rows))


@pytest.mark.parametrize("sql", statements("rejected.sql"))
def test_hostile_statements_are_rejected(reader: Reader, sql: str) -> None:
    with pytest.raises(SqlRejected) as error:
        checked(sql, reader.table_names)
    assert 0 < len(str(error.value)) < 600


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT " + "(" * 1000 + "1" + ")" * 1000,
        "SELECT " + "-" * 1 + "- 1",
        "SELECT " + "NOT " * 900 + "true",
        "SELECT " + "[" * 500 + "]" * 500,
        "SELECT 1" + " + 1" * 900,
        "SELECT " + "- " * 1500 + "1",
        "SELECT " + "~" * 3000 + "1",
        "SELECT 1 WHERE " + " OR ".join(["1 = 1"] * 400),
        "SELECT " + "CASE WHEN true THEN " * 100 + "1" + " END" * 100,
        "SELECT * FROM " + "(SELECT * FROM " * 200 + "company" + ")" * 200,
        "SELECT * FROM company" + " UNION SELECT * FROM company" * 120,
        "SELECT " + "abs(" * 600 + "1" + ")" * 600,
        "SELECT 1" + "::INT" * 700,
        "SELECT 'a'" + " || 'a'" * 500,
        "SELECT name" + "[1]" * 1000 + " FROM company",
        "SELECT " + "a." * 1500 + "a",
        "WITH " + ", ".join(f"t{n} AS (SELECT * FROM company)" for n in range(100)) + " SELECT 1",
        "SELECT * FROM " + ", ".join(["company"] * 30),
        "SELECT 1 " * 5000,
        "SELECT '" + "x" * MAX_BYTES + "'",
        "\x00",
        "",
        " ",
        ";",
        "--",
        "/*",
        "'",
        '"',
        "SELECT \ud800",
        "\ufeffSELECT 1",
    ],
)
def test_statements_that_would_break_a_parser_do_no_harm(reader: Reader, sql: str) -> None:
    try:
        reader.raw_sql(sql)
    except (SqlRejected, QueryLimit, UsageError) as error:
        print(error)


def test_every_function_that_can_be_called_is_one_of_duckdb() -> None:
    known = {name for (name,) in duckdb.connect().execute("SELECT DISTINCT function_name FROM duckdb_functions()").fetchall()}
    assert {name for name in NAMED if name not in known} <= {
        "group_concat",
        "listagg",
        "len",
        "iff",
        "nvl",
        "dateadd",
        "date_add",
        "ifnull",
        "position",
    }


def test_a_message_names_what_is_wrong(reader: Reader) -> None:
    for sql, part in [
        ("SELECT getenv('HOME')", "GETENV('HOME')"),
        ("SELECT * FROM secrets", "secrets"),
        ("DROP TABLE company", "only SELECT"),
        ("SELECT 1; SELECT 2", "one statement"),
    ]:
        with pytest.raises(SqlRejected, match=part.replace("(", r"\(").replace(")", r"\)")):
            reader.raw_sql(sql)
