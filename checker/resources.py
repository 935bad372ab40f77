"""Where the shipped data folders are: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal


def data(kind: Literal["rules", "schemas", "reports"]) -> Path:
    """The folder of shipped rules, schemas or report templates.

    A wheel carries them in `checker/_data`; an editable install reads the checkout's top-level folders.
    """
    package = Path(str(files("checker")))
    installed = package / "_data" / kind
    return installed if installed.is_dir() else package.parent / kind
