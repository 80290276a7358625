"""Frames from hand-made mentions and relations: joining, references, one role each, what is no report."""

from decimal import Decimal

import pytest

from rie.pack import Pack, load_pack
from rie.pipeline.events.frames import frames
from rie.pipeline.frame import Frame, Item
from rie.pipeline.relations import Relation
from rie.types import Entity
from rie.values import Money
from tests.pipeline.read_texts import read


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("business")


class Story:
    """Builds items and relations by name: one line a sentence."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.relations: list[Relation] = []

    def add(self, label: str, text: str, sentence: int = 0, *, title: bool = False, value: object = None) -> int:
        entity = Entity(f"c-{text.casefold()}", text, "company", "text") if label == "COMPANY" else None
        at = len(self.items) * 10
        refers = "COMPANY" if label == "REFERENCE" else None
        self.items.append(Item(label, text, at, at + len(text), sentence, title, entity, value, refers=refers))
        return len(self.items) - 1

    def relate(self, head: int, event: str, **roles: int) -> None:
        self.relations += [Relation(head, child, f"{event}.{role}", 0.9) for role, child in roles.items()]
        self.relations.append(Relation(head, head, f"{event}.status=closed", 0.9))

    def frames(self, pack: Pack, weak: list[Relation] | None = None) -> list[Frame]:
        return frames(pack, self.items, self.relations, weak or [])


def usd(amount: int) -> Money:
    return Money(Decimal(amount), "USD")


def test_a_later_sentence_adds_to_the_round(pack: Pack) -> None:
    story = Story()
    hooli, raised, five = story.add("COMPANY", "Hooli"), story.add("FUNDING", "raised"), story.add("MONEY", "$5m", value=usd(5_000_000))
    led, acme = story.add("FUNDING", "led", 1), story.add("COMPANY", "ACME", 1)
    story.relate(raised, "funding_round", company=hooli, amount=five)
    story.relate(led, "funding_round", lead=acme)
    [frame] = story.frames(pack)
    assert frame.first("lead") == acme
    assert frame.first("amount") == five


def test_two_sums_are_two_rounds(pack: Pack) -> None:
    story = Story()
    hooli = story.add("COMPANY", "Hooli")
    for sentence, amount in enumerate((5_000_000, 20_000_000)):
        raised, money = story.add("FUNDING", "raised", sentence), story.add("MONEY", str(amount), sentence, value=usd(amount))
        story.relate(raised, "funding_round", company=hooli, amount=money)
    assert len(story.frames(pack)) == 2


@pytest.mark.parametrize(("second", "rounds"), [("equity", 1), ("debt", 2)])
def test_a_vague_type_fits_every_round_but_those_apart(pack: Pack, second: str, rounds: int) -> None:
    text = f"Hooli raised $5m in a Series E round. It secured $5m in {second} from Acme."
    links = [("raised", "company", "Hooli"), ("raised", "amount", "$5m"), ("raised", "round", "Series E"),
             ("secured", "company", "Hooli"), ("secured", "investor", "Acme"), ("secured", "round", second)]
    names = {"Hooli": "COMPANY", "Acme": "COMPANY", "raised": "FUNDING", "secured": "FUNDING", "Series E": "ROUND", second: "ROUND"}
    assert len(read(text, links, names=names)) == rounds


@pytest.mark.parametrize("told", [
    "The money takes the total raised to $21m.", "That makes $21m raised to date.", "The round brings to $21m the equity raised."])
def test_a_sum_that_is_told_as_the_total_is_that_of_the_round_before(told: str) -> None:
    text = f"Hooli raised $5m today. {told}"
    [found] = read(text, [("raised", "company", "Hooli"), ("raised", "amount", "$5m")], names={"Hooli": "COMPANY", "raised": "FUNDING"})
    assert (found["amount"], found["stated_total"]) == (5_000_000, 21_000_000)


def test_the_total_of_another_company_is_not_that_of_the_round_before() -> None:
    text = "Hooli raised $5m today. Acme takes its total raised to $21m."
    [found] = read(text, [("raised", "company", "Hooli"), ("raised", "amount", "$5m")],
                   names={"Hooli": "COMPANY", "raised": "FUNDING", "Acme": "COMPANY"})
    assert found["stated_total"] is None


def test_a_rounded_sum_is_the_same_round(pack: Pack) -> None:
    story = Story()
    hooli = story.add("COMPANY", "Hooli")
    for sentence, amount in enumerate((11_800_000, 12_000_000)):
        raised, money = story.add("FUNDING", "raised", sentence), story.add("MONEY", str(amount), sentence, value=usd(amount))
        story.relate(raised, "funding_round", company=hooli, amount=money)
    assert len(story.frames(pack)) == 1


def test_a_reference_is_the_company_of_the_sentence_before(pack: Pack) -> None:
    story = Story()
    story.add("COMPANY", "Hooli")
    it, raised = story.add("REFERENCE", "It", 1), story.add("FUNDING", "raised", 1)
    five = story.add("MONEY", "$5m", 1, value=usd(5_000_000))
    story.relate(raised, "funding_round", company=it, amount=five)
    [frame] = story.frames(pack)
    assert story.items[frame.first("company") or 0].text == "Hooli"


def test_nobody_buys_himself(pack: Pack) -> None:
    story = Story()
    hooli, buys, target = story.add("COMPANY", "Hooli"), story.add("ACQUISITION", "buys"), story.add("COMPANY", "Initech")
    again = story.add("COMPANY", "Hooli")
    story.relate(buys, "acquisition", acquirer=hooli, target=target)
    story.relations.append(Relation(buys, again, "acquisition.seller", 0.6))
    [frame] = story.frames(pack)
    assert "seller" not in frame.roles


def test_a_title_is_told_again_by_the_text(pack: Pack) -> None:
    story = Story()
    hooli, buys = story.add("COMPANY", "Hooli", title=True), story.add("ACQUISITION", "BUYS", title=True)
    nursery = story.add("ASSET", "FLORIDA NURSERY", title=True)
    again, bought = story.add("COMPANY", "Hooli", 1), story.add("ACQUISITION", "bought", 1)
    target = story.add("COMPANY", "Heinl's Nursery", 1)
    story.relate(buys, "acquisition", acquirer=hooli, target=nursery)
    story.relate(bought, "acquisition", acquirer=again, target=target)
    [frame] = story.frames(pack)
    assert frame.first("target") == target


def test_a_deal_without_parties_is_no_report(pack: Pack) -> None:
    story = Story()
    sale, price = story.add("ACQUISITION", "sale"), story.add("MONEY", "$5m", value=usd(5_000_000))
    story.relate(sale, "acquisition", price=price)
    assert story.frames(pack) == []


def test_a_possible_role_completes_a_report(pack: Pack) -> None:
    story = Story()
    hooli, buys, target = story.add("COMPANY", "Hooli"), story.add("ACQUISITION", "buys"), story.add("COMPANY", "Initech")
    story.relate(buys, "acquisition", target=target)
    assert story.frames(pack) == []
    [frame] = story.frames(pack, [Relation(buys, hooli, "acquisition.acquirer", 0.3)])
    assert frame.first("acquirer") == hooli


@pytest.mark.parametrize(("score", "status"), [(0.9, "completed"), (0.5, "agreed")])
def test_a_firmer_status_goes_first_unless_it_is_the_doubtful_one(pack: Pack, score: float, status: str) -> None:
    story = Story()
    acquirer, agreed, target = story.add("COMPANY", "Hooli"), story.add("ACQUISITION", "agrees"), story.add("COMPANY", "Globex")
    completed = story.add("ACQUISITION", "purchase", 1)
    for trigger, told, sure in ((agreed, "agreed", 0.85), (completed, "completed", score)):
        story.relations += [Relation(trigger, acquirer, "acquisition.acquirer", 0.9), Relation(trigger, target, "acquisition.target", 0.9),
                            Relation(trigger, trigger, f"acquisition.status={told}", sure)]
    assert [frame.status for frame in story.frames(pack)] == [status]


def test_an_amount_is_as_exact_as_the_text_says_it_wherever_that_is() -> None:
    text = "Acme lines up $40m in debt. Acme announced a credit line of up to $40 million."
    links = [("announced", "company", "Acme"), ("announced", "amount", "$40m"), ("announced", "amount", "$40 million")]
    [found] = read(text, links, names={"Acme": "COMPANY", "announced": "FUNDING"})
    assert (found["amount"], found["amount_qualifier"]) == (40_000_000, "up_to")


def test_of_two_mentions_of_one_player_the_surer_counts(pack: Pack) -> None:
    story = Story()
    hooli, sale, acme = story.add("COMPANY", "Hooli"), story.add("ACQUISITION", "sale"), story.add("COMPANY", "ACME")
    again, bought, target = story.add("COMPANY", "ACME", 1), story.add("ACQUISITION", "bought", 1), story.add("COMPANY", "Hooli", 1)
    story.relate(bought, "acquisition", acquirer=again, target=target)
    story.relate(sale, "acquisition", target=hooli)
    [frame] = story.frames(pack, [Relation(sale, acme, "acquisition.acquirer", 0.3)])
    assert frame.roles["acquirer"][0][1] == 0.9


def test_the_text_s_own_words_for_a_post_go_before_those_of_the_title() -> None:
    story = Story()
    roe, named = story.add("PERSON", "Jane Roe", title=True), story.add("CHANGE", "named", title=True)
    heads = story.add("POST", "Directors", title=True)
    same, joined, post = story.add("PERSON", "Jane Roe", 1), story.add("CHANGE", "joined", 1), story.add("POST", "directors", 1)
    hooli = story.add("COMPANY", "Hooli", 1)
    story.relate(named, "executive_change", appointed=roe, post=heads)
    story.relate(joined, "executive_change", appointed=same, post=post, company=hooli)
    [frame] = story.frames(load_pack("business"))
    assert [number for number, _ in frame.roles["post"]] == [post]


def test_who_is_meant_by_it_in_another_deal_plays_there_too(pack: Pack) -> None:
    story = Story()
    acme, buy, hooli = story.add("COMPANY", "Acme"), story.add("ACQUISITION", "buy"), story.add("COMPANY", "Hooli")
    price = story.add("MONEY", "$9m", value=usd(9_000_000))
    it, bought, globex = story.add("REFERENCE", "it", 2), story.add("ACQUISITION", "bought", 2), story.add("COMPANY", "Globex", 2)
    other = story.add("MONEY", "$5m", 2, value=usd(5_000_000))
    story.relate(buy, "acquisition", acquirer=acme, target=hooli, price=price)
    story.relate(bought, "acquisition", acquirer=it, target=globex, price=other)
    assert [(frame.first("acquirer"), frame.first("target")) for frame in story.frames(pack)] == [(acme, hooli), (acme, globex)]
