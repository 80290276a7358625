"""Who only places shares or advises, what the market values, what is called off, and who invests as a private equity firm."""

import pytest

from tests.pipeline.read_texts import read, reports

NAMES = {**dict.fromkeys(("Acme", "Globex", "Initech", "Nimble"), "COMPANY"), "raised": "FUNDING", "invested": "FUNDING",
         **dict.fromkeys(("merger", "talks", "deal", "buy"), "ACQUISITION")}


@pytest.mark.parametrize(("text", "investors"), [
    ("Acme raised $6 million in a placing by Globex with institutions.", []), ("Acme raised $6 million. Globex underwrote the issue.", []),
    ("Acme raised $6 million; Globex acted as sole bookrunner.", []), ("Acme raised $6 million from funds managed by Globex.", ["Globex"]),
    ("Acme raised $6 million in a private placement led by Globex.", ["Globex"])])
def test_who_places_the_shares_is_no_investor(text: str, investors: list[str]) -> None:
    links = [("raised", "company", "Acme"), ("raised", "amount", "$6 million"), ("raised", "investor", "Globex")]
    [found] = reports(text, links, names=NAMES, title="News")
    assert [row["investor"] for row in found.children["funding_investor"]] == investors


def test_a_private_equity_firm_that_invests_raises_no_fund() -> None:
    text = "Private equity firm Globex has invested $6 million in Acme."
    links = [("invested", "company", "Acme"), ("invested", "amount", "$6 million"), ("invested", "investor", "Globex")]
    assert len(read(text, links, names=NAMES, title="News")) == 1
    links = [("raised", "company", "Globex"), ("raised", "amount", "$6 million")]
    assert not read("Private equity firm Globex has raised $6 million.", links, names=NAMES, title="News")


@pytest.mark.parametrize(("text", "price"), [
    ("Acme is in talks to buy Globex. The shares were up 41p at 274p, valuing Globex at about £120 million.", None),
    ("Acme is in talks to buy Globex at 274p a share, valuing Globex at about £120 million.", 120_000_000)])
def test_what_the_market_says_is_no_price(text: str, price: int | None) -> None:
    links = [("buy", "acquirer", "Acme"), ("buy", "target", "Globex"), ("buy", "price", "£120 million")]
    [found] = read(text, links, names=NAMES, title="News")
    assert found["price"] == price


@pytest.mark.parametrize(("words", "status"), [
    ("have called off their $1.3 billion merger", "terminated"), ("have abandoned the planned merger", "terminated"),
    ("ended talks with Nimble and agreed on a merger", "agreed")])
def test_what_is_called_off_right_before_is_ended(words: str, status: str) -> None:
    text = f"Acme and Globex {words}. The all-share deal was struck in August."
    links = [(trigger, role, player) for trigger in ("merger", "deal") for role, player in (("acquirer", "Acme"), ("target", "Globex"))]
    links += [("merger", "status=agreed", "merger"), ("deal", "status=agreed", "deal")]
    [found] = read(text, links, names=NAMES, day="2020-11-09", title="News")
    assert found["status"] == status
