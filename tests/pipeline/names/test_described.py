"""Names beside another name that play no role with it, and the words around a name that speak against a role."""

from typing import Any

import pytest

from rie.types import Report
from tests.pipeline.read_texts import read, reports

ROUND = [("raised", "company", "Hooli"), ("raised", "amount", "$5m")]
DEAL = [("acquired", "acquirer", "Hooli"), ("acquired", "target", "Acme")]
NAMES = {"raised": "FUNDING", "acquired": "ACQUISITION", "merged": "ACQUISITION", "Hooli": "COMPANY",
         "Acme": "COMPANY"}


def parties(report: Report) -> dict[str, set[str]]:
    """The names in each role of a deal."""
    rows = report.children["acquisition_party"]
    return {role: {row["company"] for row in rows if row["role"] == role} for role in {row["role"] for row in rows}}


def investors(text: str, *named: str, links: list[tuple[str, str, str]] | None = None) -> list[str]:
    """The investors of the one round of a text in which these names would be."""
    found = reports(text, [*(links or ROUND), *(("raised", "investor", name) for name in named)],
                    names={**NAMES, **dict.fromkeys(named, "COMPANY")}, company="")
    return [row["investor"] for row in found[0].children["funding_investor"]]


@pytest.mark.parametrize(("description", "name"), [
    ("an Ohio-based Augmented Reality (AR) start-up", "Augmented Reality"), ("the parent company of Globex", "Globex"),
    ("a maker of Globex, the robot for the home", "Globex"),
])
def test_what_describes_a_company_names_no_player(description: str, name: str) -> None:
    text = f"Hooli, {description}, raised $5m today."
    assert investors(text, name) == []
    [found] = reports(text, [("raised", "company", name), ("raised", "amount", "$5m")], names={**NAMES, name: "COMPANY"}, company="")
    assert found.values["company"] == "Hooli"


def test_what_a_company_says_of_another_does_not_describe_it() -> None:
    text = "Globex Inc, an investor in start-ups, said Hooli, a kits maker, raised $5m today."
    [found] = reports(text, ROUND, names={**NAMES, "Globex Inc": "COMPANY"}, company="")
    assert found.values["company"] == "Hooli"


@pytest.mark.parametrize("told", ["said Jane Doe, its chief executive,", "home of Jane Doe, its chief executive,"])
def test_a_company_takes_over_no_role_that_only_people_play(told: str) -> None:
    links = [("resigned", "departed", "Jane Doe"), ("resigned", "company", "Hooli"), ("resigned", "post", "chief executive")]
    [found] = reports(f"Hooli, the software company, {told} resigned on Monday.", links,
                      names={"Hooli": "COMPANY", "Jane Doe": "PERSON", "resigned": "CHANGE"})
    assert found.values["person"] == "Jane Doe"


def test_a_second_company_with_a_description_of_its_own_is_a_player() -> None:
    text = "Hooli, a maker of kites, and Acme, a maker of strings, have merged."
    [found] = reports(text, [("merged", "acquirer", "Hooli"), ("merged", "target", "Acme")], names=NAMES, company="")
    assert parties(found) == {"acquirer": {"Hooli"}, "target": {"Acme"}}


def test_a_company_that_the_sentence_is_not_about_is_not_described_there() -> None:
    text = "In a filing with Globex, the concern, which comprises Hooli, said it acquired Acme."
    [found] = reports(text, DEAL, names={**NAMES, "Globex": "COMPANY"}, company="")
    assert parties(found) == {"acquirer": {"Hooli"}, "target": {"Acme"}}


@pytest.mark.parametrize("other", ["Acme (ACM)", "Acme (fka Globex)", "Acme, formerly known as Globex,", "Acme (Globex)"])
def test_another_name_of_a_company_is_no_other_company(other: str) -> None:
    second = "ACM" if "ACM" in other else "Globex"
    links = [*DEAL, ("acquired", "seller", second), ("acquired", "acquirer", second)]
    [found] = reports(f"Hooli acquired {other} for $5m.", links, names={**NAMES, second: "COMPANY"}, company="")
    assert parties(found) == {"acquirer": {"Hooli"}, "target": {"Acme"}}


