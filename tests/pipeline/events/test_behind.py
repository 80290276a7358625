"""What sentences around an event add to it: who leads or lends, its type, its day and whether it is over."""

from datetime import date

import pytest

from tests.pipeline.read_texts import read, reports

NAMES = {"Acme": "COMPANY", "Globex": "COMPANY", "Vandelay": "COMPANY", "Initech": "COMPANY", "raised": "FUNDING", "received": "FUNDING",
         "signed": "FUNDING", "put": "FUNDING", "bought": "ACQUISITION", "acquisition": "ACQUISITION", "Series B": "ROUND", "seed": "ROUND",
         "acquired": "ACQUISITION"}
RAISED = [("raised", "company", "Acme"), ("raised", "amount", "$5 million")]


def _investors(text: str, links: list[tuple[str, str, str]], score: float = 0.9) -> dict[str, bool | None]:
    [found] = reports(text, links, names=NAMES, score=score)
    return {str(row["investor"]): row["is_lead"] for row in found.children["funding_investor"]}


@pytest.mark.parametrize("words", [
    "Globex is the lender.", "Globex served as sole investor.", "The lender is Globex.", "The money comes from Globex.",
    "Globex was the only backer."])
def test_a_sentence_of_its_own_tells_who_gives_the_money(words: str) -> None:
    assert list(_investors(f"Acme raised $5 million. {words}", RAISED)) == ["Globex"]


@pytest.mark.parametrize("words", [
    "Globex is the landlord.", "A rival is Globex.", "Globex is a lender in Ohio.", "Globex is the lender that Acme left last year."])
def test_who_is_named_behind_a_round_is_no_investor_by_that(words: str) -> None:
    assert "Globex" not in _investors(f"Acme raised $5 million. {words}", RAISED) or "left" in words


@pytest.mark.parametrize("words", [
    "; the lead came from Globex, and Vandelay joined", ", with Globex in the lead and Vandelay too",
    ". Globex was in front, beside Vandelay",
    " from a group headed by Globex with Vandelay", ", Globex acting as lead investor, Vandelay following"])
def test_the_words_around_a_name_say_that_it_leads(words: str) -> None:
    links = [*RAISED, ("raised", "investor", "Globex"), ("raised", "investor", "Vandelay")]
    assert _investors(f"Acme raised $5 million{words}.", links) == {"Globex": True, "Vandelay": False}


def test_two_lead_jointly_though_the_component_is_not_sure() -> None:
    links = [*RAISED, ("raised", "lead", "Globex"), ("raised", "lead", "Vandelay")]
    found = _investors("Acme raised $5 million, with Globex and Vandelay jointly in the lead.", links, score=0.61)
    assert found == {"Globex": True, "Vandelay": True}


@pytest.mark.parametrize(("words", "told"), [
    ("It is a Series B today.", "series_b"), ("The round was its Series B today.", "series_b"),
    ("This is, the founder says, a Series B today.", "series_b"),
    ("The money was a late Series B today.", "series_b"), ("The cheque is also the first Series B of the town.", "series_b"),
    ("The founder dreams of a Series B today.", "unknown")])
def test_a_sentence_of_its_own_tells_the_type(words: str, told: str) -> None:
    [found] = read(f"Acme raised $5 million. {words}", RAISED, names=NAMES)
    assert found["round_type"] == told


@pytest.mark.parametrize("words", [
    "The contract bears the date of May 3, 2019.", "The agreement was executed on May 3, 2019.", "The round closed on May 3, 2019.",
    "The sale closed on May 3, 2019.", "The financing took effect on May 3, 2019."])
def test_a_sentence_of_its_own_tells_the_day(words: str) -> None:
    [found] = read(f"Acme raised $5 million. {words}", RAISED, names=NAMES, day="2019-05-20")
    assert found["announced_on"] == date(2019, 5, 3)


