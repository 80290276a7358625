"""`rie schema draft`: a language model writes a first pack from example texts; it is checked, repaired once, and left to a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from pydantic import ValidationError

from rie.documents import read
from rie.errors import PackError, UsageError
from rie.llm import Cost, Llm
from rie.pack import Pack
from rie.pack.scaffold import EXAMPLE, check_target, new_pack
from rie.trial import trial
from rie.types import Document

TRIES: Final = 2
MOST_TEXTS: Final = 20
_MOST_CHARACTERS: Final = 1_500  # of a text
_MOST_TOKENS: Final = 8_000
_BLOCK: Final = re.compile(r"```(?:ya?ml)?\s*\n(.*?)```", re.DOTALL)
_TASK: Final = "first"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A pack that was written for review; `repaired` says that the model's first answer had these problems."""

    pack: Pack
    texts: int
    repaired: tuple[str, ...]
    cost: Cost


def draft(name: str, texts: Path, about: str, folder: Path, llm: Llm) -> Drafted:
    """Have a language model write a pack, and put it into a folder as `rie schema new` does.

    Args:
        name: of the pack.
        texts: example documents, a file or folder as for `rie ingest`; the first twenty are shown to the model.
        about: a sentence that says what is to be extracted.
        folder: where the pack is written to; it must be empty or not there.
        llm: writes the pack.

    Raises:
        UsageError: the name or the folder cannot be used, or there is no text.
        PackError: what the model wrote is no pack, after one repair; its last answer stands in the folder as `draft.yaml`.
        LlmError: the model does not answer.
    """
    check_target(name, folder)
    shown = [document.text[:_MOST_CHARACTERS] for document in read([texts]) if isinstance(document, Document)][:MOST_TEXTS]
    if not shown:
        raise UsageError(f"{texts}: no document can be read from it; give JSON lines with id and text")
    problems: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    last, cost = "", Cost()
    for _ in range(TRIES):
        done = llm.complete([{"role": "user", "content": _prompt(name, about, shown, last, problems)}], max_tokens=_MOST_TOKENS)
        cost += done.cost
        block = _BLOCK.search(done.text)
        last = (block[1] if block else done.text).strip()
        content, problems = checked(last, name, shown)
        if not problems:
            return Drafted(_written(name, content, folder, shown, llm.model), len(shown), first, cost)
        first = problems
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "draft.yaml").write_text(last + "\n", encoding="utf-8")
    raise PackError(f"the model's draft is no valid pack; correct {folder / 'draft.yaml'} and call it pack.yaml: {'; '.join(problems)}")


def checked(text: str, name: str, texts: Sequence[str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What a draft says, as the content of `pack.yaml`, and what is wrong with it, a sentence each.

    Args:
        text: YAML.
        name: of the pack.
        texts: that it was drafted for.
    """
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        return {}, (f"not readable as YAML: {' '.join(str(error).split())[:300]}",)
    if not isinstance(content, dict):
        return {}, ("expected a mapping with name, labels, terms, events and tables at the top",)
    content |= {"name": name, "version": 1, "tasks": {_TASK: list(content.get("events") or {})}}
    try:
        pack = Pack.model_validate(_with_guidelines(content))
    except ValidationError as error:
        return content, tuple(f"{'.'.join(map(str, item['loc'])) or 'pack'}: {item['msg']}" for item in error.errors())
    if not pack.events:
        return content, ("events: a pack needs at least one event, with its fact table",)
    return content, tuple(trial(pack, texts))


def _with_guidelines(content: dict[str, Any]) -> dict[str, Any]:
    """Every label has a page of its own in `guidelines/`."""
    labels = content.get("labels")
    for name, label in labels.items() if isinstance(labels, dict) else ():
        if isinstance(label, dict) and label.get("source") != "values":
            label["guideline"] = f"{name}.md"
    return content


def _written(name: str, content: dict[str, Any], folder: Path, texts: Sequence[str], model: str) -> Pack:
    new_pack(name, folder)
    for file in [*(folder / "guidelines").glob("*.md"), *(folder / "annotations").rglob("*.txt")]:
        if file.name != "README.md":
            file.unlink()
    head = f"# The pack `{name}`, drafted by {model} from {len(texts)} texts: read every part before you use it.\n"
    body = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=140)
    (folder / "pack.yaml").write_text(f"{head}{body}", encoding="utf-8")
    pack = Pack.model_validate({**content, "folder": folder})
    for label, spec in pack.labels.items():
        if spec.guideline:
            page = f"# {label} (`{spec.code}`)\n\n{spec.description[:1].upper()}{spec.description[1:]}.\n\nWrite here: {_GUIDELINE}\n"
            (folder / "guidelines" / spec.guideline).write_text(page, encoding="utf-8")
    (folder / "annotations" / _TASK / "train.txt").write_text("".join(_lines(texts)), encoding="utf-8")
    return pack


_GUIDELINE: Final = "what is marked and what is not, where a mention begins and ends, and two examples for each rule."


def _lines(texts: Sequence[str]) -> list[str]:
    """The texts as lines to be marked up."""
    plain = (re.sub(r"\s*\n\s*", " ¶ ", re.sub(r"[\[\]|]", " ", text).strip()) for text in texts)
    head = "// Mark these texts as guidelines/README.md says, then take away the // before each.\n"
    return [head, *(f"// text\t{text}\n" for text in plain)]


def _prompt(name: str, about: str, texts: Sequence[str], last: str, problems: Sequence[str]) -> str:
    example = (EXAMPLE / "pack.yaml").read_text(encoding="utf-8")
    return _template().render(name=name, about=about, texts=texts, last=last, problems=problems, example=example)


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).with_name("prompts"))
    return Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, autoescape=False).get_template("pack.jinja")
