"""YAML files beside the product, read into typed values or refused in prose."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from checker.errors import CheckerError

T = TypeVar("T")


def read(file: Path, kind: type[T], what: str) -> T:
    """The content of `file` as `kind`. Raises CheckerError that calls the file `what` where it is something else."""
    try:
        data = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    except OSError as error:
        raise CheckerError(f"the file cannot be read ({error.strerror})", file.as_posix()) from None
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        line = f" in line {place.line + 1}" if place else ""
        raise CheckerError(f"this is not YAML{line}", file.as_posix(), f"{what} is expected here") from None
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise CheckerError(f"this is not {what}: {error}", file.as_posix()) from None
