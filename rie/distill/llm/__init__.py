"""The pipeline of a pack with a language model in place of the trained components: `llm.cfg`.

Tokenizer, sentences, mentions, linker and report builder are those of the distilled pipeline; names and relations come from a
language model through `rie.llm`. So baseline, drafts and the distilled model are scored by the same code on the same gold.

The components are small ones of our own. spacy-llm parses an answer when the model has long been left, so that it cannot be asked
again with what is wrong; its cache keeps whole documents by their text (not by model and prompt) and cannot write what
ours carry, and it knows neither budgets nor prices.
"""
