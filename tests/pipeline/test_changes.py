"""Executive changes: who takes up or leaves which post, told by relations that the trained component would find."""

from datetime import date

import pytest

from tests.pipeline.read_texts import MENTIONS, NLP, PERSONS, read, reports


def test_one_sentence_tells_who_comes_and_who_goes() -> None:
    text = "Acme named Jane Roe chief financial officer from June 1, 2020, succeeding John Doe."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "chief financial officer"), ("named", "effective", "June 1, 2020"),
             ("succeeding", "appointed", "Jane Roe"), ("succeeding", "departed", "John Doe")]
    found = read(text, links, names=PERSONS, day="2020-05-12")
    assert [(values["person"], values["action"], values["role"], values["effective_on"]) for values in found] == [
        ("Jane Roe", "appointed", "chief financial officer", date(2020, 6, 1)),
        ("John Doe", "departed", "chief financial officer", date(2020, 6, 1))]
    assert {values["announced_on"] for values in found} == {date(2020, 5, 12)}


def test_a_pronoun_is_the_person_just_named() -> None:
    text = "John Doe has led Acme since 2012. He will step down as CEO."
    found = read(text, [("step", "departed", "He"), ("step", "post", "CEO")], names=PERSONS)
    assert [(values["person"], values["action"], values["role"]) for values in found] == [("John Doe", "departed", "CEO")]


def test_whoever_stands_in_is_interim() -> None:
    text = "Jane Roe was appointed interim CEO."
    [found] = read(text, [("appointed", "appointed", "Jane Roe"), ("appointed", "post", "CEO")], names=PERSONS)
    assert found["interim"] is True


def test_a_person_without_a_post_is_no_change() -> None:
    assert not read("Jane Roe was appointed.", [("appointed", "appointed", "Jane Roe")], names=PERSONS)


def test_posts_that_and_joins_are_one_and_the_text_goes_before_the_title() -> None:
    text = "Jane Roe was appointed president and chief executive officer. She also joined the board."
    links = [("appointed", "appointed", "Jane Roe"), ("appointed", "post", "president"), ("appointed", "post", "chief executive officer")]
    [found] = read(text, links, names=PERSONS)
    assert found["role"] == "president and chief executive officer"


def test_who_resigns_departs_whatever_the_component_says() -> None:
    text = "Jane Roe has stepped down as CEO. Acme appointed John Doe treasurer."
    links = [("stepped", "appointed", "Jane Roe"), ("stepped", "post", "CEO"), ("appointed", "departed", "John Doe"),
             ("appointed", "post", "treasurer")]
    found = [(values["person"], values["action"]) for values in read(text, links, names=PERSONS)]
    assert found == [("Jane Roe", "departed"), ("John Doe", "appointed")]


def test_several_people_of_one_clause_have_posts_of_their_own() -> None:
    text = "Acme appointed Jane Roe as general counsel and John Doe as treasurer."
    links = [("appointed", "appointed", "Jane Roe"), ("appointed", "post", "general counsel"), ("appointed", "appointed", "John Doe"),
             ("appointed", "post", "treasurer")]
    found = [(values["person"], values["role"]) for values in read(text, links, names=PERSONS)]
    assert found == [("Jane Roe", "general counsel"), ("John Doe", "treasurer")]


def test_a_rumour_of_a_change_is_none() -> None:
    links = [("leave", "departed", "Jane Roe"), ("leave", "post", "CEO")]
    assert not read("CEO Jane Roe may leave Acme.", links, names=PERSONS)
    assert len(read("CEO Jane Roe will leave Acme.", links, names=PERSONS)) == 1


def test_the_month_of_may_is_no_doubt() -> None:
    links = [("retired", "departed", "Jane Roe"), ("retired", "post", "treasurer")]
    assert len(read("On May 1, 2021, treasurer Jane Roe retired.", links, names=PERSONS)) == 1
    assert not read("Acme may say that treasurer Jane Roe retired.", links, names=PERSONS)


