"""A browser before a service over the sample corpus; every page is watched for errors and for calls to other hosts."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.service import CHROMIUM, chromium, running


@pytest.fixture(scope="package")
def address(tmp_path_factory):
    from rie.demo import build_samples

    store = tmp_path_factory.mktemp("browser") / "store"
    build_samples(store)
    with running(store) as url:
        yield url


@pytest.fixture(scope="package")
def browser():
    pytest.importorskip("playwright", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}; set RIE_CHROMIUM")
    with chromium() as opened:
        yield opened


class Watched:
    """A page with all that went wrong on it."""

    def __init__(self, page, address, expected):
        self.page, self.address, self.expected, self.errors, self.foreign = page, address, expected, [], []
        page.set_default_timeout(8000)
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

    def open(self, path="/"):
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def open_page(browser, address):
    """`open_page(path, **context)` opens a page; at the end nothing may have gone wrong on it."""
    opened = []

    def opener(path="/", prepare=None, expected=None, **context):
        page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page()
        opened.append(Watched(page, address, expected))
        if prepare:
            prepare(page)
        return opened[-1].open(path)

    yield opener
    for watched in opened:
        watched.page.context.close()
        assert watched.errors == []
        assert watched.foreign == []
