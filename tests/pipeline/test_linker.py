"""Entity linking: what is certain, what the scorer chooses, and what becomes of names that mean none of the known ones."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rie.errors import PackError
from rie.evaluation.linking import blank_pipeline
from rie.pack import load_pack
from rie.pipeline.linker import Linker
from rie.pipeline.linking.aliases import AliasTable, new_entity_id
from rie.pipeline.linking.scorer import FILE, LinkScorer
from rie.pipeline.sentences import mark_sentences
from rie.store.resolve.identity import Thing, known_names
from rie.types import APART, Document, Entity
from rie.values.legal_form import law_of, legal_form

PACK = load_pack("business")
SCORER = LinkScorer.of(PACK)


def company(id_: str, name: str, *aliases: str, origin: str = "knowledge", **attributes: str) -> Entity:
    return Entity(id_, name, "company", origin, aliases, attributes)


HOOLI = company("h1", "Hooli Inc", "Hooli", city="Boston", ticker="HOOL", industry="medical devices")
DENVER = company("h2", "Hooli Inc", city="Denver", industry="insurance")
FAUCET = company("d2", "Ostrich Faucet Company", industry="plumbing")
OSTRICH = company("d1", "Ostrich Air Lines Inc", "Ostrich", city="Atlanta", ticker="OAL", industry="airlines")


def link(text: str, names: Sequence[str], table: Sequence[Entity], *, scored: bool = True, title: str = "",
         **metadata: str) -> list[Entity]:
    """The entities of names, each at its next place in the text; the longest name at a place counts."""
    joined = f"{title}\n\n{text}" if title else text
    doc, places, at = blank_pipeline().make_doc(joined), [], 0
    for name in names:
        at = joined.index(name, at)
        places.append((at, at + len(name)))
        at += len(name)
    spans = [doc.char_span(*place, label="COMPANY") for place in places]
    mark_sentences(doc, spans)
    doc.spans["mentions"] = spans
    doc.user_data["document"] = Document("d", text, title, metadata=metadata)
    return list(Linker(PACK, AliasTable(table), scorer=SCORER if scored else None)(doc).user_data["entities"].values())


def ids(*arguments: object, **options: object) -> list[str]:
    return [entity.id if entity.origin != "text" else "new" for entity in link(*arguments, **options)]  # type: ignore[arg-type]


def test_the_only_company_of_a_name_is_linked_without_a_choice() -> None:
    """Even by a scorer that knows nothing."""
    table = [company("p", "Plinth Corp", city="Boston")]
    assert SCORER
    doc = blank_pipeline()("Plinth won an order.")
    mark_sentences(doc, [])
    doc.spans["mentions"] = [doc.char_span(0, 6, label="COMPANY")]
    assert Linker(PACK, AliasTable(table), scorer=SCORER.blank())(doc).user_data["entities"][0].id == "p"


@pytest.mark.parametrize(("text", "id_"), [
    ("Boston-based Hooli won an order.", "h1"),
    ("Hooli of Denver won an order.", "h2"),
    ("Hooli (NASDAQ: HOOL) won an order.", "h1"),
    ("Hooli sold more insurance.", "h2"),
    ("Hooli won an order.", "new"),
    ("Hooli, a Calgary maker of pianos, won an order.", "new"),
])  # fmt: skip
def test_of_two_companies_of_one_name_the_text_tells_which(text: str, id_: str) -> None:
    assert ids(text, ["Hooli"], [HOOLI, DENVER]) == [id_]


def test_the_legal_form_of_another_country_is_another_company() -> None:
    (found,) = link("Hooli GmbH won an order.", ["Hooli GmbH"], [HOOLI])
    assert (found.origin, found.attributes[APART]) == ("text", "h1")
    assert ids("Hooli Corp. won an order.", ["Hooli Corp."], [HOOLI]) == ["h1"]


def test_two_legal_forms_in_one_text_are_two_companies() -> None:
    german = company("g", "Hooli GmbH", city="Ulm")
    assert ids("Hooli GmbH sued Hooli Inc over the name.", ["Hooli GmbH", "Hooli Inc"], [HOOLI, german]) == ["g", "h1"]
    one, other = link("Hooli GmbH sued Hooli Oy over the name.", ["Hooli GmbH", "Hooli Oy"], [])
    assert one.id != other.id


def test_a_short_form_is_the_full_name_of_the_text_not_the_known_company() -> None:
    text = "Ostrich Faucet makes taps. Ostrich sells plumbing in ten states."
    assert ids(text, ["Ostrich Faucet", "Ostrich"], [OSTRICH, FAUCET]) == ["d2", "d2"]
    assert ids("Ostrich will fly to Cuba.", ["Ostrich"], [OSTRICH, FAUCET]) == ["d1"]


def test_letters_and_first_words_are_no_proof_by_themselves() -> None:
    table = [company("k", "Fortune Brands Innovations, Inc."), company("t", "Tamarack Valley Energy Ltd.")]
    assert ids("He told the FBI that Tamarack was late.", ["FBI", "Tamarack"], table) == ["new", "new"]


def test_a_symbol_is_linked_in_the_words_of_a_market() -> None:
    assert ids("Shares were mixed; HOOL rose 3%.", ["HOOL"], [HOOLI]) == ["h1"]
    assert ids("RENO (HOOL) - Shops were full.", ["HOOL"], [HOOLI]) == ["new"]


def test_metadata_says_which_one_is_meant() -> None:
    assert ids("Hooli won an order.", ["Hooli"], [HOOLI, DENVER], ticker="HOOL") == ["h1"]


def test_an_arm_of_a_known_company_is_not_the_company() -> None:
    assert ids("Hooli Capital led the round.", ["Hooli Capital"], [HOOLI]) == ["new"]


def test_a_new_company_of_a_known_name_has_an_id_of_its_own_in_every_run() -> None:
    found = [link(text, ["Hooli"], [HOOLI])[0].id for text in ("Hooli of Oslo won.", "Hooli, a Calgary brewer, won.")]
    assert len(set(found)) == 1
    assert found[0] != new_entity_id("company", "Hooli")


def test_resolution_does_not_merge_what_linking_told_apart() -> None:
    (found,) = link("Hooli GmbH won an order.", ["Hooli GmbH"], [HOOLI])
    tabled = Thing("h1", "Hooli Inc", "company", "knowledge", ("Hooli",))
    new = Thing(found.id, found.name, "company", "text", apart=APART in found.attributes)
    assert not known_names({one.id: one for one in (tabled, new)}).into
    assert known_names({one.id: one for one in (tabled, replace(new, apart=False))}).into == {found.id: "h1"}


def test_without_weights_names_alone_decide() -> None:
    assert ids("Hooli GmbH of Ulm won.", ["Hooli GmbH"], [HOOLI], scored=False) == ["h1"]


def test_a_pack_without_weights_has_no_scorer(tmp_path: Path) -> None:
    assert LinkScorer.of(PACK.model_copy(update={"folder": tmp_path})) is None


@pytest.mark.parametrize(("content", "message"), [("{}", "not weights"), (
    '{"threshold": 0.5, "themes": [], "common_words": [], "weights": {"luck": 1}}', "no sign 'luck'")])
def test_weights_that_do_not_fit_are_an_error(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match=message):
        LinkScorer.of(PACK.model_copy(update={"folder": tmp_path}))


@pytest.mark.parametrize(("name", "form", "law"), [
    ("Hooli, Incorporated", "inc", "us"), ("Hooli & Co.", "co", "us"), ("Hooli S.A.", "sa", "fr"),
    ("Hooli GmbH & Co. KG", "gmbhandcokg", "de"), ("Hooli Pty Ltd", "ptyltd", "au"), ("Hooli", "", ""),
])  # fmt: skip
def test_a_legal_form_has_one_spelling_and_a_law(name: str, form: str, law: str) -> None:
    assert (legal_form(name), law_of(form)) == (form, law)


def test_names_that_hang_on_each_other_are_one() -> None:
    text = "Quarry River Farm Credit names a chief. Quarry River said Ann Roe would start in May.\n\nQuarry River Farm lends to farmers."
    found = link(text, ["Quarry River", "Quarry River Farm"], [], title="Quarry River Farm Credit picks Roe")
    assert found
    from rie.pipeline.linking.choice import Chooser, Settled
    from rie.pipeline.linking.telling import Place, Telling, Told

    assert SCORER
    names = {key: Told(key, key, (Place(at, at + 1, at, at, at + 1),)) for at, key in enumerate(("aa", "bb"))}
    chooser, telling = Chooser(AliasTable([]), SCORER, ()), Telling("a b", names, SCORER.knowledge)
    hanging: dict[str, object] = {"aa": Settled(same_as="bb"), "bb": Settled(same_as="aa")}
    settled: dict[str, Entity] = {}
    for key in hanging:
        chooser._settle(key, hanging, telling, "company", settled)  # type: ignore[arg-type]
    assert len({entity.id for entity in settled.values()}) == 1


def test_a_short_first_word_is_never_misspelt() -> None:
    known = {"c1": "Foxo Technologies Inc", "c2": "Quicksilver Labs"}
    table = AliasTable([Entity(id_, name, "company", "knowledge") for id_, name in known.items()])
    assert table.candidates("Fox Technologies") == []
    assert table.lookup("Fox Technologies") is None
    assert [match.entity.id for match in table.candidates("Quiksilver Labs")] == ["c2"]


def test_a_symbol_speaks_against_no_company_whose_symbol_nobody_knows() -> None:
    table = [company("p", "Plinth", "Plinth Corp")]
    assert ids("Plinth Corp <PLN> had revenue of $5 million.", ["Plinth Corp"], table) == ["p"]
    assert ids("Plinth Corp <PLN> had revenue of $5 million.", ["Plinth Corp"], [company("p", "Plinth", ticker="PTH")]) == ["new"]


@pytest.mark.parametrize(("text", "one"), [
    ("Plinth Ridge Ventures put in $8 million, in a round that Plinth Ridge led.", True),
    ("Plinth Ridge Ventures joined, said Plinth Ridge partner Roe.", True),
    ("Plinth Ridge Ventures and Plinth Ridge joined.", False), ("Plinth Ridge joined before Plinth Ridge Ventures.", False),
    ("Plinth Ventures joined the round that Plinth led.", False)])
def test_a_name_cut_short_later_in_its_sentence_is_the_same(text: str, one: bool) -> None:
    short = "Plinth Ridge" if "Ridge" in text else "Plinth"
    names = [short, f"{short} Ventures"] if text.startswith(f"{short} joined") else [f"{short} Ventures", short]
    assert (len({entity.id for entity in link(text, names, [])}) == 1) is one


@pytest.mark.parametrize(("text", "names", "one"), [
    ("Plinth raised $5 million. It lately introduced Plinth Clause, which reads drafts. Plinth has 90 clients.",
     ["Plinth", "Plinth Clause", "Plinth"], (0, 2)),
    ("Plinth raised $5 million for its new app, Plinth Pocket. Plinth has 90 clients.", ["Plinth", "Plinth Pocket", "Plinth"], (0, 2)),
    ("Acme is to buy Plinth. Plinth Bancshares, parent of Plinth Bank of Tipton, has nine branches.",
     ["Plinth", "Plinth Bancshares", "Plinth Bank of Tipton"], (0, 1)),
    ("Plinth raised $5 million. Plinth Systems was founded in May.", ["Plinth", "Plinth Systems"], (0, 1))])
def test_what_a_company_makes_or_owns_is_not_its_full_name(text: str, names: list[str], one: tuple[int, int]) -> None:
    found = [entity.id for entity in link(text, names, [])]
    assert found[one[0]] == found[one[1]]
    assert len(set(found)) == len(found) - 1


@pytest.mark.parametrize(("text", "one"), [
    ("Plinth raised $5 million. It bought Yarn. Yarn will be called Plinth Europe. Plinth has 90 clients.", False),
    ("Plinth Europe raised $5 million. Plinth has 90 clients.", True)])
def test_a_branch_abroad_is_not_the_full_name_of_a_company_told_before(text: str, one: bool) -> None:
    found = [entity.id for entity in link(text, ["Plinth Europe", "Plinth"] if one else ["Plinth", "Plinth Europe", "Plinth"], [])]
    assert found[0] == found[-1]
    assert (len(set(found)) == 1) is one


@pytest.mark.parametrize(("note", "name"), [
    ("Full name is Plinth Healthcare Inc of Ohio.", "Plinth Healthcare Inc"),
    ("Full company name <Plinth Healthcare Inc>", "Plinth Healthcare Inc"),
    ("It sold a unit to Plinth Healthcare Inc of Ohio.", "PLINTH HEALTH")])
def test_a_note_tells_the_full_name_of_the_company_of_the_headline(note: str, name: str) -> None:
    found = link(f"Net 5 mln vs 4 mln\n    {note}", ["PLINTH HEALTH", "Plinth Healthcare Inc"], [], title="PLINTH HEALTH <PLN> 4TH QTR NET")
    assert found[0].name == name
