"""RIE: retrieval via information extraction. Texts become a database, questions become SQL over it.

    import rie

    rie.ingest(["news.jsonl"], store="store")
    with rie.open("store") as store:
        print(store.ask("How much has Hooli raised?").answer)
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rie.errors import RieError as RieError
    from rie.ingest import Summary as Summary
    from rie.ingest import ingest as ingest
    from rie.ingest import remove as remove
    from rie.opened import OpenStore as OpenStore
    from rie.opened import ask as ask
    from rie.types import Answer as Answer
    from rie.types import Document as Document
    from rie.types import Rejected as Rejected

    open = OpenStore

__version__ = "0.1.0"

_PUBLIC = {
    "Answer": "rie.types:Answer",
    "Document": "rie.types:Document",
    "OpenStore": "rie.opened:OpenStore",
    "Rejected": "rie.types:Rejected",
    "RieError": "rie.errors:RieError",
    "Summary": "rie.ingest:Summary",
    "ask": "rie.opened:ask",
    "ingest": "rie.ingest:ingest",
    "open": "rie.opened:OpenStore",
    "remove": "rie.ingest:remove",
}

__all__ = ["Answer", "Document", "OpenStore", "Rejected", "RieError", "Summary", "__version__", "ask", "ingest", "open", "remove"]


def _public(name: str) -> Any:
    module, _, attribute = _PUBLIC[name].partition(":")
    return getattr(importlib.import_module(module), attribute)


def __getattr__(name: str) -> Any:
    """Public names are loaded when they are first used, so that `import rie` costs next to nothing."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'rie' has no attribute {name!r}")
    return _public(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _CalledModule(ModuleType):
    """`rie.ask` and `rie.ingest` are submodules and public functions: the submodule can be called."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return _public(self.__name__.rpartition(".")[2])(*arguments, **named)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        if name in _PUBLIC and isinstance(value, ModuleType):
            value.__class__ = _CalledModule
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
