"""`checker text`: a document as the checker holds it."""

from __future__ import annotations

import click

from checker.cli.options import verbose_option


@click.command(short_help="Print a document's text as the checker reads it.")
@click.argument("document")
@verbose_option
def text(document: str) -> int:
    """Print the text of DOCUMENT (a file, or - for standard input) as the checker reads it.

    Places in all outputs count the characters of this text from 0. Exit status: 0 read, 3 read in part, 4 not read.
    """
    from checker.cli.reading import read_one
    from checker.cli.targets import write

    report = read_one(document)
    for each in report.documents:
        write(each.text.encode(), None)
    return report.exit_code
