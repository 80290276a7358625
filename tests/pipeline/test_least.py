"""What is less sure than the pack asks of an event is left out."""

from rie.pack import load_pack
from rie.pipeline.extract import Extractor
from rie.types import Document

TEXT = "Hooli raised $5m in a Series A led by ACME Ventures. Globrix agreed to buy Initech for $80m."


def test_each_event_has_its_own_least_confidence() -> None:
    extractor = Extractor(load_pack("business"))
    component = extractor.nlp.get_pipe("reports")
    assert component.least == {event.table: event.least for event in extractor.pack.events.values()}
    told = [report.table for one in extractor([Document("a", TEXT)]) for report in one.reports]
    assert sorted(told) == ["acquisition", "funding_round"]
    component.least = {**component.least, "funding_round": 1.0}
    told = [report.table for one in extractor([Document("a", TEXT)]) for report in one.reports]
    assert told == ["acquisition"]
