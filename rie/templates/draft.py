"""`rie templates draft`: a language model writes templates for refused questions; each is checked before a person sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2 import Template as Prompt

from rie.ask.names.read_names import build_names
from rie.ask.read.mentions import find_mentions
from rie.ask.templates import Template, answered, matches_of, parse_template, templates_of
from rie.ask.templates.match import PLAIN
from rie.errors import PackError, UsageError
from rie.llm import Llm
from rie.pack import Pack
from rie.store import Reader
from rie.store.refused import Refused, read_refused
from rie.templates.check import TODAY, Case, Checker

MOST: Final = 20  # questions of one run
TRIES: Final = 2
_MOST_TOKENS: Final = 2_000
_SHOWN: Final = 10  # rows of a draft
_BLOCK: Final = re.compile(r"```(?:sql)?\s*\n(.*?)```", re.DOTALL)
_EXAMPLE: Final = "investors_of_both.sql"


@dataclass(frozen=True, slots=True)
class Draft:
    """A template that a model wrote for a refused question, with what `check` says of it and the first rows that it gives.

    `decision` is that of a person: "accepted", "rejected", or None while there is none.
    """

    question: str
    count: int
    template: str
    problems: tuple[str, ...] = ()
    answer: str = ""
    rows: tuple[Mapping[str, Any], ...] = ()
    decision: str | None = None


def draft(pack: Pack, store: Path, out: Path, llm: Llm, *, most: int = MOST, progress: Callable[[int], None] | None = None) -> list[Draft]:
    """Draft templates for the questions that a store refused, and write them into a review file.

    Args:
        pack: of the store.
        store: the store's folder, with its log of refused questions.
        out: the review file; drafts that it holds already are kept, and their questions not drafted again.
        llm: writes the templates.
        most: at most so many questions, the most frequent first.
        progress: called with the number of questions that are done.

    Raises:
        UsageError: no question has been refused yet.
        LlmError: the model does not answer.
    """
    refused = read_refused(store)
    if not refused:
        raise UsageError(f"{store}: no refused questions are on record; ask some first, with RIE_LOG_REFUSED=1")
    drafts = read_drafts(out) if out.is_file() else []
    known = {item.question for item in drafts}
    with Reader(store) as reader:
        drafter = Drafter(reader, pack, llm)
        waiting = [item for item in refused if item.question not in known and not drafter.is_answered(item.question)][:most]
        for number, item in enumerate(waiting, 1):
            drafts.append(drafter.draft(item))
            write_drafts(drafts, out)
            if progress:
                progress(number)
    return drafts


class Drafter:
    """Has templates written for one store.

    Args:
        reader: of the store.
        pack: of the store.
        llm: that writes.
    """

    def __init__(self, reader: Reader, pack: Pack, llm: Llm) -> None:
        self._reader, self._pack, self._llm = reader, pack, llm
        self._names = build_names(reader, pack)
        self._checker = Checker(reader, pack, is_sample=False)
        self._known = list(templates_of(pack))

    def is_answered(self, question: str) -> bool:
        """Whether a template asks the same already."""
        return self._match(question, self._known) is not None

    def draft(self, refused: Refused) -> Draft:
        """Have a template written, once more with what was wrong with it."""
        problems: tuple[str, ...] = ()
        text = ""
        for _ in range(TRIES):
            text = self._written(refused.question, text, problems)
            found = self._checked(refused, text)
            problems = found.problems
            if not problems:
                break
        return found

    def _written(self, question: str, last: str, problems: Sequence[str]) -> str:
        columns = {column for fact in self._pack.layer.facts.values() for column in fact.values}
        prompt = _prompt().render(
            example=_example(self._pack), taken=[item.id for item in self._known], types=sorted({*PLAIN, *columns}), last=last,
            tables=list(_described(self._pack)), question=question, problems=problems,
        )  # fmt: skip
        text = self._llm.complete([{"role": "user", "content": prompt}], max_tokens=_MOST_TOKENS).text
        block = _BLOCK.search(text)
        return (block[1] if block else text).strip() + "\n"

    def _checked(self, refused: Refused, text: str) -> Draft:
        try:
            template = parse_template(text, "the draft")
        except PackError as error:
            return Draft(refused.question, refused.count, text, (str(error),))
        problems = [*self._checker.problems(template, [Case(refused.question, None)]), *self._taken(template)]
        matched = self._match(refused.question, [template])
        if matched is None:
            problems.append(f"does not understand {refused.question!r}; let an `-- ask` line say it word for word, with slots for names")
        if problems or matched is None:
            return Draft(refused.question, refused.count, text, tuple(problems))
        found = answered(matched, self._reader, self._pack)
        return Draft(refused.question, refused.count, text, (), found.answer, tuple(found.rows[:_SHOWN]))

    def _taken(self, template: Template) -> Iterator[str]:
        if template.id in {item.id for item in self._known}:
            yield f"the id {template.id} is taken; choose another"
        for one, _, ask in matches_of([*self._known, template]).twice:
            yield f"the template {one} claims {ask!r} already; leave this wording out"

    def _match(self, question: str, templates: Sequence[Template]) -> Any:
        return matches_of(templates).match(find_mentions(question, self._names, self._pack, TODAY), self._pack)


@cache
def _prompt() -> Prompt:
    folder = Path(__file__).with_name("prompts")
    return Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, trim_blocks=True, autoescape=False).get_template(
        "template.jinja"
    )


def _example(pack: Pack) -> str:
    folder = pack.folder / "templates"
    files = [file for file in (folder / _EXAMPLE, *sorted(folder.glob("*.sql"))) if file.is_file()]
    return files[0].read_text(encoding="utf-8") if files else (parse_template.__doc__ or "")


def _described(pack: Pack) -> Iterator[str]:
    """The tables of a pack, a line each."""
    for name, table in pack.tables.items():
        columns = ((column, spec.type, f" ({', '.join(spec.values)})" if spec.values else "") for column, spec in table.columns.items())
        yield f"{name}({', '.join(f'{column} {kind}{values}' for column, kind, values in columns)}) -- {table.comment}"


def write_drafts(drafts: Sequence[Draft], file: Path) -> None:
    """Write a review file: JSON lines."""
    file.write_text("".join(json.dumps(asdict(item), ensure_ascii=False, default=str) + "\n" for item in drafts), encoding="utf-8")


def read_drafts(file: Path) -> list[Draft]:
    """The drafts of a review file.

    Raises:
        UsageError: there is no such file, or it is no review file.
    """
    try:
        items = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [Draft(**item | {"problems": tuple(item["problems"]), "rows": tuple(item["rows"])}) for item in items]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{file}: is no review file ({error}); rie templates draft writes one") from None
