"""Names that the recogniser takes for companies and that are none."""

import pytest

from rie.pipeline.mentions import Mentions
from tests.pipeline.figures import NLP, PACK


def kept(text: str, name: str) -> bool:
    """Whether a name that the recogniser found as a company stays one."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    start = text.index(name)
    doc.ents = [doc.char_span(start, start + len(name), label="COMPANY")]
    return name in [span.text for span in Mentions(PACK)(doc).spans["mentions"]]


def test_an_adverb_that_opens_a_sentence_before_a_metric_is_no_company() -> None:
    assert not kept("Operationally, revenue was $5 million.", "Operationally")
    assert kept("Zendrily, a maker of kites, had revenue of $5 million.", "Zendrily")


def test_who_collects_estimates_has_no_results() -> None:
    assert not kept("Analysts surveyed by Fjord Research expected earnings of 92 cents a share.", "Fjord Research")
    assert kept("Fjord Research expected earnings of 92 cents a share.", "Fjord Research")


def test_words_without_a_capital_are_no_name_in_a_text_that_has_capitals() -> None:
    assert not kept("Hooli raises $5m to reinvent parking, led by Acme.", "reinvent parking")
    assert kept("hooli raises $5m from reinvent parking, led by acme.", "reinvent parking")
    assert kept("Hooli raises $5m from monday.com, led by Acme.", "monday.com")


def test_where_somebody_comes_from_is_no_company() -> None:
    assert not kept("It paid Austrian property company Donauhof $10 million.", "Austrian property")
    assert not kept("The buyer is Dutch and has 40 shops.", "Dutch")
    assert kept("Swiss Life bought it.", "Swiss Life")


def _trigger(text: str, **named: str) -> list[str]:
    """The triggers of a financing in a text of which the recogniser found these names, under these labels."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for label, name in named.items()]
    return [span.text for span in Mentions(PACK)(doc).spans["mentions"] if span.label_ == "FUNDING"]


def test_what_announces_a_round_is_its_trigger_where_the_recogniser_found_none() -> None:
    assert _trigger("Hooli announced the completion of a $10 million seed round.", COMPANY="Hooli", ROUND="seed") == ["announced"]
    assert _trigger("Hooli has got its $10 million seed round.", COMPANY="Hooli", ROUND="seed", FUNDING="got") == ["got"]


def test_the_closing_of_a_fund_is_no_round() -> None:
    assert not _trigger("Hooli closed a $10 million fund for seed companies.", COMPANY="Hooli", ROUND="seed")
    assert not _trigger("Hooli closed its office, and seed deals of $10 million went.", COMPANY="Hooli", ROUND="seed")


@pytest.mark.parametrize(("text", "found"), [
    ("Hooli, a maker of kites, acquired Acme.", ["acquired"]), ("Hooli, acquired in 2014, likes Acme.", []),
    ("Hooli, which has acquired 40 customers, and Acme grew.", []),
])
def test_what_stands_behind_a_description_of_the_buyer_is_the_trigger_of_its_deal(text: str, found: list[str]) -> None:
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="COMPANY") for name in ("Hooli", "Acme")]
    assert [span.text for span in Mentions(PACK)(doc).spans["mentions"] if span.label_ == "ACQUISITION"] == found


def test_two_names_that_and_joins_are_two_where_both_stand_elsewhere() -> None:
    text = "Hooli may raise money from Acme Capital. Hooli and Acme declined to comment, Smith and Daughters said."
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="COMPANY")
                for name in ("Hooli", "Acme Capital", "Hooli and Acme", "Smith and Daughters")]
    found = [span.text for span in Mentions(PACK)(doc).spans["mentions"] if span.label_ == "COMPANY"]
    assert found == ["Hooli", "Acme Capital", "Hooli", "Acme", "Smith and Daughters"]


@pytest.mark.parametrize(("behind", "label"), [(", the private bank, has appointed Jane Roe.", "COMPANY"),
                                               (", the bank's chairman, resigned.", "PERSON"), (" resigned.", "PERSON")])
def test_a_person_who_is_described_as_a_company_is_one(behind: str, label: str) -> None:
    doc = NLP.make_doc(f"Arbuthnot Sayle{behind}")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(0, len("Arbuthnot Sayle"), label="PERSON")]
    assert Mentions(PACK)(doc).spans["mentions"][0].label_ == label


@pytest.mark.parametrize(("name", "label"), [("Gantrybot", "COMPANY"), ("Columbus", "PLACE")])
def test_a_name_before_its_seat_is_a_company_unless_it_is_a_place(name: str, label: str) -> None:
    doc = NLP.make_doc(f"{name} (Ohio) closed a round.")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(0, len(name), label="PLACE"), doc.char_span(len(name) + 2, len(name) + 6, label="PLACE")]
    assert Mentions(PACK)(doc).spans["mentions"][0].label_ == label
