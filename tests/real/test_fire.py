"""Alignment and scoring of the corpus FIRE, on sentences of our own; the real file where there is one. The scores: `tests/real/fire.py`."""

from pathlib import Path

import pytest

from tests.real.adapters import data_folder
from tests.real.fire import LABELS, example, realigned, recogniser, score, values, variation
from tests.real.fire_corpus import Sentence, flat_sentence, prose, read, token_sentence


def _flat(text: str, **entities: list[str]) -> Sentence:
    return flat_sentence({"text": text, "entities": entities})


def _marked(sentence: Sentence) -> list[tuple[str, str]]:
    return [(sentence.text[start:end], label) for start, end, label in sentence.marks]


def _tokens(text: str, *entities: tuple[str, int, int]) -> Sentence:
    return token_sentence({"tokens": text.split(), "entities": [{"type": kind, "start": a, "end": b} for kind, a, b in entities]})


def test_tokens_are_written_as_prose_and_keep_their_places() -> None:
    tokens = ["Hooli", "'s", "sales", "(", "$", "4.1", "million", ")", "rose", "3", "%", ",", "it", "said", "."]
    text, words = prose(tokens)
    assert text == "Hooli's sales ($4.1 million) rose 3%, it said."
    assert [text[start:end] for start, end in words] == tokens


def test_every_occurrence_of_a_string_is_marked() -> None:
    sentence = _flat("Hooli bought Aviato , and Aviato thanked Hooli .", Company=["Hooli", "Aviato"])
    assert [name for name, _ in _marked(sentence)] == ["Hooli", "Aviato", "Aviato", "Hooli"]


def test_a_string_inside_of_a_longer_one_is_marked_only_where_it_stands_alone() -> None:
    sentence = _flat("On May 3 , 2012 Pied Piper Media ( Piper ) said that Piper grew in 2012 .",
                     Company=["Piper", "Pied Piper Media ( Piper )"], Date=["2012", "May 3 , 2012"])
    assert _marked(sentence) == [("May 3, 2012", "DATE"), ("Pied Piper Media (Piper)", "COMPANY"), ("Piper", "COMPANY"), ("2012", "DATE")]


def test_strings_are_found_however_they_are_spaced() -> None:
    sentence = _flat("Does Hooli ( HOO ) have $ 3 million ?", Company=["Hooli (HOO)"], Money=["$3 million"])
    assert _marked(sentence) == [("Hooli (HOO)", "COMPANY"), ("$3 million", "MONEY")]


def test_parts_of_words_are_no_occurrence() -> None:
    assert _marked(_flat("Aviators fly with Avia .", Company=["Avia"])) == [("Avia", "COMPANY")]


def test_a_string_that_does_not_stand_there_is_told() -> None:
    sentence = _flat("Hooli grew .", Company=["Hooli", "Aviato"])
    assert (sentence.strings, sentence.lost) == (2, (("Aviato", "COMPANY"),))


def test_types_that_are_not_ours_are_left_out_and_nations_stand_apart() -> None:
    sentence = _tokens("Finnish Hooli sold boats in Espoo",
                       ("GeopoliticalEntity", 0, 1), ("Company", 1, 2), ("Action", 2, 3), ("Location", 5, 6))
    assert _marked(sentence) == [("Hooli", "COMPANY"), ("Espoo", "PLACE")]
    assert sentence.nations == ((0, 7, "PLACE"),)


def test_only_the_exact_span_and_type_is_right() -> None:
    sentence = _tokens("Hooli Inc. paid $ 3 million to Erlich Bachman", ("Company", 0, 2), ("Money", 3, 6), ("Person", 7, 9))
    found = [(0, 5, "COMPANY"), (16, 26, "MONEY"), (30, 44, "COMPANY")]
    scores = score([sentence], [found])
    assert {label: (counts.tp, counts.fp, counts.fn) for label, counts in scores.items() if counts.tp + counts.fp + counts.fn} == {
        "COMPANY": (0, 2, 1), "MONEY": (1, 0, 0), "PERSON": (0, 0, 1), "all": (1, 2, 2)}


def test_a_part_of_a_token_is_the_token() -> None:
    sentence = _tokens("Espoo-based Hooli", ("Location", 0, 1), ("Company", 1, 2))
    assert score([sentence], [[(0, 5, "PLACE"), (12, 17, "COMPANY")]])["all"].f1 == 1


def test_nations_count_as_places_or_as_false_ones() -> None:
    sentence = _tokens("Finnish Hooli", ("GeopoliticalEntity", 0, 1), ("Company", 1, 2))
    found = [[(0, 7, "PLACE"), (8, 13, "COMPANY")]]
    assert score([sentence], found)["all"].f1 == 1
    assert score([sentence], found, nations=False)["PLACE"].fp == 1


def test_strings_of_a_sentence_lead_back_to_its_marks() -> None:
    sentence = _tokens("Hooli ( HOO ) fell 3 % to $ 4 ; Hooli 's sales ( $ 4 million ) rose",
                       ("Company", 0, 4), ("Quantity", 5, 7), ("Money", 8, 10), ("Company", 11, 12), ("Money", 15, 18))
    assert score([sentence], realigned([sentence]))["all"].f1 == 1


def test_values_are_read_under_the_labels_of_the_corpus() -> None:
    text = "sold 500 units for $3 million in May 2012, 3% more"
    assert sorted((text[start:end], label) for start, end, label in values(text)) == [
        ("$3 million", "MONEY"), ("3%", "QUANTITY"), ("500", "QUANTITY"), ("May 2012", "DATE")]


def test_marks_are_learned_also_under_other_names() -> None:
    sentence = _tokens("Hooli Media paid $ 3 million to Erlich Bachman of Espoo",
                       ("Company", 0, 2), ("Money", 3, 6), ("Person", 7, 9), ("Location", 10, 11))
    nlp, varied = recogniser(), variation([sentence])
    texts = set()
    for _ in range(40):
        other = varied(sentence)
        ents = example(nlp, other).reference.ents
        assert [(ent.start_char, ent.end_char, ent.label_) for ent in ents] == list(other.marks)
        assert [label for _, _, label in other.marks] == ["COMPANY", "MONEY", "PERSON", "PLACE"]
        texts.add(other.text)
    assert len(texts) > 5


@pytest.fixture
def folder() -> Path:
    """The real data."""
    found = data_folder()
    if found is None:
        pytest.skip("RIE_DATA does not name a folder with real data")
    return found


def test_every_string_of_the_corpus_is_found(folder: Path) -> None:
    sentences = read(folder, "train")
    assert sum(sentence.strings for sentence in sentences) > 6000
    assert not [one for sentence in sentences for one in sentence.lost]


def test_finding_strings_again_loses_nothing(folder: Path) -> None:
    sentences = read(folder, "dev")
    scores = score(sentences, realigned(sentences))
    assert {label: counts.f1 > 0.99 for label, counts in scores.items()} == dict.fromkeys((*LABELS, "all"), True)
