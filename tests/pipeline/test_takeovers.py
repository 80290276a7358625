"""Deals as a news wire tells them: names in brackets, owners of units, the same deal told again, who approves and who sells down."""

from collections.abc import Mapping
from typing import Any

import pytest

from rie.pipeline.events.again import told_anew
from rie.pipeline.frame import Frame
from rie.pipeline.names.asset_edges import whole_assets
from rie.pipeline.names.brackets import bracketed
from rie.pipeline.names.edges import edged, owner_apart
from rie.types import Document
from tests.pipeline.events.test_frames import Story, usd
from tests.pipeline.read_texts import MENTIONS, NLP, PACK, read

Links = list[tuple[str, str, str]]


def deals(text: str, links: Links, **named: str) -> list[tuple[Any, Any, Any]]:
    """Acquirer, target and seller of the deals of a text. Names are given with their labels, "_" for a space."""
    names = {name.replace("_", " "): label for name, label in named.items()}
    return [(row["acquirer"], row["target"], row["seller"]) for row in read(text, links, names=names, company="") if "acquirer" in row]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<Quillmoor Holdings Plc> said it bought <B and W Freight Inc>.", ["Quillmoor Holdings Plc", "B and W Freight Inc"]),
        ("<Marlowe, Finch Partners Co L.P.> began an offer.", ["Marlowe, Finch Partners Co L.P."]),
        ("Hooli <HOOL.O> bought it.", []),
        ("Press <Enter> or see <a href> and <b>Bold Words</b>.", []),
        ("Sales < Plan Figures > Budget.", ["Plan Figures"]),
    ],
)
def test_what_a_wire_sets_in_brackets_is_a_name(text: str, found: list[str]) -> None:
    assert [span.text for span in bracketed(NLP.make_doc(text), "COMPANY")] == found


def test_a_name_in_brackets_is_whole() -> None:
    doc = NLP.make_doc("<Quillmoor Freight Plc> said it agreed.")
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(11, 22, label="COMPANY")]
    doc.user_data["document"] = Document("d", doc.text)
    assert [span.text for span in MENTIONS(doc).ents if span.label_ == "COMPANY"] == ["Quillmoor Freight Plc"]


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("It is Quillmoor Plc's offer.", "Quillmoor Plc's", "Quillmoor Plc"),
        ("Quillmoor sold more of Quillmoor's shares.", "Quillmoor's", "Quillmoor"),
        ("It bought Wendel's and left.", "Wendel's", "Wendel's"),
        ("It bought 36,700 Quillmoor shares.", "36,700 Quillmoor", "Quillmoor"),
    ],
)
def test_neither_an_s_nor_a_count_of_shares_is_part_of_a_name(text: str, seen: str, name: str) -> None:
    doc = NLP.make_doc(text)
    start = text.index(seen)
    assert edged(doc.char_span(start, start + len(seen), label="COMPANY")).text == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Quillmoor Co's Tarn Leisure Inc", ["Quillmoor Co", "Tarn Leisure Inc"]),
        ("Pell's Corp", ["Pell's Corp"]),
        ("Quillmoor Leisure Inc", ["Quillmoor Leisure Inc"]),
    ],
)
def test_an_owner_and_what_it_owns_are_two_names(name: str, parts: list[str]) -> None:
    doc = NLP.make_doc(name)
    assert [span.text for span in owner_apart(doc[:].as_doc().char_span(0, len(name), label="COMPANY"))] == parts


