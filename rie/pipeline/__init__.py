"""The spaCy pipeline: one component a file, in the order of `config.cfg`."""

from rie.pipeline import linker, mentions, relation_model, relations, reports, sentences, tokenizer, vectors

__all__ = ["linker", "mentions", "relation_model", "relations", "reports", "sentences", "tokenizer", "vectors"]
