"""Who takes turns in a call is a person, whatever the recogniser made of the name."""

from typing import Any

import pytest

from rie.pipeline.names.speakers import as_speakers
from tests.pipeline.read_texts import NLP, read

CALL = "Operator: Welcome to the call.\n\nLet me hand over to Dagny.\n\nDagny Holt: Thank you. Sales were good."


def labels(text: str, *names: str) -> dict[str, str]:
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="COMPANY") for name in names]
    return {span.text: span.label_ for span in as_speakers(doc, "COMPANY", "PERSON")}


def test_a_speaker_and_the_first_name_of_one_are_persons() -> None:
    doc = NLP.make_doc(CALL)
    spans = [doc.char_span(start, start + len(name), label="COMPANY") for name, start in
             (("Dagny", CALL.index("Dagny.")), ("Dagny Holt", CALL.index("Dagny Holt")))]
    doc.ents = spans
    assert [span.label_ for span in as_speakers(doc, "COMPANY", "PERSON")] == ["PERSON", "PERSON"]


@pytest.mark.parametrize("text", [
    "Dagny Holt: It raised $5m.\nAcme Mills: It raised $6m.",  # a digest
    "Operator: Welcome.\nDagny Holt Inc: Thank you.",
    "Operator: Welcome to the call of Dagny Holt.",
])
def test_other_names_stay_companies(text: str) -> None:
    name = "Dagny Holt Inc" if "Inc" in text else "Dagny Holt"
    assert labels(text, name) == {name: "COMPANY"}


YEAR = ("Operator: Good morning, and welcome to the call.\n\nJane Roe: Thank you. Our mills did well in 2021. {}\n\n"
        "We will now take your questions.")


def told(text: str, links: list[tuple[str, str, str]], title: str) -> list[tuple[Any, ...]]:
    found = read(YEAR.format(text), links, names={"Hooli": "COMPANY", "Jane Roe": "PERSON"}, day="2022-02-24", title=title)
    return [(values["basis"], values["value"], values["fiscal_year"], values["fiscal_quarter"]) for values in found]


@pytest.mark.parametrize("behind", ["in 2020", "in the prior year"])
def test_a_call_about_a_year_tells_figures_of_the_year(behind: str) -> None:
    links = [("Net income", "value", "$187 million"), ("Net income", "prior", "$171 million")]
    text = f"Net income was $187 million, compared with $171 million {behind}."
    assert told(text, links, "Hooli full-year 2021 results call") == [
        ("actual", 187_000_000, 2021, None), ("prior", 171_000_000, 2020, None)]
    assert told(text, links, "Hooli fourth quarter 2021 results call") == []
