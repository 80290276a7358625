"""Digests of short texts: offsets and roles stay with their words, and nothing crosses from one item to the next."""

from rie.distill.digests import Digests, is_item, join

HOOLI = {"text": "Hooli raised $5m in a seed round on Monday.", "task": "deals",
         "relations": [{"head": 7, "child": 3, "label": "company"}],
         "spans": [{"id": 3, "start": 0, "end": 5, "label": "COMPANY"}, {"id": 7, "start": 6, "end": 12, "label": "FUNDING"}]}
ACME = {"text": "Acme bought Initech for $7m in cash on Tuesday.", "task": "deals",
        "relations": [{"head": 1, "child": 0, "label": "acquirer"}],
        "spans": [{"id": 0, "start": 0, "end": 4, "label": "COMPANY"}, {"id": 1, "start": 5, "end": 11, "label": "ACQUISITION"}]}


def test_marks_and_roles_stay_with_their_words() -> None:
    made = join([HOOLI, ACME], ["In brief\n* ", "\n* "])
    words = {span["id"]: made["text"][span["start"] : span["end"]] for span in made["spans"]}
    assert list(words.values()) == ["Hooli", "raised", "Acme", "bought"]
    assert [(words[one["head"]], words[one["child"]]) for one in made["relations"]] == [("raised", "Hooli"), ("bought", "Acme")]


def test_only_short_texts_of_one_paragraph_are_items() -> None:
    assert is_item(HOOLI)
    assert not is_item({**HOOLI, "text": "Hooli raised $5m."})
    assert not is_item({**HOOLI, "text": f"Title\n\n{HOOLI['text']}"})


def test_the_same_seed_gives_the_same_digests_of_one_kind() -> None:
    other = {**ACME, "task": "news"}
    one, two = ([task["text"] for task in Digests([HOOLI, ACME, other], seed=3).after(HOOLI, 1.0)] for _ in range(2))
    assert one == two
    assert "Hooli" in one[0]
    assert one[0].count("Acme") == 1
    assert list(Digests([HOOLI, ACME], seed=3).after(HOOLI, 0.0)) == []
    assert list(Digests([HOOLI, other], seed=3).after(HOOLI, 1.0)) == []
