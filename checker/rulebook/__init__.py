"""Rule files, read with positions and checked, become commitments.

`load` gives the commitments; `inspect` is what authors of rules run beside it.
"""

from checker.rulebook.folder import MEASURED, find, shipped
from checker.rulebook.lint import Advice, Inspection, Places, inspect
from checker.rulebook.load import identity, load

__all__ = ["MEASURED", "Advice", "Inspection", "Places", "find", "identity", "inspect", "load", "shipped"]
