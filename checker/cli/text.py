"""`checker text`: a document as the checker holds it."""

from __future__ import annotations

import click

from checker.cli.options import default_as_of, verbose_option


@click.command()
@click.argument("document")
@click.option("--stdin-filename", metavar="NAME", default="stdin", help="What to call the document read from -.")
@verbose_option
def text(document: str, stdin_filename: str) -> int:
    """Print the text of DOCUMENT as the checker reads it; places in all outputs count its characters from 0."""
    from checker import run
    from checker.cli.inputs import gather, standard_input
    from checker.cli.targets import write
    from checker.cli.voice import tell
    from checker.selection import Selection

    gathered = standard_input(stdin_filename) if document == "-" else gather([document])
    if len(gathered.inputs) > 1:
        raise click.UsageError(f"{document!r} stands for {len(gathered.inputs)} documents; name one")
    report = run.check(gathered.inputs, Selection(), run.Settings(default_as_of(), jobs=1), gathered.problems)
    for each in report.documents:
        write(each.text.encode(), None)
    for problem in (*report.problems, *(problem for each in report.documents for problem in each.problems)):
        tell(problem)
    return report.exit_code
