"""The RAG baseline, as strong as we can make it: chunks, BM25 and vectors fused, five snippets, an answer with citations."""

from rie.rag.answer import RagAnswer
from rie.rag.rag import Rag

__all__ = ["Rag", "RagAnswer"]
