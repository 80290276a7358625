"""Shorter forms of names, whom the metadata names, and which country's crowns are meant."""

import re

import pytest
from spacy.tokens import Doc, Span

from rie.pipeline.linker import Linker
from rie.pipeline.linking.aliases import AliasTable
from rie.pipeline.names.echoes import echoes
from rie.pipeline.parts import Parts
from rie.pipeline.sentences import mark_sentences
from rie.types import Document, Entity
from rie.values.currency import currency_of_nation
from tests.pipeline.read_texts import NLP, PACK, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hollow Oak Furniture was sold. Hollow Oak has nine shops.", ["Hollow Oak"]),
        ("Hollow Oak Furniture was sold. Hollow Oak Lane has nine shops.", []),
        ("Hollow Oak Furniture was sold. The Old Hollow Oak has nine leaves.", []),
        ("National Oak Furniture was sold. National Oak has nine shops.", []),
    ],
)
def test_a_name_of_several_words_is_known_by_its_first_ones(text: str, found: list[str]) -> None:
    doc = NLP.make_doc(text)
    end = text.index(" was sold")
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    doc.ents = [doc.char_span(0, end, label="COMPANY")]
    assert [span.text for span in echoes(doc, "COMPANY", lambda token: token.text == "planet")] == found


@pytest.mark.parametrize(("name", "found"), [("adinas", ["adinas"]), ("planet", []), ("3M", ["3M"]), ("AB", [])])
def test_short_and_small_names_are_told_again_where_no_word_is_like_them(name: str, found: list[str]) -> None:
    doc = NLP.make_doc(f"{name} grew, said the {name} man.")
    doc.ents = [doc.char_span(0, len(name), label="COMPANY")]
    assert [span.text for span in echoes(doc, "COMPANY", lambda token: token.text == "planet")] == found


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Verdigris Bancorp merges. Verdigris said so.", "", {"Verdigris Bancorp"}),
        ("Verdigris Bancorp merges. Verdigris said so.", "Verdigris merges", {"Verdigris Bancorp"}),
        ("Tissages Fontvieille was sold. Fontvieille had a loss.", "", {"Tissages Fontvieille"}),
        ("Fontvieille had a loss. Tissages Fontvieille was sold.", "", {"Fontvieille", "Tissages Fontvieille"}),
        ("Groupe Solanges bought Solanges. Solanges had a loss.", "", {"Groupe Solanges", "Solanges"}),
        ("Air Prado was sold. Prado had a loss.", "", {"Air Prado", "Prado"}),
    ],
)
def test_a_short_form_is_the_full_name_of_its_document(text: str, title: str, names: set[str]) -> None:
    document = Document("d", text, title=title)
    doc = NLP.make_doc(Parts(document).text)
    doc.user_data["document"] = document
    doc.ents = [span for name in ("Verdigris Bancorp", "Verdigris", "Tissages Fontvieille", "Fontvieille", "Groupe Solanges", "Solanges",
                                  "Air Prado", "Prado") for span in _found(doc, name)]
    mark_sentences(doc, doc.ents)
    doc.spans["mentions"] = list(doc.ents)
    assert {entity.name for entity in Linker(PACK, AliasTable())(doc).user_data["entities"].values()} == names


def _found(doc: Doc, name: str) -> list[Span]:
    starts = (match.start() for match in re.finditer(rf"(?<!Tissages )(?<!Groupe )(?<!Air )\b{name}\b(?! Bancorp)", doc.text))
    return [doc.char_span(start, start + len(name), label="COMPANY") for start in starts]


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ({"ticker": "HOOL", "company": "Hooli"}, "Hooli Inc"),
        ({"ticker": "HOOL", "company": "Hollow Oak Furniture"}, "Hollow Oak Furniture"),
        ({"ticker": "HOOL"}, "Hooli Inc"),
    ],
)
def test_the_symbol_of_another_company_tells_no_subject(metadata: dict[str, str], name: str) -> None:
    table = AliasTable([Entity("c1", "Hooli Inc", "company", "knowledge", attributes={"ticker": "HOOL"})])
    told = Linker(PACK, table).told(metadata)
    assert told is not None
    assert told[2].name == name


@pytest.mark.parametrize(
    ("noun", "text", "currency"),
    [
        ("crowns", "The Swedish bank earned 5 million crowns.", "SEK"),
        ("pesos", "Sales in Chile were 5 million pesos.", "CLP"),
        ("crowns", "The Swedish bank has a Danish owner.", None),
        ("dollars", "The Canadian bank", None),
    ],
)
def test_the_country_tells_which_crowns_are_meant(noun: str, text: str, currency: str | None) -> None:
    assert currency_of_nation(noun, text) == currency


def test_figures_in_crowns_and_bare_ones_beside_them_have_the_currency_of_the_country() -> None:
    text = "The Norwegian bank had revenue of 5 million crowns against 4 million."
    found = read(text, [("revenue", "value", "5 million crowns"), ("revenue", "prior", "4 million")])
    assert {(row["basis"], row["currency"]) for row in found} == {("actual", "NOK"), ("prior", "NOK")}
