"""From markup to tasks: checks what a writer marked against the pack and writes Prodigy-compatible JSONL."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rie.distill.markup import Annotated, parse, to_task
from rie.errors import MarkupError
from rie.pack import Event, Pack

DEV_SHARE = 0.12


@dataclass
class Imported:
    """What an import did: tasks by part, and the lines that were left out with their reasons."""

    written: Counter[str]
    problems: list[str]


def import_markup(pack: Pack, task: str, files: Sequence[Path], part: str | None, meta: dict[str, Any]) -> Imported:
    """Write the marked-up lines of `files` to `annotations/<task>/`: they replace what is there of the same authors.

    A file's name is its author.

    Args:
        part: `train`, `dev` or `test`; None splits into train and dev by a hash of the text.
        meta: provenance that every task carries, as `origin` and `reviewed_by`.
    """
    done = Imported(Counter(), [])
    tasks: dict[str, list[dict[str, Any]]] = {}
    seen: set[str] = set()
    for file in files:
        for place, voice, line in _lines(file):
            try:
                made = _task(pack, voice, line, {**meta, "author": file.stem})
            except MarkupError as error:
                done.problems.append(f"{place}: {error}")
                continue
            if made["text"] not in seen:
                seen.add(made["text"])
                tasks.setdefault(part or _part(made["text"]), []).append(made)
    authors = {file.stem for file in files}
    for name in {*tasks, *(["train", "dev"] if part is None else [])}:
        target = pack.folder / "annotations" / task / f"{name}.jsonl"
        others = [item for item in _read(target) if item["meta"].get("author") not in authors]
        _write(target, [*others, *tasks.get(name, [])])
        done.written[name] = len(tasks.get(name, []))
    return done


def _read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []


def check_markup(pack: Pack, files: Sequence[Path]) -> list[str]:
    """What is wrong with marked-up lines, a sentence each; nothing is written."""
    problems = []
    for file in files:
        for place, voice, line in _lines(file):
            try:
                _task(pack, voice, line, {})
            except MarkupError as error:
                problems.append(f"{place}: {error}")
    return problems


def _lines(file: Path) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("//"):
            voice, _, text = line.partition("\t")
            yield f"{file.name}:{number}", voice, text


def _task(pack: Pack, voice: str, line: str, meta: dict[str, Any]) -> dict[str, Any]:
    annotated = parse(line, {label.code: name for name, label in pack.labels.items()})
    check(pack, annotated)
    return to_task(annotated, {"voice": voice, **meta})


def check(pack: Pack, annotated: Annotated) -> None:
    """Hold marks against the pack.

    Raises:
        MarkupError: a trigger without id or status, a role that its event does not have or that its label cannot play.
    """
    events = {event.trigger: event for event in pack.events.values()}
    by_id = {id: mark for mark in annotated.marks for id in mark.ids}
    for mark in annotated.marks:
        surface = annotated.text[mark.start : mark.end]
        event = events.get(mark.label)
        if event and (not mark.ids or (has_status(pack, event) and "status" not in mark.attributes)):
            raise MarkupError(f"trigger [{surface}|...] needs #id{' and status=' if has_status(pack, event) else ''}")
        for role, event_id in mark.roles:
            _check_role(pack, by_id[event_id].label, mark.label, role, surface)


def has_status(pack: Pack, event: Event) -> bool:
    """Whether triggers of an event tell a status."""
    status = pack.tables[event.table].columns.get("status")
    return status is not None and status.source is not None


def _check_role(pack: Pack, head: str, label: str, role: str, surface: str) -> None:
    event = next((event for event in pack.events.values() if event.trigger == head), None)
    if event:
        spec = event.roles.get(role)
        if spec is None or label not in spec.labels:
            raise MarkupError(f"[{surface}|...]: {label} cannot play {role!r} of {head}")
    elif role not in pack.attributes:
        raise MarkupError(f"[{surface}|...]: no role {role!r} of {head}")


def _part(text: str) -> str:
    digest = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "big")
    return "dev" if digest / 2**32 < DEV_SHARE else "train"


def _write(file: Path, tasks: list[dict[str, Any]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(task, ensure_ascii=False) + "\n" for task in tasks)


def variety(tasks: Iterable[dict[str, Any]]) -> dict[str, float]:
    """How varied texts are: number of texts, of distinct skeletons (marked spans replaced by labels, digits by 0), type-token ratio."""
    skeletons: set[str] = set()
    words: list[str] = []
    count = 0
    for task in tasks:
        count += 1
        text = task["text"]
        words += re.findall(r"[a-z]+", text.lower())
        for span in sorted(task["spans"], key=lambda span: -span["start"]):
            text = text[: span["start"]] + span["label"] + text[span["end"] :]
        skeletons.add(re.sub(r"\d+", "0", text.lower()))
    return {"texts": count, "skeletons": len(skeletons), "words": len(words), "type_token_ratio": len(set(words)) / max(len(words), 1)}
