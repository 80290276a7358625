"""Files that are sent while they are made, a few at a time; who reads too slowly is cut off."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from threading import Lock
from typing import Final

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from .capacity import Capacity
from .problems import Busy

AT_ONCE: Final = 8
SECONDS: Final = 600.0


class Downloads:
    """Sends the pieces of files.

    Args:
        at_once: so many files are sent at a time.
        seconds: a file that takes longer is broken off.
    """

    def __init__(self, at_once: int = AT_ONCE, seconds: float = SECONDS) -> None:
        self._capacity = Capacity(2, at_once, what="downloads")
        self._at_once, self._seconds, self._inside = at_once, seconds, 0

    async def send(self, pieces: Iterator[bytes], media_type: str, headers: Mapping[str, str]) -> StreamingResponse:
        """A response that sends the pieces.

        Args:
            pieces: a generator; it is closed at the end, in whatever way that comes.
            media_type: of the file.
            headers: further headers.

        Raises:
            Busy: too many files are being sent.
            Exception: what the first piece raises.
        """
        if self._inside >= self._at_once:
            raise Busy("Too many files are being sent at this moment; try again later.", 10)
        self._inside += 1
        source = _Source(pieces)
        try:
            first = await self._capacity.run(source.take)
        except BaseException:
            self._ended(source)
            raise
        return _Timed(self._rest(first, source), lambda: self._ended(source), self._seconds, media_type, headers)

    async def _rest(self, piece: bytes | None, source: "_Source") -> AsyncIterator[bytes]:
        while piece is not None:
            yield piece
            piece = await self._capacity.run(source.take)

    def _ended(self, source: "_Source") -> None:
        self._inside -= 1
        self._capacity.afterwards(source.close)

    def close(self) -> None:
        """Break off what is being sent."""
        self._capacity.close()


class _Source:
    """A generator that is taken from and closed in different threads."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._lock = pieces, Lock()

    def take(self) -> bytes | None:
        with self._lock:
            return next(self._pieces, None)

    def close(self) -> None:
        with self._lock:
            self._pieces.close()  # type: ignore[attr-defined]


class _Timed(StreamingResponse):
    def __init__(self, content: AsyncIterator[bytes], ended: Callable[[], None], seconds: float, media_type: str,
                 headers: Mapping[str, str]) -> None:
        super().__init__(content, headers=headers, media_type=media_type)
        self._ended, self._seconds = ended, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                await super().__call__(scope, receive, send)
        finally:
            self._ended()
