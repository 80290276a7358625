"""Who asks, what for and how politely is no part of a question; what could be a condition stays."""

import pytest

from rie.ask import ask
from rie.ask.reword.letters import without_frames


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Prof wants the net interest margin of Acme for Q2 2017, what was it?", "the net interest margin of Acme for Q2 2017, ?"),
        ("Could somebody list all the backers that Acme has had?", "list all the backers that Acme has had?"),
        ("Our London desk would like the pound figure: how much did Acme raise?", "the pound figure: how much did Acme raise?"),
        ("Sorry to bother you: what did Acme raise in 2017?", "what did Acme raise in 2017?"),
        ("For our memo, could you tell me who led the seed round?", "who led the seed round?"),
        ("I'm writing a report. Who bought Acme?", "Who bought Acme?"),
        ("who bought Acme, any idea", "who bought Acme"),
        ("Any idea whether Acme has raised money?", "did Acme has raised money?"),
        ("rounds in Boston, list them", "rounds in Boston,"),
        ("When you get a chance, please list all rounds", "please list all rounds"),
        ("Sorry to chase, but who bought Acme?", "who bought Acme?"),
        ("Drafting the note now; who bought Acme?", "who bought Acme?"),
        ("For the activity slide: how many rounds were there?", "how many rounds were there?"),
        ("For a trivia quiz please name the seed rounds", "please name the seed rounds"),
        ("The editor wants us to list all rounds; can you help?", "list all rounds; ?"),
        ("A student claims it; who bought Acme, is that right?", "A student claims it; who bought Acme ?"),
        ("Following up on our call: who bought Acme?", "who bought Acme?"),
        ("Who bought Acme? Could you help me with that?", "Who bought Acme ?"),
        ("the ten largest rounds for the newsletter", "the ten largest rounds"),
        ("smallest round of Acme: whose was it?", "smallest round of Acme ?"),
    ],
)
def test_what_frames_a_question_is_blank(question, left):
    found = without_frames(question)
    assert len(found) == len(question)
    assert " ".join(found.split()) == left


@pytest.mark.parametrize(
    "question",
    [
        "I work in biotech: which rounds were led by Acme?", "companies that want to go public", "Who wants to buy Acme?",
        "I only care about profitable ones: how many rounds were there?", "Which rounds did we join?",
        "What is the median size of a Series A for US companies?", "Has Acme named a COO, and who is it?",
        "For the seed rounds chart, how much was raised in 2017?", "In the Boston section, how many rounds were there?",
        "For the Oakrune deals table, how many acquisitions were there?", "Which investors led rounds in 2017, best by amount",
        "List rounds in 2017; best in Boston", "For the seed tracker: how many rounds were there?",
    ],
)  # fmt: skip
def test_what_may_be_a_condition_stays(question):
    assert without_frames(question) == question


@pytest.mark.parametrize(("framed", "plain"), [
    ("I need one number: how much has Oakrune raised?", "how much has Oakrune raised?"),
    ("how much is Corvane paying for dk7", "how much does Corvane pay for dk7"),
    ("Seed round of Oakrune - how much was it?", "amount of Oakrune's seed round"),
])
def test_what_is_asked_stays_when_the_frame_goes(framed, plain, reader, pack):
    assert ask(framed, reader, pack).answer == ask(plain, reader, pack).answer


@pytest.mark.parametrize(
    "question",
    [
        "Top 3 rounds of 2016. Company names are enough.", "Top 3 rounds of 2016; names please",
        "Top 3 rounds of 2016? Just the names will do.",
        "Top 3 rounds of 2016. A list would be fine.", "Top 3 rounds of 2016 - I don't remember the names.",
        "Top 3 rounds of 2016. Their names escape me.",
    ],
)  # fmt: skip
def test_how_the_answer_should_look_is_no_condition(question):
    assert without_frames(question).rstrip(" .?!;-") == "Top 3 rounds of 2016"