@pytest.mark.parametrize(("text", "day"), [
    ("On May 3, 2019, Acme and Globex shook hands. Acme raised $5 million.", date(2019, 5, 3)),
    ("Acme said yes on Friday. The firm raised $5 million.", date(2019, 5, 3)),
    ("Acme raised $5 million, its boss told staff yesterday.", date(2019, 5, 5)),
    ("Acme shares closed at $5 on Friday. Acme raised $5 million.", date(2019, 5, 6)),
    ("On April 3, 2019, Acme moved house. Acme raised $5 million.", date(2019, 5, 6)),
    ("Globex said yes on Friday. Acme raised $5 million.", date(2019, 5, 6)),
    ("Acme said yes on Friday.\n\nAcme raised $5 million.", date(2019, 5, 6)),
])
def test_the_sentence_or_the_one_before_tells_the_day_of_news(text: str, day: date) -> None:
    [found] = read(text, RAISED, names=NAMES, day="2019-05-06")
    assert found["announced_on"] == day


def test_the_day_of_an_event_goes_before_that_of_the_news() -> None:
    text = "Acme today reported that on May 3, 2019 it signed for $5 million."
    links = [("signed", "company", "Acme"), ("signed", "amount", "$5 million"), ("signed", "date", "today"),
             ("signed", "date", "May 3, 2019")]
    [found] = read(text, links, names=NAMES, day="2019-05-06")
    assert found["announced_on"] == date(2019, 5, 3)


@pytest.mark.parametrize(("words", "status"), [
    ("Closing is expected on February 8.", "announced"), ("The offering is expected to close on February 8.", "announced"),
    ("Completion of the placement is anticipated in May.", "announced"), ("Settlement is scheduled for Friday.", "announced"),
    ("The financing is subject to nothing and is expected to close soon.", "closed"),
    ("The founder expects to close a deal soon.", "closed")])
def test_a_round_that_is_to_close_is_announced(words: str, status: str) -> None:
    [found] = read(f"Acme raised $5 million. {words}", RAISED, names=NAMES)
    assert found["status"] == status


@pytest.mark.parametrize(("words", "status"), [
    ("completed its previously announced acquisition", "completed"), ("has closed its acquisition", "completed"),
    ("today announced the completion of its acquisition", "completed"), ("consummated the pending acquisition", "completed"),
    ("expects to complete its acquisition", "completed")])
def test_a_deal_that_is_done_is_completed_whatever_agreement_it_rests_on(words: str, status: str) -> None:
    links = [("acquisition", "acquirer", "Acme"), ("acquisition", "target", "Globex"), ("acquisition", "status=agreed", "acquisition")]
    [found] = read(f"Acme {words} of Globex under a merger agreement.", links, names=NAMES)
    assert found["status"] == (status if "expects" not in words else "agreed")


def test_an_older_round_of_the_same_sentence_is_another() -> None:
    text = "On May 3, 2019 Acme received $5 million from Globex, which put up the seed money in 2015."
    links = [("received", "company", "Acme"), ("received", "amount", "$5 million"), ("received", "investor", "Globex"),
             ("received", "date", "May 3, 2019"), ("put", "round", "seed"), ("put", "date", "2015"), ("put", "investor", "Globex")]
    found = reports(text, links, names=NAMES, day="2019-05-06", score=0.97, company="")
    assert [(one.values["round_type"], one.values["amount"]) for one in found] == [("unknown", 5_000_000), ("seed", None)]


def test_who_sells_one_thing_may_have_bought_another() -> None:
    text = "Acme sold Globex. For Acme it was time. In 1997 the company bought Initech."
    links = [("sold", "seller", "Acme"), ("sold", "target", "Globex"), ("bought", "acquirer", "the company"),
             ("bought", "target", "Initech")]
    found = read(text, links, names={**NAMES, "sold": "ACQUISITION"}, company="")
    assert [(one["seller"], one["acquirer"], one["target"]) for one in found if one["target"] == "Initech"] == [(None, "Acme", "Initech")]


