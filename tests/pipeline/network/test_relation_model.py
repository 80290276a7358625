"""The relation component's candidate pairs, and the groups through which pairs see one another."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from rie.pack import load_pack
from rie.pipeline.network.candidates import GROUPS, Pairs, pairs
from rie.pipeline.network.pair_features import n_features
from rie.pipeline.network.relation_model import Group
from rie.pipeline.network.scheme import scheme

VOCAB = spacy.blank("en").vocab
SCHEME = scheme(load_pack("business"))
NAMES = {"Hooli": "COMPANY", "Acme": "COMPANY", "Globex": "COMPANY", "raised": "FUNDING", "round": "FUNDING", "led": "FUNDING",
         "revenue": "METRIC", "million": "MONEY", "Pell": "PERSON", "Gordon": "PERSON", "Boston": "PLACE"}


def _doc(*sentences: str) -> Doc:
    words = [sentence.split() for sentence in sentences]
    doc = Doc(VOCAB, words=[word for sentence in words for word in sentence],
              sent_starts=[number == 0 for sentence in words for number in range(len(sentence))])
    doc.spans["mentions"] = [Span(doc, token.i, token.i + 1, label=NAMES[token.text]) for token in doc if token.text in NAMES]
    return doc


def _pairs(doc: Doc) -> tuple[Pairs, set[tuple[str, str]]]:
    found = pairs(doc, SCHEME)
    mentions = [span.text for span in doc.spans["mentions"]]
    return found, {(mentions[head], mentions[child]) for head, child in found.index.tolist()}


def test_roles_are_looked_for_in_the_sentences_around_a_trigger() -> None:
    _, found = _pairs(_doc("Hooli is back .", "It raised money .", "Acme led ."))
    assert {("raised", "Hooli"), ("raised", "Acme"), ("led", "Hooli"), ("led", "Acme")} <= found


def test_a_metric_has_its_roles_in_its_own_sentence() -> None:
    _, found = _pairs(_doc("Hooli is back .", "Globex had revenue of 5 million ."))
    assert {child for head, child in found if head == "revenue"} == {"Globex", "million"}


def test_sentences_far_away_are_out_of_reach() -> None:
    _, found = _pairs(_doc("Hooli is back .", "Yes .", "Yes .", "Yes .", "Acme raised .", "Yes .", "Yes .", "Yes .", "Yes .", "Globex ."))
    assert {child for head, child in found if head == "raised"} == {"raised", "Acme"}


def test_features_are_as_many_as_the_network_expects_and_differ_before_and_behind() -> None:
    found, _ = _pairs(_doc("Hooli is back .", "They raised money .", "Acme came along ."))
    assert found.features.shape == (len(found.index), n_features(SCHEME))
    assert not np.array_equal(found.features[0], found.features[2])


def test_pairs_are_grouped_by_head_by_child_and_by_the_child_s_name() -> None:
    found, _ = _pairs(_doc("Hooli raised money .", "Hooli closed the round ."))
    group = {(head, child): found.groups[row].tolist() for row, (head, child) in enumerate(found.index.tolist())}
    (head, child, name), (other_head, other_child, same_name) = group[1, 0], group[3, 2]
    assert found.groups.shape == (len(found.index), GROUPS)
    assert head != other_head
    assert child != other_child
    assert name == same_name


def test_a_group_gives_each_pair_the_greatest_of_its_group() -> None:
    group = Group(np.array([5, 2, 5, 2, 9]))
    values, _ = group.best(np.array([[1, 8], [2, 2], [3, 4], [0, 5], [7, 7]], dtype=np.float32))
    assert values.tolist() == [[3, 8], [2, 5], [3, 8], [2, 5], [7, 7]]


def test_the_gradient_of_the_greatest_is_that_of_finite_differences() -> None:
    random = np.random.default_rng(0)
    group = Group(np.array([0, 1, 0, 2, 1, 1]))
    vectors, weights = (random.normal(size=(6, 4)).astype(np.float32) for _ in range(2))
    _, spread = group.best(vectors)
    gradient = spread(weights)
    for row, column in np.ndindex(vectors.shape):
        moved = vectors.copy()
        moved[row, column] += 1e-2
        difference = ((group.best(moved)[0] - group.best(vectors)[0]) * weights).sum() / 1e-2
        assert gradient[row, column] == pytest.approx(difference, abs=1e-2)


def test_no_pairs_are_no_error() -> None:
    values, spread = Group(np.zeros(0, dtype=np.int64)).best(np.zeros((0, 4), dtype=np.float32))
    assert values.shape == spread(values).shape == (0, 4)
