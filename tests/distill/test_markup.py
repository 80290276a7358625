"""Markup, its checks, and the variation of tasks."""

from pathlib import Path

import pytest

from rie.distill.annotate import check, check_markup, import_markup
from rie.distill.augment import Augmenter
from rie.distill.corpus import read_tasks
from rie.distill.markup import parse, replace_spans, to_task
from rie.errors import MarkupError
from rie.pack import load_pack

CODES = {label.code: name for name, label in load_pack("business").labels.items()}
LINE = "HOOLI RAISES § [Hooli|C #h company@f1] of [Boston|L based@h] [raised|F #f1 status=closed] [$5m|M amount@f1].¶More."


def test_offsets_point_at_the_marked_words() -> None:
    annotated = parse(LINE, CODES)
    assert [annotated.text[m.start : m.end] for m in annotated.marks] == ["Hooli", "Boston", "raised", "$5m"]
    assert annotated.text.startswith("HOOLI RAISES\n\nHooli")
    assert annotated.text.endswith(".\nMore.")


def test_relations_join_roles_and_triggers() -> None:
    task = to_task(parse(LINE, CODES), {"origin": "test"})
    assert {(r["head"], r["child"], r["label"]) for r in task["relations"]} == {(2, 0, "company"), (0, 1, "based"), (2, 3, "amount")}


@pytest.mark.parametrize(("line", "message"), [
    ("[Hooli|Z]", "unknown code"),
    ("[Hooli|C company@f9]", "no mark has #f9"),
    ("[Hooli|C what]", "no #id"),
    ("a stray [ bracket", "stray bracket"),
    ("[ Hooli|C]", "white space"),
])
def test_bad_markup_says_what_is_wrong(line: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        parse(line, CODES)


@pytest.mark.parametrize("line", ["[raised|F #f1]", "[raised|F #f1 status=closed] [Boston|L amount@f1]", "[A|C #a] [B|C lead@a]"])
def test_marks_are_held_against_the_pack(line: str) -> None:
    with pytest.raises(MarkupError):
        check(load_pack("business"), parse(line, CODES))


def test_swapped_names_keep_every_other_span() -> None:
    task = to_task(parse(LINE, CODES), {})
    longer = replace_spans(task, {0: "Providence Medical Technology"})
    assert [longer["text"][s["start"] : s["end"]] for s in longer["spans"]] == ["Providence Medical Technology", "Boston", "raised", "$5m"]


def test_variation_is_repeatable_and_changes_names() -> None:
    task = to_task(parse(LINE, CODES), {})
    first, second = (Augmenter([task], {"COMPANY": ["Initech", "Globex"]}, 1.0, seed=4) for _ in range(2))
    varied = [first(task)["text"] for _ in range(20)]
    assert varied == [second(task)["text"] for _ in range(20)]
    assert any("Initech" in text or "INITECH" in text for text in varied)


PEOPLE = ("[Beatrix Holm|P] leaves [Aster Biotherapeutics Inc|C].¶[Holm|P] led [Aster|C] for years; [Gordon Pell|P] follows. [Holm|P] and "
          "[Pell|P] will meet.")


def test_short_forms_follow_the_names_that_they_are_short_for() -> None:
    task = to_task(parse(PEOPLE, CODES), {})
    vary = Augmenter([task], {"COMPANY": ["Initech Systems", "Globex Holdings"]}, 1.0, seed=1, people=["PERSON"])
    for _ in range(40):
        varied = vary.swap_names(task)
        holm, aster, last, short, pell, again, other = (varied["text"][s["start"] : s["end"]] for s in varied["spans"])
        assert holm.endswith(last)
        assert last == again
        assert pell.endswith(other)
        assert aster.lower().startswith(short.lower())


def test_some_companies_are_called_like_people_or_places() -> None:
    task = to_task(parse(PEOPLE, CODES), {})
    vary = Augmenter([task], {"COMPANY": ["Initech"], "PLACE": ["Springfield"]}, 1.0, seed=1, gazetteers={"PLACE"}, people=["PERSON"])
    texts = " ".join(vary.swap_names(task)["text"] for _ in range(300))
    assert "Springfield" in texts
    assert "Holm & Pell" in texts or "Pell & Holm" in texts


def test_a_mark_may_carry_several_ids() -> None:
    task = to_task(parse("[Revenue|K #r1 #r2] was [$5m|M value@r1] and [$4m|M prior@r2].", CODES), {})
    assert {(r["head"], r["child"], r["label"]) for r in task["relations"]} == {(0, 1, "value"), (0, 2, "prior")}


def test_an_import_replaces_what_its_authors_wrote_and_nothing_else(tmp_path: Path) -> None:
    pack = load_pack("business").model_copy(update={"folder": tmp_path})
    first, second = tmp_path / "ann.txt", tmp_path / "bob.txt"
    first.write_text(f"lead\t{LINE}\n", encoding="utf-8")
    second.write_text("lead\t[Initech|C] sells search.\n", encoding="utf-8")
    import_markup(pack, "deals", [first, second], "train", {})
    first.write_text("lead\t[Globex|C] sells lamps.\n", encoding="utf-8")
    import_markup(pack, "deals", [first], "train", {})
    kept = read_tasks(tmp_path / "annotations" / "deals" / "train.jsonl")
    assert [item["text"] for item in kept] == ["Initech sells search.", "Globex sells lamps."]


def test_checking_says_where_a_line_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "ann.txt"
    file.write_text("lead\t[Hooli|Z]\n", encoding="utf-8")
    [problem] = check_markup(load_pack("business"), [file])
    assert problem.startswith("ann.txt:1: unknown code")
    assert [*tmp_path.iterdir()] == [file]