@pytest.mark.parametrize(("text", "link", "day"), [
    ("Jane Roe takes over as CEO on May 2.", "takes", date(2022, 5, 2)),
    ("Jane Roe was appointed CEO, effective May 2.", "appointed", date(2022, 5, 2)),
    ("Jane Roe was appointed CEO in May.", "appointed", date(2021, 5, 1)),
    ("Jane Roe was appointed CEO of two companies on May 2.", "appointed", date(2021, 5, 2)),
    ("Jane Roe took over as CEO on March 28.", "took", date(2022, 3, 28)),
    ("Jane Roe becomes CEO on December 1.", "becomes", date(2021, 12, 1)),
])
def test_a_day_without_a_year_is_the_next_one_where_it_is_to_come(text: str, link: str, day: date) -> None:
    when = text.rsplit(maxsplit=1)[-1] if text.endswith("May.") else " ".join(text.split()[-2:])
    links = [(link, "appointed", "Jane Roe"), (link, "post", "CEO"), (link, "effective", when.rstrip("."))]
    [found] = read(text, links, names=PERSONS, day="2022-04-05")
    assert found["effective_on"] == day


@pytest.mark.parametrize("words", ["succeeding", "in place of", "and replaces founder"])
def test_who_is_succeeded_departs(words: str) -> None:
    text = f"Jane Roe was elected chairman, {words} John Doe."
    links = [("elected", "appointed", "Jane Roe"), ("elected", "post", "chairman"), ("elected", "appointed", "John Doe")]
    found = read(text, links, names={**PERSONS, "elected": "CHANGE"})
    assert [(values["person"], values["action"]) for values in found] == [("Jane Roe", "appointed"), ("John Doe", "departed")]


@pytest.mark.parametrize(("text", "trigger"), [
    ("Jane Roe will act as CEO.", ["act"]), ("Jane Roe would be interim CEO.", ["be"]), ("CEO Jane Roe is out after two months.", ["out"]),
    ("Jane Roe will act on the advice of the CEO.", []), ("Jane Roe is out of the office, the CEO said.", [])])
def test_who_stands_in_is_told_where_the_recogniser_found_no_change(text: str, trigger: list[str]) -> None:
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    named = [("Jane Roe", "PERSON"), ("CEO", "POST")]
    doc.ents = [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in named if label == "PERSON"]
    assert [span.text for span in MENTIONS(doc).spans["mentions"] if span.label_ == "CHANGE"] == trigger


COMPANIES = {**PERSONS, "Globex Group": "COMPANY", "Roe's Bakery": "COMPANY", "Vandelay Bank": "COMPANY"}


@pytest.mark.parametrize(("words", "post", "company"), [
    ("general manager of the bakery", "general manager", "Roe's Bakery"), ("CEO of the bakery", "CEO", "Roe's Bakery"),
    ("CFO at the bakery", "CFO", "Roe's Bakery"), ("CEO of the group", "CEO", "Globex Group"), ("CFO of the dairy", "CFO", "Globex Group"),
    ("CEO", "CEO", "Globex Group")])
def test_the_words_behind_a_post_tell_whose_it_is(words: str, post: str, company: str) -> None:
    text = f"Globex Group bought Roe's Bakery. It named John Doe {words}."
    links = [("named", "appointed", "John Doe"), ("named", "post", post), ("named", "company", "Globex Group")]
    [found] = read(text, links, names=COMPANIES, company="")
    assert found["company"] == company


@pytest.mark.parametrize(("person", "company"), [("Jane Abbott", "Abbott's Bakery"), ("John Doe", "Globex Group")])
def test_who_has_the_company_s_name_leaves_that_one(person: str, company: str) -> None:
    text = f"Globex Group bought Abbott's Bakery. {person} will step down as president."
    names = {"Globex Group": "COMPANY", "Abbott's Bakery": "COMPANY", person: "PERSON"}
    [found] = read(text, [("step", "departed", person), ("step", "post", "president")], names=names, company="")
    assert found["company"] == company


