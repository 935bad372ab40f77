"""Which program this is: everything installed that decides a result, as one hash."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def identity() -> str:
    """A hash of this program's own files, the interpreter, and the names and versions of all installed libraries."""
    digest = sha256()
    for part in (platform.python_implementation(), sys.version, sys.platform, platform.machine(), *_libraries()):
        digest.update(f"{part}\n".encode())
    for file in sorted(_PACKAGE.rglob("*.py")):
        data = file.read_bytes()
        digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        try:
            yield from sorted(entry.name for entry in Path(folder).iterdir() if entry.suffix == ".dist-info")
        except OSError:  # an archive, or a folder that is not there
            continue
