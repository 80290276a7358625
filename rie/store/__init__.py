"""The store: every DuckDB connection of RIE. Load, resolve reports into facts, publish snapshots, read, export.

`Writer` changes a store, `Reader` answers from it, `export` copies a snapshot out.
"""

from rie.store.load import Summary, Writer
from rie.store.read import Reader, Result

__all__ = ["Reader", "Result", "Summary", "Writer"]
