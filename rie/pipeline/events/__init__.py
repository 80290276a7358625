"""Events: the roles around a trigger gathered into one frame, guarded, completed, and joined with other tellings of the same event."""
