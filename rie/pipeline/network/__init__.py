"""The trained networks and what they see: encoders of words, candidate pairs, their description, and what is made of the scores."""
