"""Floors under the bars on real news: a change that loses ground is seen. The bars themselves: `python tests/real/bars.py`."""

from pathlib import Path

import pytest
from adapters import SETS, converted, data_folder, funding_lead, names
from bars import measure

FLOORS = {
    "funding_leads": {"funding company + amount + currency right": 0.97, "round type right": 0.97,
                      "acquisition acquirer + target right": 0.83},
    "acquisitions_1987": {"acquirer F1": 0.58, "target F1": 0.55, "price F1": 0.68},
    "takeovers_1987": {"acquirer F1": 0.65, "target F1": 0.62},
    "earnings_bullets": {"figures found": 0.91, "metric, value, unit, basis and period right": 0.84},
    "earnings_calls": {"figures found": 0.90},
}


@pytest.fixture
def folder() -> Path:
    """The real data."""
    found = data_folder()
    if found is None:
        pytest.skip("RIE_DATA does not name a folder with real data")
    return found


@pytest.mark.parametrize("name", SETS)
def test_no_bar_falls_below_its_floor(folder: Path, name: str) -> None:
    bars, _ = measure(folder, name)
    assert not {bar: bars[bar] for bar, floor in FLOORS[name].items() if bars[bar][0] < floor}


def test_every_document_of_the_sets_is_converted(folder: Path) -> None:
    for name in SETS:
        for document, gold in converted(folder, name):
            assert document["id"] == gold["doc_id"]
            assert document["text"].strip()


def test_a_lead_without_a_label_is_complete_for_nothing() -> None:
    _, gold = funding_lead({"id": "f1", "text": "Some news.", "published_at": "2016-12", "headline": "some news", "label": None})
    assert gold == {"doc_id": "f1", "complete": [], "reports": []}


def test_the_headline_is_not_given_to_the_reader() -> None:
    label = {"table": "acquisition", "acquirer": "Initech", "target": "Aviato"}
    document, _ = funding_lead({"id": "f1", "text": "Initech acquired Aviato.", "published_at": "2016-12", "headline": "x", "label": label})
    assert set(document) == {"id", "text", "published_at"}


def test_the_full_name_of_the_text_is_an_alternative() -> None:
    assert names("Aviato", "Paris-based Aviato Flight Systems Inc. and others") == ["Aviato", "Aviato Flight Systems Inc"]
