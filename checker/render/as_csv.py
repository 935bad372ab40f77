"""The findings as CSV, for spreadsheets and scripts: a row each, nothing in it that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io

from checker.model.report import Report
from checker.render.ink import harmless
from checker.render.options import Options
from checker.render.phrases import editions
from checker.render.rows import Cell, findings
from checker.render.words import Words

_CALCULATED = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(report: Report, options: Options) -> bytes:
    """The table of findings in UTF-8 with a byte order mark, which spreadsheets need for Japanese."""
    words = Words(options.lang)
    table = findings(report, words)
    # The rows of several runs end up in one sheet: each says by which rules it came about.
    rules = editions(report, words)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*table.head, words("rule_packs")))
    writer.writerows([inert(cell) for cell in (*row, rules)] for row in table.rows)
    return ("\ufeff" + text.getvalue()).encode()


def inert(cell: Cell) -> Cell:
    """`cell` on one line, obeyed by no log, with an apostrophe before what a spreadsheet would take for a formula."""
    if not isinstance(cell, str):
        return cell
    line = harmless(cell)
    return f"'{line}" if line.startswith(_CALCULATED) else line
