"""What is told on a call: rounds of the company's own, not what it pays back, lends, wins or sells; changes, not who speaks."""

from typing import Any

import pytest

from rie.pipeline.figures.around import Phrases
from tests.pipeline.read_texts import PACK, PERSONS, read

OPENING = "Good morning, and thank you all. We had a fine summer, and our people worked hard. Let me tell you how we did.\n"


def rounds(text: str, links: list[tuple[str, str, str]]) -> list[dict[str, Any]]:
    names = {"Hooli": "COMPANY", links[0][0]: "FUNDING"}
    return [values for values in read(OPENING + text, links, names=names) if "round_type" in values]


@pytest.mark.parametrize(
    ("text", "trigger", "amount"),
    [
        ("In May Hooli issued $800 million of 2% senior notes due 2030.", "issued", "$800 million"),
        ("Hooli drew down $27 million from our revolver.", "drew", "$27 million"),
        ("In May Hooli entered into a new $200 million unsecured revolving credit facility.", "entered", "$200 million"),
        ("Hooli raised another $39 million and issued 2.8 million shares.", "raised", "$39 million"),
        ("Hooli has received $190 million in investments from Acme and Initech.", "received", "$190 million"),
        ("Hooli completed a $10 million Series A round.", "completed", "$10 million"),
    ],
)
def test_a_call_tells_of_money_raised(text: str, trigger: str, amount: str) -> None:
    [found] = rounds(text, [(trigger, "company", "Hooli"), (trigger, "amount", amount)])
    assert found["announced_on"] is None or found["announced_on"].year < 2030


@pytest.mark.parametrize(
    ("text", "trigger", "amount"),
    [
        ("The largest award that Hooli received was $12 million.", "received", "$12 million"),
        ("Hooli received $413 million from the sale of its mill.", "received", "$413 million"),
        ("Hooli secured about $2 billion in gross proceeds from the divestitures.", "secured", "$2 billion"),
        ("Hooli completed a $21 million mezzanine financing on a strong center.", "completed", "$21 million"),
        ("Hooli closed about $46 million in investments.", "closed", "$46 million"),
        ("Hooli reached a milestone of raising $25 million in the fight against cancer.", "raising", "$25 million"),
        ("Hooli sold much of its preferred equity investments, which raised $70 million.", "raised", "$70 million"),
    ],
)
def test_a_call_tells_of_other_money(text: str, trigger: str, amount: str) -> None:
    links = [(trigger, "company", "Hooli"), (trigger, "amount", amount)]
    assert rounds(text, links) == []


@pytest.mark.parametrize(("text", "trigger", "told"), [
    ("I'm joined today by Jane Roe, our chief executive officer.", "joined", 0),
    ("I am pleased to be joined again by Jane Roe, our chief executive officer.", "joined", 0),
    ("Joining me are Jane Roe, our chief executive officer, and others.", "Joining", 0),
    ("In May Jane Roe joined Hooli as our chief executive officer.", "joined", 1),
    ("Hooli was joined in May by Jane Roe as chief executive officer.", "joined", 1),
])
def test_who_speaks_on_a_call_takes_up_no_post(text: str, trigger: str, told: int) -> None:
    links = [(trigger, "appointed", "Jane Roe"), (trigger, "post", "chief executive officer")]
    assert len(read(OPENING + text, links, names={**PERSONS, trigger: "CHANGE"})) == told


@pytest.mark.parametrize("verb", ["has moved into John Doe's post", "agreed to step into John Doe's post"])
def test_who_steps_into_a_post_takes_it_up(verb: str) -> None:
    text = f"Jane Roe {verb} as treasurer."
    trigger = "moved" if "moved" in verb else "step"
    [found] = read(text, [(trigger, "departed", "Jane Roe"), (trigger, "post", "treasurer")], names={**PERSONS, trigger: "CHANGE"})
    assert (found["person"], found["action"]) == ("Jane Roe", "appointed")


@pytest.mark.parametrize(("told", "closed"), [
    ("Hooli is being launched with a $52m #<financing>", True),
    ("Hooli is #<launching> with $2m in funding", True),
    ("Hooli is #<launching> a $2m financing", False),
    ("Hooli is #<launching> with a new product", False),
])
def test_who_starts_with_money_has_it(told: str, closed: bool) -> None:
    assert (Phrases(PACK.terms["launched_with"]).find(told) == "closed") == closed


@pytest.mark.parametrize(("text", "trigger"), [
    ("Holders of subordinated debentures of Hooli threatened to sue it over the offering.", "offering"),
    ("In exchange for the shares, Acme will issue new shares to Hooli.", "issue"),
    ("Acme agreed to provide Hooli with radio programs in its stores.", "provide"),
    ("A bond for Hooli, led by Acme in the financing, has been cancelled.", "financing"),
])
def test_old_paper_swaps_services_and_what_is_called_off_raise_nothing(text: str, trigger: str) -> None:
    names = {"Hooli": "COMPANY", "Acme": "COMPANY", trigger: "FUNDING"}
    links = [(trigger, "company", "Hooli"), (trigger, "investor", "Acme")] if "Acme" in text else [(trigger, "company", "Hooli")]
    assert read(text, links, names=names) == []


def test_money_that_is_provided_is_raised() -> None:
    names = {"Hooli": "COMPANY", "Acme": "COMPANY", "provide": "FUNDING"}
    [found] = read("Acme agreed to provide Hooli with a loan of $5 million.",
                   [("provide", "company", "Hooli"), ("provide", "amount", "$5 million")], names=names)
    assert found["company"] == "Hooli"


def test_a_name_with_an_elided_article_is_whole() -> None:
    text = "Acme named Ettore dell'Isola treasurer."
    [found] = read(text, [("named", "appointed", "Ettore dell'Isola"), ("named", "post", "treasurer")], names={"Ettore": "PERSON"})
    assert found["person"] == "Ettore dell'Isola"


@pytest.mark.parametrize("name", ["Companys", "Western New England"])
def test_a_reference_and_a_region_are_no_companies(name: str) -> None:
    text = f"Jane Roe was named president of the {name} Region."
    assert name not in {values["company"] for values in read(text, [("named", "appointed", "Jane Roe"), ("named", "post", "president")],
                                                             names={**PERSONS, name: "COMPANY"})}
