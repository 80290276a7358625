"""Rounds and deals: what the words around a trigger, a sum, a name or a day say of them."""

from datetime import date

import pytest

from rie.pipeline.figures.around import Phrases
from rie.values import qualifier
from tests.pipeline.read_texts import PACK, read, reports

NAMES = {"Acme": "COMPANY", "Globex": "COMPANY", "Vandelay": "COMPANY", "Initech": "COMPANY", "raised": "FUNDING", "invests": "FUNDING",
         "plans": "FUNDING", "becomes": "ACQUISITION", "bought": "ACQUISITION", "paid": "ACQUISITION", "campus": "ASSET"}
RAISED = [("raised", "company", "Acme"), ("raised", "amount", "$5 million")]


@pytest.mark.parametrize(("text", "rounds"), [
    ("Acme typically invests between $5 million and $9 million of equity.", 0),
    ("Acme invests up to $9 million of equity in each company.", 0),
    ("Acme usually invests $2 million at first.", 0),
    ("Acme seeks to make control deals and generally invests $40 million of equity.", 0),
    ("Acme invests $9 million in Globex.", 1),
])
def test_what_an_investor_does_by_habit_is_no_round(text: str, rounds: int) -> None:
    sums = [word for word in ("between $5 million and $9 million", "$9 million", "$2 million", "$40 million") if word in text][:1]
    found = read(text, [("invests", "company", "Globex" if rounds else "Acme"), ("invests", "amount", sums[0])], names=NAMES)
    assert len(found) == rounds


@pytest.mark.parametrize(("text", "deals"), [
    ("The campus becomes the home of Acme.", 0), ("The campus becomes a new headquarters for Acme.", 0),
    ("The campus becomes its base of Acme.", 0), ("The campus becomes the property of Acme.", 1)])
def test_where_somebody_will_work_is_no_deal(text: str, deals: int) -> None:
    assert len(read(text, [("becomes", "target", "campus"), ("becomes", "acquirer", "Acme")], names=NAMES)) == deals


@pytest.mark.parametrize("words", [
    "plus a £250,000 grant from the Vandelay", "and a grant from Vandelay", "along with a £90,000 innovation grant from Vandelay",
    "as well as a grant by Vandelay", "topped up by a £1m grant from Vandelay"])
def test_who_gives_a_grant_besides_is_no_investor_of_the_round(words: str) -> None:
    links = [*RAISED, ("raised", "investor", "Globex"), ("raised", "investor", "Vandelay")]
    [found] = reports(f"Acme raised $5 million from Globex, {words}.", links, names=NAMES)
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Globex"]


@pytest.mark.parametrize("words", [
    "hopes to bring the round to $9 million", "may expand the financing to as much as $9 million",
    "wants to grow its seed round to $9 million", "would increase the offering to $9 million",
    "could take the round up to $9 million"])
def test_what_a_round_is_hoped_to_come_to_is_no_total(words: str) -> None:
    [found] = read(f"Acme raised $5 million and {words}.", [*RAISED, ("raised", "total", "$9 million")], names=NAMES)
    assert found["stated_total"] is None


@pytest.mark.parametrize("words", [
    "lifetime fund-raising at $9 million", "cumulative funding to $9 million", "the tally so far is $9 million",
    "total amount raised now stands at $9 million", "all-time funding stands at $9 million"])
def test_a_sum_of_all_that_was_raised_is_the_total(words: str) -> None:
    found = read(f"Acme raised $5 million. Acme put {words}.", RAISED, names=NAMES)
    assert [values["stated_total"] for values in found] == [9_000_000]


@pytest.mark.parametrize("words", ["share capital will be NOK 9,000,000", "registered capital of NOK 9,000,000"])
def test_the_capital_of_a_company_is_no_amount(words: str) -> None:
    links = [("raised", "company", "Acme"), ("raised", "investor", "Globex"), ("raised", "amount", "NOK 9,000,000")]
    [found] = read(f"Acme raised money from Globex. The {words}.", links, names=NAMES)
    assert found["amount"] is None


@pytest.mark.parametrize(("sum_", "day"), [("$14 to $16", date(2021, 3, 1)), ("$5 million", date(2021, 3, 2))])
def test_the_price_of_a_share_stands_between_a_round_and_its_day_as_no_other_event(sum_: str, day: date) -> None:
    links = [("plans", "company", "Acme"), ("plans", "amount", "$90 million"), ("plans", "date", "Monday")]
    text = f"Acme plans an offering of $90 million, selling shares at {sum_} each, according to terms filed on Monday."
    [found] = [dict(frame.values) for frame in reports(text, links, names=NAMES, day="2021-03-02", score=0.8)]
    assert found["announced_on"] == day


