"""How strictly documents are kept apart from the rest of the machine, the weakest level first."""

from __future__ import annotations

from collections.abc import Iterable

LEVELS = ("none", "timeout-only", "rlimit", "bwrap")


def weakest(levels: Iterable[str]) -> str:
    """The weakest of some levels; "none" where there are none."""
    return min(levels, key=LEVELS.index, default=LEVELS[0])


def reaches(level: str, wanted: str) -> bool:
    """Whether a level is at least as strict as the one wanted."""
    return LEVELS.index(level) >= LEVELS.index(wanted)
