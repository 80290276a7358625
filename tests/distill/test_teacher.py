"""What a teacher sees of annotated texts, what it says, and what is made of it."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import spacy

from rie.distill.corpus import task_items
from rie.distill.teacher.arrays import Judgement, Texts, judgements, spans, store
from rie.distill.teacher.encoder import ENDS, small_encoder
from rie.distill.teacher.review import doubts, show
from rie.distill.teacher.texts import TextMaker, renumbered, save
from rie.pack import load_pack

PACK = load_pack("business")


class Letters:
    """A tokenizer whose word pieces are letters; white space has none."""

    def encode(self, words, is_pretokenized, add_special_tokens):
        assert is_pretokenized
        assert not add_special_tokens
        pieces = [(ord(letter) % 90, number) for number, word in enumerate(words) for letter in word.strip()]
        return SimpleNamespace(ids=[piece for piece, _ in pieces], word_ids=[number for _, number in pieces])


@pytest.fixture(scope="module")
def maker():
    return TextMaker(spacy.load(PACK.folder / "model"), PACK, Letters())


@pytest.fixture(scope="module")
def items():
    return task_items(PACK, "news", "dev")[:6]


@pytest.fixture(scope="module")
def texts(maker, items, tmp_path_factory):
    file = tmp_path_factory.mktemp("teacher") / "texts.npz"
    save([maker.text(item, (1, number % 5, 0, number)) for number, item in enumerate(items)], maker.labels, file)
    return Texts(file)


def _certain(texts, number):
    """The judgement of a teacher that says what is marked."""
    text = texts.of(number)
    return Judgement(np.eye(2 * len(texts.tagged) + 1, dtype=np.float32)[text["words"][:, 0]],
                     np.eye(len(texts.relations), dtype=np.float32)[text["pairs"][:, 2]])


def test_tags_and_pairs_are_those_of_the_marks(texts, maker, items):
    for number, item in enumerate(items):
        doc = maker.maker.example(item).reference
        text = texts.of(number)
        tagged = {(start, end, texts.tagged[label]) for start, end, label in spans(text["words"][:, 0].tolist())}
        assert tagged == {(span.start, span.end, span.label_) for span in doc.ents}
        pairs = {(head, child): texts.relations[label] for head, child, label, _, _ in text["pairs"].tolist()}
        wanted = {(head, child): label for head, child, label, _ in doc.user_data["relations"]}
        assert {pair: label for pair, label in pairs.items() if label != "none"} == {pair: wanted[pair] for pair in pairs if pair in wanted}


@pytest.mark.parametrize(("tags", "found"), [
    ([0, 1, 2, 0], {(1, 3, 0)}), ([1, 1, 3], {(0, 1, 0), (1, 2, 0), (2, 3, 1)}), ([2, 2], {(0, 2, 0)}), ([1, 4], {(0, 1, 0), (1, 2, 1)}),
    ([], set()),
])
def test_tags_are_read_as_spans(tags, found):
    assert spans(tags) == found


def test_judgements_are_read_as_they_were_stored(texts, tmp_path):
    told = {number: _certain(texts, number) for number in (4, 1)}
    store(told, tmp_path / "judged_all.npz")
    read = judgements(texts, [tmp_path / "judged_all.npz"])
    assert read.keys() == told.keys()
    assert all(np.array_equal(one, two) for number in told for one, two in zip(read[number], told[number], strict=True))


def test_only_what_a_teacher_is_sure_of_is_doubtful(texts, maker, items):
    told = _certain(texts, 0)
    assert list(doubts(texts, 0, told, 0.9)) == []
    company = next(span for span in sorted(spans(texts.of(0)["words"][:, 0].tolist())) if texts.tagged[span[2]] == "COMPANY")
    told.tags[company[0] : company[1]] = np.eye(told.tags.shape[1], dtype=np.float32)[0] * 0.95
    assert list(doubts(texts, 0, told, 0.97)) == []
    [doubt] = doubts(texts, 0, told, 0.9)
    shown = show(maker.maker.example(items[0]).reference, doubt)
    assert (shown["kind"], shown["marked"], shown["told"]) == ("mention", "COMPANY", None)
    assert shown["words"] in items[0]["text"]


def test_the_encoder_keeps_the_pieces_that_the_texts_have(maker, items, tmp_path):
    safetensors = pytest.importorskip("safetensors.numpy", reason="needs the extra `teacher`")
    rows = np.random.default_rng(0).normal(size=(100, 8)).astype(np.float32)
    safetensors.save_file({"embeddings.word_embeddings.weight": rows, "pooler.dense.weight": rows}, tmp_path / "model.safetensors")
    (tmp_path / "config.json").write_text('{"vocab_size": 100}', encoding="utf-8")
    vocabulary = {"[PAD]": 0, **{piece: 98 + number for number, piece in enumerate(ENDS.values())}}
    text = maker.text(items[0], (1, 0, 0, 0))
    kept = small_encoder(tmp_path, vocabulary, np.unique(text.pieces[:, 0]), tmp_path / "encoder")
    assert json.loads((tmp_path / "encoder" / "config.json").read_text("utf-8"))["vocab_size"] == len(kept)
    with np.load(tmp_path / "encoder" / "weights.npz") as arrays:
        weights = arrays["embeddings.word_embeddings.weight"] * arrays["embeddings.word_embeddings.weight.scale"]
        assert not [name for name in arrays.files if name.startswith("pooler")]
    assert np.allclose(weights, rows[kept], atol=0.03)
    [again] = renumbered([text], kept)
    assert np.array_equal(kept[again.pieces[:, 0]], text.pieces[:, 0])


def test_a_teacher_learns_a_few_texts(texts, tmp_path: Path):
    pytest.importorskip("transformers", reason="needs the extra `teacher`")
    torch = pytest.importorskip("torch", reason="needs the extra `teacher`")
    from transformers import BertConfig, BertModel

    from rie.distill.teacher.batches import Collator
    from rie.distill.teacher.fit import fit, judge, scores

    config = BertConfig(vocab_size=100, hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96)
    torch.manual_seed(0)
    state = BertModel(config, add_pooling_layer=False).state_dict()
    config.save_pretrained(tmp_path)
    np.savez(tmp_path / "weights.npz", **{name: value.numpy() for name, value in state.items()})
    collate = Collator(texts, "cpu", begin=98, end=99)
    model = fit(texts, [0, 1, 2], tmp_path, collate, epochs=60, seconds=60, seed=0)
    found = scores(texts, judge(model, texts, [0, 1, 2], collate))
    assert found["roles"]["all"] > 0.5


def test_windows_over_a_long_text_give_each_piece_once():
    pytest.importorskip("torch", reason="needs the extra `teacher`")
    from rie.distill.teacher.batches import windows
    from rie.distill.teacher.network import MOST

    for count in (1, MOST, MOST + 1, 5 * MOST // 2, 3000):
        found = list(windows(count))
        assert [piece for _, _, low, high in found for piece in range(low, high)] == list(range(count))
        assert all(low <= first <= last <= high <= low + MOST for low, high, first, last in found)
