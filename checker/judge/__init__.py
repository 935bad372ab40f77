"""Statements become verdicts with evidence and a trace."""
