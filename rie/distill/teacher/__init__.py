"""A transformer teacher: MiniLM fine-tuned on the annotations, a bound for the small components and a second reader of the texts.

`texts` writes what the teacher sees (needs spaCy), `network` is the model and `fit` trains it (need torch and
transformers, not spaCy: a GPU server has these), `review` compares what it says with the marks.
"""
