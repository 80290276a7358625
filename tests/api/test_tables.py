"""Rows of tables: conditions, order, pages, and files that hold the same rows."""

import asyncio
import datetime
import io
from decimal import Decimal

import pyarrow.csv
import pyarrow.parquet
import pytest
from fastapi.testclient import TestClient
from rie.api import tables
from rie.api.app import create_app
from rie.api.downloads import Downloads
from rie.api.problems import Busy
from rie.api.tables import select

from rie.errors import UsageError
from rie.store import Reader
from tests.api.conftest import MANY
from tests.api.test_malformed import check
from tests.store.build import extraction, funding, write

TABLE = {"name": "t", "columns": [{"name": name, "type": type_} for name, type_ in {
    "city": "VARCHAR", "day": "DATE", "amount": "DECIMAL(38,6)", "n": "BIGINT", "lead": "BOOLEAN", "score": "DOUBLE", "limit": "BIGINT",
    'odd"name': "VARCHAR"}.items()]}


@pytest.mark.parametrize(("condition", "where", "value"), [
    (("city", "Boston"), '("city" = $v0)', "Boston"),
    (("city__ne", "' OR 1=1 --"), '("city" <> $v0)', "' OR 1=1 --"),
    (("day__gte", "2024-05-03"), '("day" >= $v0)', datetime.date(2024, 5, 3)),
    (("amount__lt", "1e6"), '("amount" < $v0)', Decimal(1000000)),
    (("n__gt", "-3"), '("n" > $v0)', -3),
    (("lead", "true"), '("lead" = $v0)', True),
    (("limit__eq", "3"), '("limit" = $v0)', 3),
    (('odd"name', "x"), '("odd""name" = $v0)', "x"),
    (("city__contains", "bos"), '(contains(lower(CAST("city" AS VARCHAR)), lower($v0)))', "bos"),
])
def test_conditions_are_sql_with_bound_values(condition, where, value):
    selection = select(TABLE, [condition])
    assert selection.where == f" WHERE {where}"
    assert selection.parameters == {"v0": value}


def test_one_column_with_several_values_is_any_of_them_and_columns_are_all():
    selection = select(TABLE, [("city", "a"), ("n__null", "false"), ("city", "b")], ["-n", "city"], "n,city")
    assert selection.where == ' WHERE ("city" = $v0 OR "city" = $v1) AND "n" IS NOT NULL'
    assert selection.page(10, 20) == (
        'SELECT "n", "city" FROM "t"' + selection.where + ' ORDER BY "n" DESC NULLS LAST, "city" NULLS LAST, rowid LIMIT 10 OFFSET 20')


@pytest.mark.parametrize(("conditions", "order", "columns", "word"), [
    ([("none", "1")], [], "", "no column 'none'"), ([("city__like", "x")], [], "", "operator"), ([("day", "yesterday")], [], "", "DATE"),
    ([("day", "2024-13-01")], [], "", "DATE"), ([("amount__gt", "NaN")], [], "", "DECIMAL"), ([("amount", "1e40")], [], "", "DECIMAL"),
    ([("amount", "1_0")], [], "", "DECIMAL"), ([("n", "1.5")], [], "", "BIGINT"), ([("n", "9" * 30)], [], "", "BIGINT"),
    ([("n", "١")], [], "", "BIGINT"), ([("lead", "maybe")], [], "", "true"), ([("n__contains", "1")], [], "", "text"),
    ([("n__null", "x")], [], "", "true"), ([], ["none"], "", "no column"), ([], ["--n"], "", "no column"), ([], [], "n,none", "no column"),
    ([("city", "x")] * 60, [], "", "conditions"), ([("score", "inf")], [], "", "DOUBLE"), ([("rowid", "1")], [], "", "no column"),
])
def test_what_cannot_be_selected_is_told(conditions, order, columns, word):
    with pytest.raises(UsageError, match=word):
        select(TABLE, conditions, order, columns)


def test_tables_are_listed_with_their_columns_counts_and_addresses(hand):
    listed = {table["name"]: table for table in hand.get("/v1/tables").json()["tables"]}
    assert {"company", "funding_round", "funding_round_report", "evidence", "document", "rejected_document"} <= set(listed)
    rounds = listed["funding_round"]
    assert rounds["kind"] == "fact"
    assert {column["name"]: column["unit"] for column in rounds["columns"]}["amount_usd"] == "USD"
    for form, address in rounds["links"].items():
        reply = hand.get(address)
        assert reply.status_code == 200
        if form == "rows":
            assert reply.json()["rows_total"] == rounds["rows"]


def test_rows_are_selected_ordered_and_cut(hand):
    asked = {"amount_usd__gte": "1000000", "order": "-amount_usd", "columns": "company,amount_usd"}
    page = hand.get("/v1/tables/funding_round", params=asked).json()
    assert page["rows"] == [{"company": "Oakrune", "amount_usd": 12000000}, {"company": "Oakrune", "amount_usd": 5000000}]
    assert page["columns"][1] == {"name": "amount_usd", "type": "DECIMAL(38,6)", "unit": "USD"}

    def names(**conditions):
        rows = hand.get("/v1/tables/company", params=conditions).json()["rows"]
        return {row["name"] for row in rows}

    assert names(city=["Boston", "Austin"]) == {"Oakrune", "Brindlewick"}
    assert names(name__contains="AKRUN") == names(name__startswith="oak") == {"Oakrune"}
    assert names(city__null="false", name__ne="Oakrune") == {"Brindlewick"}
    assert names(name="' OR 1=1 --") == set()
    days = {"announced_on__gte": "2017-01-01", "announced_on__lt": "2017-03-01"}
    assert [row["announced_on"] for row in hand.get("/v1/tables/funding_round", params=days).json()["rows"]] == ["2017-02-01"]


