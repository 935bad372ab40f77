"""The command line: the only place that prints, writes, exits or asks for the date."""

from checker.cli.program import main

__all__ = ["main"]
