"""The settings of RIE: one tuple that the command line, the documentation and the service read.

Each can be given as an option or an argument, else as the environment variable `RIE_<NAME>`, else the default counts.
"""

import os
from typing import Any, Final, NamedTuple

from rie.errors import UsageError


class Setting(NamedTuple):
    """A setting: its name, its default (whose type is the setting's type) and what it does."""

    name: str
    default: str | int
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"RIE_{self.name.upper()}"


SETTINGS: Final = (
    Setting("store", "", "Folder of the store that commands use when --store is not given."),
    Setting("pack", "business", "Pack that documents are read with: the name of a shipped pack or the path of a pack's folder."),
    Setting("workers", 0, "Processes that read documents. 0: one for each core when there is enough to read; 1: this process alone."),
    Setting("batch_documents", 64, "Documents that a worker is given at a time."),
    Setting("batch_characters", 100_000, "Characters after which a batch is closed even if it holds fewer documents."),
    Setting("host", "127.0.0.1", "Address that the service listens on."),
    Setting("port", 8000, "Port that the service listens on."),
    Setting("api_keys", "", "Keys of those who may use the service, separated by commas; needed when other machines can reach it."),
    Setting("without_keys", 0, "1: a service that other machines can reach asks for no key."),
    Setting("hosts", "", "Host names under which the service answers, separated by commas; none: any, on a loopback address its own."),
    Setting("max_upload_bytes", 32_000_000, "Bytes that one request with documents may have."),
    Setting("llm_model", "", "Language model that writes the RAG baseline's answers, as litellm names it; none: answers are extracted."),
    Setting("llm_base_url", "", "Address of an OpenAI-compatible service that the model is asked at; none: the provider's own."),
    Setting("llm_timeout", 60, "Seconds that a language model may take for one answer."),
    Setting("llm_cache", ".rie-llm", "Folder that keeps what a language model answered for annotation, so that nothing is paid for twice."),
    Setting("templates", "", "Folder with templates of your own, which are used besides those of the pack."),
    Setting("log_refused", 1, "1: refused questions are kept in STORE/refused.jsonl, for rie templates draft; 0: they are not."),
    Setting("embedder", "static", "The RAG baseline's embedder: static ships with RIE, minilm is of the extra rag; else a model's folder."),
)
_BY_NAME: Final = {setting.name: setting for setting in SETTINGS}


def setting(name: str, given: Any = None) -> Any:
    """The value of a setting.

    Args:
        name: one of `SETTINGS`.
        given: the value of an option or argument; it goes before the environment unless it is None.

    Raises:
        UsageError: the environment variable holds a value of a wrong type.
    """
    if given is not None:
        return given
    known = _BY_NAME[name]
    written = os.environ.get(known.variable)
    if not written:
        return known.default
    try:
        return type(known.default)(written)
    except ValueError:
        raise UsageError(f"{known.variable}={written!r} is not a whole number; change it or unset it") from None
