"""Questions of authors who saw the labels of real news and nothing of the layer: what was right once stays so."""

from collections.abc import Iterator

import pytest
from adapters import data_folder
from labelled_facts import labelled_store

from rie.pack import Pack, load_pack
from rie.store import Reader
from tests.ask.authors import Author, GoldQuestion, cases, verdict


@pytest.fixture(scope="session")
def business() -> Pack:
    """The pack."""
    return load_pack("business")


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory, business: Pack) -> Iterator[Reader]:
    """A store of the labels."""
    data = data_folder()
    if data is None:
        pytest.skip("RIE_DATA does not name a folder with real data")
    with labelled_store(data, tmp_path_factory.mktemp("facts"), business) as opened:
        yield opened


@pytest.mark.parametrize(("author", "question"), cases("real"))
def test_a_question_over_real_facts_is_answered_right_or_refused(author: Author, question: GoldQuestion, facts: Reader,
                                                                 business: Pack) -> None:
    assert verdict(question, facts, business) == author.expected(question)
