"""A trainer's sanity checks over a pack."""
