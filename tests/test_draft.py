"""`rie schema draft`: a language model writes a pack over HTTP; what is wrong is sent back once, and a person reviews the rest."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hooli import rie_command, write_lines

from rie.draft import draft
from rie.errors import LlmError, PackError, UsageError
from rie.llm import configured
from rie.pack import load_pack
from rie.pack.scaffold import EXAMPLE
from tests.rag.llm_server import Service, asking

TEXTS = [{"id": "a", "text": "Hooli wins a $5 million contract\nfrom Raviga [sic]."}, {"id": "b", "text": "Endframe won an order."}]
GOOD = (EXAMPLE / "pack.yaml").read_text(encoding="utf-8")
ABOUT = "contracts that companies win"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A language model that is configured and running."""
    with asking(monkeypatch) as running:
        yield running


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "texts.jsonl", TEXTS)


def run(texts: Path, name: str = "contracts") -> Any:
    llm = configured()
    assert llm is not None
    return draft(name, texts, ABOUT, texts.parent / "pack", llm)


def fenced(text: str) -> str:
    return f"Here it is:\n```yaml\n{text}\n```\nDone."


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_sound_draft_is_written_with_guidelines_and_texts_to_mark(service: Service, texts: Path) -> None:
    service.replies = [fenced(GOOD)]
    done = run(texts)
    folder = texts.parent / "pack"
    assert (done.repaired, done.texts, len(service.asked)) == ((), 2, 1)
    pack = load_pack(str(folder))
    assert (pack.name, pack.tasks) == ("contracts", {"first": ["award"]})
    first = (folder / "pack.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# The pack `contracts`, drafted by openai/small-test-model from 2 texts: read every part before you use it."
    assert sorted(file.name for file in (folder / "guidelines").iterdir()) == ["AWARD.md", "COMPANY.md", "README.md"]
    assert "// text\tHooli wins a $5 million contract ¶ from Raviga  sic ." in (folder / "annotations/first/train.txt").read_text("utf-8")
    assert 'pack = "contracts"' in (folder / "config.cfg").read_text(encoding="utf-8")


def test_the_model_is_shown_the_texts_the_task_and_an_example(service: Service, texts: Path) -> None:
    service.replies = [fenced(GOOD)]
    run(texts)
    (asked,) = service.asked[0]["messages"]
    assert all(part in asked["content"] for part in (ABOUT, "Endframe won an order.", "name: contracts", GOOD.splitlines()[0]))


@pytest.mark.parametrize(("bad", "says"), [
    ("labels: [", "not readable as YAML"),
    ("just a list of words", "expected a mapping"),
    (changed("trigger: AWARD", "trigger: AWRD"), "no label 'AWRD'"),
    (changed("kind: entity\n", "kind: thing\n"), "tables.company.kind"),
    (changed(r"'wins?\b'", "'wins?('"), "no regular expression"),
    (changed(r"['wins?\b', 'won\b', 'winning\b', 'awarded\b', 'awards\b', 'lands?\b', 'landed\b', 'secures?\b', 'secured\b']", "['hires']"),
     "no phrase of 'award' stands in any of the texts"),
    (changed("amount_usd: {type", "confidence: {type: decimal, comment: c}\n      amount_usd: {type"), "tables: cannot be made"),
])
def test_what_is_wrong_is_sent_back_and_repaired_once(service: Service, texts: Path, bad: str, says: str) -> None:
    service.replies = [fenced(bad), fenced(GOOD)]
    done = run(texts)
    assert any(says in problem for problem in done.repaired)
    again = service.asked[1]["messages"][0]["content"]
    assert "It cannot be used:" in again
    assert says in again
    assert done.cost.prompt_tokens == 200
    assert load_pack(str(texts.parent / "pack")).name == "contracts"


def test_a_draft_that_stays_wrong_is_kept_beside_for_correction(service: Service, texts: Path) -> None:
    service.replies = [fenced(changed("trigger: AWARD", "trigger: AWRD"))]
    with pytest.raises(PackError, match=r"correct .*draft\.yaml and call it pack\.yaml: .*AWRD"):
        run(texts)
    assert len(service.asked) == 2
    folder = texts.parent / "pack"
    assert [file.name for file in folder.iterdir()] == ["draft.yaml"]
    assert yaml.safe_load((folder / "draft.yaml").read_text(encoding="utf-8"))["events"]["award"]["trigger"] == "AWRD"


def test_nothing_is_written_when_the_model_does_not_answer(service: Service, texts: Path) -> None:
    service.replies = [401]
    with pytest.raises(LlmError):
        run(texts)
    assert not (texts.parent / "pack").exists()


def test_bad_input_is_refused_before_the_model_is_asked(service: Service, texts: Path) -> None:
    with pytest.raises(UsageError, match="no name of a pack"):
        run(texts, "Contracts!")
    with pytest.raises(UsageError, match="no document can be read"):
        run(texts.parent / "nowhere.jsonl")
    assert service.asked == []


def test_the_command_writes_a_pack_that_the_check_accepts(service: Service, texts: Path) -> None:
    service.replies = [fenced(changed("trigger: AWARD", "trigger: AWRD")), fenced(GOOD)]
    done = rie_command("schema", "draft", "contracts", "--from", str(texts), "--about", ABOUT, "--to", "pack", cwd=texts.parent)
    assert (done.returncode, done.stdout) == (0, "pack/pack.yaml: 4 labels, 1 events, 3 tables; review it\n"), done.stderr
    assert "rie: repaired: pack: Value error, events.award.trigger: no label 'AWRD'" in done.stderr
    assert rie_command("schema", "check", "pack", cwd=texts.parent).returncode == 0


def test_without_a_model_one_line_says_what_to_set(texts: Path) -> None:
    done = rie_command("schema", "draft", "contracts", "--from", str(texts), "--about", ABOUT, "--to", "pack", cwd=texts.parent,
                       RIE_LLM_MODEL="")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "RIE_LLM_MODEL" in done.stderr
