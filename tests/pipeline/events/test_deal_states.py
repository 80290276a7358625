"""How far a deal has come and when it was, where the trained component says less or something else than the words do."""

from datetime import date
from typing import Any

import pytest

from tests.pipeline.read_texts import read

NAMES = {"Quillmoor Plc": "COMPANY", "Tarn Leisure": "COMPANY",
         **dict.fromkeys(("acquire", "offer", "merger", "acquisition", "bought", "sale"), "ACQUISITION")}


def deal(text: str, *more: tuple[str, str], status: str = "agreed", day: str = "1987-10-20") -> dict[str, Any]:
    """The deal of a text whose triggers all have one status by the relation component."""
    triggers = [word for word, label in NAMES.items() if label == "ACQUISITION" and word in text]
    links = [(word, role, player) for word in triggers for role, player in (("acquirer", "Quillmoor Plc"), ("target", "Tarn Leisure"))]
    links += [(word, f"status={status}", word) for word in triggers] + [(triggers[0], *one) for one in more]
    [row] = (row for row in read(text, links, names=NAMES, day=day, title="News") if "acquirer" in row)
    return row


@pytest.mark.parametrize(("text", "told", "status"), [
    ("Quillmoor Plc agreed in principle to acquire Tarn Leisure. The acquisition will add to its turnover.", "agreed", "proposed"),
    ("Quillmoor Plc agreed in principle to acquire Tarn Leisure. The acquisition is now definitive.", "agreed", "agreed"),
    ("Quillmoor Plc signed a letter of intent to acquire Tarn Leisure, subject to negotiation of a definitive agreement.",
     "agreed", "proposed"),
    ("Quillmoor Plc has an option to acquire Tarn Leisure.", "agreed", "proposed"),
    ("Quillmoor Plc is buying a quarter and has an option to acquire Tarn Leisure.", "agreed", "agreed"),
    ("Quillmoor Plc signed a definitive agreement to acquire Tarn Leisure.", "proposed", "agreed"),
    ("Quillmoor Plc has proposed a merger with Tarn Leisure.", "rumoured", "proposed"),
    ("Quillmoor Plc has renewed its offer for Tarn Leisure which was withdrawn last week.", "terminated", "proposed"),
    ("Quillmoor Plc said its offer for Tarn Leisure has expired and it had accepted 2.3 mln shares.", "proposed", "completed"),
    ("Quillmoor Plc said its offer for Tarn Leisure has been extended.", "proposed", "proposed"),
    ("Quillmoor Plc grew by its recent acquisition of Tarn Leisure.", "agreed", "completed"),
    ("Shareholders will vote on the proposed merger of Quillmoor Plc with Tarn Leisure.", "rumoured", "proposed"),
    ("Brokers spoke of a possible proposed merger of Quillmoor Plc with Tarn Leisure.", "rumoured", "rumoured"),
    ("Quillmoor Plc was discussing the possible merger of its mills with Tarn Leisure.", "agreed", "rumoured"),
    ("Quillmoor Plc agreed to acquire Tarn Leisure. Quillmoor Plc had been considering a merger for long.", "agreed", "agreed"),
    ("Quillmoor Plc, whose chief has been trying to acquire Tarn Leisure, declined to comment.", "denied", "proposed"),
    ("Quillmoor Plc is not trying to acquire Tarn Leisure.", "denied", "denied"),
    ("Quillmoor Plc is discontinuing its efforts to acquire Tarn Leisure.", "proposed", "terminated"),
    ("Quillmoor Plc has suspended its plan to acquire Tarn Leisure.", "agreed", "terminated"),
    ("Quillmoor Plc ended its efforts to block the merger with Tarn Leisure.", "agreed", "agreed"),
    ("Quillmoor Plc has decided not to proceed with the acquisition of Tarn Leisure.", "completed", "terminated"),
    ("Quillmoor Plc is no longer seeking to acquire Tarn Leisure.", "denied", "terminated"),
    ("Quillmoor Plc said its agreement to acquire Tarn Leisure has lapsed.", "agreed", "terminated"),
    ("A court has blocked Quillmoor Plc's acquisition of Tarn Leisure.", "completed", "terminated"),
    ("Quillmoor Plc declined to comment on reports that it will acquire Tarn Leisure.", "denied", "rumoured"),
    ("Quillmoor Plc has exercised an option to acquire Tarn Leisure.", "agreed", "completed"),
    ("Quillmoor Plc paid about 12 mln dlrs in July to acquire Tarn Leisure.", "agreed", "completed"),
    ("Goods sold prior to the closing of the acquisition of Tarn Leisure by Quillmoor Plc are insured.", "agreed", "completed"),
    ("On May 16, the date of the acquisition of Tarn Leisure by Quillmoor Plc, it was written off.", "agreed", "completed"),
    ("It will be run by Quillmoor Plc after the closing of the acquisition of Tarn Leisure.", "agreed", "agreed"),
    ("Quillmoor Plc's offer for Tarn Leisure became unconditional on October 3.", "proposed", "completed"),
    ("Quillmoor Plc could over four years acquire the rest of Tarn Leisure.", "completed", "rumoured")])
