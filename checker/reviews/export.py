"""`decisions.json`: what a reviewer decided in the page and exported from it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct

from checker.errors import CheckerError
from checker.model.decision import Action, Cause

_HINT = "give the file that the button “Export decisions” of the report saved"


class Item(Struct, frozen=True, forbid_unknown_fields=True):
    """One decision on one finding."""

    fingerprint: str
    finding_sha: str
    action: Action
    reason: str
    cause: Cause | None = None
    approver: str = ""
    expires: str = ""
    note: str = ""


class Export(Struct, frozen=True, forbid_unknown_fields=True):
    """The decisions of one reviewer on one run; `exported_at` is an ISO date."""

    format: Literal[1]
    run_id: str
    results_sha256: str
    reviewer: str
    exported_at: str
    decisions: tuple[Item, ...]


def parse(data: bytes, name: str) -> Export:
    """The export that `data` holds; CheckerError, which calls the file `name`, where it is something else."""
    try:
        export = msgspec.json.decode(data, type=Export)
        date.fromisoformat(export.exported_at)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise CheckerError(f"this is not an export of decisions: {error}", name, _HINT) from None
    if not export.reviewer.strip():
        raise CheckerError("the reviewer has no name", name, "enter a name in the report and export again")
    if not export.decisions:
        raise CheckerError("there is no decision in this export", name, "decide on a finding and export again")
    return export
