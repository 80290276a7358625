"""The stretch of text that is shown around evidence."""

import pytest
from rie.api.passages import MAX_SIDE, passages, sentence


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("It rains. Hooli raised $5m. It snows.", "$5m", "Hooli raised $5m."),
        ("Hooli, Inc. raised $5m. It snows.", "$5m", "Hooli, Inc. raised $5m."),
        ("On Monday Acme Corp. Holdings bought Initech. Done.", "Initech", "On Monday Acme Corp. Holdings bought Initech."),
        ("A title\n\nHooli raised $5m", "$5m", "Hooli raised $5m"),
        ("It paid $1.5 million for it.", "$1.5 million", "It paid $1.5 million for it."),
        ('He said: "We raised $5m." Then he left.', "$5m", 'He said: "We raised $5m."'),
        ("$5m", "$5m", "$5m"),
        ("Raised by U.S. Robotics in May. Next.", "Robotics", "Raised by U.S. Robotics in May."),
        ("It raised $5m.  \n", "$5m.", "It raised $5m."),
        ("One. Two raised 5. It is three. Four.", "5. It", "Two raised 5. It is three."),
    ],
)
def test_a_sentence_is_cut_at_its_ends(text, quote, expected):
    start = text.index(quote)
    first, last = sentence(text, start, start + len(quote))
    assert text[first:last] == expected


def test_a_sentence_without_end_is_cut_at_words():
    text = "word " * 1000 + "$5m" + " word" * 1000
    start = text.index("$5m")
    first, last = sentence(text, start, start + 3)
    assert last - first <= 2 * MAX_SIDE + 50
    assert text[first - 1] == " "
    assert text[last] == " "


def test_touching_sentences_are_one_passage_and_parts_are_apart():
    text = "Hooli raised $5m. Raviga led. It rains. Nothing. Erlich came."
    quoted = [("text", None, "$5m"), ("text", None, "Raviga"), ("text", None, "Erlich"), ("metadata", "ticker", "Hooli")]
    spans = [{"part": part, "key": key, "start_char": text.index(quote), "end_char": text.index(quote) + len(quote)}
             for part, key, quote in quoted]
    found = passages({("title", None): "", ("text", None): text, ("metadata", "ticker"): "Hooli"}, spans)
    told = [("text", "Hooli raised $5m. Raviga led."), ("text", "Erlich came."), ("metadata", "Hooli")]
    assert [(passage["part"], passage["text"]) for passage in found] == told


def test_spans_outside_the_text_are_left_out():
    spans = [{"part": "text", "key": None, "start_char": start, "end_char": end} for start, end in [(5, 900), (-3, 2), (4, 4), (3, 1)]]
    assert passages({("text", None): "Short text."}, spans) == []
