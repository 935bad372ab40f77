"""The rules of one run: which packs, and which of their commitments."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from hashlib import sha256

from checker import rulebook
from checker.errors import CheckerError
from checker.model.commitment import RulePack

NO_RULES = RulePack((), (), {}, "")


@dataclass(frozen=True, slots=True)
class Selection:
    """Packs by name or folder (none: documents are only read), and commitments by id (none: all of them)."""

    packs: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()

    def load(self, *, with_cases: bool = False) -> RulePack:
        """The selected commitments; CheckerError for a pack that cannot be used or an id that no pack has."""
        if not self.packs:
            return NO_RULES
        pack = rulebook.load(self.packs, with_cases=with_cases)
        known = {commitment.id: commitment for commitment in pack.commitments}
        for wanted in self.commitments:
            if wanted not in known:
                raise _unknown(wanted, pack)
        chosen = tuple(c for c in pack.commitments if not self.commitments or c.id in self.commitments)
        return replace(pack, commitments=chosen)

    def identity(self) -> str:
        """A hash of all that decides what `load` gives. Raises CheckerError for a name that is no pack."""
        files = rulebook.identity(self.packs) if self.packs else ""
        return sha256(repr((files, self.packs, self.commitments)).encode()).hexdigest()


def _unknown(wanted: str, pack: RulePack) -> CheckerError:
    near = difflib.get_close_matches(wanted, [commitment.id for commitment in pack.commitments], n=1)
    return CheckerError(
        f"there is no commitment {wanted!r} in {', '.join(pack.names)}",
        hint=f"did you mean {near[0]!r}?" if near else "`checker rules list` shows the ids of all commitments",
    )
