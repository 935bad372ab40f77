"""A check on ourselves: whether the words that a file's markup holds came out as text, or some were lost on the way."""

from __future__ import annotations

from checker.ingest.pieces import BREAK
from checker.model.document import Problem

_BLANKS = (" ", "\n", "\t", "\r", "\f", "\v", "\u3000", "\xa0", BREAK)
_ENOUGH = 0.98
_FEW = 20


def letters(text: str) -> int:
    """How many characters of `text` are no blanks."""
    return len(text) - sum(map(text.count, _BLANKS))


def lost(held: int, text: str) -> tuple[Problem, ...]:
    """The problem of a file whose markup holds `held` letters of which too few stand in the `text` read from it.

    The text has signs besides, for headings and cells, so that it is never shorter unless something went missing.
    """
    read = letters(text)
    if read >= held * _ENOUGH or held - read < _FEW:
        return ()
    message = f"of the {held:,} letters that the file holds for its readers, only {read:,} were read"
    return (Problem("E-WORDS-LOST", message, hint="save it as PDF or as plain text, and check that"),)
