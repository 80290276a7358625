"""A browser before a service over the sample corpus. Every page is watched: for errors, calls to other hosts, and broken policies."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.asking import ask, reply
from tests.browser.gold import build
from tests.browser.service import CHROMIUM, chromium, running


@pytest.fixture(scope="package")
def store(tmp_path_factory):
    """The sample corpus; no test changes it."""
    folder = tmp_path_factory.mktemp("browser") / "store"
    build(folder)
    return folder


@pytest.fixture(scope="package")
def address(store):
    with running(store) as url:
        yield url


@pytest.fixture(scope="package")
def browser():
    pytest.importorskip("playwright", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}; set RIE_CHROMIUM")
    with chromium() as opened:
        yield opened


CONTEXT = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
TIMEOUT = 30_000
"""Milliseconds; only a failure takes that long."""

VIOLATIONS = "addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`))"


class Watched:
    """A page with all that went wrong on it."""

    def __init__(self, page, address, expected):
        self.page, self.address, self.expected, self.errors, self.foreign = page, address, expected, [], []
        page.set_default_timeout(TIMEOUT)
        page.add_init_script(VIOLATIONS)
        page.on("console", lambda message: self._note(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("dialog", lambda dialog: (self._note(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self._look(request.url))

    def _note(self, error):
        if not self.expected or self.expected not in error:
            self.errors.append(error)

    def _look(self, url):
        if urlsplit(url).netloc != urlsplit(self.address).netloc:
            self.foreign.append(url)


class Opener:
    """Opens pages; when it ends nothing may have gone wrong on them."""

    def __init__(self, browser, address):
        self.browser, self.address, self.opened = browser, address, []

    def __call__(self, path="/", prepare=None, expected=None, at=None, **context):
        """Open a path. `prepare(page)` comes before; `expected` is part of the one error that may be told; `at` another service."""
        page = self.browser.new_context(**{**CONTEXT, **context}).new_page()
        self.opened.append(Watched(page, at or self.address, expected))
        if prepare:
            prepare(page)
        page.goto((at or self.address) + path)
        return page

    def end(self):
        for watched in self.opened:
            watched.page.context.close()
        assert [watched.errors for watched in self.opened if watched.errors] == []
        assert [watched.foreign for watched in self.opened if watched.foreign] == []


@pytest.fixture
def open_page(browser, address):
    opener = Opener(browser, address)
    yield opener
    opener.end()


@pytest.fixture(scope="module")
def answered(browser, address):
    """`answered(body)` is the page when the service has given this answer; all tests of a module share it."""
    opener = Opener(browser, address)
    page = opener()

    def given(body):
        page.unroute("**/v1/ask")
        page.route("**/v1/ask", reply(body))
        ask(page, "?")
        return page

    yield given
    opener.end()
