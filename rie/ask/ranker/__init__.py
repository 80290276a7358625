"""Questions that the grammar does not read: a small network ranks the canonical wordings that they may mean."""
