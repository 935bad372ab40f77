"""Rows of Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable


def row_of(cells: Iterable[str]) -> str:
    """One row."""
    return f"| {' | '.join(cells)} |"


def rule_of(columns: int) -> str:
    """The line under the header."""
    return "|" + "---|" * columns
