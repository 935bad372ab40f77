"""Rule files, read with positions and checked, become commitments.

`load` gives the commitments; `inspect` is what authors of rules run beside it. What parses is imported by these alone:
a run whose rules are in the cache needs no more than the names and bytes of the files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.model.commitment import RulePack
from checker.rulebook.folder import MEASURED, find, identity, shipped
from checker.rulebook.installed import installed

if TYPE_CHECKING:
    from checker.rulebook.lint import Inspection

__all__ = ["MEASURED", "find", "identity", "inspect", "installed", "load", "shipped"]


def load(names: Sequence[str], *, with_cases: bool = False) -> RulePack:
    """The commitments of the packs of these names: shipped packs, or folders.

    Cases decide no verdict: they are read only `with_cases`, and are no part of the pack's sha256, which covers the
    names and bytes of the instrument, source, vocabulary, rule and records files. Raises CheckerError for a name that
    is no pack, RulePackError with everything that is wrong in the files.
    """
    from checker.rulebook.loading import books, packed

    return packed(books(names, with_cases))


def inspect(names: Sequence[str]) -> Inspection:
    """Look through the packs of these names.

    Raises like `load` for packs that are not sound, and RulePackError for rules that lack cases: each has at least
    six, each of the four verdicts among them.
    """
    from checker.rulebook.lint import inspected

    return inspected(names)
