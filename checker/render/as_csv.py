"""The findings as CSV, for spreadsheets and scripts: a row each, nothing in it that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io

from checker.model.report import Report
from checker.render.options import Options
from checker.render.rows import Cell, findings
from checker.render.words import Words

_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report, options: Options) -> bytes:
    """The table of findings in UTF-8 with a byte order mark, which spreadsheets need for Japanese, and CRLF."""
    table = findings(report, Words(options.lang))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.head)
    writer.writerows([inert(cell) for cell in row] for row in table.rows)
    return ("\ufeff" + text.getvalue()).encode()


def inert(cell: Cell) -> Cell:
    """`cell` with an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_CALCULATED) else cell