def test_what_another_name_plays_the_name_plays() -> None:
    [found] = read("Hooli (fka Globex) raised $5m today.", [("raised", "company", "Globex"), ("raised", "amount", "$5m")],
                   names={**NAMES, "Globex": "COMPANY"}, company="")
    assert found["company"] == "Hooli"


@pytest.mark.parametrize(("behind", "found"), [
    ("from Acme, the venture capital arm of Globex.", ["Acme"]), ("from Acme, a fund affiliated with Globex.", ["Acme"]),
    ("from Acme, an investment firm led by Globex.", ["Acme"]), ("from the venture capital arm of Globex.", ["Globex"]),
    ("from Acme and Globex.", ["Acme", "Globex"]),
])
def test_who_owns_an_investor_is_none(behind: str, found: list[str]) -> None:
    assert investors(f"Hooli raised $5m {behind}", *(name for name in ("Acme", "Globex") if name in behind)) == found


def test_a_programme_and_what_letters_stand_for_invest_nothing() -> None:
    assert investors("Hooli raised a $5m Small Research Aid (SRA) grant.", "Small Research Aid") == []
    assert investors("Hooli raised $5m for Hotel Care Systems (HCS) software.", "Hotel Care Systems") == []
    assert investors("Hooli raised $5m from Hotel Care Systems (HCS) in May.", "Hotel Care Systems") == ["Hotel Care Systems"]


def test_who_provides_a_loan_raises_none() -> None:
    text = "Hooli has provided debt financing of $5m to Acme."
    [found] = reports(text, [("provided", "company", "Hooli"), ("provided", "investor", "Acme"), ("provided", "amount", "$5m")],
                      names={**NAMES, "provided": "FUNDING"}, company="")
    assert found.values["company"] == "Acme"
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Hooli"]


@pytest.mark.parametrize(("text", "links"), [
    ("Hooli acquired two companies, Acme and Globex.", {"acquirer": ("Acme", "Globex"), "target": ("Hooli",)}),
    ("Hooli acquired Acme and Globex from Initech.", {"acquirer": ("Hooli",), "seller": ("Globex", "Initech"), "target": ("Acme",)}),
])
def test_who_is_named_first_buys_and_what_is_named_behind_is_bought(text: str, links: dict[str, tuple[str, ...]]) -> None:
    told = [("acquired", role, name) for role, names in links.items() for name in names]
    [found] = reports(text, told, names={**NAMES, "Globex": "COMPANY", "Initech": "COMPANY"}, company="")
    wanted: dict[str, Any] = {"acquirer": {"Hooli"}, "target": {"Acme", "Globex"}}
    assert parties(found) == (wanted | {"seller": {"Initech"}} if "Initech" in text else wanted)


@pytest.mark.parametrize("text", ["Hooli merged with Acme.", "Hooli (USA) and Acme have merged.", "Hooli merged U.S. stores with Acme."])
def test_of_a_merger_the_second_named_is_the_target(text: str) -> None:
    [found] = reports(text, [("merged", "acquirer", "Acme"), ("merged", "target", "Hooli")], names=NAMES, company="")
    assert parties(found) == {"acquirer": {"Hooli"}, "target": {"Acme"}}


def test_who_only_speaks_of_a_deal_has_no_role() -> None:
    text = "Globex said that Hooli acquired Acme."
    [found] = reports(text, [*DEAL, ("acquired", "acquirer", "Globex")], names={**NAMES, "Globex": "COMPANY"}, company="")
    assert parties(found)["acquirer"] == {"Hooli"}


def test_what_the_target_is_the_parent_of_sells_nothing() -> None:
    text = "Hooli acquired Acme, parent company of Globex."
    [found] = reports(text, [*DEAL, ("acquired", "seller", "Globex")], names={**NAMES, "Globex": "COMPANY"}, company="")
    assert "seller" not in parties(found)


def test_a_part_of_a_price_is_no_price() -> None:
    links = [*DEAL, ("acquired", "price", "$180m")]
    [found] = read("Hooli acquired Acme for $180m in cash and $170m in common stock.", links, names=NAMES, company="")
    assert found["price"] is None
    [found] = read("Hooli acquired Acme for $180m in cash.", links, names=NAMES, company="")
    assert found["price"] == 180_000_000