@pytest.mark.parametrize(
    ("text", "seen", "thing", "label"),
    [
        ("It sold its Tupelo, Miss., tire plant to Hooli.", "Tupelo", "Tupelo, Miss., tire plant", "ASSET"),
        ("It sold its Tupelo mill, Hooli said, and left.", "Tupelo mill", "Tupelo mill", "ASSET"),
        ("Brightwater runs parks. It sold its Brightwater theme park subsidiary.", "Brightwater theme park subsidiary", "Brightwater",
         "COMPANY"),
        ("It sold its Danish theme park subsidiary.", "Danish theme park subsidiary", "Danish theme park subsidiary", "ASSET"),
    ],
)
def test_the_words_for_a_thing_are_whole_and_a_unit_is_called_by_its_name(text: str, seen: str, thing: str, label: str) -> None:
    doc = NLP.make_doc(text)
    start = text.index(seen)
    named = [doc.char_span(0, 11, label="COMPANY")] if text.startswith("Brightwater") else []
    doc.ents = [*named, doc.char_span(start, start + len(seen), label="ASSET")]
    found = list(whole_assets(doc, "ASSET", "COMPANY", None))[-1]
    assert (found.text, found.label_) == (thing, label)


BOUGHT: Links = [("bought", "acquirer", "Hooli"), ("bought", "target", "Initech")]


@pytest.mark.parametrize("behind", [", a unit of Globex, for cash", ", a wholly owned subsidiary of Globex",
                                    " <INI>, which is a division of Globex", ", which is 60 pct owned by Globex"])  # fmt: skip
def test_who_owns_the_unit_that_is_bought_sells_it(behind: str) -> None:
    named = {"Hooli": "COMPANY", "bought": "ACQUISITION", "Initech": "COMPANY", "Globex": "COMPANY"}
    assert deals(f"Hooli bought Initech{behind}.", BOUGHT, **named) == [("Hooli", "Initech", "Globex")]


def test_an_owner_that_was_taken_for_what_is_bought_sells_it() -> None:
    links: Links = [*BOUGHT, ("bought", "target", "Globex Inc")]
    named: Mapping[str, str] = {"Hooli": "COMPANY", "bought": "ACQUISITION", "Globex_Inc": "COMPANY", "Initech": "COMPANY"}
    assert deals("Hooli bought Globex Inc's Initech for cash.", links, **named) == [("Hooli", "Initech", "Globex Inc")]


def test_who_owns_the_buyer_sells_nothing() -> None:
    links: Links = [("bought", "acquirer", "Hooli"), ("bought", "target", "Initech")]
    text = "Initech was bought by Hooli, a unit of Globex."
    assert deals(text, links, Initech="COMPANY", bought="ACQUISITION", Hooli="COMPANY", Globex="COMPANY") == [("Hooli", "Initech", None)]


def anew(thing: str, before: str = "", *, seller: str | None = None, price: int | None = None) -> int:
    """How many deals Hooli makes that buys Initech for 9 million, and in another sentence a thing."""
    story = Story()
    hooli, acquired, initech = story.add("COMPANY", "Hooli"), story.add("ACQUISITION", "acquired"), story.add("COMPANY", "Initech")
    story.relate(acquired, "acquisition", acquirer=hooli, target=initech, price=story.add("MONEY", "$9m", value=usd(9_000_000)))
    again, bought, what = story.add("COMPANY", "Hooli", 5), story.add("ACQUISITION", "bought", 5), story.add("ASSET", thing, 5)
    more = {"seller": story.add("COMPANY", seller, 5)} if seller else {}
    more |= {"price": story.add("MONEY", "$5m", 5, value=usd(price))} if price else {}
    story.relate(bought, "acquisition", acquirer=again, target=what, **more)
    items = story.items
    text = " " * (items[again].end - len(before)) + before + " " * 200
    found = [Frame("acquisition", trigger, triggers=[trigger], roles=roles) for trigger, roles in (
        (acquired, {"acquirer": [(hooli, 0.9)], "target": [(initech, 0.9)], "price": [(3, 0.9)]}),
        (bought, {"acquirer": [(again, 0.9)], "target": [(what, 0.9)], **{role: [(number, 0.9)] for role, number in more.items()}}))]
    return len(told_anew(PACK, found, items, text))


def test_a_thing_without_a_name_between_the_same_parties_is_what_was_named_before() -> None:
    assert anew("theme park") == 1
    assert anew("another theme park") == 2
    assert anew("theme park", "also ") == 2
    assert anew("theme park", seller="Globex") == 2
    assert anew("theme park", price=5_000_000) == 2


