"""The limits of input, in one place."""

from typing import Final

MAX_TEXT_BYTES: Final = 1_000_000
"""Of one document's text in UTF-8."""

MAX_LINE_BYTES: Final = 2_000_000
"""Of one line of JSON, or one row of CSV."""

MAX_FILE_BYTES: Final = 4_000_000
"""Of a file that is one document, before it is decoded."""

MAX_ID_CHARS: Final = 500
