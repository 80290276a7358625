"""When an event was, who acted in it and which sentences tell of it: days of background deals, stakes before a bid, digests, counts of
deals, losses.
"""

from datetime import date
from typing import Any

import pytest

from rie.pipeline.events.across import without_echoes
from rie.pipeline.frame import Frame
from tests.pipeline.events.test_frames import Story, usd
from tests.pipeline.read_texts import PACK, read, reports

NAMES = {**dict.fromkeys(("Acme", "Globex", "Initech", "Vandelay", "Umbrella"), "COMPANY"),
         **dict.fromkeys(("bought", "sale", "bid", "merger", "took", "purchase", "sell"), "ACQUISITION"), "mills": "ASSET"}
Links = list[tuple[str, str, str]]
BOUGHT: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "Globex")]


def _deals(text: str, links: Links, score: float = 0.97) -> list[dict[str, Any]]:
    return [dict(report.values) for report in reports(text, links, names=NAMES, day="2020-06-10", title="News", score=score)]


@pytest.mark.parametrize(("text", "day"), [
    ("Last year Acme bought Globex from its founder.", date(2019, 1, 1)),
    ("Acme is well. In 2016, Acme bought Globex.", date(2016, 1, 1)),
    ("Acme bought Globex in 2016 and has kept its name.", date(2016, 1, 1)),
    ("Acme bought Globex, whose 2019 accounts show a loss.", date(2020, 6, 10)),
    ("Acme bought Globex, a maker of pumps since 2016.", date(2020, 6, 10))])
def test_a_year_dates_a_deal_where_it_opens_the_sentence_or_is_its_only_time(text: str, day: date) -> None:
    [deal] = _deals(text, BOUGHT)
    assert deal["announced_on"] == day


def test_a_month_right_behind_a_deal_dates_it() -> None:
    links = [("sale", "seller", "Acme"), ("sale", "target", "mills")]
    [deal] = _deals("Acme told of the sale in May 2020 of its mills.", links)
    assert deal["announced_on"] == date(2020, 5, 1)


def test_a_year_of_another_event_dates_none_beside_it() -> None:
    text = "Acme, which bought Globex in 2016, has made a bid for Initech."
    links = [*BOUGHT, ("bought", "date", "2016"), ("bid", "acquirer", "Acme"), ("bid", "target", "Initech")]
    days = {deal["target"]: deal["announced_on"] for deal in _deals(text, links)}
    assert days == {"Globex": date(2016, 1, 1), "Initech": date(2020, 6, 10)}


def test_a_stake_bought_well_before_a_bid_is_a_deal_of_its_own() -> None:
    text = "Acme has made a bid of $40 million for Globex. In February Acme bought 15 percent of Globex from Vandelay."
    links = [("bid", "acquirer", "Acme"), ("bid", "target", "Globex"), ("bid", "price", "$40 million"), *BOUGHT,
             ("bought", "stake", "15 percent"), ("bought", "seller", "Vandelay"), ("bought", "date", "February")]
    deals = {deal["announced_on"]: (deal["price"], deal["stake_percent"]) for deal in _deals(text, links)}
    assert deals == {date(2020, 6, 10): (40_000_000, None), date(2020, 2, 1): (None, 15)}


def test_a_bid_agreed_in_another_month_stays_one_deal() -> None:
    text = "Acme has ended its bid of $40 million for Globex. Acme had bought Globex for $31 a share in February."
    links = [("bid", "acquirer", "Acme"), ("bid", "target", "Globex"), ("bid", "price", "$40 million"), *BOUGHT,
             ("bought", "per_share", "$31"), ("bought", "date", "February")]
    assert len(_deals(text, links)) == 1


@pytest.mark.parametrize(("text", "acquirer"), [
    ("Acme is patient. It took over Globex in 2016.", "Acme"), ("Acme, which last year bought Globex, is patient.", "Acme"),
    ("Acme also bought Globex.", "Acme"), ("The pumps of Acme, bought by Globex, run well.", None),
    ("Acme ran the mills, and Globex was bought in May.", None)])
def test_who_stands_right_before_an_active_verb_buys(text: str, acquirer: str | None) -> None:
    trigger = "took" if " took " in text else "bought"
    found = _deals(text, [(trigger, "target", "Globex")])
    assert [deal["acquirer"] for deal in found] == ([acquirer] if acquirer else [])


def test_of_whom_something_was_bought_is_not_what_was_bought() -> None:
    assert not _deals("Acme runs mills, which Acme bought from the Dutch builder Globex.", BOUGHT)


def test_who_makes_a_brand_does_not_sell_its_name() -> None:
    text = "Acme bought Globex, the maker of Initech's pies."
    [deal] = _deals(text, [*BOUGHT, ("bought", "seller", "Initech")])
    assert deal["seller"] is None


def test_a_sentence_that_counts_deals_tells_none() -> None:
    text = "Acme will bid for Globex. It is the second purchase this year for Acme, after Initech by Vandelay."
    links = [("purchase", "acquirer", "Acme"), ("purchase", "target", "Initech"), ("purchase", "seller", "Vandelay")]
    assert not _deals(text, links)
    assert _deals("The purchase of Initech by Acme was told of.", links[:2])


def test_the_paragraphs_of_a_digest_tell_of_their_own() -> None:
    text = ("Acme will sell its mills to its managers.\n\nVandelay told of a merger with a rival.\n\nGlobex has moved.\n\n"
            "Umbrella is patient.")
    links = [("sell", "seller", "Acme"), ("sell", "target", "mills"), ("merger", "acquirer", "Vandelay")]
    [deal] = _deals(text, links)
    assert (deal["acquirer"], deal["seller"]) == (None, "Acme")
    [deal] = _deals(text.replace("\n\n", " "), links)
    assert deal["acquirer"] == "Vandelay"


