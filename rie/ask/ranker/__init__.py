"""Questions that the grammar does not read: a linear model ranks the canonical wordings that they may mean."""
