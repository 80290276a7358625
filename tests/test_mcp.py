"""`rie mcp`: the tools of a store, called with the protocol's own client."""

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from hooli import FIRST, ROOT, TABLE, write_lines

pytest.importorskip("mcp", reason="pip install 'rie[mcp]'")

from mcp import Client, StdioServerParameters

from rie.mcp import MAX_ROWS, server

QUESTION = "How much has Hooli raised?"


def calling(store: Path | StdioServerParameters, work: Callable[[Client], Awaitable[Any]]) -> Any:
    """What `work` gives with a client that is connected to the server of a store."""

    async def connected() -> Any:
        async with Client(server(store) if isinstance(store, Path) else store) as client:
            return await work(client)

    return anyio.run(connected)


def call(store: Path, tool: str, **arguments: Any) -> dict[str, Any]:
    """The structured result of one call."""
    found = calling(store, lambda client: client.call_tool(tool, arguments))
    assert not found.is_error, found.content
    assert json.loads(found.content[0].text) == found.structured_content
    return found.structured_content  # type: ignore[no-any-return]


def failure(store: Path, tool: str, **arguments: Any) -> str:
    """The message of a call that fails."""
    found = calling(store, lambda client: client.call_tool(tool, arguments))
    assert found.is_error
    return str(found.content[0].text)


def test_every_tool_is_described_and_only_reads(first_store: Path) -> None:
    tools = {tool.name: tool for tool in calling(first_store, lambda client: client.list_tools()).tools}
    assert set(tools) == {"ask", "sql", "schema", "evidence"}
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools.values())
    assert tools["ask"].input_schema["required"] == ["question"]


def test_ask_gives_the_answer_object(first_store: Path) -> None:
    answer = call(first_store, "ask", question=QUESTION)
    assert (answer["status"], answer["snapshot"], answer["rows"][0]["amount_usd"]) == ("answered", 1, 5_000_000)
    assert [span["quote"] for span in answer["evidence"] if span["role"] == "amount"] == ["$5m"]


def test_ask_follows_a_conversation_and_takes_the_day(first_store: Path) -> None:
    answer = call(first_store, "ask", question="Who led it?", after=[QUESTION], today="2024-02-01")
    assert (answer["today"], answer["rows"][0]["lead"]) == ("2024-02-01", "ACME Ventures")


def test_sql_is_guarded_and_limited(first_store: Path) -> None:
    found = call(first_store, "sql", statement="SELECT doc_id, text FROM mention ORDER BY start_char", limit=1)
    assert (found["rows"], found["truncated"]) == ([["n-1", "Hooli"]], True)
    assert [column["name"] for column in found["columns"]] == ["doc_id", "text"]
    assert "only SELECT" in failure(first_store, "sql", statement="DROP TABLE company")
    assert "no functions, files" in failure(first_store, "sql", statement="SELECT * FROM read_text('/etc/passwd')")
    many = "SELECT 1 AS n FROM " + ", ".join(f"mention AS m{number}" for number in range(9))
    assert len(call(first_store, "sql", statement=many, limit=MAX_ROWS * 9)["rows"]) == MAX_ROWS


def test_schema_describes_the_tables_and_what_can_be_asked(first_store: Path) -> None:
    schema = call(first_store, "schema")
    tables = {table["name"]: table for table in schema["tables"]}
    assert tables["funding_round"]["rows"] == 1
    assert all(column["comment"] for table in tables.values() for column in table["columns"])
    assert any("{company}" in question for question in schema["questions"])


def test_evidence_of_a_fact_names_its_sentences_and_documents(first_store: Path) -> None:
    (span, *_) = call(first_store, "ask", question=QUESTION)["evidence"]
    fact = call(first_store, "evidence", table=span["table"], fact_id=span["fact_id"])
    assert (fact["fact"]["company"], fact["documents"][0]["doc_id"]) == ("Hooli", "n-1")
    assert {"Hooli", "$5m"} <= {one["quote"] for one in fact["evidence"]}
    assert fact["children"]["funding_investor"][0]["investor"] == "ACME Ventures"
    assert [report["doc_id"] for report in fact["reports"]] == ["n-1"]


@pytest.mark.parametrize(("tool", "arguments", "says"), [
    ("evidence", {"table": "funding_round", "fact_id": "nosuch"}, "has no fact 'nosuch'"),
    ("evidence", {"table": "document", "fact_id": "n-1"}, "no fact table"),
    ("ask", {"question": QUESTION, "today": "yesterday"}, "YYYY-MM-DD"),
    ("ask", {"question": "Who? " * 500}, "2,000"),
    ("ask", {}, "question"),
])
def test_what_is_wrong_is_told_to_the_client(first_store: Path, tool: str, arguments: dict[str, Any], says: str) -> None:
    assert says in failure(first_store, tool, **arguments)


def test_each_call_sees_the_newest_snapshot(tmp_path: Path) -> None:
    import rie

    (tmp_path / "companies.csv").write_text(TABLE, encoding="utf-8")
    rie.ingest(write_lines(tmp_path / "a.jsonl", [FIRST]), tmp_path / "store", knowledge=tmp_path / "companies.csv", workers=1)

    async def twice(client: Client) -> tuple[Any, Any]:
        before = await client.call_tool("ask", {"question": QUESTION})
        rie.ingest(write_lines(tmp_path / "a.jsonl", [{**FIRST, "text": "Hooli raises $7m"}]), tmp_path / "store", workers=1)
        return before.structured_content, (await client.call_tool("ask", {"question": QUESTION})).structured_content

    before, after = calling(tmp_path / "store", twice)
    assert (before["snapshot"], before["rows"][0]["amount_usd"]) == (1, 5_000_000)
    assert (after["snapshot"], after["rows"][0]["amount_usd"]) == (2, 7_000_000)


def test_the_command_serves_on_standard_input_and_output(first_store: Path) -> None:
    command = StdioServerParameters(command=sys.executable, args=["-m", "rie.cli", "mcp", "--store", str(first_store)],
                                    env={"PYTHONPATH": str(ROOT)})
    found = calling(command, lambda client: client.call_tool("ask", {"question": QUESTION}))
    assert found.structured_content["status"] == "answered"


def test_without_the_package_one_line_says_what_to_install(first_store: Path) -> None:
    code = "import sys\nsys.modules['mcp'] = None\nfrom rie.cli import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code, "mcp", "--store", str(first_store)], cwd=ROOT, capture_output=True, text=True,
                          check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "rie: rie mcp needs the package mcp, version 2: pip install 'rie[mcp]'\n"