@pytest.mark.parametrize(("words", "title", "buyer"), [
    ("We paid cash.", "Acme grows", ["Acme"]), ("It paid cash.", "Acme grows", []), ("We paid cash.", "Initech grows", []),
    ("We paid cash.", "A year of growth", []), ("We paid cash.", "Acme and Globex grow", [])])
def test_we_are_the_buyer_where_nobody_else_is_named(words: str, title: str, buyer: list[str]) -> None:
    text = f"Initech was acquired in May. {words} Acme does well."
    found = reports(text, [("acquired", "target", "Initech")], names=NAMES, title=title, company="")
    assert [one.values["acquirer"] for one in found] == buyer


@pytest.mark.parametrize(("words", "day"), [
    ("Acme should close the acquisition of Initech in the third quarter", date(2019, 5, 16)),
    ("Acme expects to complete its acquisition of Initech in the third quarter", date(2019, 5, 16)),
    ("Acme announced its acquisition of Initech in the third quarter", date(2018, 7, 1))])
def test_when_a_deal_is_to_close_is_not_when_it_was_told(words: str, day: date) -> None:
    links = [("acquisition", "acquirer", "Acme"), ("acquisition", "target", "Initech"), ("acquisition", "date", "third quarter")]
    [found] = read(f"{words}.", links, names=NAMES, day="2019-05-16")
    assert found["announced_on"] == day


WORTH = [
    "The investment gives the eleven-strong company a paper value of $90 million.", "On that basis the company is worth $90 million.",
    "At that price the company will have a market value of $90 million.", "The money values Globex at about $90 million.",
    "The deal sets a value of $90 million on the firm.", "The terms imply a valuation of $90 million.",
    "That makes the start-up worth some $90 million."]


@pytest.mark.parametrize("words", WORTH)
def test_a_sentence_of_its_own_tells_in_words_what_the_company_is_worth(words: str) -> None:
    [found] = read(f"Globex raised $5 million from Acme. {words}", RAISED, names=NAMES)
    assert found["valuation"] == 90_000_000


@pytest.mark.parametrize("words", [
    "A year ago the company was valued at $90 million.", "The market is worth $90 million.", "The last round valued Globex at $90 million.",
    "It has a contract with a value of $90 million.", "Rivals have a market value of $90 million."])
def test_what_else_is_worth_a_sum_is_no_valuation(words: str) -> None:
    [found] = read(f"Globex raised $5 million from Acme. {words}", RAISED, names=NAMES)
    assert found["valuation"] is None


@pytest.mark.parametrize(("words", "kind"), [
    ("Globex raised $5 million from business angels in Surrey.", "angel"),
    ("Globex raised $5 million from a group of local angels.", "angel"),
    ("Globex raised $5 million, which it borrowed from Acme.", "debt"), ("Globex raised $5 million from Acme Angels.", "unknown"),
    ("Globex raised $5 million from angels and venture funds.", "unknown")])
def test_the_words_around_a_sum_tell_the_kind_of_the_round(words: str, kind: str) -> None:
    [found] = read(words, [("raised", "company", "Globex"), ("raised", "amount", "$5 million")], names=NAMES)
    assert found["round_type"] == kind


@pytest.mark.parametrize(("words", "values"), [
    ("Globex bought Acme, aiming to lift its stake to 51 per cent.", (None, 51)),
    ("Globex bought Acme to increase its holding in the maker from 20% to 51%.", (None, 51)),
    ("Globex bought Acme. Holders get cash and shares, a package worth $31.40 a share.", (31.4, None)),
    ("Globex bought Acme. Its shares closed at $31.40 a share.", (None, None))])
def test_the_words_around_a_figure_tell_a_stake_and_what_a_share_is_bought_for(words: str, values: tuple[float, int]) -> None:
    [found] = read(words, [("bought", "acquirer", "Globex"), ("bought", "target", "Acme")], names={**NAMES, "bought": "ACQUISITION"})
    told = (found["price_per_share"] and float(found["price_per_share"]), found["stake_percent"] and int(found["stake_percent"]))
    assert told == values
