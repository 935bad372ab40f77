"""A bound on how many errors of one file are told."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from checker.errors import RuleError

MOST = 100


def first_of(errors: Iterable[RuleError]) -> list[RuleError]:
    """The first hundred errors; where there are more, one that says so stands in place of the rest."""
    found = list(islice(errors, MOST + 1))
    if len(found) > MOST:
        message = f"there are more than {MOST} errors; from here on they are not told"
        found[MOST] = RuleError(message, found[MOST].mark, "mend the others first")
    return found
