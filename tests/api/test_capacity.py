"""Queries run in so many threads, so many wait, and the rest are sent away."""

import asyncio
import threading

import httpx
import pytest
from rie.api.app import create_app
from rie.api.capacity import Capacity
from rie.api.headers import Guard
from rie.api.problems import Busy

from tests.api.stub import stub_ask


def test_whoever_comes_after_the_queue_is_sent_away_and_places_become_free_again():
    async def scene():
        capacity, gate = Capacity(threads=2, queue=3), threading.Event()
        waiting = [asyncio.create_task(capacity.run(gate.wait, 10)) for _ in range(5)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await capacity.run(gate.wait, 10)
        gate.set()
        assert await asyncio.gather(*waiting) == [True] * 5
        assert await capacity.run(lambda: "free") == "free"
        capacity.close()

    asyncio.run(scene())


def test_a_request_that_is_given_up_frees_its_place():
    async def scene():
        capacity, gate = Capacity(threads=1, queue=1), threading.Event()
        running = asyncio.create_task(capacity.run(gate.wait, 10))
        waiting = asyncio.create_task(capacity.run(gate.wait, 10))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.sleep(0.01)
        following = asyncio.create_task(capacity.run(lambda: "done"))
        await asyncio.sleep(0)
        gate.set()
        assert await asyncio.gather(running, following) == [True, "done"]
        capacity.close()

    asyncio.run(scene())


def test_a_function_that_takes_too_long_is_not_waited_for():
    async def scene():
        capacity, gate = Capacity(threads=1, queue=0, seconds=0.05), threading.Event()
        with pytest.raises(Busy, match="longer"):
            await capacity.run(gate.wait, 10)
        with pytest.raises(Busy):  # it still runs
            await capacity.run(str)
        gate.set()
        while capacity.inside:
            await asyncio.sleep(0.01)
        assert await capacity.run(lambda: "free") == "free"
        capacity.close()
        assert await capacity.run(lambda: "again") == "again"
        capacity.close()

    asyncio.run(scene())


def test_so_many_requests_are_served_at_a_time_whatever_they_are():
    gate, sent = asyncio.Event(), []

    async def slow(scope, receive, send):
        await gate.wait()

    async def send(message):
        sent.append(message)

    async def scene():
        guard = Guard(slow, most=3)
        scope = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"", "headers": []}
        inside = [asyncio.create_task(guard(dict(scope), None, send)) for _ in range(3)]
        await asyncio.sleep(0)
        await guard(dict(scope), None, send)
        assert (sent[0]["status"], guard.inside) == (503, 3)
        gate.set()
        await asyncio.gather(*inside)
        assert guard.inside == 0

    asyncio.run(scene())


def test_a_full_service_replies_503_and_when_to_come_back(store, service):
    gate = threading.Event()

    def slow(*arguments, **named):
        gate.wait(10)
        return stub_ask(*arguments, **named)

    service._ask = slow

    async def scene():
        app = create_app(store, service=service, capacity=Capacity(threads=1, queue=2))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            asked = [asyncio.create_task(client.post("/v1/ask", json={"question": "?"})) for _ in range(8)]
            done, _ = await asyncio.wait(asked, timeout=5, return_when=asyncio.FIRST_COMPLETED)
            alive = await client.get("/healthz")
            gate.set()
            return [reply.status_code for reply in await asyncio.gather(*asked)], alive.status_code, next(iter(done)).result()

    statuses, alive, refused = asyncio.run(scene())
    assert sorted(statuses) == [200] * 3 + [503] * 5
    assert alive == 200
    assert refused.headers["retry-after"] == "1"
