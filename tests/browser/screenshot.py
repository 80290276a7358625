"""The picture of the README: `python -m tests.browser.screenshot OUT.png`."""

import sys
import tempfile
from pathlib import Path

from rie.demo import build_samples
from tests.browser.service import chromium, running

QUESTION = "How much did Brindlewick raise by year?"
WIDTH, HEIGHT = 1120, 1330


def take(out: Path, question: str = QUESTION) -> None:
    """Ask a question over the sample corpus and save what the page shows of the answer and its evidence."""
    with tempfile.TemporaryDirectory() as folder:
        build_samples(Path(folder) / "store")
        with running(Path(folder) / "store") as address, chromium() as browser:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce")
            page.goto(address)
            page.fill("#question", question)
            page.press("#question", "Enter")
            page.wait_for_selector(".fact[open] .passage mark")
            page.wait_for_selector(".chart-bar")
            page.wait_for_load_state("networkidle")
            page.evaluate("document.activeElement.blur()")
            page.screenshot(path=out)


if __name__ == "__main__":
    take(Path(sys.argv[1]), *sys.argv[2:3])
