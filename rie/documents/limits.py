"""The limits of input, in one place."""

from typing import Final

MAX_TEXT_BYTES: Final = 1_000_000
"""Of one document's text in UTF-8."""

MAX_LINE_BYTES: Final = 2_000_000
"""Of one line of JSON, or one row of CSV."""

MAX_FILE_BYTES: Final = 4_000_000
"""Of a file that is one document, before it is decoded."""

MAX_ID_CHARS: Final = 500

MAX_PARSED_FILE_BYTES: Final = 50_000_000
"""Of a PDF, DOCX, HTML or Markdown file: pictures and markup do not count as text."""

PARSE_SECONDS: Final = 20
"""Of processor time that parsing one such file may take."""

PARSE_MEMORY: Final = 2 * 1024**3
"""Of address space that parsing may take."""

MAX_PAGES: Final = 1_000
"""Of a PDF."""

MAX_MEMBERS: Final = 200_000
"""Of a ZIP archive."""

MAX_UNPACKED_BYTES: Final = 4_000_000_000
"""Of all members of a ZIP archive once they are unpacked."""

MAX_RATIO: Final = 200
"""Of a compressed file's content to its size on disk, where the content is larger than `FREE_BYTES`. Text packs to a tenth."""

FREE_BYTES: Final = 10_000_000
"""What a compressed file may unpack to whatever its ratio is."""
