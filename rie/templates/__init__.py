"""Templates: questions with the SQL that answers them. Hand-written ones are checked, drafted and reviewed; pairs are learned from."""