def test_a_change_without_a_company_is_of_the_one_that_the_title_names() -> None:
    text = "Vandelay Bank lends Globex Group $5 million. Jane Roe starts as CFO."
    links = [("starts", "appointed", "Jane Roe"), ("starts", "post", "CFO")]
    [found] = reports(text, links, names=COMPANIES, title="Globex Group fills up", company="")
    assert found.values["company"] == "Globex Group"


def test_who_leaves_by_a_verb_of_his_own_leaves_once() -> None:
    text = "John Doe will retire as president and CFO on March 31, 2020. On April 1, 2020 Jane Roe succeeds him as finance chief."
    links = [("retire", "departed", "John Doe"), ("retire", "post", "president"), ("retire", "post", "CFO"),
             ("retire", "effective", "March 31, 2020"), ("succeeds", "appointed", "Jane Roe"), ("succeeds", "departed", "him"),
             ("succeeds", "post", "finance chief"), ("succeeds", "effective", "April 1, 2020")]
    found = read(text, links, names=PERSONS)
    assert [(one["person"], one["action"], one["effective_on"]) for one in found] == [
        ("John Doe", "departed", date(2020, 3, 31)), ("Jane Roe", "appointed", date(2020, 4, 1))]


def test_debt_that_is_retired_is_no_change() -> None:
    text = "Acme chief executive Jane Roe said the proceeds will retire bonds due in 2025."
    links = [("retire", "departed", "Jane Roe"), ("retire", "post", "chief executive")]
    assert not read(text, links, names=PERSONS)


@pytest.mark.parametrize(("words", "who"), [
    ("Taking over as chairman is Jane Roe.", "Jane Roe"), ("Replacing him as chairman will be Ms. Jane Roe.", "Jane Roe"),
    ("Taking over as chairman in May has its risks, said Jane Roe.", None)])
def test_a_sentence_may_end_with_who_takes_up_the_post_that_it_begins_with(words: str, who: str | None) -> None:
    text = f"Acme said that John Doe will leave as chairman. {words}"
    links = [("leave", "departed", "John Doe"), ("leave", "post", "chairman")]
    found = [(one["person"], one["role"]) for one in read(text, links, names=PERSONS) if one["action"] == "appointed"]
    assert found == ([(who, "chairman")] if who else [])


@pytest.mark.parametrize(("link", "people"), [(", while", ["John Doe"]), (" and", ["Jane Roe", "John Doe"])])
def test_who_acts_in_the_clause_before_plays_no_role_in_the_next(link: str, people: list[str]) -> None:
    text = f"Acme said Jane Roe stays on as manager{link} John Doe becomes chairman."
    links = [("becomes", "appointed", "Jane Roe"), ("becomes", "appointed", "John Doe"), ("becomes", "post", "chairman")]
    assert [one["person"] for one in read(text, links, names=PERSONS)] == people


def test_who_stands_in_behind_a_sentence_that_names_the_post_is_interim() -> None:
    text = "Mr. John Doe asked to be released from his office as CFO. His duties will be assumed on an interim basis by Jane Roe."
    links = [("released", "departed", "John Doe"), ("released", "post", "CFO"), ("assumed", "appointed", "Jane Roe"),
             ("assumed", "departed", "His"), ("assumed", "post", "CFO")]
    found = {one["person"]: (one["action"], one["interim"]) for one in read(text, links, names=PERSONS)}
    assert found == {"John Doe": ("departed", False), "Jane Roe": ("appointed", True)}


@pytest.mark.parametrize("post", [
    "director of marketing", "medical director", "deputy managing director", "general director", "deputy chairman", "branch manager",
    "group treasurer", "representative director", "director of sales and marketing", "head of group controlling",
    "vice president of commercial lending", "vice president, investor relations"])
def test_a_post_is_read_whole(post: str) -> None:
    links = [("named", "appointed", "Jane Roe"), ("named", "post", post)]
    assert [one["role"] for one in read(f"Acme named Jane Roe {post} on May 3.", links, names=PERSONS)] == [post]


