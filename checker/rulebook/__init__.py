"""Rule files, read with positions and checked, become commitments.

`load` gives the commitments, `check_cases` and `lint` are what authors of rules run beside it.
"""

from checker.rulebook.folder import shipped
from checker.rulebook.lint import check_cases, lint
from checker.rulebook.load import load

__all__ = ["check_cases", "lint", "load", "shipped"]
