"""Who reports a figure: whom the title is about, not a company that is only named beside it."""

import pytest

from tests.pipeline.read_texts import read

NAMES = {"Hooli": "COMPANY", "Pied Piper": "COMPANY", "acquired": "ACQUISITION"}


def told(text: str, *links: tuple[str, str, str], title: str = "Hooli: Interim report") -> dict[int, str]:
    """The company of each sum."""
    return {int(values["value"]): values["company"] for values in read(text, links, names=NAMES, title=title, day="2023-07-14")}


@pytest.mark.parametrize("aside", [
    "Including Pied Piper, acquired in May,", "Excluding Pied Piper,", "After the purchase of Pied Piper,",
    "Adjusted for the disposal of the valve maker Pied Piper, which was small,", "Following the acquisition of Pied Piper last year,",
    "Since the takeover by Pied Piper,"])
def test_a_name_that_figures_only_include_or_leave_out_reports_none_of_them(aside: str) -> None:
    text = f"Hooli had a good quarter. {aside} sales were $5 million."
    for links in ((), (("sales", "company", "Pied Piper"),)):
        assert told(text, *links) == {5_000_000: "Hooli"}


@pytest.mark.parametrize(("own", "said"), [
    ("Excluding Pied Piper's sales of $5 million, nothing grew.", True), ("Pied Piper, bought in May, had sales of $5 million.", True),
    ("Pied Piper was bought in May. It had sales of $5 million.", False),
    ("Pied Piper makes valves. In its last financial year it made a profit of $5 million.", False)])
def test_a_company_that_is_bought_has_figures_of_its_own(own: str, said: bool) -> None:
    links = [("sales", "company", "Pied Piper")] if said else []
    assert told(f"Hooli had a good quarter. {own}", *links) == {5_000_000: "Pied Piper"}


@pytest.mark.parametrize("tie", [
    ", whose sales were", ", whose annual sales were", ", which had sales of", ", which last year had sales of",
    ", a maker of valves with sales of"])
def test_what_whose_and_which_tie_to_a_name_is_of_that_name(tie: str) -> None:
    text = f"Hooli bought Pied Piper{tie} $5 million."
    for links in ((), (("sales", "company", "Hooli"),)):
        assert told(text, *links, title="Hooli buys Pied Piper") == {5_000_000: "Pied Piper"}


@pytest.mark.parametrize("text", [
    "Second quarter\n• Sales were $5 million.\n• Pied Piper was acquired in May.\n\nPied Piper has 40 employees.",
    "Second quarter\n• Pied Piper was acquired in May.\n• Sales were $5 million.",
    "Sales were $5 million.\n\nPied Piper has 40 employees.\n\nHooli publishes this information."])
def test_figures_are_of_whom_the_title_is_about(text: str) -> None:
    links = [("acquired", "target", "Pied Piper")] if "acquired" in text else []
    assert told(text, *links) == {5_000_000: "Hooli"}


def test_figures_before_a_company_that_is_bought_are_of_nobody_where_no_name_tells_whose() -> None:
    text = "Sales were $5 million.\n\nPied Piper was acquired in May by Hooli."
    assert not told(text, ("acquired", "target", "Pied Piper"), title="Interim report")


def test_lines_below_a_name_are_about_it() -> None:
    lines = "(1) Name: Pied Piper\n(2) Location: Aomori\n(3) Results: Sales $5 million"
    text = f"Overview of the subsidiary\n{lines}\n\nHooli expects a profit of $9 million.\n"
    links = [("profit", "company", "Hooli"), ("profit", "guidance", "$9 million")]
    assert set(told(text, *links, title="Notice of Hooli").items()) == {(5_000_000, "Pied Piper"), (9_000_000, "Hooli")}


def test_it_that_stands_for_nothing_names_nobody() -> None:
    assert told("Hooli had a good year. Pied Piper fell behind. It was a year in which sales reached $5 million.") == {5_000_000: "Hooli"}


def test_figures_of_a_column_are_of_the_company_that_their_paragraph_tells_of() -> None:
    names = {"Hooli": "COMPANY", "Initech": "COMPANY", "plans": "FUNDING", "raised": "FUNDING"}
    links = [("raised", "company", "Hooli"), ("raised", "amount", "$9 million"), ("plans", "company", "Initech"),
             ("plans", "amount", "$7 million")]
    text = "Hooli raised $9 million.\n\nInitech plans to raise $7 million. Sales were $5 million."
    found = [row for row in read(text, links, names=names, title="The week") if row.get("metric")]
    assert [(row["company"], row["value"]) for row in found] == [("Initech", 5_000_000)]


@pytest.mark.parametrize("brokers", [
    "Brokers Pied Piper are looking for", "Stockbroker Pied Piper expects", "Analysts at Pied Piper forecast",
    "The house broker, Pied Piper, has pencilled in", "Pied Piper, the company's broker, is going for", "Pied Piper's analysts predict",
    "Economists at the securities house Pied Piper estimate"])
def test_brokers_forecast_figures_of_others(brokers: str) -> None:
    text = f"Hooli is a baker. {brokers} profits of $5 million."
    links = [("profits", "company", "Pied Piper"), ("profits", "guidance", "$5 million")]
    assert told(text, *links) == {5_000_000: "Hooli"}