def test_a_post_at_a_company_is_of_that_company() -> None:
    names = {**PERSONS, "Globex": "COMPANY", "Homeworks": "COMPANY"}
    text = "Globex named Jane Roe treasurer. John Doe becomes the new managing director at Homeworks."
    links = [("named", "appointed", "Jane Roe"), ("named", "post", "treasurer"), ("named", "company", "Globex"),
             ("becomes", "appointed", "John Doe"), ("becomes", "post", "managing director")]
    found = {one["person"]: one["company"] for one in read(text, links, names=names, title="On the move")}
    assert found == {"Jane Roe": "Globex", "John Doe": "Homeworks"}


@pytest.mark.parametrize(("words", "post"), [
    ("account directors", "account director"), ("planning directors", "planning director"), ("regional directors", "regional director"),
    ("directors", "director")])
def test_a_post_of_two_is_that_of_each(words: str, post: str) -> None:
    links = [("join", "appointed", "Jane Roe"), ("join", "appointed", "John Doe"), ("join", "post", words)]
    found = read(f"Jane Roe and John Doe join Hooli as {words}.", links, names=PERSONS)
    assert [(values["person"], values["role"]) for values in found] == [("Jane Roe", post), ("John Doe", post)]


def test_who_gives_up_one_post_takes_up_another_on_the_same_day() -> None:
    text = "Jane Roe will hand over as CEO of Acme to John Doe on 1 July 2021. She is to become chair on the same day."
    links = [("hand", "departed", "Jane Roe"), ("hand", "appointed", "John Doe"), ("hand", "post", "CEO"),
             ("hand", "effective", "1 July 2021"), ("hand", "company", "Acme"), ("become", "appointed", "She"),
             ("become", "post", "chair"), ("become", "company", "Acme")]
    found = read(text, links, names={**PERSONS, "Acme": "COMPANY"}, day="2021-05-12", title="News")
    assert [(values["person"], values["action"], values["role"], values["effective_on"]) for values in found] == [
        ("John Doe", "appointed", "CEO", date(2021, 7, 1)), ("Jane Roe", "departed", "CEO", date(2021, 7, 1)),
        ("Jane Roe", "appointed", "chair", date(2021, 7, 1))]


@pytest.mark.parametrize("words", ["in succession to John Doe", "taking over from John Doe", "succeeding the retiring John Doe"])
def test_who_gives_way_leaves_the_post_and_may_move_up(words: str) -> None:
    text = f"Jane Roe becomes managing director of Hooli on May 1, 2021, {words}, a grandson of the founder, who moves up to the chair."
    links = [("becomes", "appointed", "Jane Roe"), ("becomes", "post", "managing director"), ("becomes", "effective", "May 1, 2021"),
             ("moves", "appointed", "John Doe"), ("moves", "post", "chair")]
    found = read(text, links, names=PERSONS, day="2021-04-12")
    assert {(values["person"], values["action"], values["role"], values["effective_on"]) for values in found} == {
        ("Jane Roe", "appointed", "managing director", date(2021, 5, 1)), ("John Doe", "departed", "managing director", date(2021, 5, 1)),
        ("John Doe", "appointed", "chair", None)}


WHOSE = {**PERSONS, "Acme": "COMPANY", "Globex": "COMPANY", "raised": "FUNDING"}


@pytest.mark.parametrize(("text", "post"), [
    ("Jane Roe, president of Globex for 22 years, will become Acme's regional president.", "regional president"),
    ("Jane Roe becomes a partner of Globex, while Acme's new board will join in May.", "partner")])
def test_the_name_in_the_genitive_before_a_post_tells_whose_it_is(text: str, post: str) -> None:
    links = [("become" if "become " in text else "becomes", role, player) for role, player in (("appointed", "Jane Roe"), ("post", post))]
    [found] = read(text, links, names=WHOSE, title="News")
    assert found["company"] == ("Acme" if "regional" in post else "Globex")


@pytest.mark.parametrize("words", [
    "a former finance director of the software house Globex,", "of Globex in Hull,", "formerly with Globex,"])
