"""Lists and tables of events: what an entry tells is not of the entries beside it."""

from tests.pipeline.read_texts import PERSONS, read, reports

NAMES = {"Acme": "COMPANY", "Initech": "COMPANY", "Globex": "COMPANY", "Vandelay": "COMPANY", "raised": "FUNDING", "secured": "FUNDING",
         "led": "FUNDING"}


def _investors(text: str, links: list[tuple[str, str, str]]) -> list[list[str]]:
    return [[str(row["investor"]) for row in report.children["funding_investor"]] for report in reports(text, links, names=NAMES)]


def test_an_investor_of_the_next_entry_is_none_of_this_one() -> None:
    text = "* Acme raised $5 million from Globex.\n\n* Initech secured $9 million. Investors included Vandelay."
    links = [("raised", "company", "Acme"), ("raised", "amount", "$5 million"), ("raised", "investor", "Globex"),
             ("raised", "investor", "Vandelay"), ("secured", "company", "Initech"), ("secured", "amount", "$9 million"),
             ("secured", "investor", "Vandelay")]
    assert _investors(text, links) == [["Globex"], ["Vandelay"]]


def test_an_entry_may_go_on_with_the_event_of_the_one_before() -> None:
    text = "* Acme raised $5 million.\n\n* Globex led the round."
    links = [("raised", "company", "Acme"), ("raised", "amount", "$5 million"), ("raised", "lead", "Globex"), ("led", "company", "Acme"),
             ("led", "lead", "Globex")]
    assert _investors(text, links) == [["Globex"]]


def test_a_row_of_a_table_has_a_company_of_its_own() -> None:
    text = "| Jane Roe | appointed CFO | Acme |\n| John Doe | named CEO | Initech |"
    links = [("appointed", "appointed", "Jane Roe"), ("appointed", "post", "CFO"), ("appointed", "company", "Acme"),
             ("named", "appointed", "John Doe"), ("named", "post", "CEO"), ("named", "company", "Acme")]
    found = read(text, links, names={**PERSONS, "Acme": "COMPANY", "Initech": "COMPANY"}, company="")
    assert [(values["person"], values["company"]) for values in found] == [("Jane Roe", "Acme"), ("John Doe", "Initech")]
    unnamed = read(text, links, names={**PERSONS, "Acme": "COMPANY"}, company="")
    assert [(values["person"], values["company"]) for values in unnamed] == [("Jane Roe", "Acme")]
