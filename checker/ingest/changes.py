"""Files with tracked changes: which of their two readings is the document, and what is said of the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from checker.ingest.reading import CHANGES, Alternative, Enclosed, Other, Source, View
from checker.ingest.writer import Account
from checker.model.document import Problem


def settled(source: Source, final: Account, original: Account | None) -> Account:
    """The account of a file whose changes are all accepted in `final` and all rejected in `original`, if it has any.

    Where both readings are wanted, the original is a document of its own inside the file.
    """
    if original is None:
        return final
    if _view(source) is View.ORIGINAL:
        return _beside(original, Alternative(Other.ACCEPTED, final.written.text), "rejected")
    account = _beside(final, Alternative(Other.REJECTED, original.written.text), "accepted")
    return replace(account, enclosed=_enclosed(source))


def _view(source: Source) -> View:
    """The view that is wanted; what came out of a file with changes is its original reading."""
    return View.ORIGINAL if CHANGES in source.inside else source.manner.changes


def _beside(account: Account, alternative: Alternative, done: str) -> Account:
    message = f"the file holds tracked changes that nobody has accepted or rejected; it was read as if they were {done}"
    hint = "accept or reject them in its program; where the two readings differ, the verdict is left to a reviewer"
    problem = Problem("W-TRACKED-CHANGES", message, hint=hint)
    return replace(account, problems=(problem, *account.problems), alternatives=(alternative, *account.alternatives))


def _enclosed(source: Source) -> tuple[Enclosed, ...]:
    if _view(source) is not View.BOTH:
        return ()
    return (Enclosed(f"original{PurePosixPath(source.path).suffix.lower()}", source.data),)
