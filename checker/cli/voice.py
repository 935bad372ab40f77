"""What is said to people, on standard error."""

from __future__ import annotations

import click

from checker.model.document import Problem

_WEIGHTS = {"E-": "Error", "W-": "Warning", "I-": "Note"}


def tell(problem: Problem) -> None:
    """Say what could not be read or decided, where, and what to do about it."""
    place = f"{problem.where}: " if problem.where else ""
    advice = f"\n  hint: {problem.hint}" if problem.hint else ""
    click.echo(f"{_WEIGHTS[problem.code[:2]]}: {place}{problem.message} ({problem.code}){advice}", err=True)
