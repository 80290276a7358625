"""`rie schema new`: a pack that can be checked, annotated, trained, filled and asked as it stands."""

import json
from pathlib import Path

import pytest
from hooli import rie_command, write_lines

from rie.errors import PackError
from rie.pack import load_pack
from rie.pack.scaffold import EXAMPLE, new_pack
from rie.trial import trial
from tests.pack.test_diff import at
from tests.pack.variant import variant

TEXTS = [{"id": "a", "text": "Hooli wins a $5 million contract from Raviga.", "published_at": "2016-05-03"},
         {"id": "b", "text": "Sterling Bay has awarded a $75 million contract to Endframe.", "published_at": "2017-02-01"}]


def test_a_new_pack_is_sound_and_names_itself_everywhere(tmp_path: Path) -> None:
    files = new_pack("contracts", tmp_path / "pack")
    pack = load_pack(str(tmp_path / "pack"))
    assert (pack.name, trial(pack)) == ("contracts", [])
    assert {"pack.yaml", "config.cfg", "README.md", "guidelines/COMPANY.md"} <= {str(file.relative_to(tmp_path / "pack")) for file in files}
    assert not [file for file in files if EXAMPLE.name in file.read_text(encoding="utf-8")]
    assert all((tmp_path / "pack" / "guidelines" / label.guideline).is_file() for label in pack.labels.values() if label.guideline)


def test_every_part_of_the_new_pack_is_explained() -> None:
    lines = (EXAMPLE / "pack.yaml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.rstrip(":") in {"labels", "terms", "events", "tasks", "tables", "layer"}:
            assert lines[number - 1].startswith("#"), line


@pytest.mark.parametrize(("name", "says"), [("Contracts", "no name of a pack"), ("1st", "no name"), ("business", "ships with RIE")])
def test_a_name_that_cannot_be_used_is_refused(tmp_path: Path, name: str, says: str) -> None:
    done = rie_command("schema", "new", name, "--to", str(tmp_path / "pack"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr
    assert not (tmp_path / "pack").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    done = rie_command("schema", "new", "contracts", "--to", str(tmp_path))
    assert (done.returncode, [file.name for file in tmp_path.iterdir()]) == (2, ["note.txt"])


@pytest.mark.parametrize(("place", "value", "says"), [
    ("terms.round_type.values.angel", ["(angel"], "terms.round_type.values.angel: '(angel' is no regular expression"),
    ("terms.change.values.change", ["(?:named)?"], "fits where nothing stands"),
    ("terms.post.values.vice-head", ["vice head"], "'vice-head' is no name of a value"),
    ("events.funding_round.unless", ["["], "events.funding_round.unless"),
    ("tables.funding_round.columns.confidence", {"type": "text", "comment": "c"}, "tables: cannot be made"),
])
def test_the_check_finds_what_would_only_show_later(place: str, value: object, says: str) -> None:
    assert any(says in problem for problem in trial(variant(at(place, value))))


def test_check_prints_what_does_not_work(tmp_path: Path) -> None:
    new_pack("contracts", tmp_path / "pack")
    file = tmp_path / "pack" / "pack.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(r"'wins?\b'", r"'wins?('"), encoding="utf-8")
    done = rie_command("schema", "check", str(tmp_path / "pack"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "terms.award.values.award" in done.stderr


def test_a_new_pack_can_be_annotated_trained_filled_and_asked(tmp_path: Path) -> None:
    """The commands of its README, in a minute."""
    write_lines(tmp_path / "texts.jsonl", TEXTS)
    pack = str(tmp_path / "pack")
    steps = [("schema", "new", "contracts", "--to", pack), ("schema", "check", pack)]
    steps += [("annotate", f"{pack}/annotations/first/{part}.txt", "--task", "first", "--part", part, "--origin", "person",
               "--reviewed-by", "person", "--pack", pack) for part in ("train", "dev")]
    steps += [("train", pack), ("ingest", "texts.jsonl", "--store", "store", "--pack", pack, "--workers", "1")]
    for step in steps:
        done = rie_command(*step, cwd=tmp_path)
        assert done.returncode == 0, (step, done.stdout, done.stderr)
    rows = rie_command("sql", "SELECT supplier, client, amount, kind FROM award ORDER BY amount", "--store", "store", "--format", "json",
                       cwd=tmp_path, RIE_PACK=pack)
    assert json.loads(rows.stdout) == [{"supplier": "Hooli", "client": "Raviga", "amount": 5_000_000, "kind": "order"},
                                       {"supplier": "Endframe", "client": "Sterling Bay", "amount": 75_000_000, "kind": "order"}]
    asked = rie_command("ask", "How much has Hooli won in total?", "--store", "store", "--json", cwd=tmp_path, RIE_PACK=pack)
    answer = json.loads(asked.stdout)
    assert (answer["status"], answer["rows"][0]["amount_usd"]) == ("answered", 5_000_000)
    assert str(tmp_path) not in (tmp_path / "pack" / "model" / "config.cfg").read_text(encoding="utf-8")
    lost = rie_command("ask", "Who?", "--store", "store", cwd=tmp_path)
    assert "set RIE_PACK to the folder" in lost.stderr


def test_the_readme_of_a_new_pack_names_commands_that_there_are() -> None:
    from tests.test_docs import commands

    known = {name for name, _ in commands()}
    lines = (EXAMPLE / "README.md").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("rie "):
            words = line.split()
            assert " ".join(words[: 3 if words[1] == "schema" else 2]) in known, line


def test_spellings_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "shops"
    new_pack("shops", folder)
    (folder / "spellings.yaml").write_text("'\\bturnovr\\b': turnover\n", encoding="utf-8")
    assert load_pack(str(folder)).layer.spellings == {"\\bturnovr\\b": "turnover"}


@pytest.mark.parametrize(("text", "says"), [("- one", "expected a mapping"), ("'(': open", "spellings"), ("'a: b", "not readable as YAML")])
def test_spellings_that_cannot_be_read_are_named(tmp_path: Path, text: str, says: str) -> None:
    folder = tmp_path / "shops"
    new_pack("shops", folder)
    (folder / "spellings.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=says):
        load_pack(str(folder))
