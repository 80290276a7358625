"""The spaCy pipeline: one component a file.

What they work with stands in rooms: `network`, `names`, `linking`, `tables`, `figures`, `events`.
"""

from rie.pipeline import families, linker, mentions, recogniser, relations, reports, sentences, tokenizer
from rie.pipeline.network import encoder, relation_model, vectors

__all__ = [
    "encoder", "families", "linker", "mentions", "recogniser", "relation_model", "relations", "reports", "sentences", "tokenizer",
    "vectors",
]  # fmt: skip
