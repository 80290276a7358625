"""Tables that stand in the text: their rows, columns and units."""
