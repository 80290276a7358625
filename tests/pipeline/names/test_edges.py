"""Where names begin and end, whatever part of them the recogniser saw."""

import pytest

from rie.pipeline.names.edges import edged
from tests.pipeline.read_texts import NLP


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("It sold the unit to United Coal (Canada) Ltd for cash.", "United Coal", "United Coal (Canada) Ltd"),
        ("Each United Coal Share is worth $5.", "United Coal Share", "United Coal"),
        ("It sold the unit to United Coal (the buyer) for cash.", "United Coal", "United Coal"),
        ("Today Pantera's Corp said it agreed.", "Pantera", "Pantera's Corp"),
        ("Today Pantera's board agreed.", "Pantera", "Pantera"),
        ("It is a unit of British and Commonwealth Shipping Plc.", "Commonwealth Shipping Plc", "British and Commonwealth Shipping Plc"),
        ("It bought Kapteyn-Murnane Laboratories.", "Murnane Laboratories", "Kapteyn-Murnane Laboratories"),
        ("o Trunkline Networks Inc. completed a third round.", "o Trunkline Networks Inc.", "Trunkline Networks Inc."),
        ("São Paulo - Fretelivre has received cash.", "São Paulo - Fretelivre", "Fretelivre"),
        ("It bought Dash-Dot Labs.", "Dash-Dot Labs", "Dash-Dot Labs"),
        ("Cash came from Hooli's co-founder.", "Hooli", "Hooli"),
        ("\U0001F1E8\U0001F1F1 Hooli Pagos raised cash.", "\U0001F1F1 Hooli Pagos", "Hooli Pagos"),
        ("It bought We Are Cloud SAS for cash.", "Are Cloud SAS", "We Are Cloud SAS"),
        ("It got cash from The Florida Institute for the Commercialization of Research.", "Commercialization of Research",
         "The Florida Institute for the Commercialization of Research"),
        ("It bought a licence for the Nordic Shop.", "Nordic Shop", "Nordic Shop"),
        ("It bought Acme (fka Globex).", "fka Globex", "Globex"),
        ("• Dear Juniper, a Leeds clinic, raised cash.", "Juniper", "Dear Juniper"),
        ("• Retailer Juniper, a Leeds chain, raised cash.", "Juniper", "Juniper"),
        ("• Dear Juniper raised cash.", "Juniper", "Juniper"),
        ("It bought Cenergy Corp. It paid cash.", "Cenergy Corp. It", "Cenergy Corp."),
        ("It bought Tarn Glass Co of Michigan Inc for cash.", "Tarn Glass Co", "Tarn Glass Co of Michigan Inc"),
        ("It bought Tarn Glass Co of Michigan for cash.", "Tarn Glass Co", "Tarn Glass Co"),
        ("It bought Tarn Gas co for cash.", "Tarn Gas", "Tarn Gas co"),
        ("It bought Tarn Home and its mill.", "Tarn Home and", "Tarn Home"),
        ("Tarn Robotics Tarn Robotics, Inc. said so.", "Tarn Robotics Tarn Robotics, Inc.", "Tarn Robotics, Inc."),
        ("Quillstack Quillstack raised cash.", "Quillstack Quillstack", "Quillstack"),
        ("The shop is run by Tuk Tuk Foods.", "Tuk Tuk Foods", "Tuk Tuk Foods"),
    ],
)
def test_a_name_is_whole(text: str, seen: str, name: str) -> None:
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    start = text.index(seen)
    assert edged(doc.char_span(start, start + len(seen), label="COMPANY", alignment_mode="expand")).text == name