def test_the_words_say_how_far_a_deal_has_come(text: str, told: str, status: str) -> None:
    assert deal(text, status=told)["status"] == status


@pytest.mark.parametrize(("text", "when", "day"), [
    ("Quillmoor Plc extended its offer for Tarn Leisure to midnight October 30.", "October 30", date(1987, 10, 20)),
    ("Quillmoor Plc has made an offer for Tarn Leisure on March 3.", "March 3", date(1987, 3, 3)),
    ("Quillmoor Plc bought shares of Tarn Leisure since March 3.", "March 3", date(1987, 10, 20)),
    ("Quillmoor Plc bought Tarn Leisure between March 3 and 16.", "March 3", date(1987, 10, 20)),
    ("Quillmoor Plc, which changed its name in April from Tarn, bought Tarn Leisure.", "April", date(1987, 10, 20)),
    ("Quillmoor Plc has had approval of the sale of Tarn Leisure in April.", "April", date(1987, 10, 20)),
    ("Quillmoor Plc agreed to the sale of Tarn Leisure, which will be completed in April.", "April", date(1987, 10, 20)),
    ("Quillmoor Plc agreed to acquire Tarn Leisure, which filed a bankruptcy petition in April.", "April", date(1987, 10, 20))])
def test_a_day_of_something_else_dates_no_deal(text: str, when: str, day: date) -> None:
    assert deal(text, ("date", when))["announced_on"] == day


@pytest.mark.parametrize(("text", "day"), [
    ("Shares rose.\n    Last month, Quillmoor Plc made an offer for Tarn Leisure.", date(1987, 9, 1)),
    ("Shares rose. On September 5, Quillmoor Plc bought Tarn Leisure.", date(1987, 9, 5)),
    ("It spent much on deals during 1986, the largest of which was the acquisition by Quillmoor Plc of Tarn Leisure.", date(1986, 1, 1)),
    ("Shares rose. On November 5, Quillmoor Plc is to acquire Tarn Leisure.", date(1987, 10, 20))])
def test_a_day_that_opens_the_sentence_dates_its_deal(text: str, day: date) -> None:
    assert deal(text)["announced_on"] == day


def test_the_day_of_another_bid_is_not_that_of_the_last() -> None:
    text = "Quillmoor Plc raised its offer for Tarn Leisure to 35 dlrs a share. On October 15 it said it might pay 33 dlrs a share."
    assert deal(text, ("per_share", "35 dlrs"), ("date", "October 15"))["announced_on"] == date(1987, 10, 20)
    text = "Quillmoor Plc raised its offer for Tarn Leisure to 35 dlrs a share. It told of this on October 15."
    assert deal(text, ("per_share", "35 dlrs"), ("date", "October 15"))["announced_on"] == date(1987, 10, 15)
