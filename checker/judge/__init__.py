"""Statements become verdicts with evidence and a trace."""

from checker.judge.compiled import Compiled, compile_rules
from checker.judge.verdicts import judge

__all__ = ["Compiled", "compile_rules", "judge"]
