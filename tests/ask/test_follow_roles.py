"""A role by itself asks for another player of the facts before."""

import pytest

from rie.ask import ask


@pytest.mark.parametrize(
    ("before", "question", "role"),
    [
        ("Who sold Carewell Clinics?", "And the buyer?", "Acquirers"),
        ("Who acquired Carewell Clinics?", "And the seller?", "Sellers"),
        ("How much did Oakrune raise in its Series A?", "and the lead?", "Lead investors"),
        ("How much did Oakrune raise in its Series A?", "and the investors?", "Investors"),
    ],
)
def test_the_other_player_is_named(before, question, role, reader, pack):
    answer = ask(question, reader, pack, after=[before])
    assert answer.status == "answered"
    assert answer.interpretation.startswith(role)


def test_a_player_that_is_known_is_no_question(reader, pack):
    assert ask("and the target?", reader, pack, after=["What did Corvane acquire?"]).status == "refused"


@pytest.mark.parametrize("question", ["Who else took part?", "who else invested?", "And who else participated?"])
def test_who_else_played_a_part_is_asked_of_the_same_facts(question, reader, pack):
    answer = ask(question, reader, pack, after=["Who led Oakrune's Series A?"])
    assert [list(row.values()) for row in answer.rows] == [["Larkspur Seed Fund"]]
