"""The report as a workbook: summary, findings, evidence, documents, decisions; numbers are numbers, no formula."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from checker.model.report import Report
from checker.render.office import settled
from checker.render.options import Options
from checker.render.rows import Table, tables
from checker.render.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_CELL = 32_767
_WIDEST = 60
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]]")


def render(report: Report, options: Options) -> bytes:
    """`report` as an XLSX workbook whose heads are frozen and whose columns can be filtered."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables(report, Words(options.lang)):
        _fill(book.create_sheet(_NOT_IN_TITLES.sub(" ", table.title)[:31]), table)
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue(), report.as_of)


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((table.head, *table.rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(value, str) and value:
                cell.value = _NOT_IN_XML.sub("", value)[:_LONGEST_CELL]
                # The library takes a text that starts with "=" for a formula; what documents say is only ever text.
                cell.data_type = "s"
            else:
                cell.value = None if value == "" else value
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, title in enumerate(table.head, start=1):
        longest = max((len(str(row[column - 1] or "")) for row in table.rows), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(len(title), longest) + 3)
