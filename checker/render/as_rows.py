"""The verdict on every row of record files, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from checker.model.report import Report
from checker.render.options import Options

_HEADER = b"document,sheet,row,commitment,verdict,stated,expected,reason\n"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, options: Options) -> bytes:  # noqa: ARG001 - every renderer takes the options
    """One line for each row and commitment that a record rule judged, in the order of the report."""
    return b"".join((_HEADER, *_lines(report)))


def _lines(report: Report) -> Iterator[bytes]:
    for document in report.documents:
        name = _cell(document.path)
        yield from (name + line for line in report.rows.get(document.path, b"").splitlines(keepends=True))


def _cell(text: str) -> bytes:
    """A first cell with the comma after it, which no spreadsheet takes for a formula."""
    out = StringIO()
    csv.writer(out, lineterminator="").writerow([f"'{text}" if text.startswith(_FORMULA) else text, ""])
    return out.getvalue().encode()
