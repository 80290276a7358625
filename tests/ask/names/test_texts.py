import pytest

from rie.ask.names.texts import TextColumn

TEXTS = [
    "President and CEO",
    "Deputy Chief Executive Officer",
    "CFO and executive vice president",
    "Finance Director",
    "Vice President",
    "vice president of sales",
    "chief marketing officer",
    "chief medical officer",
    "CMO",
    "board member",
    "Sales Director",
]


@pytest.fixture(scope="module")
def posts(pack):
    values = pack.layer.facts["executive_change"].values["role"]
    return TextColumn(pack.terms[values.terms].values, values.text, TEXTS)


@pytest.mark.parametrize(
    ("phrase", "value", "texts"),
    [
        ("CEO", "ceo", {"President and CEO"}),
        ("deputy CEO", "ceo", {"Deputy Chief Executive Officer"}),
        ("CFO", "cfo", {"CFO and executive vice president", "Finance Director"}),
        ("president", "president", {"President and CEO"}),
        ("vice president", "vice_president", {"CFO and executive vice president", "Vice President", "vice president of sales"}),
        ("VP of sales", "vice_president", {"vice president of sales"}),
        ("EVP", "vice_president", {"CFO and executive vice president"}),
        ("chief medical officer", "cmo", {"chief medical officer"}),
        ("CMO", "cmo", {"CMO", "chief marketing officer", "chief medical officer"}),
        ("director", "director", {"board member"}),
        ("", "ceo", {"President and CEO"}),
    ],
)
def test_a_post_is_found_in_the_words_of_the_store(phrase, value, texts, posts):
    assert set(posts.texts_of(phrase, value)) == texts
