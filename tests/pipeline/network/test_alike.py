"""Rare spellings are read by the network as the usual ones, and by everything else as they are written."""

import pytest
from spacy.attrs import LOWER, NORM, SHAPE, SUFFIX

from rie.pipeline.extract import extractor
from rie.pipeline.network.vectors import _Words

ATTRIBUTES = [NORM, SUFFIX, SHAPE, LOWER]


@pytest.mark.parametrize(("written", "usual"), [
    ("$5mn", "$5m"), ("£1.8Mn", "£1.8m"), ("Rs5mn", "Rs5m"), ("$5B", "$5bn"), ("$1.2bln", "$1.2bn"), ("€3Mio", "€3m"), ("$5mln", "$5 mln"),
    ("SFr5m", "EUR 5m"), ("AUD5m", "AUD 5m"), ("NZD 3 million", "EUR 3 million"), ("DKK12m", "DKK 12m")])
def test_a_rare_scale_is_read_as_a_usual_one(written: str, usual: str) -> None:
    one, other = (_read(f"It raised {sum_} in May") for sum_ in (written, usual))
    assert one == other


def test_other_words_are_read_as_they_are() -> None:
    assert _read("It raised cash in Bonn") != _read("It raised cash in Born")


def test_tokens_keep_what_is_written() -> None:
    assert [token.text for token in extractor("business").nlp.make_doc("raised £1.8mn,")] == ["raised", "£", "1.8", "mn", ","]


def _read(text: str) -> list[list[int]]:
    words = _Words([extractor("business").nlp.make_doc(text)])
    table = words.to_array(ATTRIBUTES)
    return [table[place].tolist() for place in words.place]
