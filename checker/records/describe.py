"""What the columns of a record file are taken for, in words, with an example of how a cell of each is read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from checker.records import units
from checker.records.cells import CellError, Reading
from checker.records.check import tables_of
from checker.records.headers import Header, Layout
from checker.records.reading import layout_of
from checker.records.schemas import Column
from checker.records.table import Table, head
from checker.records.telling import no_records


def described(file: Path, folder: Path) -> Iterator[str]:
    """The lines that describe a record file; files of its own stand in `folder`. Raises TableError."""
    for table in tables_of(file, folder):
        layout = layout_of(table)
        title = f"Sheet {table.sheet}: " if table.sheet else ""
        if layout.missing:
            problem = no_records([(table, layout)])
            yield f"{title}not read as records: {problem.message}"
            yield f"  {problem.hint}"
        else:
            kind = f"{layout.schema.name} records ({layout.schema.title.en})"
            yield f"{title}{kind}, from row {layout.heading.first + 1} on"
        yield from _columns(table, layout)


def _columns(table: Table, layout: Layout) -> Iterator[str]:
    names = {place: name for name, place in layout.places.items()}
    rows = head(table)[layout.heading.first :]
    near = {layout.near(name): name for name in layout.schema.columns if name not in layout.places}
    for place, header in enumerate(layout.heading.headers):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        if place in names:
            meaning = _meaning(layout, names[place], header)
            yield f"  {_shown(header)} is {meaning}{_example(layout, names[place], cells)}"
        elif header.text in near:
            yield f"  {_shown(header)} is not used; if it is meant for {near[header.text]}, head it so"
        elif header.text:
            yield f"  {_shown(header)} is not used"
    lacking = [name for name in layout.schema.columns if name not in layout.places]
    if lacking and layout.places:
        yield f"  not there: {', '.join(lacking)}"


def _meaning(layout: Layout, name: str, header: Header) -> str:
    column = layout.schema.columns[name]
    sure = "certain: its own name" if header.text == name else "known as a name for it"
    unit = _unit(column, header)
    return f"{name}, {column.title.en}{unit} ({sure})"


def _unit(column: Column, header: Header) -> str:
    factor = units.factor(column, header)
    if factor is None:
        return ", in percent unless no value is above 1"
    return ", as fractions" if factor == 100 else f", in {column.unit}" if column.unit else ""


def _example(layout: Layout, name: str, cells: list[str]) -> str:
    if not cells:
        return "; all blank"
    column = layout.schema.columns[name]
    factor = units.factor(column, layout.header(name)) or Decimal(1)
    reading = Reading(column, factor, False, layout.schema.spellings.get(name))
    try:
        plain = reading.plain(cells[0])
    except CellError as error:
        return f'; "{cells[0]}" cannot be read: {error.expected} is expected'
    return f'; "{cells[0]}" is read as {plain or "blank"}'


def _shown(header: Header) -> str:
    return f'"{header.above} / {header.text}"' if header.above else f'"{header.text}"'
