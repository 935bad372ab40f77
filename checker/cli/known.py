"""The file that keeps a baseline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.model.baseline import Known


def known_in(file: Path) -> tuple[Known, ...]:
    """What `file` keeps; CheckerError where there is no such file or it is no baseline."""
    from checker import baseline

    try:
        return baseline.read(file.read_bytes(), str(file))
    except OSError as error:
        raise CheckerError(
            f"the baseline cannot be read: {(error.strerror or str(error)).lower()}",
            str(file),
            "check the name; `checker baseline write` makes the file",
        ) from None