def test_where_somebody_comes_from_is_not_whose_post_it_is(words: str) -> None:
    text = f"Acme makes cups. Jane Roe, {words} joins as chairman."
    [found] = read(text, [("joins", "appointed", "Jane Roe"), ("joins", "post", "chairman")], names=WHOSE, title="News")
    assert found["company"] == "Acme"


def test_who_joins_nobody_that_is_named_joins_the_company_that_is_funded() -> None:
    text = "Globex has raised $5 million for Acme. Jane Roe joins as non-executive chairman."
    links = [("raised", "company", "Acme"), ("raised", "investor", "Globex"), ("raised", "amount", "$5 million"),
             ("joins", "appointed", "Jane Roe"), ("joins", "post", "non-executive chairman")]
    found = read(text, links, names=WHOSE, title="News")
    assert [values["company"] for values in found] == ["Acme", "Acme"]


@pytest.mark.parametrize("words", ["was replaced on an interim basis by director", "will give way to", "is handing the reins to"])
def test_who_somebody_gives_way_to_takes_up_his_post(words: str) -> None:
    verb = {"was": "replaced", "will": "give", "is": "handing"}[words.split(maxsplit=1)[0]]
    found = read(f"Chairman John Doe {words} Jane Roe.", [(verb, "departed", "John Doe"), (verb, "post", "Chairman")], names=PERSONS)
    assert {(values["person"], values["action"]) for values in found} == {("John Doe", "departed"), ("Jane Roe", "appointed")}


def test_who_is_replaced_for_the_time_being_did_not_hold_his_post_so() -> None:
    text = "John Doe stepped down as president and was replaced on an interim basis by director Jane Roe."
    links = [
        ("stepped", "departed", "John Doe"),
        ("stepped", "post", "president"),
        ("replaced", "departed", "John Doe"),
        ("replaced", "post", "president"),
        ("replaced", "departed", "Jane Roe"),
    ]
    found = {(values["person"], values["action"], values["interim"]) for values in read(text, links, names=PERSONS)}
    assert found == {("John Doe", "departed", False), ("Jane Roe", "appointed", True)}


@pytest.mark.parametrize("words", ["The changes take effect on", "Both moves will be effective from", "These changes become effective"])
def test_the_day_on_which_changes_take_effect_is_that_of_all(words: str) -> None:
    text = f"Jane Roe was named president. John Doe stepped down as treasurer. {words} Jan. 1."
    links = [
        ("named", "appointed", "Jane Roe"),
        ("named", "post", "president"),
        ("stepped", "departed", "John Doe"),
        ("stepped", "post", "treasurer"),
    ]
    assert [values["effective_on"] for values in read(text, links, names=PERSONS, day="2014-12-04")] == [date(2015, 1, 1)] * 2


def test_company_is_parted_with_who_leaves() -> None:
    [found] = read(
        "Hooli has parted company with its treasurer, John Doe.",
        [("parted", "appointed", "John Doe"), ("parted", "post", "treasurer")],
        names=PERSONS,
    )
    assert found["action"] == "departed"


def test_an_honorary_post_is_one_in_whole() -> None:
    [found] = read(
        "Jane Roe becomes honorary adviser.", [("becomes", "appointed", "Jane Roe"), ("becomes", "post", "honorary adviser")], names=PERSONS
    )
    assert found["role"] == "honorary adviser"


def test_a_board_that_agrees_with_an_officer_is_no_post_of_his() -> None:
    text = "The Board of Directors and President and CEO John Doe have agreed that he leaves today."
    links = [("leaves", "departed", "John Doe"), *(("leaves", "post", post) for post in ("Board of Directors", "President", "CEO"))]
    [found] = read(text, links, names=PERSONS)
    assert found["role"] == "President and CEO"


def test_who_joins_a_call_takes_up_no_post() -> None:
    links = [("Joining", "appointed", "Jane Roe"), ("Joining", "post", "CEO")]
    assert not read("Joining me on the call today is Jane Roe, CEO.", links, names=PERSONS)
    assert read("Joining us as the new head is nobody. Jane Roe joins Acme as CEO.", [("joins", "appointed", "Jane Roe"),
                                                                                     ("joins", "post", "CEO")], names=PERSONS)
