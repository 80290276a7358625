"""Found names that are those of studies, or plain words."""

import pytest

from rie.pipeline.names.things import is_phrase, studies
from tests.pipeline.read_texts import NLP, read


@pytest.mark.parametrize(("text", "names"), [
    ("Enrollment in the Phase 2b LANTERN study is complete.", {"LANTERN"}),
    ("The pivotal ALPENGLOW trial met its goal; 64 patients were treated.", {"ALPENGLOW"}),
    ("Phase III RESTORE-2 reads out in May.", {"RESTORE-2"}),
    ("The BEACON Phase 1 study and the CREST trial of patients go on.", {"BEACON", "CREST"}),
    ("The Phase 1/2 open-label HARBOR study goes on.", {"HARBOR"}),
    ("A IBM study of offices says so.", set()), ("Hooli began a Phase 2 trial.", set()), ("The company began phase 2 of its plan.", set())])
def test_studies_are_told_by_the_words_around_them(text: str, names: set[str]) -> None:
    assert studies(text) == names


@pytest.mark.parametrize(("text", "words", "phrase"), [
    ("Research and Development. Research and development expenses fell.", "Research and Development", True),
    ("Cost Savings\nThe cost savings are small.", "Cost Savings", True), ("Risk Factors\nSee risk factors below.", "Risk Factors", True),
    ("Target Point sold its target points.", "Target Point", False), ("Harrow Peak fell. Harrow Peak is small.", "Harrow Peak", False),
    ("Shelter said the shelter closed.", "Shelter", False)])
def test_a_name_that_the_text_writes_small_is_none(text: str, words: str, phrase: bool) -> None:
    span = NLP.make_doc(text).char_span(0, len(words), label="COMPANY")
    assert is_phrase(span, text) == phrase


def test_no_study_reports_figures() -> None:
    text = "The Phase 2 LANTERN study is complete.\n\nHooli reports for 2019. LANTERN treated 64 patients.\n\nNet sales were $5 million."
    found = read(text, names={"Hooli": "COMPANY", "LANTERN": "COMPANY"}, title="Results", day="2020-02-03")
    assert {row["company"] for row in found} == {"Hooli"}
