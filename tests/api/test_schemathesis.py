"""Requests made from the documentation of the service: none brings it down, replies are as documented, errors are problems.

`RIE_API_CASES` sets how many cases each route gets.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from rie.api.app import create_app
from schemathesis.specs.openapi.checks import positive_data_acceptance

CASES = int(os.environ.get("RIE_API_CASES", "100"))
STORE = Path(tempfile.gettempdir()) / f"rie-cases-{os.getpid()}"
"""Its routes are known before there is a store."""

schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(STORE))


@pytest.fixture(scope="module", autouse=True)
def filled_store(hand_store):
    shutil.copytree(hand_store, STORE, symlinks=True)
    yield
    shutil.rmtree(STORE)


@schema.parametrize()
@settings(max_examples=CASES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_no_request_brings_it_down(case):
    reply = case.call()
    assert reply.status_code < 500, reply.text
    if reply.status_code >= 400:
        assert len(reply.content) <= 2048
        assert reply.headers["content-type"] == ["application/problem+json"]
    if reply.status_code == 414:  # it may come before anything is read, the documentation tells of it for all routes together
        return
    # to the documentation every text is a statement; to the service only a SELECT is
    case.validate_response(reply, excluded_checks=[positive_data_acceptance] if case.path == "/v1/sql" else [])
