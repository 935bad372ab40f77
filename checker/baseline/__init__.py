"""Baselines: findings known from an earlier run, kept in a file, and what a later run makes of them."""

from checker.baseline.compare import compared
from checker.baseline.record import recorded
from checker.baseline.store import as_data, read

__all__ = ["as_data", "compared", "read", "recorded"]
