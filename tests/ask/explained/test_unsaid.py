"""Values and measures that a question says and a form leaves open."""

import pytest

from rie.ask.explained.unsaid import unsaid
from rie.ask.form import LogicalForm, Nested, ValueFilter
from rie.ask.names.read_names import build_names
from rie.ask.read.mentions import find_mentions
from rie.values import PartialDate

COUNT = LogicalForm("acquisition", "count")
COMPLETED = LogicalForm("acquisition", "count", filters=(ValueFilter("status", ("completed",)),))
OF_COMPLETED = LogicalForm("funding_round", "list", filters=(Nested("company", COMPLETED, "acquired"),))


@pytest.mark.parametrize(
    ("question", "form", "word"),
    [
        ("how many acquisitions were completed", COUNT, "completed"),
        ("how many acquisitions were completed", COMPLETED, None),
        ("how many acquisitions by status", LogicalForm("acquisition", "count", by=("status",)), None),
        ("how many acquisitions were completed", LogicalForm("executive_change", "count"), "executive_change"),
        ("how many acquisitions were completed, half of them", COMPLETED, "half"),
        ("how much did the acquired startups raise", LogicalForm("funding_round", "sum", measure="amount"), "acquired"),
        ("median number of acquisitions", COUNT, "median"),
        ("acquisitions from 2016 on", COUNT, "on"),
        ("did acquisitions end in 2016", COUNT, "did"),
        ("second-largest of the acquisitions", COUNT, "second largest"),
        ("Boston acquisitions vs London acquisitions", COUNT, "vs"),
        ("Which acquisitions were stakes?", LogicalForm("acquisition", "facts"), "stakes"),
        ("Which stakes were bought?", LogicalForm("acquisition", "facts", measure="stake_percent"), None),
        ("how many acquisitions were completed", OF_COMPLETED, None),
    ],
)
def test_what_is_said_must_be_told(question, form, word, reader, pack):
    items = find_mentions(question, build_names(reader, pack), pack, PartialDate.parse("2019-01-15"))
    assert unsaid(items, form) == word
