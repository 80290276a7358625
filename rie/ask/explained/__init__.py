"""Whether a reading explains every word of its question and drops nothing of it."""
