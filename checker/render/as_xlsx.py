"""The report as a workbook: a sheet for each table; numbers are numbers, nothing in it is calculated."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.model.report import Report
from checker.render.office import settled
from checker.render.options import Options
from checker.render.rows import Table, tables
from checker.render.words import Words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_CELL = 32_767
_WIDEST, _MEASURED = 60, 500
_MOST_LINKS = 60_000
"""Excel refuses a sheet with more than 65,530 links."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]]")


def render(report: Report, options: Options) -> bytes:
    """`report` as an XLSX workbook: heads are frozen, columns can be filtered, sheets lead to each other."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    made = tables(report, Words(options.lang))
    addresses = {table.title: _addresses(table) for table in made}
    for table in made:
        sheet = book.create_sheet(_sheet_name(table.title))
        _fill(sheet, table)
        _measure(sheet, table)
        _lead(sheet, table, addresses)
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue(), report.as_of)


def _sheet_name(title: str) -> str:
    return _NOT_IN_TITLES.sub(" ", title)[:31]


def _addresses(table: Table) -> Mapping[object, str]:
    """Where the first row stands that has a value in the naming column of `table`, by that value."""
    if table.names is None:
        return {}
    sheet = _sheet_name(table.title).replace("'", "''")
    last_to_first = reversed(list(enumerate(table.rows, start=2)))
    return {row[table.names]: f"'{sheet}'!A{number}" for number, row in last_to_first}


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Font

    aligned, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    for number, row in enumerate((table.head, *table.rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell)
            _put(cell, value)
            cell.alignment = aligned
            if number == 1:
                cell.font = bold
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: SheetCell, value: object) -> None:
    if isinstance(value, str) and value:
        cell.value = _NOT_IN_XML.sub("", value)[:_LONGEST_CELL]
        # The library takes a text that starts with "=" for a formula; what documents say is only ever text.
        cell.data_type = "s"
    elif value != "":
        cell.value = value  # type: ignore[assignment]


def _measure(sheet: Worksheet, table: Table) -> None:
    """Give every column the width of what its first rows hold."""
    from openpyxl.utils import get_column_letter

    for column, title in enumerate(table.head, start=1):
        longest = max((len(str(row[column - 1] or "")) for row in table.rows[:_MEASURED]), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(len(title), longest) + 3)


def _lead(sheet: Worksheet, table: Table, addresses: Mapping[str, Mapping[object, str]]) -> None:
    """Make the cells that name a row of another sheet lead to it."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    for column, title in table.leads:
        for number, row in enumerate(table.rows[:_MOST_LINKS], start=2):
            address = addresses.get(title, {}).get(row[column])
            if address is not None:
                cell = sheet.cell(number, column + 1)
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=address)
                cell.style = "Hyperlink"
