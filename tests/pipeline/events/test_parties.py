"""Who is no party of a deal, whatever role the relation component gives him, and what tells no deal."""

from typing import Any

import pytest

from tests.pipeline.read_texts import read

Links = list[tuple[str, str, str]]
FIRMS = dict.fromkeys(["Hooli Group", "Tarn Mills Ltd", "Initech", "Globex", "Vandelay", "Marlowe Bank"], "COMPANY")


def deals(text: str, links: Links, *, title: str = "", **named: str) -> list[tuple[Any, Any, Any]]:
    """Acquirer, target and seller of the deals of a text; names beside `FIRMS` are given with their labels."""
    triggers = {trigger: "ACQUISITION" for trigger, _, _ in links}
    names = {name: label for name, label in {**FIRMS, **named}.items() if name in f"{title}\n{text}"}
    rows = read(text, links, names={**names, **triggers}, title=title, **({} if title else {"company": ""}))
    return [(row["acquirer"], row["target"], row["seller"]) for row in rows if "acquirer" in row]


@pytest.mark.parametrize("text", [
    "Hooli Group said its Tarn Mills Ltd unit bought Initech for cash.",
    "Hooli Group said that its wholly owned Tarn Mills Ltd subsidiary bought Initech.",
    "<Hooli Group>'s Tarn Mills Ltd said it bought Initech.",
    "Hooli Group unit Tarn Mills Ltd bought Initech.",
    "Hooli Group said its Tarn Mills Ltd, bought Initech.",
    "Hooli Group said its subsidiary, Tarn Mills Ltd, bought Initech.",
    "Tarn Mills Ltd, a unit of Hooli Group, bought Initech.",
])
def test_of_a_unit_with_a_name_and_its_parent_the_unit_buys(text: str) -> None:
    links = [("bought", "acquirer", "Hooli Group"), ("bought", "acquirer", "Tarn Mills Ltd"), ("bought", "target", "Initech")]
    assert deals(text, links) == [("Tarn Mills Ltd", "Initech", None)]


def test_a_parent_that_buys_beside_another_buys() -> None:
    links = [("bought", "acquirer", "Hooli Group"), ("bought", "acquirer", "Tarn Mills Ltd"), ("bought", "target", "Initech")]
    assert deals("Hooli Group and Tarn Mills Ltd said they bought Initech.", links)[0][0] == "Hooli Group"


def test_who_owns_the_buyer_gives_nothing_up() -> None:
    links = [("sold", "target", "Initech"), ("sold", "acquirer", "Tarn Mills Ltd"), ("sold", "seller", "Hooli Group")]
    text = "Initech was sold to Tarn Mills Ltd, which is owned by Hooli Group."
    assert deals(text, links) == [("Tarn Mills Ltd", "Initech", None)]


def test_who_stands_in_the_list_that_is_sold_buys_nothing() -> None:
    links = [("sell", "seller", "Hooli Group"), ("sell", "target", "Initech"), ("sell", "acquirer", "Globex"),
             ("sell", "acquirer", "Tarn Mills Ltd")]
    text = "Hooli Group agreed to sell its Initech, Globex and Vandelay subsidiaries to Tarn Mills Ltd for cash."
    assert deals(text, links) == [("Tarn Mills Ltd", "Initech", "Hooli Group")]


@pytest.mark.parametrize(("text", "found"), [
    ("Hooli Group bought Globex's one-third interest in Initech.", [("Hooli Group", "Initech", "Globex")]),
    ("Hooli Group bought Globex's <GBX> 20 pct stake in Initech.", [("Hooli Group", "Initech", "Globex")]),
    ("Hooli Group bought Globex's one-third interest in the mill.", []),
])
def test_whose_interest_is_bought_sells_it(text: str, found: list[tuple[str, str, str]]) -> None:
    assert deals(text, [("bought", "acquirer", "Hooli Group"), ("bought", "target", "Globex")]) == found


def test_who_sells_a_unit_now_did_not_sell_it_when_it_was_acquired() -> None:
    links = [("sold", "seller", "Hooli Group"), ("sold", "target", "Initech"), ("sold", "acquirer", "Globex"),
             ("acquired", "target", "Initech"), ("acquired", "seller", "Hooli Group")]
    text = "Hooli Group sold Initech to Globex. Initech was acquired last year."
    assert len(deals(text, links)) == 1