def test_two_sums_a_share_are_one_deal() -> None:
    links = [("bought", "acquirer", "Acme"), ("bought", "target", "Globex"), ("bought", "per_share", "$27.40"),
             ("paid", "acquirer", "Acme"), ("paid", "target", "Globex"), ("paid", "per_share", "$12.00")]
    [found] = read("Acme bought Globex for $27.40 a share. Acme paid $12.00 in cash and stock for each of Globex.", links, names=NAMES)
    assert found["target"] == "Globex"


@pytest.mark.parametrize(("words", "interim"), [
    ("interim chief", "interim"), ("as acting CEO", "interim"), ("no longer interim CEO", None), ('dropping the word "interim"', None),
    ("dropping the interim tag", None), ("an interim no more", None), ("formerly acting CEO", None)])
def test_who_is_confirmed_is_no_longer_interim(words: str, interim: str | None) -> None:
    assert Phrases(PACK.terms["interim"]).find(words) == interim


@pytest.mark.parametrize(("thing", "target"), [
    ("Main Street landmark", "Globex"), ("local institution", "Globex"), ("family bakery", "Globex"), ("town's last bookstore", "Globex"),
    ("old diner", "Globex"), ("paper mill", "paper mill"), ("Main Street building", "Main Street building")])
def test_the_landmark_is_the_only_company_named_before(thing: str, target: str) -> None:
    links = [("bought", "acquirer", "Acme"), ("bought", "target", thing)]
    [found] = read(f"Globex has a new owner. Acme bought the {thing}.", links, names={**NAMES, thing: "ASSET"}, company="")
    assert found["target"] == target


def test_a_landmark_is_nobody_where_two_are_named_before() -> None:
    links = [("bought", "acquirer", "Acme"), ("bought", "target", "old diner")]
    [found] = read("Globex and Initech differ. Acme bought the old diner.", links, names={**NAMES, "old diner": "ASSET"}, company="")
    assert found["target"] == "old diner"


@pytest.mark.parametrize(("words", "told"), [
    ("in talks over a $5 million bridge", "exact"), ("in a row over the $5 million note", "exact"), ("raised over $5 million", "over"),
    ("raised well over $5 million", "over"), ("raised over a total of $5 million", "over"),
    ("raised over an additional $5 million", "over")])
def test_talks_over_a_sum_are_not_over_it(words: str, told: str) -> None:
    start = words.index("$")
    assert qualifier(words, start, start + len("$5 million")) == told


@pytest.mark.parametrize(("words", "kind"), [
    ("initial public offer", "ipo"), ("flotation", "ipo"), ("maiden public issue", "ipo"), ("facility", "debt"), ("term facility", "debt"),
    ("subordinated debentures", "debt"), ("rights offering", "equity"), ("placing", "equity"), ("private placement of notes", "debt")])
def test_what_a_round_is_called_tells_its_kind(words: str, kind: str) -> None:
    [found] = read(f"Acme raised $5 million in its {words}.", [*RAISED, ("raised", "round", words)], names={**NAMES, words: "ROUND"})
    assert found["round_type"] == kind


@pytest.mark.parametrize("words", [
    "Vandelay and the venture arm of Initech", "Vandelay and the corporate venture unit of Initech"])
def test_an_arm_that_is_named_by_its_owner_alone_is_that(words: str) -> None:
    links = [*RAISED, ("raised", "investor", "Globex"), ("raised", "investor", "Vandelay"), ("raised", "investor", "Initech")]
    [found] = reports(f"Acme raised $5 million from Globex, {words}.", links, names=NAMES)
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Globex", "Vandelay", "Initech"]


@pytest.mark.parametrize("words", [
    "Founders Jane Roe and John Doe set it up in May; Acme raised $5 million from Globex.",
    "Founder John Doe told me that Acme raised $5 million from Globex.", "CEO John Doe said Acme raised $5 million from Globex."])
def test_who_founded_a_company_or_speaks_for_it_is_no_investor(words: str) -> None:
    links = [*RAISED, ("raised", "investor", "John Doe"), ("raised", "investor", "Globex")]
    [found] = reports(words, links, names={**NAMES, "John Doe": "PERSON", "Jane Roe": "PERSON"})
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Globex"]


@pytest.mark.parametrize("words", [
    "with Vandelay also set to take part", "with Vandelay participating", "while Vandelay joined", "and Vandelay took part"])