def test_a_stake_at_the_price_of_another_paper_is_the_same_stake() -> None:
    text = "Hooli bought 8 pct of Initech at $2 a share. Hooli will receive warrants of Initech at $3 each."
    links: Links = [*BOUGHT, ("bought", "stake", "8 pct"), ("bought", "per_share", "$2"), ("receive", "acquirer", "Hooli"),
                    ("receive", "target", "Initech"), ("receive", "per_share", "$3")]  # fmt: skip
    assert len(deals(text, links, Hooli="COMPANY", bought="ACQUISITION", Initech="COMPANY", receive="ACQUISITION")) == 1


def test_a_regulator_buys_and_sells_nothing() -> None:
    named = {"Hooli": "COMPANY", "bought": "ACQUISITION", "Initech": "COMPANY", "Federal_Trade_Commission": "COMPANY"}
    text = "Initech was bought as the Federal Trade Commission approved the sale by Hooli."
    links: Links = [("bought", "acquirer", "Federal Trade Commission"), ("bought", "target", "Initech"), ("bought", "seller", "Hooli")]
    assert deals(text, links, **named) == [(None, "Initech", "Hooli")]


def test_who_cuts_a_stake_sells() -> None:
    text = "Hooli said it reduced its stake in Initech to 16 pct."
    links: Links = [("reduced", "acquirer", "Hooli"), ("reduced", "target", "Initech")]
    assert deals(text, links, Hooli="COMPANY", reduced="ACQUISITION", Initech="COMPANY") == [(None, "Initech", "Hooli")]


def test_whose_stock_is_bought_changes_hands() -> None:
    text = "Hooli bought all the outstanding stock of Initech and two stores."
    links: Links = [("bought", "acquirer", "Hooli"), ("bought", "seller", "Initech"), ("bought", "target", "two stores")]
    [found] = deals(text, links, Hooli="COMPANY", bought="ACQUISITION", Initech="COMPANY", two_stores="ASSET")
    assert found == ("Hooli", "Initech", None)


def test_what_the_words_say_plainly_is_not_taken_back_by_a_surer_guess_elsewhere() -> None:
    """The relation component takes the second company of a merger for a buyer, in each sentence."""
    text = "Hooli agreed to merge with Initech. Initech will issue shares."
    links: Links = [("merge", "acquirer", "Hooli"), ("merge", "acquirer", "Initech"), ("issue", "acquirer", "Initech")]
    assert deals(text, links, Hooli="COMPANY", merge="ACQUISITION", Initech="COMPANY", issue="ACQUISITION") == [("Hooli", "Initech", None)]


@pytest.mark.parametrize(
    ("text", "acquirer"),
    [
        ("Hooli Inc agreed to buy Initech. The deal goes to Hooli Airlines Inc, its unit.", "Hooli Inc"),
        ("Air U.K. Ltd agreed to buy Initech. Air UK flies.", "Air U.K. Ltd"),
        ("Tarn Iron and Brass Corp (Tibc) agreed to buy Initech.", "Tarn Iron and Brass Corp"),
    ],
)
def test_a_name_with_its_legal_form_is_whole(text: str, acquirer: str) -> None:
    links: Links = [("buy", "acquirer", "Tibc" if "Tibc" in text else acquirer), ("buy", "target", "Initech")]
    names = {"buy": "ACQUISITION", **dict.fromkeys([acquirer, "Initech", "Hooli Airlines Inc", "Air UK", "Tibc"], "COMPANY")}
    [row] = read(text, links, names=names, company="")
    assert row["acquirer"] == acquirer


@pytest.mark.parametrize(("text", "count"), [
    ("Roe has sold chips for Initech for years.", 0), ("Roe sold software for Initech.", 0), ("Roe sold Initech for $5 million.", 1),
    ("Roe has sold Initech for cash.", 1),
])
def test_who_sells_something_for_a_company_sells_no_company(text: str, count: int) -> None:
    links: Links = [("sold", "seller", "Roe"), ("sold", "target", "Initech")]
    assert len(deals(text, links, Roe="COMPANY", sold="ACQUISITION", Initech="COMPANY")) == count


