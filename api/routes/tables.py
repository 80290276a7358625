"""Tables, their rows as JSON and as files, and facts."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from ..encoding import encode, json_reply
from ..files import MEDIA_TYPES
from ..models import DocumentId, Name
from ..replies import FactReply, TableList, TablePage
from ..resources import Resources
from ..tables import MAX_ROWS, Wanted
from .parameters import At, Skipped, links

Table = Annotated[Name, Path(description="A public table")]
Order = Annotated[list[str], Query(max_length=8, description="A column, `-column` for descending; may come again")]
Columns = Annotated[str, Query(max_length=2_000, description="Columns to give, separated by commas; all when it is empty")]
All = Annotated[int | None, Query(ge=1, description="At most so many rows; all when it is not given")]
_OWN: Final = frozenset({"limit", "offset", "order", "columns", "snapshot"})


def wanted(*, request: Request, name: Table, order: Order = [], columns: Columns = "", offset: Skipped = 0,  # noqa: B006
           snapshot: At = None) -> Wanted:
    """The rows that an address asks for."""
    conditions = [item for item in request.query_params.multi_items() if item[0] not in _OWN]
    return Wanted(name, conditions, order, columns, offset, snapshot)


Rows = Annotated[Wanted, Depends(wanted)]


def routes(resources: Resources) -> APIRouter:
    """The routes of tables and facts."""
    router = APIRouter(tags=["look up"])
    lookups, capacity = resources.lookups, resources.questions

    @router.get("/v1/tables", responses={200: {"model": TableList}}, summary="The tables")
    async def get_tables(snapshot: At = None) -> Response:
        """Each with its columns, their units, and how many rows it has."""
        return json_reply(await capacity.run(lookups.tables, snapshot))

    @router.get("/v1/tables/{name}.csv", responses={200: _file("csv")}, response_class=Response, summary="The rows of a table as CSV")
    async def get_csv(rows: Rows, limit: All = None) -> Response:
        """All rows, or those that the conditions of `/v1/tables/{name}` select. Empty cells are NULL, empty texts are quoted."""
        return await resources.downloads.send(lookups.file(rows, "csv", limit), MEDIA_TYPES["csv"], _named(f"{rows.table}.csv"))

    @router.get("/v1/tables/{name}.parquet", responses={200: _file("parquet")}, response_class=Response,
                summary="The rows of a table as Parquet")
    async def get_parquet(rows: Rows, limit: All = None) -> Response:
        """All rows, or those that the conditions of `/v1/tables/{name}` select."""
        pieces = lookups.file(rows, "parquet", limit)
        return await resources.downloads.send(pieces, MEDIA_TYPES["parquet"], _named(f"{rows.table}.parquet"))

    @router.get("/v1/tables/{name}", responses={200: {"model": TablePage}}, summary="The rows of a table")
    async def get_table(request: Request, rows: Rows, limit: Annotated[int, Query(ge=1, le=MAX_ROWS)] = 100) -> Response:
        """Every other parameter is a condition: `column=value`, or `column__ne`, `column__gt`, `column__gte`, `column__lt`,
        `column__lte`, `column__contains`, `column__startswith` (upper and lower case alike), `column__null=true`. The same one again:
        any of the values. A page of long texts may hold fewer rows than `limit`; `next` goes on behind its last one."""
        page = await capacity.run(lookups.page, rows, limit)
        given, total = len(page["rows"]), page["rows_total"]
        return json_reply(encode(links(request, page, given=given, total=total, limit=limit, offset=rows.offset)))

    @router.get("/v1/facts/{table}/{fact_id:path}", responses={200: {"model": FactReply}},
                summary="A fact, its reports and the sentences behind it")
    async def get_fact(table: Annotated[Name, Path()], fact_id: Annotated[DocumentId, Path()], snapshot: At = None) -> Response:
        """`passages` are the sentences around the evidence of each report; `start_char` is where they begin."""
        return json_reply(await capacity.run(lookups.fact, table, fact_id, snapshot))

    return router


def _named(file: str) -> dict[str, str]:
    """How a browser keeps a file; its name holds what names of tables are made of and nothing else."""
    safe = "".join(char for char in file if char.isascii() and (char.isalnum() or char in "._-"))
    return {"Content-Disposition": f'attachment; filename="{safe}"'}


def _file(format: str) -> dict[str, Any]:
    return {"description": "The file", "content": {MEDIA_TYPES[format].partition(";")[0]: {}}}
