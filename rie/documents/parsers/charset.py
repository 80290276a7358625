"""Bytes of a page to text, in the charset that it declares."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Final

from rie.documents.record import Defect

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_HEAD_BYTES: Final = 4096
_AS_BROWSERS_DO: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
"""What browsers read for a declared charset (https://encoding.spec.whatwg.org): a declaration that can be read is not UTF-16."""


def decode(raw: bytes) -> str:
    """The text of a page: by its byte order mark, else by its `<meta>` or XML declaration, else as UTF-8.

    Raises:
        Defect: the charset is not known, or the bytes are not in it.
    """
    for mark, charset in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], charset)
    return _decoded(raw, _declared(raw[:_HEAD_BYTES]) or "utf-8")


def _declared(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    if match is None:
        return None
    name = (match[1] or match[2]).decode()
    try:
        known = codecs.lookup(name)
        with suppress(UnicodeError):
            b" ".decode(known.name)  # some codecs are no charsets
    except LookupError:
        raise Defect("unknown_charset", f"the page declares the charset {name[:40]!r}, which is not known: save it as UTF-8") from None
    return _AS_BROWSERS_DO.get(known.name, known.name)


def _decoded(raw: bytes, charset: str) -> str:
    if charset == "cp1252":
        return raw.decode(charset, "replace")
    try:
        return raw.decode(charset)
    except UnicodeDecodeError as error:
        if charset == "utf-8":
            raise Defect("invalid_utf8", f"byte {error.start} is not UTF-8: save the page as UTF-8 or declare its charset") from None
        raise Defect("invalid_charset", f"byte {error.start} is not {charset.upper()}, which the page declares: save it as UTF-8") from None
