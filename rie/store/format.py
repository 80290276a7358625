"""The form in which a store keeps its tables: raised when an older RIE could no longer read them rightly."""

from pathlib import Path

from rie.errors import StoreError

FORMAT = 1


def check_format(root: Path, format_: int) -> None:
    """Refuse a store whose form is another.

    Raises:
        StoreError: the store was written by another version of RIE.
    """
    if format_ != FORMAT:
        version = "a newer" if format_ > FORMAT else "an older"
        raise StoreError(f"{root}: was written by {version} version of RIE (store format {format_}, this one has {FORMAT}); "
                         "use that version, or ingest the documents into a new store")  # fmt: skip
