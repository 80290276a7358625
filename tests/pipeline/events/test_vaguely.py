"""Events that words date which name no day, and days that are of another event than the one beside them."""

from datetime import date
from typing import Any

import pytest

from tests.pipeline.read_texts import read

NAMES = {**dict.fromkeys(("Acme", "Globex", "Initech", "Vandelay"), "COMPANY"),
         **dict.fromkeys(("bought", "acquire", "picked", "sale"), "ACQUISITION"), **dict.fromkeys(("raised", "raising", "led"), "FUNDING"),
         "mills": "ASSET", "Series A": "ROUND"}
Links = list[tuple[str, str, str]]
BOUGHT: Links = [("bought", "acquirer", "Acme"), ("bought", "target", "Globex")]
RAISED: Links = [("raised", "company", "Acme"), ("raised", "amount", "$12 million")]


def _rows(text: str, links: Links, day: str = "2020-09-10") -> list[dict[str, Any]]:
    return read(text, [*links, *((verb, "status=closed", verb) for verb in ("raised", "led") if verb in text),
                       *((verb, "status=completed", verb) for verb in ("bought", "picked") if verb in text)],
                names=NAMES, day=day, title="News")


@pytest.mark.parametrize(("text", "day", "precision"), [
    ("Acme, which bought Globex earlier this year, is well.", date(2020, 1, 1), "year"),
    ("Acme bought Globex, a maker of pumps, earlier this month.", date(2020, 9, 1), "month"),
    ("At the start of the year Acme bought Globex.", date(2020, 1, 1), "year"),
    ("Acme bought Globex in the spring.", date(2020, 1, 1), "year"),
    ("Over the summer Acme bought Globex.", date(2020, 1, 1), "year"),
    ("Acme bought Globex last autumn.", date(2019, 1, 1), "year"),
    ("Acme bought Globex last summer.", None, None),
    ("Acme bought Globex several years ago.", None, None),
    ("A decade ago Acme bought Globex.", date(2010, 1, 1), "year"),
    ("Three months after Acme bought Globex it is well.", date(2020, 6, 1), "month"),
    ("Prices fell in the spring and Acme bought Globex.", date(2020, 9, 10), "day"),
    ("Acme bought Globex, which lost its chief earlier this year.", date(2020, 9, 10), "day"),
    ("Acme bought Globex, which makes the Winter collection.", date(2020, 9, 10), "day")])
def test_words_that_name_no_day_date_a_deal_as_precisely_as_they_do(text: str, day: date | None, precision: str | None) -> None:
    [row] = _rows(text, BOUGHT)
    assert (row["announced_on"], row["date_precision"]) == (day, precision)


@pytest.mark.parametrize("text", [
    "The hire comes two years after Acme raised $12 million.", "It came two years after the company's $12 million raised by Acme."])
def test_a_round_is_as_long_ago_as_the_words_before_it_say(text: str) -> None:
    [row] = _rows(text, RAISED)
    assert row["announced_on"] == date(2018, 1, 1)


def test_what_may_be_to_come_has_no_season_that_is_past() -> None:
    links = [("acquire", "acquirer", "Acme"), ("acquire", "target", "Globex"), ("acquire", "status=proposed", "acquire")]
    [row] = _rows("Acme plans to acquire Globex in the spring.", links)
    assert row["announced_on"] == date(2020, 9, 10)


@pytest.mark.parametrize("text", [
    "Acme, which raised $12 million in February 2015, is raising $30 million.",
    "Acme is raising $30 million from Vandelay, which first backed it in February 2015."])
def test_a_day_of_a_clause_about_a_party_is_not_that_of_the_news(text: str) -> None:
    links = [*RAISED, ("raising", "company", "Acme"), ("raising", "amount", "$30 million"), ("raising", "date", "February 2015")]
    [news] = [row for row in _rows(text, [link for link in links if link[0] in text and link[2] in text])
              if row["amount"] == 30_000_000]
    assert news["announced_on"] == date(2020, 9, 10)


@pytest.mark.parametrize(("clause", "day"), [(" in February 2015", date(2015, 2, 1)), ("", None)])
def test_a_round_of_a_clause_about_an_investor_has_no_sum_of_the_news(clause: str, day: date | None) -> None:
    text = f"Acme is raising $30 million from Vandelay, which led its Series A{clause}, and from Globex."
    links = [("raising", "company", "Acme"), ("raising", "amount", "$30 million"), ("raising", "lead", "Vandelay"),
             ("led", "company", "Acme"), ("led", "amount", "$30 million"), ("led", "lead", "Vandelay"), ("led", "round", "Series A"),
             ("raising", "status=announced", "raising"), *([("led", "date", "February 2015")] if day else [])]
    news, before = _rows(text, links)
    assert (news["amount"], news["round_type"], news["announced_on"]) == (30_000_000, "unknown", date(2020, 9, 10))
    assert (before["amount"], before["round_type"], before["announced_on"], before["status"]) == (None, "series_a", day, "closed")


@pytest.mark.parametrize("text", [
    "In January Acme bought Globex; in June, Acme picked up Initech.",
    "Acme bought Globex in January; in June Acme picked up Initech."])
def test_of_several_days_each_deal_has_that_of_its_clause(text: str) -> None:
    links = [*BOUGHT, ("picked", "acquirer", "Acme"), ("picked", "target", "Initech")]
    days = {row["target"]: row["announced_on"] for row in _rows(text, links)}
    assert days == {"Globex": date(2020, 1, 1), "Initech": date(2020, 6, 1)}


@pytest.mark.parametrize("text", [
    "On Tuesday Acme said it had bought Globex for $60 million. Globex had put itself up in May 2018.",
    "Acme has bought Globex for $60 million. Acme paid $25 million for a mill in May 2018.",
    "Acme has bought Globex for $60 million. Acme picked up Initech in May 2018."])
def test_an_old_day_of_another_sentence_is_not_that_of_the_news(text: str) -> None:
    links = [*BOUGHT, ("bought", "price", "$60 million"), ("bought", "date", "May 2018")]
    links += [("picked", "acquirer", "Acme"), ("picked", "target", "Initech"), ("picked", "date", "May 2018")] if "picked" in text else []
    assert (date(2020, 9, 10) - {row["target"]: row["announced_on"] for row in _rows(text, links)}["Globex"]).days < 7


def test_a_day_on_which_something_was_put_up_for_sale_dates_no_deal() -> None:
    links = [*BOUGHT, ("sale", "target", "Globex"), ("bought", "date", "May 2018")]
    [row] = _rows("Acme has bought Globex. Globex was put up for sale in May 2018.", links)
    assert row["announced_on"] == date(2020, 9, 10)
