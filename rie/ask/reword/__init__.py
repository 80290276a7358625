"""A question put in other, plainer words before it is read."""
