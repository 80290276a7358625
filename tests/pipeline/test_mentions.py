"""Names that the recogniser takes for companies and that are none."""

import pytest
from spacy.tokens import Span

from tests.pipeline.read_texts import MENTIONS, NLP


def kept(text: str, name: str) -> bool:
    """Whether a name that the recogniser found as a company stays one."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    start = text.index(name)
    doc.ents = [doc.char_span(start, start + len(name), label="COMPANY")]
    return (name, "COMPANY") in [(span.text, span.label_) for span in MENTIONS(doc).spans["mentions"]]


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
    return [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "FUNDING"]


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
    assert [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "ACQUISITION"] == found


def test_two_names_that_and_joins_are_two_where_both_stand_elsewhere() -> None:
    text = "Hooli may raise money from Acme Capital. Hooli and Acme declined to comment, Smith and Daughters said."
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="COMPANY")
                for name in ("Hooli", "Acme Capital", "Hooli and Acme", "Smith and Daughters")]
    found = [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "COMPANY"]
    assert found == ["Hooli", "Acme Capital", "Hooli", "Acme", "Smith and Daughters"]


@pytest.mark.parametrize(("behind", "label"), [(", the private bank, has appointed Jane Roe.", "COMPANY"),
                                               (", the bank's chairman, resigned.", "PERSON"), (" resigned.", "PERSON")])
def test_a_person_who_is_described_as_a_company_is_one(behind: str, label: str) -> None:
    doc = NLP.make_doc(f"Arbuthnot Sayle{behind}")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(0, len("Arbuthnot Sayle"), label="PERSON")]
    assert MENTIONS(doc).spans["mentions"][0].label_ == label


@pytest.mark.parametrize(("name", "label"), [("Gantrybot", "COMPANY"), ("Columbus", "PLACE")])
def test_a_name_before_its_seat_is_a_company_unless_it_is_a_place(name: str, label: str) -> None:
    doc = NLP.make_doc(f"{name} (Ohio) closed a round.")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(0, len(name), label="PLACE"), doc.char_span(len(name) + 2, len(name) + 6, label="PLACE")]
    assert MENTIONS(doc).spans["mentions"][0].label_ == label


def _companies(text: str, **named: str) -> list[str]:
    """The companies in a text of which the recogniser found these parts as what their keys say, with a trigger of a financing."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    spans = [doc.char_span(text.index(name), text.index(name) + len(name), label=label.partition("_")[0]) for label, name in named.items()]
    doc.ents = [*spans, doc.char_span(text.index("raised"), text.index("raised") + 6, label="FUNDING")]
    return [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "COMPANY"]


@pytest.mark.parametrize(("name", "found"), [
    ("Wine n Dine", "Dine"), ("Kites By Jordana", "Jordana"), ("20/20 Kites, Inc.", "Kites, Inc."), ("test KIO", "KIO"),
    ("Bento for Kites", "Kites"), ("10-4 Kites", "4 Kites"),
])
def test_a_name_that_opens_a_lead_begins_with_it(name: str, found: str) -> None:
    assert _companies(f"{name}, an Ohio-based maker of kites, raised $5m.", COMPANY=found) == [name]


@pytest.mark.parametrize("before", ["Private equity firm", "Israeli start-up", "Online art platform", "o", "- "])
def test_what_describes_a_leading_name_is_no_part_of_it(before: str) -> None:
    assert _companies(f"{before} Hooli, an Ohio-based maker of kites, raised $5m.", COMPANY="Hooli") == ["Hooli"]


def test_a_web_address_is_no_company() -> None:
    text = "Hooli (https://signup.hooli.example/started.html), an Ohio-based maker of kites, raised $5m."
    assert _companies(text, COMPANY="started.html") == ["Hooli"]


@pytest.mark.parametrize("behind", ["(NASDAQ: RENT)", "(fka Globex)"])
def test_a_place_before_a_ticker_or_a_former_name_is_a_company(behind: str) -> None:
    assert "Rentrakka" in _companies(f"Rentrakka {behind}, a maker of kites, raised $5m.", PLACE="Rentrakka")


def test_two_names_behind_which_two_things_are_told_of_are_two() -> None:
    assert _companies("Hooli raised $5m for Replay and Splice, two apps.", COMPANY="Replay and Splice")[-2:] == ["Replay", "Splice"]


@pytest.mark.parametrize(("words", "label"), [
    ("a strategic majority investment", "ACQUISITION"), ("a controlling stake", "ACQUISITION"), ("an investment", "FUNDING"),
    ("the majority of an investment", "FUNDING"),
])
def test_who_gets_a_majority_buys(words: str, label: str) -> None:
    doc = NLP.make_doc(f"Hooli received {words} from Acme.")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [Span(doc, 0, 1, label="COMPANY"), Span(doc, 1, 2, label="FUNDING")]
    assert label in {span.label_ for span in MENTIONS(doc).spans["mentions"]}


