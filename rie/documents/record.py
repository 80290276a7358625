"""One record (an object of JSON, a row of a table) to a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from rie.documents.clean import clean_text
from rie.documents.limits import MAX_ID_CHARS, MAX_TEXT_BYTES
from rie.types import Document
from rie.values.date import PartialDate

FIELDS: Final = ("id", "text", "title", "published_at", "source", "url", "metadata")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Defect(Exception):
    """Why a record is no document: a code of `rejected_document`, and what to change."""

    def __init__(self, code: str, reason: str, document_id: str | None = None) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.document_id = document_id


def document_of(record: object) -> Document:
    """The document that a record describes (contract, section 2); unknown keys are ignored.

    Raises:
        Defect: the record is not an object, or a field is missing, empty, too large or of a wrong type.
    """
    if not isinstance(record, dict):
        raise Defect("not_an_object", 'the line is not a JSON object: write {"id": ..., "text": ...}')
    document_id = _id(record)
    try:
        return Document(
            id=document_id,
            text=_text(record),
            title=clean_text(_string(record, "title") or ""),
            published_at=_date(record),
            source=_string(record, "source"),
            url=_string(record, "url"),
            metadata=_metadata(record.get("metadata")),
        )
    except Defect as defect:
        raise Defect(defect.code, defect.reason, document_id) from None


def _id(record: Mapping[str, Any]) -> str:
    value = record.get("id")
    if value is None or value == "":
        raise Defect("missing_id", 'the document has no id: add a unique "id"')
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Defect("invalid_field", "id is not a string: write it in quotes")
    return checked_id(_digits(value) if isinstance(value, int) else value)


def _digits(number: int) -> str:
    try:
        return str(number)
    except ValueError:
        raise Defect("invalid_field", f"id is a number of too many digits: use at most {MAX_ID_CHARS} characters") from None


def checked_id(document_id: str) -> str:
    """The id itself.

    Raises:
        Defect: it is blank, too long or holds characters that cannot be printed.
    """
    if not document_id.strip():
        raise Defect("missing_id", 'the id is blank: add a unique "id"')
    if len(document_id) > MAX_ID_CHARS:
        raise Defect("invalid_field", f"id has {len(document_id)} characters: use at most {MAX_ID_CHARS}")
    if _CONTROL.search(document_id) or _SURROGATE.search(document_id):
        raise Defect("invalid_field", "id holds control characters or lone surrogates: remove them")
    return document_id


def _text(record: Mapping[str, Any]) -> str:
    if record.get("text") is None:
        raise Defect("missing_text", 'the document has no text: add "text"')
    return checked_text(_string(record, "text") or "")


def checked_text(text: str) -> str:
    """The cleaned text.

    Raises:
        Defect: nothing but white space is left, or it is too large.
    """
    cleaned = clean_text(text)
    if not cleaned.strip():
        raise Defect("empty_text", "the text is empty: give the document a text or leave it out")
    if len(cleaned) > MAX_TEXT_BYTES or len(cleaned.encode()) > MAX_TEXT_BYTES:
        raise Defect("too_large", f"the text is larger than {MAX_TEXT_BYTES:,} bytes: split it into several documents")
    return cleaned


def _string(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Defect("invalid_field", f"{name} is not a string: write it in quotes")
    return _sound(value, name)


def _sound(value: str, name: str) -> str:
    if _SURROGATE.search(value):
        raise Defect("invalid_field", f"{name} holds a lone surrogate (\\ud800 to \\udfff): write the character itself")
    return value


def _date(record: Mapping[str, Any]) -> PartialDate | None:
    value = record.get("published_at")
    value = str(value) if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000 else value
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Defect("invalid_field", "published_at is not a string: write YYYY-MM-DD, YYYY-MM or YYYY")
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise Defect("invalid_field", f"published_at: {_CONTROL.sub(' ', _printable(str(error)))}") from None


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _metadata(value: object) -> dict[str, str]:
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise Defect("invalid_field", 'metadata is not an object: write {"key": "value"}')
    return {_sound(clean_text(key), "metadata"): _scalar(item, key) for key, item in value.items() if item is not None}


def _scalar(value: object, key: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return clean_text(_sound(_digits(value) if isinstance(value, int) else str(value), "metadata"))
    raise Defect("invalid_field", f"metadata {_printable(key)[:60]!r} is not a string, number or boolean: flatten it")