def test_what_was_acquired_along_with_something_did_not_sell_it() -> None:
    links = [("acquired", "target", "Initech"), ("acquired", "seller", "Globex")]
    assert not deals("Initech was acquired last year along with Globex for cash.", links)


def test_who_bids_for_a_company_is_not_the_buyer_of_a_stake_that_an_owner_sold() -> None:
    links = [("sold", "seller", "Hooli Group"), ("sold", "target", "Initech"), ("sold", "status=completed", "sold"),
             ("acquire", "acquirer", "Globex"), ("acquire", "target", "Initech"), ("acquire", "status=proposed", "acquire")]
    text = "Hooli Group sold most of its stake in Initech. Globex has proposed to acquire Initech."
    assert (None, "Initech", "Hooli Group") in deals(text, links)


@pytest.mark.parametrize("words", [
    "through investment bankers Marlowe Bank", "after it retained Marlowe Bank to find a buyer", "with a loan from Marlowe Bank",
    "with financing from Globex and the Marlowe Bank", "and Marlowe Bank acted as its financial adviser",
])
def test_advisers_and_lenders_are_no_parties(words: str) -> None:
    for role in ("acquirer", "seller"):
        links = [("sold", "target", "Initech"), ("sold", "seller" if role == "acquirer" else "acquirer", "Hooli Group"),
                 ("sold", role, "Marlowe Bank")]
        assert all("Marlowe Bank" not in deal for deal in deals(f"Hooli Group sold Initech {words}.", links))


def test_a_student_loan_is_no_loan_of_the_seller() -> None:
    links = [("bought", "acquirer", "Hooli Group"), ("bought", "target", "Initech"), ("bought", "seller", "Globex")]
    text = "Hooli Group, which helps with student loans, bought Initech from Globex."
    assert deals(text, links) == [("Hooli Group", "Initech", "Globex")]


@pytest.mark.parametrize(("text", "wrong", "found"), [
    ("<Hooli Group> said it has signed a letter of intent to acquire <Initech> for stock.", ("acquire", "target", "acquirer"),
     ("Hooli Group", "Initech", None)),
    ("Hooli Group said it received approval from the Tarn Board to acquire <Initech>.", ("acquire", "target", "acquirer"),
     ("Hooli Group", "Initech", None)),
    ("Officials cleared the merger of Hooli Group <HOO> and <Initech>.", ("merger", "acquirer", "acquirer"),
     ("Hooli Group", "Initech", None)),
])
def test_the_words_say_who_buys_whom(text: str, wrong: tuple[str, str, str], found: tuple[str, str, None]) -> None:
    trigger, first, second = wrong
    assert deals(text, [(trigger, first, "Hooli Group"), (trigger, second, "Initech")]) == [found]


def test_who_is_offered_money_for_its_own_sells() -> None:
    links = [("buy", "acquirer", "Hooli Group"), ("buy", "target", "plate mill")]
    text = "<Hooli Group> said a group of investors offered to buy its plate mill."
    assert deals(text, links, **{"plate mill": "ASSET"}) == [(None, "plate mill", "Hooli Group")]


def test_who_speaks_of_the_sale_of_its_interest_sells_it() -> None:
    links = [("sale", "target", "Hooli Group"), ("sale", "acquirer", "Initech")]
    text = "<Hooli Group> said talks go on about the sale of the company's 49 pct interest in <Initech>."
    assert deals(text, links) == [(None, "Initech", "Hooli Group")]


def test_a_rival_bid_comes_from_a_bidder() -> None:
    links = [("bid", "target", "Initech"), ("bid", "seller", "Globex")]
    assert deals("The offer for Initech was topped by a $40 per share bid for all the stock from Globex.", links) == [
        ("Globex", "Initech", None)]


def test_a_parent_that_speaks_for_its_unit_is_not_bought() -> None:
    links = [("purchase", "acquirer", "Tarn Mills Ltd"), ("purchase", "target", "Hooli Group")]
    text = "Hooli Group said <Tarn Mills Ltd>, its 65.4 pct owned U.S. subsidiary, signed a letter on its purchase of the business."
    assert not deals(text, links)


