"""Figures of results: what the words around them, the sentences before them and the calendar of their document say of them."""
