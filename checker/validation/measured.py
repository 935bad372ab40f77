"""What was measured for each rule, in a file beside the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from checker.rulebook import MEASURED, find
from checker.validation import yamlfile
from checker.validation.figures import Figures, figures
from checker.validation.labelled import Half
from checker.validation.outcomes import Row

_HEAD = "# Written by `checker validate`: what the rules of this pack were measured to do. No rule file.\n"


@dataclass(frozen=True)
class Measured:
    """The figures of a pack's rules, on which files and which half of them, by which rules, as of which date."""

    as_of: str
    rules_sha256: str
    half: Half
    files: tuple[str, ...]
    rules: Mapping[str, Figures]

    def dump(self) -> bytes:
        """The file that holds them, figures to three places."""
        written = asdict(self) | {"half": self.half.value, "files": list(self.files)}
        written["rules"] = {name: _rounded(asdict(each)) for name, each in sorted(self.rules.items())}
        return (_HEAD + yaml.safe_dump(written, sort_keys=False, width=200)).encode()


def measured_by(rows: Sequence[Row], commitments: Sequence[str], as_of: str, sha256: str, half: Half) -> Measured:
    """What `rows` say about each of the rules of a pack that they are about."""
    mine = [row for row in rows if row.commitment in commitments]
    rules = {name: figures([row for row in mine if row.commitment == name]) for name in {r.commitment for r in mine}}
    return Measured(as_of, sha256, half, tuple(sorted({row.file for row in mine})), rules)


def file_of(pack: str) -> Path:
    """The file of a pack's measured figures, whether it is there or not."""
    return find(pack).root / MEASURED


def measured_of(pack: str) -> Measured | None:
    """What was measured for a pack, by its name or folder; None where nothing was."""
    file = file_of(pack)
    return yamlfile.read(file, Measured, "a file of measured figures") if file.is_file() else None


def _rounded(named: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in named.items()}
