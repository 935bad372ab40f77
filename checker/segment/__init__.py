"""A document's text becomes provisions with sentences."""