PARTIES = {"Acme": "COMPANY", "Initech": "COMPANY", "Globex": "COMPANY", "Vandelay": "COMPANY"}


@pytest.mark.parametrize("text", [
    "Acme and Initech ended merger talks.", "Acme of Leeds and Initech have called off their merger.",
    "Paper maker Acme and sawmill company Initech said their merger talks had been broken off."])
def test_of_two_who_merge_the_second_is_the_target(text: str) -> None:
    for links in ([("merger", "acquirer", "Acme"), ("merger", "acquirer", "Initech")],
                  [("merger", "target", "Acme"), ("merger", "acquirer", "Initech")]):
        assert deals(text, links, merger="ACQUISITION", **PARTIES) == [("Acme", "Initech", None)]


@pytest.mark.parametrize("words", [
    "Its backers included Globex.", "Globex keeps the balance.", "The founder, Globex, will retain the rest."])
def test_who_stays_or_backed_a_company_sells_nothing(words: str) -> None:
    links = [("bought", "acquirer", "Acme"), ("bought", "target", "Initech"), ("bought", "seller", "Globex")]
    assert deals(f"Acme bought Initech. {words}", links, bought="ACQUISITION", **PARTIES) == [("Acme", "Initech", None)]


def test_who_was_paid_for_something_sold_it() -> None:
    links = [("paid", "acquirer", "Acme"), ("paid", "target", "Globex"), ("paid", "target", "it")]
    text = "Initech is for sale. Acme paid Globex for it in 2004."
    assert deals(text, links, paid="ACQUISITION", **PARTIES) == [("Acme", "Initech", "Globex")]


def test_a_vehicle_of_a_merger_is_no_target() -> None:
    links = [("merged", "acquirer", "Acme"), ("merged", "target", "Merger Sub"), ("merged", "target", "Initech")]
    assert deals("Acme and Merger Sub merged with Initech.", links, merged="ACQUISITION", Merger_Sub="COMPANY", **PARTIES) == [
        ("Acme", "Initech", None)]


def test_a_share_that_gains_buys_nothing() -> None:
    links = [("gained", "acquirer", "Acme"), ("gained", "target", "Initech"), ("gained", "stake", "3.1 per cent")]
    assert not deals("Shares in Initech fell 8.8 per cent, while Acme gained 3.1 per cent.", links, gained="ACQUISITION", **PARTIES)


def test_each_of_a_list_has_its_day_and_its_price() -> None:
    links = [("purchases", "acquirer", "Acme"), ("purchases", "target", "Initech"), ("purchases", "price", "£2 million")]
    found = read("Acme told of the purchases of Initech in October 2006 and of Globex, for £2 million, in May 2007.", links,
                 names={**PARTIES, "purchases": "ACQUISITION"}, day="2008-03-11", company="")
    assert [(row["target"], row["price"], str(row["announced_on"])) for row in found] == [
        ("Initech", None, "2006-10-01"), ("Globex", 2_000_000, "2007-05-01")]


@pytest.mark.parametrize(("behind", "count"), [("", 1), (" each", 2)])
def test_another_name_at_the_very_price_of_a_deal_is_that_deal(behind: str, count: int) -> None:
    story = Story()
    hooli, bought, initech = story.add("COMPANY", "Hooli"), story.add("ACQUISITION", "bought"), story.add("COMPANY", "Initech")
    paid, price = story.add("ACQUISITION", "paid", 1), story.add("MONEY", "$70m", 1, value=usd(70_000_000))
    globex = story.add("COMPANY", "Globex", 1)
    found = [Frame("acquisition", trigger, triggers=[trigger],
                   roles={"acquirer": [(hooli, 0.9)], "target": [(target, 0.9)], "price": [(price, 0.9)]})
             for trigger, target in ((bought, initech), (paid, globex))]
    text = " " * story.items[price].end + behind + " " * 200
    assert len(told_anew(PACK, found, story.items, text)) == count
