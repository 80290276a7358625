"""RIE: retrieval via information extraction. Texts become a database, questions become SQL over it."""

__version__ = "0.1.0"