@pytest.mark.parametrize("broker", ["The broker Pied Piper made", "Insurance broker Pied Piper expects"])
def test_a_broker_has_figures_of_its_own(broker: str) -> None:
    text = f"Hooli is a baker. {broker} profits of $5 million."
    assert told(text, ("profits", "company", "Pied Piper"), ("profits", "value", "$5 million")) == {5_000_000: "Pied Piper"}


@pytest.mark.parametrize("officer", ["Jane Roe, Pied Piper's chairman,", "Jane Roe, chief executive of Pied Piper,"])
def test_who_speaks_for_a_company_points_to_its_figures(officer: str) -> None:
    text = f"Hooli has bid for Pied Piper. {officer} called it too low. She pointed to profits of $5 million."
    assert told(text, ("profits", "value", "$5 million"), title="Pied Piper spurns Hooli") == {5_000_000: "Pied Piper"}


def test_a_figure_behind_a_semicolon_and_another_name_is_of_that_name() -> None:
    text = "Roe forecast profit of $5 million for Hooli compared with $4 million; $9 million for Pied Piper compared with $8 million."
    links = [("profit", "company", "Hooli"), ("profit", "guidance", "$5 million"), ("profit", "prior", "$4 million"),
             ("profit", "prior", "$8 million")]
    assert 8_000_000 not in told(text, *links)


def test_figures_of_other_paragraphs_are_not_those_of_the_company_bought() -> None:
    text = ("Hooli, the software group, issues an interim statement.\n\nRevenue was $5 million.\n\n"
            "On 2 May Hooli acquired Pied Piper. Pied Piper has annual sales of $6 million.\n\n"
            "The Board now expects revenue of $7 million.")
    links = [("acquired", "acquirer", "Hooli"), ("acquired", "target", "Pied Piper"), ("Revenue", "value", "$5 million"),
             ("sales", "company", "Pied Piper"), ("sales", "value", "$6 million"), ("revenue", "guidance", "$7 million")]
    found = read(text, links, names=NAMES, title="Interim Management Statement", day="2023-07-14")
    assert {int(row["value"]): row["company"] for row in found if "metric" in row} == {
        5_000_000: "Hooli", 6_000_000: "Pied Piper", 7_000_000: "Hooli"}


def test_annual_sales_that_somebody_has_are_neither_expected_nor_of_a_quarter_nor_of_the_part_that_will_count_them() -> None:
    text = ("Revenue in the third quarter was $5 million. Pied Piper has annual sales of approximately $6 million and will be reported "
            "within the Americas division.")
    links = [("Revenue", "value", "$5 million"), ("Revenue", "period", "third quarter"), ("sales", "guidance", "$6 million"),
             ("sales", "segment", "Americas")]
    found = read(text, links, names={**NAMES, "Americas": "SEGMENT"}, title="Hooli: Interim report", day="2023-11-14")
    assert [(row["value"], row["basis"], row["segment"], row["fiscal_quarter"]) for row in found] == [
        (5_000_000, "actual", None, 3), (6_000_000, "actual", None, None)]


def test_annual_sales_that_are_expected_are_no_results() -> None:
    text = "Hooli buys seven shops. They are expected to generate annual sales of approximately $6 million."
    found = read(text, [("sales", "guidance", "$6 million")], names=NAMES, title="Hooli buys shops", day="2023-11-14")
    assert {row["basis"] for row in found if "metric" in row} == {"guidance_low", "guidance_high"}


@pytest.mark.parametrize("words", ["home of the Pied Piper jam brand,", "which makes the Pied Piper brand,"])
def test_a_brand_reports_nothing(words: str) -> None:
    text = f"Hooli grew again. Its food division, {words} raised its operating profit to $5 million."
    assert told(text, ("operating profit", "value", "$5 million"), title="Milk gets dearer") == {5_000_000: "Hooli"}


@pytest.mark.parametrize(("name", "words"), [
    ("One of Yorkshire", "One of Yorkshire's oldest mills has blamed the weather."),
    ("Companies House", "Companies House has the accounts.")])
def test_what_is_no_name_reports_nothing(name: str, words: str) -> None:
    found = read(f"{words} It is cold. Sales fell to $5 million.", [("Sales", "value", "$5 million")], names={name: "COMPANY"},
                 title="Bad weather", day="2023-07-14")
    assert not found


def test_a_word_behind_the_name_of_an_entry_reports_nothing() -> None:
    text = "Hooli Rail: Carloads fell, but higher rates lifted operating income to $88 million.\n\nPied Piper: Sales were $5 million."
    links = [("operating income", "value", "$88 million"), ("operating income", "company", "Carloads"), ("Sales", "value", "$5 million")]
    names = {"Hooli Rail": "COMPANY", "Carloads": "COMPANY", "Pied Piper": "COMPANY"}
    found = read(text, links, names=names, title="Roundup", day="2019-04-30")
    assert {int(row["value"]): row["company"] for row in found}[88_000_000] == "Hooli Rail"
