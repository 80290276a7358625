"""Work that grows with the events of a document, not with their pairs: counted, not timed."""

from collections.abc import Callable
from typing import Any

import pytest

from rie.pipeline.events import again, clauses, join
from rie.pipeline.extract import extractor
from rie.types import Document

FIRST = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper", "Kestrel", "Larch")
LAST = ("Adler", "Brooks", "Carver", "Dawson", "Ellis", "Foster", "Greene", "Hughes", "Ingram", "Jenkins", "Keller", "Lawson")


def company(number: int) -> str:
    return f"{FIRST[number % 12]}{LAST[number // 12 % 12].lower()}"


def deal(number: int) -> str:
    return f"{company(number)} acquired {company(number + 70)} for ${number + 2} million in May 2021."


def change(number: int) -> str:
    name = f"{('Anna', 'Ben', 'Clara', 'David', 'Emma')[number % 5]} {LAST[number % 12]}"
    return f"{company(number)} named {name} chief financial officer."


@pytest.mark.parametrize(
    ("module", "name", "sentence"), [(join, "_one_event", deal), (again, "_tells", deal), (clauses, "_divide", change)]
)
def test_pairs_are_not_all_tried(module: Any, name: str, sentence: Callable[[int], str], monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []
    inner = getattr(module, name)

    def counted(*given: Any) -> Any:
        tried.append(1)
        return inner(*given)

    monkeypatch.setattr(module, name, counted)
    most = []
    for size in (30, 60):
        tried.clear()
        (read,) = extractor("business")([Document("d", " ".join(map(sentence, range(size))))])
        assert read.reports
        most.append(len(tried))
    assert most[1] <= 2.5 * most[0] + 10