def test_the_coming_name_of_what_is_bought_is_no_second_deal() -> None:
    links = [("bought", "acquirer", "Hooli Group"), ("bought", "target", "Initech"), ("paid", "acquirer", "Hooli Group"),
             ("paid", "target", "Globex")]
    text = "Hooli Group bought Initech. Hooli Group paid cash for the firm, which will be renamed Globex."
    assert deals(text, links) == [("Hooli Group", "Initech", None)]


@pytest.mark.parametrize(("text", "trigger"), [
    ("Hooli Group joined the mergers and acquisitions group of Initech.", "acquisitions"),
    ("Hooli Group upgraded the notes of Initech.", "upgraded"),
    ("Hooli Group is negotiating with the Initech workers union.", "negotiating"),
    ("Hooli Group is seeking a broad-based cooperation agreement with Initech.", "seeking"),
    ("Hooli Group sold $300 million of floating rate notes of Initech.", "sold"),
    ("The pact bars Hooli Group from acquiring more than 30 pct of Initech.", "acquiring"),
    ("Hooli Group will change its name to Initech.", "change"),
    ("Hooli Group reached a standstill agreement with Initech.", "agreement"),
    ("Hooli Group will become a card-issuing member of Initech.", "become"),
    ("Hooli Group sold 700,000 dlrs worth of its processors to Initech.", "sold"),
    ("Hooli Group placed a six mln dlrs order with Initech.", "placed"),
    ("Hooli Group was awarded contracts by Initech.", "awarded"),
    ("Hooli Group raised the prime rate of Initech.", "raised"),
    ("Hooli Group came to the Unlisted Securities Market, as did Initech.", "came"),
    ("Hooli Group said it has purchased 1.3 million shares of its common stock from Initech.", "purchased"),
])
def test_what_tells_no_deal(text: str, trigger: str) -> None:
    assert not deals(text, [(trigger, "acquirer", "Hooli Group"), (trigger, "target", "Initech")])


@pytest.mark.parametrize(("text", "kind"), [
    ("Hooli Group bought 300,000 Initech shares for cash.", "stake"),
    ("Hooli Group bought 1.8 million shares of Initech.", "stake"),
    ("Hooli Group bought all 300,000 Initech shares.", "company"),
    ("Hooli Group bought Initech for 300,000 shares.", "company"),
])
def test_a_block_of_shares_is_a_stake(text: str, kind: str) -> None:
    links = [("bought", "acquirer", "Hooli Group"), ("bought", "target", "Initech")]
    [row] = read(text, links, names={**{name: label for name, label in FIRMS.items() if name in text}, "bought": "ACQUISITION"}, company="")
    assert row["target_kind"] == kind


def test_a_name_of_the_text_goes_before_the_unit_of_a_title() -> None:
    links = [("SALE", "seller", "HOOLI GROUP"), ("SALE", "target", "UNIT"), ("SALE", "target", "Initech")]
    text = "Hooli Group said it retained advisers for Initech."
    named = {"HOOLI GROUP": "COMPANY", "UNIT": "ASSET"}
    assert [target for _, target, _ in deals(text, links, title="HOOLI GROUP STUDIES SALE OF UNIT", **named)] == ["Initech"]


@pytest.mark.parametrize("text", [
    "A group led by Hooli Group told the agency it sold its entire stake in Initech.",
    "Hooli Group said it has sold all of its shares in Initech.",
])
def test_who_sells_his_own_by_an_active_verb_buys_nothing(text: str) -> None:
    assert deals(text, [("sold", "acquirer", "Hooli Group"), ("sold", "target", "Initech")]) == [(None, "Initech", "Hooli Group")]


def test_to_whom_somebody_sells_his_own_buys() -> None:
    text = "Globex gave way to Hooli Group. It sold its stake in Initech to Hooli Group."
    assert deals(text, [("sold", "acquirer", "Hooli Group"), ("sold", "target", "Initech")]) == [("Hooli Group", "Initech", None)]


