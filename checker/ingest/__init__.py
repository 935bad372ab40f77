"""Bytes become documents: one module per format."""
