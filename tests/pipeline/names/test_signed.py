"""Companies that stand on lines of their own, over their figures, or open a release behind its dateline."""

import pytest

from rie.pipeline.names.signed import is_company, signed
from tests.pipeline.read_texts import NLP


@pytest.mark.parametrize(("text", "name"), [
    ("HOOLI GYPSUM CORP (HGC-N)\nQtr Sept. 30: | 1998 | 1997\n", "HOOLI GYPSUM CORP"),
    ("Globex Optical (Nasdaq: GLBX)\nRevenues | 1 | 2\n", "Globex Optical"),
    ("VAL-D'OR, QC, March 6, 2025 /CNR/ - Les Services Hooli Inc. (TSX: HOO) today reported results.", "Les Services Hooli Inc."),
    ("Grupo Hooli del Norte, S.A.B. de C.V.\nResults\n", "Grupo Hooli del Norte, S.A.B. de C.V.")])
def test_who_reports_is_a_company_though_nobody_recognised_it(text: str, name: str) -> None:
    assert [span.text for span in signed(NLP.make_doc(text), "COMPANY")] == [name]


@pytest.mark.parametrize("text", ["Profit before tax (PBT)\n",
                                  "It said - Hooli Services (TSX: HOO) has grown.", "Net Sales (USD)\n", "Free Cash Flow (FCF)\n",
                                  "Net Income (NYSE: HOO)\n"])
def test_other_words_before_brackets_are_none(text: str) -> None:
    assert list(signed(NLP.make_doc(text), "COMPANY")) == []


def test_words_without_a_legal_form_are_no_company() -> None:
    assert not is_company("Quarterly Results and Outlook")
