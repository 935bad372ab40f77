"""Tables in a text: lines cut into cells by pipes or tabs, and which row heads the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.model.provision import Cell
from checker.model.text import Span
from checker.segment.lines import Line
from checker.segment.numbering import item_mark
from checker.segment.spans import trim

_PIPES = "|｜│┃"
_PIPE = re.compile(r"(?<!\\)[|｜│┃]")
_TAB = re.compile(r"\t")
_DRAWN = " \t|｜│┃+:=-─━┼├┤"
_DASHES = re.compile(r"[-=─━:]{2}")
_VALUE = re.compile(
    r"[\s(（$€£¥￥+±−-]*(?:約|上限)?[0-9０-９]|[〇一二三四五六七八九十百]+(?:[年月日％円回通部]|割|$)"
    r"|(?:free|none|nil|no|yes|n/?a|exempt|-|—|–|無|有|無税|免税|免除|なし|あり|対象外|－|ー|○|×)$",
    re.IGNORECASE,
)
_NAMES_A_COLUMN = re.compile(
    r"\b(?:no\.|name|item|article|product|goods|country|origin|party|step|measure|reading|reason|finding|decision|result|status|"
    r"document|component|basis|amount|rate|duty|total|date|deadline|heading|description|category|type|requirement|treatment|"
    r"test|vehicle|company|quantity|remarks?|notes?|copies)\b"
    r"|番号|項目|名称|区分|内容|備考|税率|品目|品名|国名|検査|措置|判断|理由|結果|対象|期限|年度|金額|部数|書面|事業者",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells, each with the header it stands under."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive lines of a document (`first` up to but without `last`) that form a table.

    `guessed` says that the first of its rows names the columns though nothing marks it.
    """

    first: int
    last: int
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    guessed: bool


def find_tables(text: str, lines: Sequence[Line]) -> tuple[Table, ...]:
    """The tables of a text, in order."""
    cuts = [_PIPE] if any(pipe in text for pipe in _PIPES) else []
    cuts += [_TAB] if "\t" in text else []
    tables: list[Table] = []
    index = 0
    while cuts and index < len(lines):
        last = max(_run(text, lines, index, cut) for cut in cuts)
        if last > index:
            table = _table(text, lines[index:last], index)
            tables += [table] if table.rows or table.heads else []
        index = max(last, index + 1)
    return tuple(tables)


def _run(text: str, lines: Sequence[Line], first: int, cut: re.Pattern[str]) -> int:
    """The end of the table that begins at line `first`, or `first` where none does; one row alone needs outer pipes."""
    last = first
    while last < len(lines) and _is_row(text, lines[last], cut) and (last == first or not lines[last].gap):
        last += 1
    closed = text[lines[first].start] in _PIPES
    return last if last - first > 1 or (last > first and closed) else first


def _is_row(text: str, line: Line, cut: re.Pattern[str]) -> bool:
    if cut.search(text, line.start, line.end) is None:
        return False
    return cut is _PIPE or item_mark(text, line.start, line.end) is None


def _table(text: str, lines: Sequence[Line], first: int) -> Table:
    raw: list[tuple[Span, ...]] = []
    heads = 0
    for line in lines:
        if _is_drawn(line, text):
            heads = heads or len(raw)
        else:
            raw.append(_cells(text, line))
    guessed = not heads and _first_row_heads(text, raw)
    names = _names(text, raw[: heads or int(guessed)])
    head_rows = [_row(cells, ()) for cells in raw[:heads] if _worded(cells)]
    rows = [
        _row(cells, names if index or not guessed else ()) for index, cells in enumerate(raw[heads:]) if _worded(cells)
    ]
    return Table(first, first + len(lines), tuple(head_rows), tuple(rows), guessed)


def _is_drawn(line: Line, text: str) -> bool:
    drawn = text[line.start : line.end]
    return not drawn.strip(_DRAWN) and _DASHES.search(drawn) is not None


def _cells(text: str, line: Line) -> tuple[Span, ...]:
    cut = _PIPE if _PIPE.search(text, line.start, line.end) else _TAB
    edges = [match.start() for match in cut.finditer(text, line.start, line.end)]
    if edges and edges[0] == line.start:
        edges = edges[1:]
        start = line.start + 1
    else:
        start = line.start
    ends = edges if edges and edges[-1] == line.end - 1 else [*edges, line.end]
    cells = []
    for end in ends:
        cells.append(trim(text, start, end))
        start = end + 1
    return tuple(cells)


def _worded(cells: Sequence[Span]) -> bool:
    return any(len(cell) for cell in cells)


def _names(text: str, heads: Sequence[Sequence[Span]]) -> tuple[str, ...]:
    """The header of every column; headers in several rows are joined from the top down."""
    width = max((len(cells) for cells in heads), default=0)
    columns = [[cells[column].of(text) for cells in heads if column < len(cells)] for column in range(width)]
    return tuple(" / ".join(dict.fromkeys(name for name in column if name)) for column in columns)


def _row(cells: Sequence[Span], names: Sequence[str]) -> Row:
    filled = [cell for cell in cells if len(cell)]
    headed = [Cell(cell, names[column] if column < len(names) else "") for column, cell in enumerate(cells)]
    return Row(filled[0].join(filled[-1]), tuple(headed))


def _first_row_heads(text: str, raw: Sequence[Sequence[Span]]) -> bool:
    """Whether an unmarked first row names the columns.

    It holds no values itself, and either a column below it holds nothing else or its words are names of columns.
    """
    if len(raw) < 3:
        return False
    first = [cell.of(text) for cell in raw[0]]
    if any(_VALUE.match(name) or len(name) > _LONGEST_NAME for name in first):
        return False
    columns = range(1, len(first))
    values = any(all(c < len(cells) and _VALUE.match(cells[c].of(text)) for cells in raw[1:]) for c in columns)
    return values or any(_NAMES_A_COLUMN.search(name) for name in first)
