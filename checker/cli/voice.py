"""What is said to people, on standard error."""

from __future__ import annotations

import click

from checker.model.document import Problem
from checker.render.ink import harmless

_WEIGHTS = {"E-": "Error", "W-": "Warning", "I-": "Note"}


def tell(problem: Problem) -> None:
    """Say what could not be read or decided, where, and what to do about it."""
    place = f"{problem.where}: " if problem.where else ""
    advice = f"\n  hint: {harmless(problem.hint)}" if problem.hint else ""
    told = harmless(f"{place}{problem.message} ({problem.code})")
    click.echo(f"{_WEIGHTS[problem.code[:2]]}: {told}{advice}", err=True)
