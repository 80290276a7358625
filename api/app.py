"""The service over one store."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from rie import __version__

from .capacity import Capacity
from .headers import Guard
from .problems import add_handlers
from .routes import routes
from .service import Service

STATIC: Final = Path(__file__).parent / "static"


def create_app(store_dir: Path, *, hosts: Sequence[str] = (), service: Service | None = None, capacity: Capacity | None = None) -> FastAPI:
    """The service over one store, for any ASGI server.

    Args:
        store_dir: the store's folder. It may be empty or missing; `/readyz` is 503 until a snapshot is published.
        hosts: host names under which the service may be addressed; empty for any.
        service: answers from another source than the store's snapshots.
        capacity: how many questions run and wait at a time.
    """
    service, capacity = service or Service(store_dir), capacity or Capacity()
    app = FastAPI(title="RIE", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None,
                  lifespan=_closing(capacity.close, service.snapshots.close))
    app.add_middleware(Guard, hosts=hosts)
    add_handlers(app)
    app.include_router(routes(service, capacity))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for address, file in (("/", "index.html"), ("/docs", "docs.html")):
        app.get(address, include_in_schema=False)(_page(STATIC / file))
    return app


_ABOUT: Final = "Questions over business news, answered by SQL; every number links to the sentences it came from."


def _page(file: Path) -> Callable[[], FileResponse]:
    return lambda: FileResponse(file, headers={"Cache-Control": "no-cache"})


def _closing(*closers: Callable[[], None]) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        for close in closers:
            close()

    return lifespan
