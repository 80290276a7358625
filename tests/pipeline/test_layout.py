"""The pipeline's view of a text keeps every offset."""

import random

import pytest

from rie.pipeline.layout import layout

WIRE = ("Senior Engineering Group Plc said it\nreached agreement with Cronus Industries Inc to acquire the\nwhole share capital.\n"
        "    South Western is a leading maker.\n")


def test_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    seen = layout(WIRE)
    assert "said it reached" in seen
    assert "acquire the whole" in seen
    assert "capital.\n    South" in seen


@pytest.mark.parametrize("text", ["", "\n", "a\n\nb", "a\r\n b", "x\t\ty", "- one\n- two\n- three", "Title\n\nBody of it."])
def test_length_is_kept(text: str) -> None:
    assert len(layout(text)) == len(text)


def test_length_is_kept_for_random_text() -> None:
    chars = random.Random(3)
    for _ in range(300):
        text = "".join(chars.choice("ab .\n\t $5(\u00a0\u2028") for _ in range(chars.randrange(80)))
        assert len(layout(text)) == len(text)


def test_list_items_stay_apart() -> None:
    assert layout("Deals of the day:\n- A buys B from the owners of the third company\n- C buys D").count("\n") == 2


def test_the_bars_around_a_markdown_table_are_no_cells() -> None:
    text = "Data (in thousands)\n\n| | Q1 2020 |\n|---|--:|\n| Net sales | $64,210 |\n"
    lines = [line.strip() for line in layout(text).split("\n")]
    assert [line for line in lines if "|" in line] == ["| Q1 2020", "Net sales | $64,210"]
    assert len(layout(text)) == len(text)


def test_a_line_that_ends_with_an_initial_goes_on() -> None:
    text = "Acme Bottling Co said James Moore will be its president and will\nbe replacing Marvin W.\nGriffin, who resigned, " \
           "the company\nsaid in a statement on its plans."
    assert "Marvin W. Griffin" in layout(text)
    assert "Series B.\nGriffin" in layout(text.replace("Marvin W.", "the Series B."))


def test_a_comparison_and_a_scale_in_a_line_of_their_own_go_on() -> None:
    text = "Net loss after charges 198 mln francs vs profit\n    250 mln\n    Trading surplus after depreciation 14.7 mln vs 15.1\n" \
           "    Mln\n    Sales 16 billion vs 20 billion\n    Note: Hooli has paid all of the charges and said that it has no more"
    assert "vs profit     250 mln\n" in layout(text)
    assert "vs 15.1     Mln\n" in layout(text)


@pytest.mark.parametrize(("text", "plain"), [
    ("Lowe\u2019s said: \u201cYes.\u201d", "Lowe's said: \"Yes.\""), ("Brown\u2013Forman", "Brown-Forman"),
    ("a non\u2011cash charge", "a non-cash charge"),
    ("$5 \u2013 $6 million, 2015\u201316", "$5 \u2013 $6 million, 2015\u201316")])
def test_typographic_signs_are_those_of_a_keyboard(text: str, plain: str) -> None:
    assert layout(text) == plain


@pytest.mark.parametrize("mark", ["\u2022", "\u25aa", "\u25cf"])
def test_bullets_within_a_line_begin_lines(mark: str) -> None:
    text = f"Highlights of the quarter: {mark} Sales rose to $5 million {mark} Profit fell by half. {mark} 3 shops opened"
    assert [line[:7] for line in layout(text).split("\n")] == ["Highlig", f"{mark} Sales", f"{mark} Profi", f"{mark} 3 sho"]
    assert len(layout(text)) == len(text)
    assert "\n" not in layout(f"Reno {mark} london")


@pytest.mark.parametrize(("line", "seen"), [
    ("-Revenue (Q3): $744.2 Mln", " Revenue (Q3): $744.2 Mln"), ("\u2022EPS of $2", " EPS of $2"), ("-$5 million", "-$5 million"),
    ("- Revenue", "- Revenue"), ("A-Revenue", "A-Revenue")])
def test_a_mark_that_is_glued_to_the_word_behind_it_is_none_of_it(line: str, seen: str) -> None:
    assert layout(f"At a glance:\n{line}").split("\n")[1] == seen


@pytest.mark.parametrize(("text", "seen"), [
    ("It raised $5M.", "It raised $5m."), ("of \u20ac12.5M to", "of \u20ac12.5m to"), ("3M said", "3M said"), ("by 2M&A", "by 2M&A"),
    ("Sales: $5M-$6M", "Sales: $5m-$6m")])
def test_millions_are_written_small(text: str, seen: str) -> None:
    assert layout(text) == seen
