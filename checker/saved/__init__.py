"""A report read back from its JSON, for whatever is made of it later."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from checker.errors import CheckerError
from checker.model.report import Report
from checker.saved.build import built
from checker.saved.form import Saved

__all__ = ["load", "parse"]

_HINT = "give the file that `checker check ... -o json=findings.json` wrote"


def load(file: Path) -> tuple[Report, str]:
    """The report in `file` and the command that gave it; CheckerError where the file is something else."""
    return parse(_bytes(file), str(file))


def parse(data: bytes, name: str) -> tuple[Report, str]:
    """The report whose JSON is `data`, and the command that gave it; errors call the file `name`."""
    try:
        # The standard reader takes the lone surrogates that a broken PDF can put into a text; msgspec's own does not.
        saved = msgspec.convert(json.loads(data), Saved)
        return built(saved), saved.run.command
    except (msgspec.ValidationError, json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CheckerError(f"this is not a report of the checker in JSON: {error}", name, _HINT) from None
    except (ValueError, KeyError, IndexError) as error:
        raise CheckerError(f"this report contradicts itself: {error}", name, _HINT) from None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CheckerError(f"the report cannot be opened: {reason}", str(file), _HINT) from None
