"""The page that lists every rule of a pack: what was promised, by whom, how firmly, since when."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.commitment import Commitment, RulePack


def page(pack: RulePack) -> str:
    """The commitments of a pack as a page of Markdown, in the order in which the source makes them."""
    return "\n".join([*_opening(pack), *(_row(commitment) for commitment in pack.commitments)]) + "\n"


def _opening(pack: RulePack) -> Iterator[str]:
    yield f"# The rules of {', '.join(pack.names)}"
    yield ""
    yield f"{len(pack.commitments)} commitments. This page is written by `checker rules page`."
    yield "`checker rules show ID` tells what decides about a document, and with which reasons."
    yield ""
    yield "| commitment | promise | owed by | kind | strength | in force |"
    yield "|---|---|---|---|---|---|"


def _row(commitment: Commitment) -> str:
    until = f" to {commitment.in_force_until}" if commitment.in_force_until else ""
    cells = (
        f"`{commitment.id}`",
        commitment.title.en,
        commitment.obligor.en,
        commitment.kind.value.replace("_", " "),
        commitment.strength.value.replace("_", " "),
        f"from {commitment.in_force_from}{until}",
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
