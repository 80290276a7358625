"""Which entity a name means: candidates by the alias table, what speaks for each, and the trained choice."""