@pytest.mark.parametrize("parameters", [{"limit": 700}, {"limit": 1000, "order": "-amount"}, {"limit": 400, "amount__gte": 2000},
                                        {"limit": 300, "order": "date_precision"}])
def test_pages_hold_every_row_once(many, parameters):
    seen, address, first = [], "/v1/tables/funding_round", {**parameters, "columns": "round_id,amount"}
    while address:
        page = many.get(address, params=first).json()
        seen += [(row["round_id"], row["amount"]) for row in page["rows"]]
        assert "snapshot=1" in (page["next"] or "snapshot=1")
        address, first = page["next"], None
    wanted = MANY if "amount__gte" not in parameters else MANY - 1000
    assert len(seen) == len(set(seen)) == page["rows_total"] == wanted
    if parameters.get("order") == "-amount":
        assert [amount for _, amount in seen] == sorted((amount for _, amount in seen), reverse=True)
    before = many.get(page["previous"]).json()
    assert before["offset"] == page["offset"] - parameters["limit"]


@pytest.mark.parametrize("table", ["funding_round", "funding_investor", "document", "evidence", "mention", "executive_change"])
def test_files_hold_the_rows_of_the_table(many, many_store, table):
    with Reader(many_store) as reader:
        expected = reader.arrow(f'SELECT * FROM "{table}"')
    reply = many.get(f"/v1/tables/{table}.parquet")
    assert reply.headers["content-disposition"] == f'attachment; filename="{table}.parquet"'
    assert pyarrow.parquet.read_table(io.BytesIO(reply.content)).equals(expected)
    reply = many.get(f"/v1/tables/{table}.csv")
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    options = pyarrow.csv.ConvertOptions(column_types=expected.schema, strings_can_be_null=True, quoted_strings_can_be_null=False)
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True)
    read = pyarrow.csv.read_csv(io.BytesIO(reply.content), convert_options=options, parse_options=parse)
    assert read.equals(expected)


def test_files_follow_conditions_order_and_limits(many):
    asked = {"amount__lt": 1500, "order": "-amount", "columns": "amount", "limit": 300, "offset": 100}
    lines = many.get("/v1/tables/funding_round.csv", params=asked).text.splitlines()
    assert lines[0] == '"amount"'
    assert [int(float(line)) for line in lines[1:]] == list(range(1399, 1099, -1))
    none = many.get("/v1/tables/funding_round.csv", params={"amount__lt": 1, "columns": "amount,company"}).text
    assert none.splitlines() == ['"amount","company"']


@pytest.mark.parametrize("path", ["/v1/tables/none", "/v1/tables/none.csv", "/v1/tables/company.xml", "/v1/tables/rie_internal.store",
                                  "/v1/tables/company%22", "/v1/tables/company/x", "/v1/tables/"])
def test_other_tables_are_not_there(hand, path):
    reply = hand.get(path)
    check(reply)
    assert reply.status_code == 404


@pytest.mark.parametrize("query", ["limit=0", "limit=1001", "offset=-1", "limit=x", "x=1", "amount__gt=NaN", "order=x", "columns=x",
                                   "snapshot=9", "company__contains=%00%ff", "order=company&order=company__x", "amount=" + "9" * 400])
@pytest.mark.parametrize("form", ["", ".csv", ".parquet"])
def test_what_is_asked_wrongly_is_a_problem_in_every_form(hand, query, form):
    reply = hand.get(f"/v1/tables/funding_round{form}?{query}")
    check(reply)
    if query.startswith("company__contains") or (form and query == "limit=1001"):
        assert reply.status_code == 200
    else:
        assert reply.status_code in {400, 404, 422}


def test_a_page_of_long_texts_is_cut_and_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MAX_PAGE_BYTES", 100_000)
    write(tmp_path / "s", *(extraction(f"d{n:03}", "2024-05-03", funding("Hooli", "5"), text="long " * 400) for n in range(250)))
    client = TestClient(create_app(tmp_path / "s"))
    first = client.get("/v1/tables/document?limit=250").json()
    assert len(first["rows"]) == 100
    ids, page = [row["doc_id"] for row in first["rows"]], first
    while page["next"]:
        page = client.get(page["next"]).json()
        ids += [row["doc_id"] for row in page["rows"]]
    assert len(set(ids)) == len(ids) == 250


def test_a_file_that_nobody_reads_to_its_end_is_closed_and_its_place_becomes_free():
    closed = []

    def pieces(number):
        try:
            yield b"first"
            yield b"second"
        finally:
            closed.append(number)

    async def scene():
        downloads = Downloads(at_once=2, seconds=5)
        sent = [await downloads.send(pieces(number), "text/csv", {}) for number in range(2)]
        with pytest.raises(Busy):
            await downloads.send(pieces(9), "text/csv", {})

        async def gone(_):
            raise ConnectionError

        async def receive():
            await asyncio.sleep(10)

        for response in sent:
            with pytest.raises(BaseException):  # noqa: B017, PT011  starlette wraps it in a group
                await response({"type": "http", "asgi": {"spec_version": "2.3"}}, receive, gone)
        await downloads.send(pieces(2), "text/csv", {})
        downloads.close()

    asyncio.run(scene())
    assert sorted(closed)[:2] == [0, 1]