def test_a_price_per_share_and_a_total_have_a_currency() -> None:
    [deal] = read("Hooli acquired Acme for $10.30 per share.", [*DEAL, ("acquired", "per_share", "$10.30")], names=NAMES, company="")
    assert (deal["price"], deal["price_per_share"] > 10, deal["currency"]) == (None, True, "USD")
    [found] = read("Hooli raised a Series A round, bringing the sum to CAD$11.5m now.",
                   [("raised", "company", "Hooli"), ("raised", "round", "Series A"), ("raised", "total", "CAD$11.5m")],
                   names={**NAMES, "Series A": "ROUND"}, company="")
    assert (found["amount"], found["currency"]) == (None, "CAD")


@pytest.mark.parametrize(("words", "kind"), [
    ("equity and debt", "unknown"), ("debt and equity", "unknown"), ("equity and bank", "unknown"), ("equity", "equity"),
    ("venture capital", "venture"), ("vc", "venture"), ("growth", "growth"),
])
def test_the_type_of_a_round_is_the_one_that_its_words_mean(words: str, kind: str) -> None:
    text = f"Hooli raised $5m in {words} funding."
    names = {**NAMES, **({"equity": "ROUND"} if words == "equity" else {})}
    [found] = read(text, [*ROUND, ("raised", "round", words)], names=names, company="")
    assert found["round_type"] == kind


@pytest.mark.parametrize(("trigger", "text", "other"), [
    ("teamed", "Hooli has teamed up with Acme.", "Acme"), ("launched", "Acme has launched Hooli, a conference.", "Acme"),
    ("closed", "Hooli, a growth equity investor, closed its program with Acme.", "Acme"),
    ("created", "Acme created Hooli, a fund.", "Acme"),
    ("investing", "Hooli is investing $7m in start-ups with Acme.", "Acme"),
    ("received", "Hooli received $1.5m in reservations on Acme.", "Acme"),
    ("closed", "Hooli closed Acme Fund IV at $300m.", "Acme Fund IV"),
])
def test_launches_team_ups_funds_and_reservations_are_no_rounds(trigger: str, text: str, other: str) -> None:
    assert not read(text, [(trigger, "company", "Hooli"), (trigger, "investor", other)],
                    names={trigger: "FUNDING", "Hooli": "COMPANY", other: "COMPANY"}, company="")


@pytest.mark.parametrize(("trigger", "text", "target"), [
    ("added", "Hooli added Acme as principal.", "Acme"), ("added", "Hooli has added Acme to its investment team.", "Acme"),
    ("closed", "Hooli closed its Mid Market fund.", "Mid Market"), ("teamed", "Hooli teamed up to create Acme.", "Acme"),
])
def test_who_takes_in_a_person_or_closes_a_fund_buys_nothing(trigger: str, text: str, target: str) -> None:
    assert not read(text, [(trigger, "acquirer", "Hooli"), (trigger, "target", target)],
                    names={trigger: "ACQUISITION", "Hooli": "COMPANY", target: "COMPANY"}, company="")


def test_nobody_raises_a_trillion() -> None:
    [found] = read("Hooli raised $15,245,222m in a Series A round.", [("raised", "company", "Hooli"), ("raised", "round", "Series A"),
                   ("raised", "amount", "$15,245,222m")], names={**NAMES, "Series A": "ROUND"}, company="")
    assert found["amount"] is None


@pytest.mark.parametrize(("text", "target"), [
    ("Hooli sold its courier unit, Parcelo Ltd, to Acme.", "Parcelo Ltd"),
    ("Hooli sold its courier unit, Parcelo Ltd said.", "courier unit"),
    ("Hooli sold its courier unit to Acme.", "courier unit"),
])  # fmt: skip
def test_a_unit_that_has_a_name_is_that_name(text: str, target: str) -> None:
    links = [("sold", "seller", "Hooli"), ("sold", "target", "courier unit")]
    labels = {"sold": "ACQUISITION", "Hooli": "COMPANY", "courier unit": "ASSET", "Parcelo Ltd": "COMPANY"}
    [found] = reports(text, links, names=labels, company="")
    assert found.values["target"] == target


