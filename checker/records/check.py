"""A record file against the commitments: its tables read, told apart and judged, as a document with findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from checker.model.commitment import Commitment, InputKind
from checker.model.document import Document, Fact, Origin, Problem, State
from checker.model.finding import Finding, Verdict
from checker.model.text import Span
from checker.records import csvfile, jsonfile, parquet, xlsx
from checker.records.file import MEDIA_TYPES, RecordFile, ending
from checker.records.findings import OTHER_INPUT, OTHER_RECORDS, Quoted, bare, finding
from checker.records.headers import Layout
from checker.records.plan import Plan, plan
from checker.records.reading import Read, layout_of, read
from checker.records.schemas import NAMES, record_schema
from checker.records.table import Table, TableError
from checker.records.telling import left_out, misfits, no_records, unused

_BETWEEN = " | "


def check(
    source: RecordFile, commitments: Sequence[Commitment], want_rows: bool
) -> tuple[Document, tuple[Finding, ...]]:
    """The document and one finding per commitment; a file that cannot be read gives a document without findings."""
    folder = Path(source.copy).parent
    try:
        tables = tables_of(Path(source.copy), folder, source.stated.encoding)
        layouts = [(table, layout_of(table)) for table in tables]
        fitting = [(table, layout) for table, layout in layouts if not layout.missing]
        if not fitting:
            raise TableError(no_records(layouts))
        plans = {name: _plans(commitments, name) for name in NAMES}
        tables_read = [read(table, layout, plans[layout.schema.name], folder, want_rows) for table, layout in fitting]
    except TableError as error:
        return _unread(source, error.problem), ()
    problems = tuple(_problems(tables_read, layouts))
    quoted = _quoted(tables_read)
    findings = tuple(_finding(each, source.path, tables_read, plans, quoted) for each in commitments)
    return _document(source, quoted.text, problems), findings


def tables_of(file: Path, folder: Path, stated_encoding: str = "") -> Sequence[Table]:
    """The tables of a record file, whose ending says how it is read; files of ours stand in `folder`.

    Raises TableError.
    """
    kind = ending(file.name)
    if kind not in _READERS:
        message = f"records are read from files that end in {', '.join(_READERS)}"
        raise TableError(Problem("E-UNSUPPORTED", message, hint="rename the file, or save the table as CSV"))
    return _READERS[kind](file, folder, stated_encoding)


_READERS: Mapping[str, Callable[[Path, Path, str], Sequence[Table]]] = {
    ".csv": csvfile.read,
    ".tsv": csvfile.read,
    ".xlsx": xlsx.read,
    ".json": jsonfile.read,
    ".ndjson": jsonfile.read_lines,
    ".jsonl": jsonfile.read_lines,
    ".parquet": parquet.read,
}


def _plans(commitments: Iterable[Commitment], kind: str) -> dict[str, Plan]:
    """The plans of the commitments that have a rule over records of this kind."""
    return {
        commitment.id: plan(rule, record_schema(kind), commitment.parameters)
        for commitment in commitments
        for rule in commitment.records
        if rule.of == kind
    }


def _finding(
    commitment: Commitment,
    path: str,
    tables: Sequence[Read],
    plans: Mapping[str, Mapping[str, Plan]],
    quoted: Quoted,
) -> Finding:
    if InputKind.RECORDS not in commitment.applies_to:
        return bare(commitment, path, Verdict.NOT_APPLICABLE, OTHER_INPUT)
    for kind in NAMES:
        concerned = [each for each in tables if each.layout.schema.name == kind]
        if concerned and commitment.id in plans[kind]:
            return finding(commitment, plans[kind][commitment.id], path, tables, quoted)
    return bare(commitment, path, Verdict.NOT_ADDRESSED, OTHER_RECORDS)


def _problems(tables: Sequence[Read], layouts: Sequence[tuple[Table, Layout]]) -> Iterator[Problem]:
    for table, layout in layouts:
        yield from table.problems
        if layout.missing:
            yield no_records([(table, layout)], code="W-SHEET")
    for each in tables:
        yield from misfits(each)
        yield from left_out(each)
        yield from unused(each)


def _quoted(tables: Sequence[Read]) -> Quoted:
    """The text of a record file: for each table its header and the rows that findings quote, a line each."""
    lines: list[str] = []
    spans: dict[tuple[int, int], Span] = {}
    length = 0
    for place, each in enumerate(tables):
        headers = [header.text for header in each.layout.heading.headers]
        for row, cells in ((0, headers), *sorted(each.cells.items())):
            line = _BETWEEN.join(" ".join(cell.split()) for cell in cells).rstrip(" |")
            if row:
                spans[(place, row)] = Span(length, length + len(line))
            lines.append(line)
            length += len(line) + 1
    return Quoted("".join(line + "\n" for line in lines), spans)


def _document(source: RecordFile, text: str, problems: tuple[Problem, ...]) -> Document:
    failed = any(problem.is_error for problem in problems)
    return _with_facts(source, text, State.PARTLY_CHECKED if failed else State.CHECKED, problems)


def _unread(source: RecordFile, problem: Problem) -> Document:
    return _with_facts(source, "", State.NOT_CHECKED, (problem,))


def _with_facts(source: RecordFile, text: str, state: State, problems: tuple[Problem, ...]) -> Document:
    stated = source.stated
    return Document(
        path=source.path,
        sha256=source.sha256,
        size=source.size,
        media_type=MEDIA_TYPES[source.ending],
        text=text,
        state=state,
        languages=(stated.language,) if stated.language else (),
        issuer=Fact(stated.issuer, Origin.STATED) if stated.issuer else None,
        dated=Fact(stated.dated, Origin.STATED) if stated.dated else None,
        problems=problems,
    )
