"""The reports of a store in the form in which gold is written."""
