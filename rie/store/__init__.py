"""The store: every DuckDB connection of RIE. Load, resolve reports into facts, publish snapshots, read, export.

`Writer` changes a store, `Reader` answers from it, `export` copies a snapshot out.
"""

from rie.store.ddl import ddl, write_schema
from rie.store.export import export
from rie.store.load import Writer
from rie.store.read import Reader, Result
from rie.store.rows import document_hash
from rie.store.summary import Summary

__all__ = ["Reader", "Result", "Summary", "Writer", "ddl", "document_hash", "export", "write_schema"]
