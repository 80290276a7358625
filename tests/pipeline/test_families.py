"""The text classifier: it learns from annotated texts which events sentences tell, whatever their names and sums are."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from spacy.training import Example

from rie.distill.corpus import ExampleMaker
from rie.distill.markup import parse, to_task
from rie.errors import PackError
from rie.pipeline.families import Families
from tests.pipeline.read_texts import NLP, PACK

CODES = {label.code: name for name, label in PACK.labels.items()}
TOLD = (
    "[{a}|C company@f1] [raised|F #f1 status=closed] [{sum}|M amount@f1] from [{b}|C investor@f1]. The weather was fine in May.",
    "[{a}|C acquirer@a1] [bought|Q #a1 status=completed] [{b}|C target@a1] for [{sum}|M price@a1]. It rained on the staff of both.",
    "[{a}|C] raised its prices for the third time. A ticket now costs {sum}.",
)
NAMES = (("Hooli", "Acme", "$5m"), ("Globex", "Initech", "$12 million"), ("Fjord Pumps", "Vandelay", "EUR 3bn"), ("Umbra", "Tyrell", "70p"))


def examples(names: tuple[tuple[str, str, str], ...] = NAMES) -> Iterator[Example]:
    maker = ExampleMaker(NLP, PACK)
    for text in TOLD:
        for a, b, amount in names:
            yield maker.example({**to_task(parse(text.format(a=a, b=b, sum=amount), CODES), {}), "task": "news"})


@pytest.fixture(scope="module")
def families() -> Families:
    component = Families(NLP.vocab, size=4096)
    component.initialize(examples)
    return component


def rated(families: Families) -> list[list[str]]:
    """The events of each sentence of texts whose names and sums were not learnt from."""
    found = []
    for example in examples((("Zorg", "Planet Express", "$77m"),)):
        doc = families(example.predicted)
        found += [[name for name, odds in zip(families.events, row, strict=True) if odds > 0] for row in doc.user_data["families"]]
    return found


def test_sentences_are_told_apart_by_their_words_and_not_by_names(families: Families) -> None:
    assert rated(families) == [["funding_round"], [], ["acquisition"], [], [], []]


def test_what_is_written_is_read_again(families: Families, tmp_path: Path) -> None:
    families.to_disk(tmp_path / "families")
    again = Families(NLP.vocab, size=4096).from_disk(tmp_path / "families")
    assert rated(again) == rated(families)
    assert np.allclose(again.weights, families.weights, atol=0.01)


def test_weights_of_other_events_are_refused(families: Families) -> None:
    other = Families(NLP.vocab, size=4096)
    other.events = ("merger", *other.events[1:])
    with pytest.raises(PackError, match="train its model anew"):
        other.from_bytes(families.to_bytes())


def test_of_texts_annotated_for_some_events_the_others_are_not_learnt() -> None:
    component = Families(NLP.vocab, size=4096)
    known = [{"FUNDING", "ACQUISITION"}, None]
    learnt = []
    for heads in known:
        given = list(examples())
        for example in given:
            example.reference.user_data["heads"] = heads
        component.initialize(lambda given=given: given)  # type: ignore[misc]
        learnt.append(component.weights[:, component.triggers.index("CHANGE")].copy())
    assert not learnt[0].any()
    assert learnt[1].any()


def test_an_empty_text_has_no_ratings(families: Families) -> None:
    doc = NLP.make_doc("")
    doc.spans["mentions"] = []
    assert families(doc).user_data["families"].shape == (0, len(families.events))
