"""From the words of a question to the clauses of its logical form."""
