"""Run the service."""

import ipaddress
import socket
from collections.abc import Callable
from pathlib import Path

from rie.errors import UsageError


def serve(store: Path, host: str = "127.0.0.1", port: int = 8000, *, started: Callable[[str], None] | None = None) -> None:
    """Serve a store until the process is interrupted.

    Args:
        store: the store's folder.
        host: the address to listen on; on a loopback address the service answers under loopback names only.
        port: the port; 0 for any free one.
        started: called with the address once the service listens.

    Raises:
        UsageError: the address is taken or not of this machine.
    """
    import uvicorn

    from .app import create_app

    with listen(host, port) as listening:
        address = address_of(host, listening.getsockname()[1])
        app = create_app(store, hosts=("127.0.0.1", "localhost", "::1") if is_loopback(host) else ())
        config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_keep_alive=30, limit_concurrency=1000)
        if started:
            started(address)
        uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        UsageError: the address is taken or not of this machine.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
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
