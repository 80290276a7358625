"""The index of names: what names, their first words and last names stand for, and who plays which role."""

import pytest

from rie.ask.names.read_names import build_names
from tests.ask.fact_store import FactStore

SEAT = {"table": "company", "kind": "company", "city": "Boston"}


@pytest.fixture(scope="module")
def names(pack):
    northern = [f"Northern {word}" for word in ("Bank", "Rail", "Gas", "Oil", "Tin")]
    facts = [{**SEAT, "name": name} for name in ("Tessaro Robotics", "Oakrune", "Oakrune Labs West", *northern)]
    change = {"table": "executive_change", "company": "Oakrune", "role": "chief executive officer", "action": "appointed"}
    people = [{**change, "person": name, "announced_on": "2018-01-01"} for name in ("Ada Bell", "Joan Bell", "Tessaro Price")]
    return build_names(FactStore([*facts, *people], pack, {"Tessaro Robotics": ("Tessaro Robotics Inc", "Tessaro Robots")}), pack)


def _opened(names, text):
    found = names.opening(text.split(), 0)
    return found and (found[0], [ref.name for ref in found[1]])


def test_first_words_stand_for_the_longer_names_that_begin_with_them(names):
    assert _opened(names, "tessaro raised") == (1, ["Tessaro Robotics", "Tessaro Price"])
    assert _opened(names, "oakrune labs raised") == (2, ["Oakrune Labs West"])


def test_a_name_and_what_many_names_begin_with_stand_for_nothing_else(names):
    assert _opened(names, "oakrune") is None
    assert _opened(names, "northern") is None
    assert _opened(names, "nor") is None
    assert len(names.shortened("northern")) == 5


def test_a_last_name_stands_for_all_people_who_have_it(names):
    assert [ref.name for ref in names.shortened("bell")] == ["Ada Bell", "Joan Bell"]
    assert names.shortened("labs") == ()


def test_things_are_known_by_all_their_names_and_the_roles_that_they_play(names):
    (robotics,) = names.exact["tessaro robotics"]
    assert names.exact["tessaro robots"] == (robotics,)
    assert robotics not in names.plays
    (bell,), (oakrune,) = names.exact["ada bell"], names.exact["oakrune"]
    assert (bell.kind, names.plays[bell]) == ("person", {("executive_change", "person")})
    assert names.plays[oakrune] == {("executive_change", "company")}


def test_a_misspelt_name_is_found_by_how_it_begins_or_ends(names):
    assert [ref.name for ref in names.similar(["tesaro", "robotics"])] == ["Tessaro Robotics"]
    assert [ref.name for ref in names.similar(["oakrnue"])] == ["Oakrune"]
    assert names.similar(["zzzzzzz"]) == ()
