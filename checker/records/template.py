"""Empty tables to fill in: the headers of a kind of records, with an example row, checks and notes in the workbook."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING

from checker.records.schemas import Cell, Column, RecordSchema

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_ROW = 10_000
_FORMATS = {Cell.DATE: "yyyy-mm-dd", Cell.PERCENT: "0.####", Cell.NUMBER: "#,##0.######"}
_LONGEST_LIST = 255


def as_csv(schema: RecordSchema) -> bytes:
    """The headers of the records as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(_header, schema.columns.values()))
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(schema: RecordSchema) -> bytes:
    """A workbook with the headers, checks on what is typed in, a note on each column and a sheet that explains them."""
    import openpyxl

    book = openpyxl.Workbook()
    # Without a fixed time the same template would be other bytes on another day.
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    sheet: Worksheet = book.active  # type: ignore[assignment]  # a new workbook has a sheet
    sheet.title = schema.name
    for place, column in enumerate(schema.columns.values(), 1):
        _column(sheet, place, column)
    sheet.freeze_panes = "A2"
    _explained(book.create_sheet("Columns"), schema)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _header(column: Column) -> str:
    return f"{column.name} (%)" if column.cell is Cell.PERCENT else column.name


def _column(sheet: Worksheet, place: int, column: Column) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(place)
    top = sheet.cell(1, place, _header(column))
    top.font = Font(bold=column.required)
    top.comment = Comment(f"{column.title.en} / {column.title.ja}\n{column.description}\nExample: {column.example}", "")
    sheet.column_dimensions[letter].width = max(14, len(_header(column)) + 2)
    check = _check(column)
    if check is not None:
        sheet.add_data_validation(check)
        check.add(f"{letter}2:{letter}{_LAST_ROW}")
    if column.cell in _FORMATS:
        sheet.column_dimensions[letter].number_format = _FORMATS[column.cell]


def _check(column: Column):  # type: ignore[no-untyped-def]  # openpyxl's type is imported only here
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.cell is Cell.DATE:
        found = DataValidation(type="date", operator="greaterThan", formula1="36526")
    elif column.cell in (Cell.PERCENT, Cell.NUMBER):
        found = DataValidation(type="decimal", operator="greaterThan", formula1=column.above or "-1000000000000000")
    elif column.cell is Cell.CHOICE and len(",".join(column.choices)) < _LONGEST_LIST:
        found = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"')
    elif column.cell is Cell.COUNTRY:
        found = DataValidation(type="textLength", operator="equal", formula1="2")
    else:
        return None
    found.allow_blank = not column.required
    found.showErrorMessage = True
    found.errorTitle, found.error = column.name, f"{column.description} Example: {column.example}"[:_LONGEST_LIST]
    return found


def _explained(sheet: Worksheet, schema: RecordSchema) -> None:
    sheet.append(["column", "title", "名称", "what it holds", "unit", "example", "required"])
    for column in schema.columns.values():
        required = "yes" if column.required else ""
        title = column.title
        sheet.append([column.name, title.en, title.ja, column.description, column.unit, column.example, required])
    for letter, width in zip("ABCDEFG", (20, 28, 24, 80, 14, 16, 10), strict=True):
        sheet.column_dimensions[letter].width = width
