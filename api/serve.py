"""Run the service."""

import ipaddress
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rie.errors import StoreError, UsageError
from rie.settings import setting

from .keys import listed

if TYPE_CHECKING:
    from .jobs import Jobs

LOOPBACK_NAMES: Final = ("127.0.0.1", "localhost", "::1")
GRACE_SECONDS: Final = 5


def serve(store: Path, host: str = "127.0.0.1", port: int = 8000, *, ports: int = 1, started: Callable[[str], None] | None = None) -> None:
    """Serve a store until the process is interrupted.

    Args:
        store: the store's folder.
        host: the address to listen on; on a loopback address the service answers under loopback names only.
        port: the port; 0 for any free one.
        ports: so many ports are tried, beginning with `port`, until one is free.
        started: called with the address once the service listens; it is printed by default.

    The settings `api_keys`, `without_keys`, `hosts` and `max_upload_bytes` are read.

    Raises:
        StoreError: there is no such folder.
        UsageError: the address is taken or not of this machine, or other machines can reach it and there are no keys.
    """
    import uvicorn

    from .app import create_app

    if not store.is_dir():
        raise StoreError(f"{store}: there is no such store; make one with `rie ingest PATH --store {store}`")
    keys = keys_for(host)
    with listen(host, port, ports) as listening:
        address = address_of(host, listening.getsockname()[1])
        app = create_app(store, hosts=hosts_for(host), keys=keys, upload_bytes=setting("max_upload_bytes"))
        config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_keep_alive=30, limit_concurrency=2000,
                                timeout_graceful_shutdown=GRACE_SECONDS, proxy_headers=False)
        (started or _announce)(address)
        server = uvicorn.Server(config)
        server.handle_exit = _ending(app.state.resources.jobs, server.handle_exit)  # type: ignore[method-assign]
        server.run(sockets=[listening])


def _ending(jobs: "Jobs", handle: Callable[..., None]) -> Callable[..., None]:
    """At the first signal the events of jobs end: the server waits for all replies before it lets go of the rest."""

    def ending(*signal: Any) -> None:
        jobs.ending = True
        handle(*signal)

    return ending


def keys_for(host: str) -> tuple[str, ...]:
    """The keys that a service on an address asks for.

    Raises:
        UsageError: other machines can reach it, and neither keys are set nor that there shall be none.
    """
    keys = listed(setting("api_keys"))
    if not keys and not setting("without_keys") and not is_loopback(host):
        raise UsageError(f"other machines can reach {host}: set RIE_API_KEYS to the keys that may use the service, separated by commas, "
                         "or RIE_WITHOUT_KEYS=1 if everybody may, or serve on 127.0.0.1")
    return keys


def hosts_for(host: str) -> tuple[str, ...]:
    """The names under which a service on an address answers; empty for any."""
    named = tuple(name.lower() for name in listed(setting("hosts")))
    return (*LOOPBACK_NAMES, *named) if is_loopback(host) else named


def _announce(address: str) -> None:
    print(f"Serving on {address}", file=sys.stderr)


def listen(host: str, port: int, ports: int = 1) -> socket.socket:
    """A listening socket on the first free one of so many ports.

    Raises:
        UsageError: the address is taken or not of this machine.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=512)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else every second reply waits 40 ms; asyncio does not see to it
        return listening
    except (OSError, OverflowError) as error:
        if ports > 1:
            return listen(host, port + 1, ports - 1)
        raise UsageError(f"cannot listen on {host}, port {port}: {error}; choose another --host or --port") from None


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_of(host: str, port: int) -> str:
    """The address that a person opens."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
