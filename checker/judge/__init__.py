"""Statements become verdicts with evidence and a trace."""

from checker.judge.compiled import Compiled, compile_rules
from checker.judge.explain import Explanation, explain, met
from checker.judge.ranked import Ranked, ranked
from checker.judge.verdicts import heard, judge

__all__ = ["Compiled", "Explanation", "Ranked", "compile_rules", "explain", "heard", "judge", "met", "ranked"]
