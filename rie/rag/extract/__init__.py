"""Answers without a language model: spans of the snippets. Begins in `read.py`; what it goes by stands in `cues.yaml`."""