@pytest.mark.parametrize(("text", "found"), [
    ("Hooli Group bought Globex's <GBX> Initech unit.", [("Hooli Group", "Initech", "Globex")]),
    ("Hooli Group bought Globex's manufacturing unit, Initech.", [("Hooli Group", "Initech", "Globex")]),
    ("Hooli Group bought Globex's mowing unit.", []),
    ("Hooli Group bought Globex's stock of Initech units.", [("Hooli Group", "Globex", None)]),
])
def test_whose_unit_is_bought_sells_it(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert deals(text, [("bought", "acquirer", "Hooli Group"), ("bought", "target", "Globex")]) == found


def test_nobody_buys_himself_under_the_short_name_behind_his_name() -> None:
    text = "Hooli Group sold its holding in <Tarn Mills Ltd>, TAMI, to the public."
    links = [("sold", "seller", "Hooli Group"), ("sold", "target", "Tarn Mills Ltd"), ("sold", "acquirer", "TAMI")]
    assert deals(text, links, TAMI="COMPANY") == [(None, "Tarn Mills Ltd", "Hooli Group")]


def test_what_is_said_to_be_acquired_buys_nothing() -> None:
    text = "Hooli Group will buy Initech for stock. Initech was acquired for part of the shares."
    links = [("buy", "acquirer", "Hooli Group"), ("buy", "target", "Initech"), ("acquired", "acquirer", "Initech")]
    assert deals(text, links) == [("Hooli Group", "Initech", None)]


@pytest.mark.parametrize("thing", ["July soymeal", "promissory note"])
def test_goods_for_delivery_and_paper_are_no_target(thing: str) -> None:
    links = [("bought", "acquirer", "Hooli Group"), ("bought", "target", thing)]
    assert not deals(f"Hooli Group bought {thing} early in the day.", links, **{thing: "ASSET"})


@pytest.mark.parametrize("words", [
    "The board of Initech heard its advisers, Globex and Marlowe Bank, on the offer.",
    "Initech told its financial adviser Marlowe Bank of the offer.",
    "Marlowe Bank put the debt of Initech on its watch list after the offer.",
    "Analyst Jane Roe of Marlowe Bank liked the offer for Initech.",
    "The offer leaves Initech a unit, which includes Globex and the Marlowe Bank."])
def test_who_advises_rates_or_belongs_to_what_is_sold_buys_nothing(words: str) -> None:
    assert not deals(words, [("offer", "acquirer", "Marlowe Bank"), ("offer", "target", "Initech")])


def test_what_is_called_a_part_of_its_seller_is_sold() -> None:
    text = "Hooli Group agreed to sell its <Initech> unit to Globex."
    links = [("sell", "seller", "Hooli Group"), ("sell", "acquirer", "Initech"), ("sell", "acquirer", "Globex")]
    assert deals(text, links) == [("Globex", "Initech", "Hooli Group")]


@pytest.mark.parametrize("thing", ["United States capacitor", "aluminum electrolytic and film\ncapacitor"])
def test_whose_part_is_bought_is_not_bought(thing: str) -> None:
    text = f"Hooli Group completed the purchase of Initech's {thing} business."
    assert not deals(text, [("purchase", "acquirer", "Hooli Group"), ("purchase", "target", "Initech")])


def test_who_owns_shares_that_are_not_bid_for_sells_none() -> None:
    text = "Hooli Group needs cash for the offer for the shares of Initech not owned by its chairman, Globex."
    links = [("offer", "acquirer", "Hooli Group"), ("offer", "target", "Initech"), ("offer", "seller", "Globex")]
    assert deals(text, links) == [("Hooli Group", "Initech", None)]


def test_goods_sold_at_an_average_price_are_no_deal() -> None:
    links = [("sold", "seller", "Hooli Group"), ("sold", "target", "coal")]
    assert not deals("Hooli Group sold coal for an average price of 2.17 dlrs.", links, coal="ASSET")


def test_an_exchange_on_which_shares_are_bought_is_not_bought() -> None:
    text = "Hooli Group made purchases of shares on the New York Stock Exchange."
    links = [("purchases", "acquirer", "Hooli Group"), ("purchases", "target", "New York Stock Exchange")]
    assert not deals(text, links, **{"New York Stock Exchange": "COMPANY"})
