"""`checker records`: what a table is taken for, and empty tables to fill in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from checker.cli.options import verbose_option


@click.group()
def records() -> None:
    """Tables of records, such as tariff lines."""


@records.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@verbose_option
def describe(file: Path) -> int:
    """Say what the columns of FILE are taken for, and how the first cell of each is read.

    Exit status: 0 it is read as records, 3 it is not.
    """
    from checker.records.describe import described
    from checker.records.table import TableError

    with tempfile.TemporaryDirectory(prefix="checker-") as folder:
        try:
            lines = list(described(file, Path(folder)))
        except TableError as error:
            hint = f"\n  hint: {error.problem.hint}" if error.problem.hint else ""
            click.echo(f"Error: {file}: {error.problem.message} ({error.problem.code}){hint}", err=True)
            return 3
    click.echo("\n".join(lines))
    return 0 if any(" records (" in line for line in lines) else 3


@records.command()
@click.argument("schema", metavar="KIND")
@click.option("--format", "format_", type=click.Choice(["xlsx", "csv"]), default="xlsx", show_default=True)
@click.option("--output", metavar="FILE", help="Where it goes; - is standard output.  [default: KIND.xlsx or KIND.csv]")
@verbose_option
def template(schema: str, format_: str, output: str | None) -> int:
    """Write an empty table of KIND (such as tariff-line), with headers, checks and notes."""
    from checker.cli.targets import write
    from checker.records.schemas import NAMES, record_schema
    from checker.records.template import as_csv, as_xlsx

    if schema not in NAMES:
        raise click.UsageError(f"there is no kind of records {schema!r}; the kinds are {', '.join(NAMES)}")
    kind = record_schema(schema)
    file = output or f"{schema}.{format_}"
    write(as_xlsx(kind) if format_ == "xlsx" else as_csv(kind), None if file == "-" else Path(file))
    if file != "-":
        click.echo(f"Wrote {file}", err=True)
    return 0
