"""Bytes to documents: readers of file formats, decoding, limits, cleaning. What cannot be read is rejected with a reason."""

from rie.documents.clean import clean_text
from rie.documents.read import read

__all__ = ["clean_text", "read"]