@pytest.mark.parametrize(("text", "status"), [
    ("Acme agreed in principle to sell its mills.", "proposed"), ("Acme has signed a letter of intent to sell its mills.", "proposed"),
    ("Acme agreed to sell its mills.", "agreed"), ("Acme signed a definitive pact, after one in principle, to sell its mills.", "agreed")])
def test_an_agreement_in_principle_is_none_yet(text: str, status: str) -> None:
    links = [("sell", "seller", "Acme"), ("sell", "target", "mills"), ("sell", "status=agreed", "sell")]
    [deal] = _deals(text, links)
    assert deal["status"] == status


ROUND = {"Acme": "COMPANY", "Globex": "COMPANY", "Highland": "COMPANY", "raised": "FUNDING", "loses": "FUNDING", "led": "FUNDING",
         "equity": "ROUND", "Series C": "ROUND"}


def test_a_loss_is_no_round_and_leaves_the_round_alone() -> None:
    text = "Acme loses $3 million. Acme raised $15 million."
    links = [("loses", "company", "Acme"), ("loses", "amount", "$3 million"), ("raised", "company", "Acme"),
             ("raised", "amount", "$15 million")]
    assert [found["amount"] for found in read(text, links, names=ROUND, title="News")] == [15_000_000]


def test_a_telling_kind_wins_over_a_vague_one() -> None:
    text = "Acme raised $40 million in fresh equity. Globex led the Series C round."
    links = [("raised", "company", "Acme"), ("raised", "amount", "$40 million"), ("raised", "round", "equity"), ("led", "company", "Acme"),
             ("led", "lead", "Globex"), ("led", "round", "Series C")]
    [found] = read(text, links, names=ROUND, title="News")
    assert found["round_type"] == "series_c"


def test_angels_are_not_called_by_where_they_live() -> None:
    text = "Acme raised $40 million from Highland business angels."
    links = [("raised", "company", "Acme"), ("raised", "amount", "$40 million"), ("raised", "investor", "Highland")]
    [found] = reports(text, links, names=ROUND, title="News")
    assert found.children["funding_investor"] == ()


def test_all_that_was_raised_is_no_valuation() -> None:
    text = "Acme raised $4 million. Acme said its total funding to date now stands at $23 million."
    links = [("raised", "company", "Acme"), ("raised", "amount", "$4 million"), ("raised", "valuation", "$23 million")]
    [found] = read(text, links, names=ROUND, title="News")
    assert (found["valuation"], found["stated_total"]) == (None, 23_000_000)


def _echoes(**roles: int) -> int:
    """How many rounds are left of one with a sum and one with other roles, of Acme and Globex."""
    story = Story()
    acme, globex, money = story.add("COMPANY", "Acme"), story.add("COMPANY", "Globex"), story.add("MONEY", "$5m", value=usd(5_000_000))
    notes, day = story.add("ROUND", "notes"), story.add("DATE", "May")
    told = Frame("funding_round", 0, roles={"company": [(acme, 0.9)], "lead": [(globex, 0.9)], "amount": [(money, 0.9)]})
    named = {"company": acme, "lead": globex, "amount": money, "round": notes, "date": day}
    other = Frame("funding_round", 0, roles={role: [(named[role], 0.9)] for role in roles})
    return len(without_echoes(PACK, [told, other], story.items))


def test_a_round_with_neither_sum_nor_day_nor_others_is_the_one_told_before() -> None:
    assert _echoes(company=1, lead=1, round=1) == 1
    assert _echoes(company=1, lead=1, amount=1) == 2
    assert _echoes(company=1, lead=1, round=1, date=1) == 2
    assert _echoes(company=1, round=1) == 2


@pytest.mark.parametrize(("text", "status", "told"), [
    ("Acme has ended talks about a sale to an American suitor.", "terminated", 1), ("Acme denied that a sale is near.", "denied", 1),
    ("Acme is told to be near a sale.", "completed", 0)])
def test_a_sale_that_is_off_or_only_talked_of_needs_no_buyer(text: str, status: str, told: int) -> None:
    links = [("sale", "target", "Acme"), ("sale", f"status={status}", "sale")]
    assert [deal["target"] for deal in _deals(text, links)] == ["Acme"] * told


def test_a_takeover_of_a_name_that_another_deal_tells_needs_a_buyer() -> None:
    links = [*BOUGHT, ("sale", "target", "Globex"), ("sale", "status=terminated", "sale")]
    assert len(_deals("Acme bought Globex.\n\nLast month Globex had ended talks about a sale.", links)) == 1


@pytest.mark.parametrize(("text", "model", "status"), [
    ("Acme has made an indicative bid for Globex, whose board is considering it.", "rumoured", "proposed"),
    ("Acme is said to have made a possible bid for Globex.", "rumoured", "rumoured"),
    ("Globex turned away a takeover bid from Acme last night.", "terminated", "proposed"),
    ("Globex turned away a bid from Acme, which was withdrawn.", "terminated", "terminated"),
    ("Shareholders of Globex voted 94 per cent in favour of its sale to Acme.", "completed", "agreed"),
    ("Globex completed its sale to Acme.", "completed", "completed")])
def test_a_bid_that_is_made_or_turned_down_and_a_deal_that_is_voted_on_are_that(text: str, model: str, status: str) -> None:
    trigger = "bid" if "bid" in text else "sale"
    links = [(trigger, "acquirer", "Acme"), (trigger, "target", "Globex"), (trigger, f"status={model}", trigger)]
    assert [deal["status"] for deal in _deals(text, links)] == [status]
