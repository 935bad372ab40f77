"""Checks documents against encoded commitments and says which keep them, which break them, and why."""

__version__ = "0.1.0"
