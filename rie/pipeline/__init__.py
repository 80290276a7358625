"""The spaCy pipeline: one component a file, in the order of `config.cfg`."""

from rie.pipeline import encoder, linker, mentions, recogniser, relation_model, relations, reports, sentences, tokenizer, vectors

__all__ = ["encoder", "linker", "mentions", "recogniser", "relation_model", "relations", "reports", "sentences", "tokenizer", "vectors"]
