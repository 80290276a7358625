"""Answers and logical forms in English."""
