"""Load the pipeline of a pack whose names and relations come from a language model."""

from typing import Any

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

import rie.distill.llm.mentions
import rie.distill.llm.relations
import rie.pipeline  # noqa: F401  all three register what the config names
from rie.errors import PackError
from rie.pack import Pack


def load_prototype(pack: Pack, overrides: dict[str, Any] | None = None) -> Language:
    """The pipeline of `llm.cfg`.

    Args:
        overrides: values of the config, as `{"llm.concurrency": 2}`.

    Raises:
        PackError: the pack has no `llm.cfg`, or it is wrong.
        UsageError: no language model is configured, or litellm is not installed.
    """
    file = pack.folder / "llm.cfg"
    if not file.is_file():
        raise PackError(f"{file} is missing: the pipeline with a language model is described there; schemas/business/llm.cfg is one")
    try:
        config = load_config(file, overrides={"paths.pack": str(pack.folder), **(overrides or {})})
        return load_model_from_config(config, auto_fill=True)
    except ValueError as error:
        raise PackError(f"{file} is wrong: {' '.join(str(error).split())}") from None
