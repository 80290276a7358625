from rie.ask import ask
from rie.evaluation.answers import read_questions, score_all
from rie.evaluation.gold_store import gold_extractions, read_seats
from rie.store import Reader, Writer
from tests.ask.conftest import ROOT


def test_all_sample_questions_are_right_on_a_store_of_gold_reports(tmp_path, pack):
    corpus = ROOT / "sample_corpus"
    with Writer(tmp_path / "store", pack) as writer:
        writer.add(gold_extractions(corpus / "documents.jsonl", corpus / "gold.jsonl", pack, read_seats(corpus / "facts.jsonl")), "gold")
        writer.publish()
    questions = read_questions(corpus / "questions.jsonl")
    with Reader(tmp_path / "store") as reader:
        scores = score_all((item, ask(item.question, reader, pack, after=item.after, today="2019-01-15")) for item in questions)
    assert [(item.id, answer.answer) for item, answer in (*scores.wrong, *scores.refused)] == []
