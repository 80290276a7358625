"""Changes that the forms of exchange notices tell."""

from datetime import date

from tests.pipeline.read_texts import PERSONS, read

LONG = "\nThe appointee has more than twenty years of experience in ports, in warehousing, and in the transport of goods by land and sea."


def told(text: str) -> set[tuple[object, ...]]:
    found = read(text, names=PERSONS, day="2023-08-11")
    return {(one["person"], one["action"], one["role"], one["effective_on"]) for one in found}


def test_labels_and_values_on_one_line() -> None:
    text = "Type: Change in boardroom\nDate of change: 18/05/2023\nName: John Doe\nDesignation: Treasurer\nType of change: Resignation"
    assert told(text) == {("John Doe", "departed", "Treasurer", date(2023, 5, 18))}


def test_below_each_label_a_value_for_each_person() -> None:
    text = ("Sr. No.\nParticulars\nDetails\n1\nName\nMr. John Doe\nMs. Jane Roe\n2\nDesignation\nTreasurer\nChairman\n3\n"
            "Reason for change viz. appointment, resignation, removal\nResignation due to ill health\nAppointment\n4\n"
            "Date of appointment/cessation\nClose of business hours on August 14, 2023\nAugust 16, 2023\n5\n"
            "Brief profile\nNot applicable\nNil") + LONG
    assert told(text) == {
        ("John Doe", "departed", "Treasurer", date(2023, 8, 14)),
        ("Jane Roe", "appointed", "Chairman", date(2023, 8, 16))}


def test_who_held_the_post_before_leaves_it() -> None:
    text = ("Type of Change\nAppointment\nName of the Appointed\nMs. Jane Roe\nPosition\nTreasurer\nDate of the Commencement of Work\n"
            "2023-09-01\nName of the Previous Holder (Acting)\nMr. John Doe\nDate of End of Assignment\n2023-08-31") + LONG
    assert told(text) == {
        ("Jane Roe", "appointed", "Treasurer", date(2023, 9, 1)),
        ("John Doe", "departed", "Treasurer", date(2023, 8, 31))}


def test_a_form_that_does_not_say_what_changes_tells_nothing() -> None:
    assert not told("Name: John Doe\nPosition: Treasurer\nTelephone: 555 0100")
    assert not told("Name: John Doe\nDesignation: Treasurer\nReason for change: appointment on resignation")