def test_what_a_contract_defines_is_no_company() -> None:
    assert not kept('Acme sold shares to two funds (together, the "Buyers"), who paid $5 million.', "Buyers")
    assert kept('Acme sold shares to Raviga Capital ("Raviga"), which paid $5 million.', "Raviga")


def test_a_word_for_the_whole_before_a_metric_is_no_company() -> None:
    assert not kept("Companywide, revenue was $5 million.", "Companywide")
    assert kept("Overall Holdings had revenue of $5 million.", "Overall Holdings")


def test_who_begins_a_sentence_and_hires_is_a_company() -> None:
    text = "Anton Kehrli of Lucerne has named Jane Roe chief financial officer."
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="PERSON") for name in ("Anton Kehrli", "Jane Roe")]
    labels = {span.text: span.label_ for span in MENTIONS(doc).spans["mentions"]}
    assert (labels["Anton Kehrli"], labels["Jane Roe"]) == ("COMPANY", "PERSON")


def test_who_founded_a_company_is_a_person() -> None:
    text = "Founded in 2018 by Sana Kovner, Hooli sells kites."
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label="COMPANY") for name in ("Sana Kovner", "Hooli")]
    for token in doc:
        token.is_sent_start = token.i == 0
    assert [(span.text, span.label_) for span in MENTIONS(doc).spans["mentions"] if span.label_ in {"PERSON", "COMPANY"}] == [
        ("Sana Kovner", "PERSON"), ("Hooli", "COMPANY")]


@pytest.mark.parametrize(("text", "label"), [
    ("Highveld closed a round. Highveld Ferroalloys mines.", "COMPANY"), ("Mr Highveld resigned. Highveld Ferroalloys mines.", "PERSON"),
    ("Highveld resigned. Highveld Ferroalloys lost Ann Highveld.", "PERSON")])
def test_the_first_word_of_a_company_is_that_company(text: str, label: str) -> None:
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    named = {"Highveld": "PERSON", "Highveld Ferroalloys": "COMPANY", "Ann Highveld": "PERSON"}
    places = {name: text.rindex(name) if " " in name else text.index(name) for name in named if name in text}
    doc.ents = [doc.char_span(start, start + len(name), label=named[name]) for name, start in places.items()]
    assert next(span for span in MENTIONS(doc).spans["mentions"] if span.text == "Highveld").label_ == label


def test_a_degree_is_nobody() -> None:
    assert not kept("Acme named Dipl.-Ing. Jane Roe chairwoman.", "Dipl.-Ing")


def test_the_first_full_year_of_a_thing_is_no_period() -> None:
    doc = NLP.make_doc("EBITDA was $5 million in the first full year of the new plant.")
    for token in doc:
        token.is_sent_start = token.i == 0
    assert "PERIOD" not in {span.label_ for span in MENTIONS(doc).spans["mentions"]}


def test_a_sum_is_no_company() -> None:
    assert not kept("Turnover rose to R2,31bn from R1,98bn.", "R2,31bn")
    assert kept("Turnover of 3i rose.", "3i")


@pytest.mark.parametrize("value", ["DM815m", "3Q2005", "FY2005", "1H05"])
def test_a_value_is_no_company(value: str) -> None:
    assert not kept(f"Group turnover was up on {value} at the yard.", value)


@pytest.mark.parametrize("name", ["Y2K", "N26", "3i", "Q2", "FY Group"])
def test_a_name_that_looks_like_a_value_stays_one(name: str) -> None:
    assert kept(f"Turnover of {name} rose.", name)


@pytest.mark.parametrize("opening", ["Barring a storm", "Pending approval by the court", "Excluding one-offs"])
def test_a_preposition_that_opens_a_sentence_is_no_company(opening: str) -> None:
    assert not kept(f"{opening}, the group expects a profit of $4 million.", opening.split(maxsplit=1)[0])
    assert kept("Barring Brothers expects a profit of $4 million.", "Barring Brothers")


def test_a_sum_taken_for_a_name_is_a_sum() -> None:
    doc = NLP.make_doc("Initech bid DM240 a share for Hooli.")
    doc.ents = [doc.char_span(0, 7, "COMPANY"), doc.char_span(12, 17, "COMPANY")]
    assert [(span.text, span.label_) for span in MENTIONS(doc).spans["mentions"]][:2] == [("Initech", "COMPANY"), ("DM240", "MONEY")]
