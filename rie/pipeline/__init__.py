"""The spaCy pipeline: one component a file, in the order of `config.cfg`."""

from rie.pipeline import linker, mentions, recogniser, relations, reports, sentences, tokenizer
from rie.pipeline.network import encoder, relation_model, vectors

__all__ = ["encoder", "linker", "mentions", "recogniser", "relation_model", "relations", "reports", "sentences", "tokenizer", "vectors"]