def test_who_is_told_once_acts_for_both_verbs() -> None:
    links = [("acquired", "acquirer", "Hooli"), ("acquired", "target", "Acme"), ("bought", "target", "Globex")]
    labels = {"acquired": "ACQUISITION", "bought": "ACQUISITION", "Hooli": "COMPANY", "Acme": "COMPANY", "Globex": "COMPANY"}
    found = read("Hooli acquired Acme in May and bought Globex.", links, names=labels, company="")
    assert [(values["acquirer"], values["target"]) for values in found] == [("Hooli", "Acme"), ("Hooli", "Globex")]


@pytest.mark.parametrize("text", [
    "Hooli sold Globex in its own shops.", "Hooli sold Globex 90,000 shares of its common stock for $3.50 each.",
])  # fmt: skip
def test_who_sells_a_product_or_shares_of_his_own_sells_no_company(text: str) -> None:
    links = [("sold", "seller", "Hooli"), ("sold", "target", "Globex")]
    assert read(text, links, names={"sold": "ACQUISITION", "Hooli": "COMPANY", "Globex": "COMPANY"}, company="") == []


def test_who_led_an_earlier_round_invests_in_this_one() -> None:
    text = "Hooli raised $5m from Raviga and Globex, which led the previous round."
    labels = {**NAMES, "Raviga": "COMPANY", "Globex": "COMPANY"}
    [found] = reports(text, [*ROUND, ("raised", "investor", "Raviga"), ("raised", "lead", "Globex")], names=labels, company="")
    assert {row["investor"]: row["is_lead"] for row in found.children["funding_investor"]} == {"Raviga": None, "Globex": None}


@pytest.mark.parametrize("told", ["Globex's venture arm, Raviga", "Raviga. It counts Globex among its backers"])
def test_the_owner_of_an_investor_and_other_shareholders_invest_nothing(told: str) -> None:
    assert investors(f"Hooli raised $5m from {told}.", "Raviga", "Globex") == ["Raviga"]


def test_the_size_of_a_round_is_not_what_was_raised_in_all() -> None:
    text = "Hooli raised $5m, taking the total size of the round to $12m, it said."
    [found] = read(text, [*ROUND, ("raised", "total", "$12m")], names=NAMES, company="")
    assert found["stated_total"] is None


def test_a_contract_beside_a_round_is_not_its_amount() -> None:
    text = "Hooli raised money from Globex beside a supply agreement worth $14m, it said."
    [found] = read(text, [("raised", "company", "Hooli"), ("raised", "investor", "Globex"), ("raised", "amount", "$14m")],
                   names={**NAMES, "Globex": "COMPANY"}, company="")
    assert found["amount"] is None


def test_the_year_of_a_company_s_beginnings_does_not_date_its_round() -> None:
    text = "Hooli raised $5m, more than ever since its creation in 2013."
    [found] = read(text, [*ROUND, ("raised", "date", "2013")], names=NAMES, day="2016-05-03", company="")
    assert str(found["announced_on"]) == "2016-05-03"


def test_what_companies_of_a_kind_raised_is_no_round() -> None:
    text = "Nordic payment companies raised $9 billion from Raviga and others. Hooli is one of them."
    links = [("raised", "company", "Hooli"), ("raised", "amount", "$9 billion")]
    assert read(text, links, names={"raised": "FUNDING", "Hooli": "COMPANY", "Raviga": "COMPANY"}, company="") == []


def test_a_name_behind_a_preposition_is_not_the_company() -> None:
    text = "Hooli filed the papers with Globex on Monday. The company raised $5m, it said."
    labels = {**NAMES, "Globex": "COMPANY"}
    [found] = read(text, [("raised", "company", "The company"), ("raised", "amount", "$5m")], names=labels, company="")
    assert found["company"] == "Hooli"


@pytest.mark.parametrize(("text", "links", "acquirers"), [
    ("Hooli acquired Acme and also bought Globex.", DEAL, [{"Hooli"}, {"Hooli"}]),
    ("Acme was acquired by Hooli and also bought Globex.", DEAL, [{"Hooli"}]),
])
def test_who_acts_for_a_second_verb_stands_before_the_first(
    text: str, links: list[tuple[str, str, str]], acquirers: list[set[str]],
) -> None:
    found = reports(text, [*links, ("bought", "target", "Globex")],
                    names={**NAMES, "bought": "ACQUISITION", "Globex": "COMPANY"}, company="")
    assert [parties(report)["acquirer"] for report in found] == acquirers