def test_who_takes_part_beside_a_lead_does_not_lead(words: str) -> None:
    links = [*RAISED, ("raised", "lead", "Globex"), ("raised", "lead", "Vandelay")]
    [found] = reports(f"Acme raised $5 million. Globex leads, {words}.", links, names=NAMES)
    assert {row["investor"]: row["is_lead"] for row in found.children["funding_investor"]} == {"Globex": True, "Vandelay": False}


@pytest.mark.parametrize(("words", "rounds"), [("with two overseas funds", 1), ("with its second fund", 0)])
def test_who_places_shares_with_funds_raises_money(words: str, rounds: int) -> None:
    text = f"Acme raised a tenth of its shares {words} for $5 million."
    assert len(read(text, RAISED, names=NAMES)) == rounds


def test_a_foundation_that_gives_money_in_a_year_was_not_founded_then() -> None:
    links = [("awarded", "company", "Acme"), ("awarded", "amount", "$5 million"), ("awarded", "date", "2012")]
    text, names = "Acme was awarded $5 million by the Roe Foundation in 2012.", {**NAMES, "awarded": "FUNDING"}
    [row] = read(text, links, names=names, day="2014-06-03")
    assert row["announced_on"].year == 2012


def test_what_was_raised_to_date_is_a_total() -> None:
    [row] = read("Acme raised $5 million from Globex. Its funding to date comes to $21 million.", RAISED, names=NAMES)
    assert (row["amount"], row["stated_total"]) == (5_000_000, 21_000_000)


@pytest.mark.parametrize(("words", "status"), [("confirmed that it is out", "announced"), ("is said to be", "rumoured")])
def test_a_round_that_its_company_confirms_is_no_rumour(words: str, status: str) -> None:
    links = [("raising", "company", "Acme"), ("raising", "amount", "$5 million"), ("raising", "status=rumoured", "raising")]
    [row] = read(f"Acme {words} raising $5 million.", links, names={"Acme": "COMPANY", "raising": "FUNDING"})
    assert row["status"] == status


def test_an_investor_that_is_told_to_lead_leads() -> None:
    text = "Acme raised $5 million from Globex and Vandelay, with Globex leading the round."
    links = [*RAISED, ("raised", "investor", "Globex"), ("raised", "investor", "Vandelay")]
    [found] = reports(text, links, names=NAMES)
    assert {row["investor"]: row["is_lead"] for row in found.children["funding_investor"]} == {"Globex": True, "Vandelay": False}


def test_a_round_that_a_total_includes_is_one() -> None:
    text = "Acme raised $5 million from Globex. It has raised $21 million, including a Series A of $7 million in November 2016."
    rows = read(text, RAISED, names={**NAMES, "Series A": "ROUND"}, day="2019-02-20")
    assert [(row["amount"], row["round_type"]) for row in rows] == [(5_000_000, "unknown"), (7_000_000, "series_a")]


def test_a_sum_that_stands_for_a_kind_of_round_is_its_sum() -> None:
    links = [("came", "company", "Acme"), ("came", "round", "seed"), ("came", "investor", "Globex")]
    text = "Acme thrives. Its seed money, a cheque of $900,000, came from Globex."
    [row] = read(text, links, names={**NAMES, "came": "FUNDING", "seed": "ROUND"})
    assert (row["amount"], row["round_type"]) == (900_000, "seed")


def test_who_comes_in_as_an_angel_does_not_name_the_round() -> None:
    links = [*RAISED, ("raised", "round", "seed"), ("raised", "round", "angel"), ("raised", "investor", "Globex")]
    text = "Acme raised $5 million of seed money. Globex came in as an angel."
    [row] = read(text, links, names={**NAMES, "seed": "ROUND", "angel": "ROUND"})
    assert row["round_type"] == "seed"


def test_who_puts_up_most_of_a_round_invests() -> None:
    links = [("put", "company", "Globex"), ("put", "company", "Acme"), ("put", "amount", "$5 million")]
    text = "Acme has $5 million of new money. Globex put up two-thirds of the money for Acme."
    [found] = reports(text, links, names={**NAMES, "put": "FUNDING"})
    assert (found.values["company"], [row["investor"] for row in found.children["funding_investor"]]) == ("Acme", ["Globex"])


@pytest.mark.parametrize(("words", "rounds"), [("may still take in another", 0), ("has now taken in another", 1)])
def test_what_an_offering_may_still_bring_is_no_round(words: str, rounds: int) -> None:
    verb = words.split()[2]
    links = [(verb, "company", "Acme"), (verb, "amount", "$5 million")]
    assert len(read(f"Acme {words} $5 million.", links, names={**NAMES, verb: "FUNDING"})) == rounds


@pytest.mark.parametrize("text", [
    "A $5 million Series A for Acme, told by Globex.", "Acme makes pumps with a $5 million equity loan from Globex.",
    "With a $5 million seed round led by Globex, Acme plans to hire."])
