"""The service over one store."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from rie import __version__

from .capacity import Capacity
from .headers import MAX_UPLOAD_BYTES, Guard
from .jobs import Jobs
from .keys import Keys
from .metrics import Measured
from .problems import add_handlers
from .resources import Resources
from .routes import routers
from .routes.parameters import PROBLEMS
from .service import Service

STATIC: Final = Path(__file__).parent / "static"


def create_app(store_dir: Path, *, hosts: Sequence[str] = (), keys: Sequence[str] = (), upload_bytes: int = MAX_UPLOAD_BYTES,
               service: Service | None = None, capacity: Capacity | None = None, jobs: Jobs | None = None) -> FastAPI:
    """The service over one store, for any ASGI server.

    Args:
        store_dir: the store's folder. It may be empty or missing; `/readyz` is 503 until a snapshot is published.
        hosts: host names under which the service may be addressed; empty for any.
        keys: the keys of those who may use it; empty to ask for none, which is for services that only this machine can reach.
        upload_bytes: how large a body with documents may be.
        service: answers from another source than the store's snapshots.
        capacity: how many questions run and wait at a time.
        jobs: the writer of the store and its queue.
    """
    resources = Resources(Path(store_dir), service or Service(store_dir), capacity or Capacity(), jobs or Jobs())
    app = FastAPI(title="RIE", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None, redirect_slashes=False,
                  lifespan=lambda _: _running(resources))
    app.add_middleware(Keys, keys=keys)
    app.add_middleware(Guard, hosts=hosts, upload_bytes=upload_bytes)
    app.add_middleware(Measured, metrics=resources.metrics)
    add_handlers(app)
    app.state.resources = resources
    for router in routers(resources):
        app.include_router(router, responses=PROBLEMS)
        app.state.routes = [*getattr(app.state, "routes", ()), *router.routes]
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for address, file in (("/", "index.html"), ("/docs", "docs.html")):
        app.get(address, include_in_schema=False)(_page(STATIC / file))
    return app


_ABOUT: Final = "Questions over business news, answered by SQL; every number links to the sentences it came from."


def _page(file: Path) -> Callable[[], FileResponse]:
    return lambda: FileResponse(file, headers={"Cache-Control": "no-cache"})


@asynccontextmanager
async def _running(resources: Resources) -> AsyncIterator[None]:
    resources.open()
    yield
    resources.close()
