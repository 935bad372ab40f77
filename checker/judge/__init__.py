"""Statements become verdicts with evidence and a trace."""

from checker.judge.compiled import Compiled, compile_rules
from checker.judge.explain import Explanation, explain, met
from checker.judge.verdicts import judge

__all__ = ["Compiled", "Explanation", "compile_rules", "explain", "judge", "met"]
