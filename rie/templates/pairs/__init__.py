"""Templates that are learned from pairs of question and SQL over any database.

A pair's values are masked in both: what is left of the SQL is a skeleton, what is left of the question a paraphrase of it. For a new
question a linear ranker scores the skeletons, their slots are filled from the question, and the best query is accepted or refused.
"""
