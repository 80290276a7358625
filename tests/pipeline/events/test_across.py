"""What the events of one document say of one another."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from rie.pack import load_pack
from rie.pipeline.events.across import leave_once, leave_to_their_own
from rie.pipeline.frame import Frame
from rie.pipeline.relations import Relation
from tests.pack.variant import variant
from tests.pipeline.events.test_frames import Story, usd
from tests.pipeline.read_texts import read, reports

PACK = load_pack("business")


def _backed(story: Story) -> tuple[int, int, int]:
    """A round of Hooli that Acme leads: the company, the lead, the sum."""
    company, trigger, money, lead = (story.add("COMPANY", "Hooli"), story.add("FUNDING", "raised"),
                                     story.add("MONEY", "$5m", value=usd(5_000_000)), story.add("COMPANY", "Acme"))
    other = story.add("COMPANY", "Initech")
    story.relate(trigger, "funding_round", company=company, amount=money, lead=lead, investor=other)
    return company, lead, money


@pytest.mark.parametrize(("post", "company"), [("board of directors", "Hooli"), ("director", "Hooli"), ("chief executive", "Acme")])
def test_a_partner_of_an_investor_joins_the_board_of_what_it_funds(post: str, company: str) -> None:
    story = Story()
    _, lead, _ = _backed(story)
    trigger, person, seat = story.add("CHANGE", "joins", 1), story.add("PERSON", "Ana Ruiz", 1), story.add("POST", post, 1)
    story.relate(trigger, "executive_change", company=lead, appointed=person, post=seat)
    change = next(frame for frame in story.frames(PACK) if frame.event == "executive_change")
    number = change.first("company")
    assert number is not None
    assert story.items[number].text == company


@pytest.mark.parametrize(("company", "backers"), [("Globex", {"Hooli": {"Acme", "Initech"}, "Globex": {"Umbrella"}}),
                                                  ("Hooli", {"Hooli": {"Acme", "Initech", "Umbrella"}})])
def test_the_next_item_of_a_column_has_its_own_investors(company: str, backers: dict[str, set[str]]) -> None:
    story = Story()
    _backed(story)
    first = 1
    other, trigger, backer = story.add("COMPANY", company, 1), story.add("FUNDING", "raised", 1), story.add("COMPANY", "Umbrella", 1)
    story.relate(trigger, "funding_round", company=other, investor=backer)
    story.relate(first, "funding_round", investor=backer)
    found = {story.items[frame.roles["company"][0][0]].text: {story.items[i].text for role in ("lead", "investor")
                                                              for i, _ in frame.roles.get(role, ())} for frame in story.frames(PACK)}
    assert found == backers


def test_a_sum_plays_the_role_that_it_plays_most_surely() -> None:
    story = Story()
    value, other = usd(400_000_000), usd(60_000_000)
    hooli, trigger = story.add("COMPANY", "Hooli", title=True), story.add("FUNDING", "round", title=True)
    worth = story.add("MONEY", "$400m", title=True, value=value)
    again, raised = story.add("COMPANY", "Hooli", 1), story.add("FUNDING", "raised", 1)
    amount, worth_again = story.add("MONEY", "$60 million", 1, value=other), story.add("MONEY", "$400 million", 1, value=value)
    story.relations.append(Relation(trigger, worth, "funding_round.amount", 0.6))
    story.relate(trigger, "funding_round", company=hooli)
    story.relate(raised, "funding_round", company=again, amount=amount, valuation=worth_again)
    [frame] = story.frames(PACK)
    assert story.items[frame.roles["amount"][0][0]].value == other
    assert story.items[frame.roles["valuation"][0][0]].value == value


def test_a_round_that_is_told_as_a_deal_too_is_a_round() -> None:
    story = Story()
    company, lead, money = _backed(story)
    story.relate(story.add("ACQUISITION", "backs"), "acquisition", acquirer=lead, target=company, price=money)
    assert [frame.event for frame in story.frames(PACK)] == ["funding_round"]


def test_a_deal_for_another_sum_stays() -> None:
    story = Story()
    company, lead, _ = _backed(story)
    price = story.add("MONEY", "$9m", 1, value=usd(9_000_000))
    story.relate(story.add("ACQUISITION", "bought", 1), "acquisition", acquirer=lead, target=company, price=price)
    assert {frame.event for frame in story.frames(PACK)} == {"funding_round", "acquisition"}


def _rule(**changed: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content["events"]["executive_change"]["roles"]["company"]["instead"].update(changed)


@pytest.mark.parametrize(("changed", "told"), [
    ({"event": "weddings"}, "no event 'weddings'"), ({"of": ["guest"]}, "no role 'guest' of funding_round"),
    ({"told": "dress"}, "no role 'dress'"), ({"terms": "songs"}, "no terms 'songs'")])
def test_a_rule_that_names_what_is_not_there_says_so(changed: dict[str, object], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        variant(_rule(**changed))


@pytest.mark.parametrize(("stake", "kind"), [("100%", "company"), ("40%", "stake")])
def test_all_of_the_shares_are_the_company(stake: str, kind: str) -> None:
    text = f"Globex bought {stake} of the shares of Initech."
    links = [("bought", "acquirer", "Globex"), ("bought", "stake", stake), ("bought", "target", "Initech")]
    [deal] = read(text, links, names={"Globex": "COMPANY", "bought": "ACQUISITION", "Initech": "COMPANY"})
    assert deal["target_kind"] == kind


@pytest.mark.parametrize(("told", "leads"), [
    ("co-led by Acme and Initech", {"Acme", "Initech"}), ("co-led by Acme and existing investor Initech", {"Acme", "Initech"}),
    ("led by Acme, and Initech", {"Acme"}), ("backed by Acme and Initech", {"Acme"}), ("led by Acme and included Initech", {"Acme"})])
def test_who_and_joins_to_a_lead_leads_too(told: str, leads: set[str]) -> None:
    text = f"Globex raised $5m, {told}."
    document = [("raised", "company", "Globex"), ("raised", "amount", "$5m"), ("raised", "lead", "Acme"), ("raised", "investor", "Initech")]
    [report] = reports(text, document, names={"Globex": "COMPANY", "raised": "FUNDING", "Acme": "COMPANY", "Initech": "COMPANY"})
    assert {child["investor"] for child in report.children["funding_investor"] if child["is_lead"]} == leads


def _deal(story: Story, *, buyer: str = "Hooli", target: str = "Initech", at: int = 0, trigger: str = "bought", **more: int) -> None:
    number = story.add("ACQUISITION", trigger, at)
    story.relate(number, "acquisition", acquirer=story.add("COMPANY", buyer, at), target=story.add("COMPANY", target, at), **more)


@pytest.mark.parametrize(("second", "events"), [("Hooli Search", 1), ("Acme", 2)])
def test_a_buyer_by_part_of_its_name_buys_the_same_company_once(second: str, events: int) -> None:
    story = Story()
    _deal(story)
    _deal(story, buyer=second, at=6)
    found = story.frames(PACK)
    assert len(found) == events
    if events == 1:
        assert [story.items[number].text for number, _ in found[0].roles["acquirer"]] == ["Hooli Search"]


def test_names_that_differ_in_both_parties_are_two_deals() -> None:
    story = Story()
    _deal(story, buyer="Hooli", target="Initech")
    _deal(story, buyer="Hooli Search", target="Initech Labs", at=6)
    assert len(story.frames(PACK)) == 2


def test_what_a_stake_is_raised_to_gives_way_to_what_is_bought() -> None:
    text = "Hooli bought 20 percent of Initech. This lifts its stake in Initech to 60 percent."
    links = [("bought", "acquirer", "Hooli"), ("bought", "target", "Initech"), ("bought", "stake", "20 percent"),
             ("lifts", "acquirer", "Hooli"), ("lifts", "target", "Initech"), ("lifts", "stake", "60 percent")]
    names = {"Hooli": "COMPANY", "Initech": "COMPANY", "bought": "ACQUISITION", "lifts": "ACQUISITION"}
    assert [row["stake_percent"] for row in read(text, links, names=names)] == [20]
    assert [row["stake_percent"] for row in read(text, links[3:], names=names)] == [60]


@pytest.mark.parametrize(("text", "target"), [
    ("Acme bought roofing group Initech.", "Initech"),
    ("Acme bought roofing group and Initech.", "roofing group"),
    ("Acme bought roofing group\n\nInitech said so.", "roofing group"),
])
def test_a_description_right_before_a_name_is_that_name(text: str, target: str) -> None:
    names = {"Acme": "COMPANY", "Initech": "COMPANY", "bought": "ACQUISITION", "roofing group": "ASSET"}
    [row] = read(text, [("bought", "acquirer", "Acme"), ("bought", "target", "roofing group")], names=names)
    assert row["target"] == target


def test_an_agreement_that_ends_and_what_would_have_been_are_one_deal() -> None:
    story = Story()
    buyer, target = story.add("COMPANY", "Hooli"), story.add("COMPANY", "Initech")
    for word, status in (("end", "terminated"), ("acquired", "denied")):
        trigger = story.add("ACQUISITION", word)
        story.relate(trigger, "acquisition", acquirer=buyer, target=target)
        story.relations[-1] = Relation(trigger, trigger, f"acquisition.status={status}", 0.9)
    assert [frame.status for frame in story.frames(PACK)] == ["terminated"]


@pytest.mark.parametrize(("words", "seller"), [
    ("from its founder, Umbrella", "Umbrella"), ("from Finnish builder Umbrella", "Umbrella"), ("from 2012 with Umbrella", None),
    ("in competition with Umbrella", None)])
def test_from_whom_a_company_is_bought_is_its_seller(words: str, seller: str | None) -> None:
    names = {"Acme": "COMPANY", "Initech": "COMPANY", "bought": "ACQUISITION", "Umbrella": "COMPANY"}
    [row] = read(f"Acme bought Initech {words}.", [("bought", "acquirer", "Acme"), ("bought", "target", "Initech")], names=names)
    assert row["seller"] == seller


def test_who_leads_a_round_in_so_many_words_is_the_lead() -> None:
    names = {"Hooli": "COMPANY", "closed": "FUNDING", "Jane Roe": "PERSON"}
    [report] = reports("Hooli closed a round led by former banker Jane Roe.", [("closed", "company", "Hooli")], names=names)
    assert [row["investor"] for row in report.children["funding_investor"] if row["is_lead"]] == ["Jane Roe"]


@pytest.mark.parametrize(("text", "companies"), [
    ("Hooli (Leipzig) got $5m.\n\nInitech of Rome took $7m.", ["Hooli", "Initech"]),
    ("* Hooli got $5m.\n* Initech took $7m.", ["Hooli", "Initech"]),
    ("1. Hooli got $5m.\n\n2. Initech of Rome took $7m.", ["Hooli", "Initech"]),
])
def test_an_item_of_a_column_is_about_the_company_that_it_begins_with(text: str, companies: list[str]) -> None:
    names = {"Hooli": "COMPANY", "got": "FUNDING", "Initech": "COMPANY", "took": "FUNDING"}
    links = [("got", "company", "Initech"), ("got", "amount", "$5m"), ("took", "company", "Initech"), ("took", "amount", "$7m")]
    assert [row["company"] for row in read(text.replace("m.", "m now."), links, names=names)] == companies


PROMOTED = [("promoted", "appointed", "Jane Roe"), ("promoted", "post", "CFO")]
PEOPLE = {"Jane Roe": "PERSON", "John Doe": "PERSON"}


@pytest.mark.parametrize(("words", "day"), [
    ("three promotions within its team, effective April 1, 2023", "2023-04-01"), ("changes to its prices, effective April 1, 2023", "None"),
    ("management changes that will take effect on April 1, 2023", "2023-04-01")])
def test_a_day_that_is_said_of_all_changes_is_that_of_each(words: str, day: str) -> None:
    [found] = read(f"Hooli announced {words}. Jane Roe has been promoted to CFO.", PROMOTED, names=PEOPLE, day="2023-03-01")
    assert str(found["effective_on"]) == day


def test_the_post_that_somebody_left_is_as_sure_as_the_one_that_is_taken_over() -> None:
    story = Story()
    for label, words in (("PERSON", "Roe"), ("CHANGE", "replaces"), ("PERSON", "Doe"), ("CHANGE", "retired"), ("POST", "CFO")):
        story.add(label, words)
    taken = Frame("executive_change", 1, roles={"appointed": [(0, 0.9)], "departed": [(2, 0.9)], "post": [(4, 0.9)]}, triggers=[1])
    left = Frame("executive_change", 3, roles={"departed": [(2, 0.9)], "post": [(4, 0.2)]}, triggers=[3])
    leave_once(PACK, [taken, left], story.items)
    assert (left.roles["post"], "departed" in taken.roles) == ([(4, 0.9)], False)


def test_who_gives_way_and_becomes_something_else_takes_that_up() -> None:
    text = "Jane Roe was named CEO. She takes over from John Doe, who will become chairman."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "CEO"), ("become", "appointed", "John Doe"),
             ("become", "post", "chairman")]
    found = {values["person"]: (values["action"], values["role"]) for values in read(text, links, names=PEOPLE)}
    assert found["John Doe"] == ("appointed", "chairman")


def test_whom_somebody_talked_into_selling_sells_nothing_else() -> None:
    story = Story()
    for label, words in (("ACQUISITION", "bought"), ("COMPANY", "Globex"), ("COMPANY", "Initech"), ("ACQUISITION", "selling"),
                         ("ASSET", "mills")):
        story.add(label, words)
    bought = Frame("acquisition", 0, roles={"target": [(1, 0.97)], "seller": [(2, 0.7)]}, triggers=[0])
    selling = Frame("acquisition", 3, roles={"target": [(4, 0.97)], "seller": [(2, 0.97)]}, triggers=[3])
    leave_to_their_own(PACK, [bought, selling], story.items)
    assert ("seller" in bought.roles, "seller" in selling.roles) == (False, True)
