"""Hand-written templates: their files, and how questions reach them."""

from datetime import date

import pytest

from rie.ask import ask
from rie.ask.names.read_names import build_names
from rie.ask.read.mentions import find_mentions
from rie.ask.templates import matches_of, parse_template, templates_of
from rie.ask.templates.answer import said
from rie.ask.templates.files import forms_of
from rie.errors import PackError
from rie.templates.check import TODAY, check

HEAD = "-- id: x\n-- ask: how odd is {company}\n-- slots: company: company\n-- says: Odd\n"


@pytest.fixture(scope="module")
def matched(reader, pack):
    """The template that a question asks, with its parameters."""
    names, matches = build_names(reader, pack), matches_of(templates_of(pack))

    def find(question):
        found = matches.match(find_mentions(question, names, pack, TODAY), pack)
        return (found.template.id, dict(found.parameters)) if found else None

    return find


def test_the_shipped_templates_are_sound(pack):
    found = check(pack)
    assert (found.problems, len(found.templates) >= 15) == ([], True)


def test_a_line_with_brackets_stands_for_several_wordings():
    assert forms_of("[the] investors of [both] {one}") == ["investors of both {one}", "investors of {one}", "the investors of both {one}",
                                                             "the investors of {one}"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 1", "no `-- id"),
        (HEAD, "either SQL or"),
        (HEAD + "-- refuse: out_of_scope\nSELECT 1", "either SQL or"),
        (HEAD + "-- wrong: x\nSELECT 1", "line 5: unknown key 'wrong'"),
        (HEAD.replace("company: company", "company") + "SELECT 1", "name: value"),
        (HEAD + "-- id: y\nSELECT 1", "several"),
    ],
)
def test_a_head_that_cannot_be_read_is_an_error(text, message):
    with pytest.raises(PackError, match=message):
        parse_template(text, "x.sql")


def test_a_bracket_of_an_interpretation_stays_only_with_its_slot():
    assert said("Deals[, {period}]", {}) == "Deals"
    assert said("Deals[, {period}]", {"period": "2018"}) == "Deals, 2018"


@pytest.mark.parametrize(
    ("question", "template"),
    [
        ("Which acquirers bought companies they had invested in?", "bought_own_portfolio"),
        ("please list acquirers that bought companies they had already invested in", "bought_own_portfolio"),
        ("Which acquirers bougth companies they had invested in?", "bought_own_portfolio"),
        ("Which acquirers bought compannies they had invested in?", "bought_own_portfolio"),
        ("Which acquirers bought companies they had never invested in?", None),
        ("Which acquirers bought companies they had invested in in 2017?", None),
        ("Which acquirers were bought by companies they had invested in?", None),
        ("Which companies raised a Series B without a Series A?", "raised_one_without_other"),
        ("Which companies raised a Series B without a lead investor?", None),
    ],
)
def test_every_word_of_a_question_must_agree(matched, question, template):
    assert (matched(question) or (None,))[0] == template


def test_slots_are_filled_in_their_order(matched):
    ids = {matched(f"days between {one} and {other} of Oakrune")[1]["first"] for one, other in (("seed", "Series A"), ("Series A", "seed"))}
    assert ids == {"seed", "series_a"}


def test_another_company_changes_the_parameter_alone(matched):
    one, other = matched("common investors of Oakrune and dk7"), matched("common investors of Oakrune and Quillonet")
    assert one[0] == other[0]
    assert one[1]["one"] == other[1]["one"]
    assert one[1]["other"] != other[1]["other"]


def test_an_unknown_name_fills_no_slot(matched):
    assert matched("common investors of Oakrune and Fabrikamo") is None


def test_a_period_gives_two_parameters_and_its_lack_none(matched):
    year = {"period_from": date(2018, 1, 1), "period_to": date(2019, 1, 1)}
    assert matched("How many acquisitions had no disclosed price in 2018?")[1] == year
    assert matched("How many acquisitions had no disclosed price?")[1] == {"period_from": None, "period_to": None}


def test_a_template_answers_what_the_layer_refuses_with_evidence(reader, pack):
    found = ask("Which investors often invest together?", reader, pack, today="2019-01-15")
    assert (found.status, found.template) == ("answered", "investors_together")
    assert found.rows[0] == {"investor": "Larkspur Seed Fund", "co_investor": "Three Herons Ventures", "rounds": 3}
    assert {span["table"] for span in found.evidence} == {"funding_round"}
    assert len({span["fact_id"] for span in found.evidence}) == found.coverage["facts"]
    assert all(span["quote"] for span in found.evidence)


def test_the_sql_of_a_template_gives_its_rows(reader, pack):
    found = ask("How much time passed between the seed round and the Series A of Oakrune?", reader, pack, today="2019-01-15")
    result = reader.query(found.sql, found.parameters)
    assert [name for name, _ in result.columns] == [column["name"] for column in found.columns]
    assert [[str(value) for value in row] for row in result.rows] == [[str(value) for value in row.values()] for row in found.rows]


def test_a_refusal_template_says_why(reader, pack):
    found = ask("What is Corvane's share price?", reader, pack, today="2019-01-15")
    assert (found.status, found.reason, found.template) == ("refused", "unknown_attribute", "refuse_share_price")
    assert "no share prices" in found.answer
    assert found.rows == ()
    assert found.suggestions


def test_a_template_never_goes_before_a_reading(reader, pack):
    found = ask("How much did Oakrune raise in 2017?", reader, pack, today="2019-01-15")
    assert found.template == "funding_round.sum"


def test_pages_hold_the_rows_and_the_evidence_of_a_template(sample):
    from rie.api.app import create_app
    from starlette.testclient import TestClient

    asked = {"question": "Which investors invested more than once in the same company?", "today": "2019-01-15"}
    with TestClient(create_app(sample), base_url="http://127.0.0.1") as client:
        answer = client.get("/v1/ask", params=asked).json()
        rows = client.get("/v1/ask/rows", params={**asked, "limit": 3, "offset": 2}).json()
        evidence = client.get("/v1/ask/evidence", params={**asked, "limit": 5, "offset": 4}).json()
    assert answer["template"] == "repeat_investors"
    assert (rows["rows"], rows["row_count"], rows["columns"]) == (answer["rows"][2:5], answer["row_count"], answer["columns"])
    assert (evidence["evidence"], evidence["evidence_total"]) == (answer["evidence"][4:9], answer["evidence_total"])


def test_parameters_stand_in_the_order_of_the_slots():
    text = "-- id: x\n-- ask: {who} in {when} with {other} for {sum}\n-- slots: who: company, when: period, other: company, sum: money\n" \
           "-- says: x\nSELECT 1"
    assert parse_template(text, "here").parameters() == ("who", "when_from", "when_to", "other", "sum")


def test_a_question_that_is_written_with_marks_is_none_of_a_template(matched):
    assert matched("investors of both {one} and {other}") is None