def test_a_noun_alone_tells_a_round(text: str) -> None:
    kind = next(word for word in ("Series A", "loan", "seed") if word in text)
    word = next(word for word in ("for", "from", "led") if f"{kind} {word}" in text or f"{kind} round {word}" in text)
    links = [(word, "company", "Acme"), (word, "amount", "$5 million")]
    [found] = read(text, links, names={"Acme": "COMPANY", "Globex": "COMPANY", kind: "ROUND"})
    assert (found["company"], found["amount"]) == ("Acme", 5_000_000)


def test_a_loan_that_is_paid_back_is_no_round() -> None:
    links = [("from", "company", "Acme"), ("from", "amount", "$5 million")]
    assert not read("Acme said the $5 million loan from Globex had been repaid.", links,
                    names={"Acme": "COMPANY", "Globex": "COMPANY", "loan": "ROUND"})


def test_what_an_investor_is_called_after_is_not_the_kind_of_the_round() -> None:
    links = [*RAISED, ("raised", "round", "Series B"), ("raised", "investor", "Globex")]
    [found] = read("Acme raised $5 million, also from Series B investor Globex.", links, names={**NAMES, "Series B": "ROUND"})
    assert found["round_type"] == "unknown"


def test_who_only_plans_something_beside_a_round_is_no_investor() -> None:
    links = [*RAISED, ("raised", "investor", "Globex"), ("raised", "investor", "Vandelay")]
    [found] = reports("Acme raised $5 million from Globex, and the Thai group Vandelay has said it will have a plant.", links, names=NAMES)
    assert [row["investor"] for row in found.children["funding_investor"]] == ["Globex"]


def test_the_sum_of_a_round_is_no_price() -> None:
    links = [("raises", "company", "Acme"), ("raises", "amount", "$5 million"), ("buys", "acquirer", "Acme"), ("buys", "target", "Globex")]
    names = {"Acme": "COMPANY", "Globex": "COMPANY", "raises": "FUNDING", "buys": "ACQUISITION"}
    for score, price in ((0.97, None), (0.7, 5_000_000)):
        frames = reports("Acme raises $5 million, buys Globex.", [*links, ("buys", "price", "$5 million")], names=names, score=score)
        assert {row.table: row.values.get("price") for row in frames}["acquisition"] == (price if score < 0.9 else 5_000_000)


@pytest.mark.parametrize(("text", "amount", "kind", "status"), [
    ("Acme is raising 60 mln francs for its bond desk.", "60 mln francs", "unknown", "closed"),
    ("Acme is raising a 60 mln Swiss franc 4-7/8 pct bond.", "60 mln Swiss franc", "debt", "closed"),
    ("Acme is raising 60 mln dlrs of subordinated debentures.", "60 mln dlrs", "debt", "closed"),
    ("Acme is raising 60 mln dlrs. Payment date is June 9.", "60 mln dlrs", "unknown", "announced"),
    ("Acme signed a deal to raising 60 mln dlrs.", "60 mln dlrs", "unknown", "closed"),
    ("Acme signed a deal to receive 60 mln dlrs.", "60 mln dlrs", "unknown", "announced")])
def test_bonds_are_debt_and_what_is_still_to_be_paid_is_announced(text: str, amount: str, kind: str, status: str) -> None:
    word = "receive" if "receive" in text else "raising"
    names = {"Acme": "COMPANY", word: "FUNDING"}
    [found] = read(text, [(word, "company", "Acme"), (word, "amount", amount), (word, "status=closed", word)], names=names)
    assert (found["round_type"], found["status"]) == (kind, status)


def test_who_announces_what_another_raised_raised_nothing() -> None:
    links = [*RAISED, ("raised", "company", "Globex"), ("raised", "amount", "$5 million")]
    [found] = read("Acme, a builder, announced that Globex, a maker of pumps, raised $5 million.", links, names=NAMES, title="News")
    assert found["company"] == "Globex"


@pytest.mark.parametrize(("text", "trigger"), [
    ("Acme redeemed $5 million of its debentures.", "redeemed"), ("Acme of Paris made $5 million last year.", "made"),
    ("Acme has committed $5 million in new investments.", "committed"), ("Acme was recognized with $5 million by Globex.", "recognized")])
def test_who_pays_back_earns_invests_or_is_praised_raises_nothing(text: str, trigger: str) -> None:
    links = [(trigger, "company", "Acme"), (trigger, "amount", "$5 million")]
    assert not read(text, links, names={"Acme": "COMPANY", trigger: "FUNDING"})
