"""Questions of authors who saw facts and nothing of the layer, and how each is answered now (`tests/fixtures/ask/README.md`).

`python -m tests.ask.authors` asks them all and writes down which are refused and which are answered wrongly; those over real facts where
`RIE_DATA` names the data.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from rie.ask import ask
from rie.ask.names.names import Snapshot
from rie.evaluation.answers import GoldQuestion, Verdict, read_questions, score
from rie.pack import Pack, load_pack
from tests.ask.gold_stores import sample_store

FIXTURES: Final = Path(__file__).parents[1] / "fixtures" / "ask"
NOT_RIGHT: Final = FIXTURES / "authors.json"
TODAY: Final = "2019-01-15"


@dataclass(frozen=True)
class Author:
    """A set of questions: the store that they are asked of (`first`, `whole` or `real`), and the ids of what is not answered rightly."""

    name: str
    store: str
    refused: frozenset[str]
    wrong: frozenset[str]

    @property
    def questions(self) -> Sequence[GoldQuestion]:
        """With their gold."""
        return read_questions(FIXTURES / f"questions_{self.name}_author.jsonl")

    def expected(self, question: GoldQuestion) -> Verdict:
        """How a question is answered now."""
        return "refused" if question.id in self.refused else "wrong" if question.id in self.wrong else "right"


def authors(*stores: str) -> Iterator[Author]:
    """Those who ask of some stores."""
    for name, told in json.loads(NOT_RIGHT.read_text(encoding="utf-8")).items():
        if told["store"] in stores:
            yield Author(name, told["store"], frozenset(told["refused"]), frozenset(told["wrong"]))


def cases(*stores: str) -> list[object]:
    """Each author with each question, for a test."""
    return [pytest.param(author, question, id=question.id) for author in authors(*stores) for question in author.questions]


def verdict(question: GoldQuestion, store: Snapshot, pack: Pack) -> Verdict:
    """How a question is answered over a store."""
    return score(question, ask(question.question, store, pack, after=question.after, today=TODAY))


def _write(stores: Mapping[str, Snapshot], pack: Pack) -> None:
    told = json.loads(NOT_RIGHT.read_text(encoding="utf-8"))
    for author in authors(*stores):
        found = {question.id: verdict(question, stores[author.store], pack) for question in author.questions}
        told[author.name] |= {kind: [id_ for id_, given in found.items() if given == kind] for kind in ("refused", "wrong")}
        print(author.name, *(f"{len(told[author.name][kind])} {kind}" for kind in ("refused", "wrong")), f"of {len(found)}")
    NOT_RIGHT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Ask all and write down what is not answered rightly."""
    from adapters import data_folder
    from labelled_facts import labelled_store

    pack, data = load_pack("business"), data_folder()
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(TemporaryDirectory())) for _ in range(3)]
        stores = {"first": stack.enter_context(sample_store(folders[0], pack)),
                  "whole": stack.enter_context(sample_store(folders[1], pack, ("", "_heldout")))}
        if data:
            stores["real"] = stack.enter_context(labelled_store(data, folders[2], pack))
        _write(stores, pack)


if __name__ == "__main__":
    main()
