"""`checker report`: any output made later, from the JSON of a run alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.options import brand_options, lang_option, own_look, verbose_option, wants_color
from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.model.report import Report


@click.command()
@click.argument("results", metavar="RESULTS.json", type=click.Path(path_type=Path))
@click.option("--format", "format_", metavar="NAME", default="text", show_default=True, help="As for checker check.")
@click.option("--output", metavar="FILE", help="Write that format to FILE instead of standard output.")
@click.option("-o", "further", multiple=True, metavar="NAME=FILE", help="Write one more format; may be repeated.")
@click.option(
    "--document", "documents", multiple=True, metavar="PATH", help="Only this document, as the report calls it."
)
@click.option("--select", multiple=True, metavar="ID", help="Only this commitment; may be given several times.")
@click.option(
    "--files",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the documents are, for pictures of their pages.  [default: beside RESULTS.json, or here]",
)
@brand_options
@lang_option
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@verbose_option
def report(
    results: Path,
    format_: str,
    output: str | None,
    further: tuple[str, ...],
    documents: tuple[str, ...],
    select: tuple[str, ...],
    folder: Path | None,
    brand: Path | None,
    title: str,
    accent: str,
    lang: str,
    color: str,
) -> int:
    """Make outputs from RESULTS.json, which `checker check -o json=RESULTS.json` wrote.

    The formats are those of `checker check`; `print` is an edition for paper, `pdf` the same as PDF. Showing is no
    gate: the exit status is 0 unless something is wrong with the command itself.
    """
    from checker import saved
    from checker.cli.targets import targets, write
    from checker.render import PICTURED, RENDERERS, Options

    wanted = targets(format_, output, further, tuple(RENDERERS))
    read, command = saved.load(results)
    shown = _narrowed(read, documents, select)
    if not {target.format for target in wanted}.isdisjoint(PICTURED):
        shown = _pictured(shown, (folder,) if folder else (results.parent, Path()))
    look = own_look(brand, title, accent)
    options = Options(
        color=wants_color(color), lang=lang, command=command, title=look.title, accent=look.accent, logo=look.logo
    )
    for target in wanted:
        write(RENDERERS[target.format](shown, options), target.file)
        if target.file:
            click.echo(f"Wrote {target.file}", err=True)
    return 0


def _pictured(report: Report, folders: tuple[Path, ...]) -> Report:
    """`report` with pictures of the pages of the documents that are at hand; says of which there are none."""
    from checker.redrawing import redrawn

    crops, missing = redrawn(report, folders)
    if missing:
        shown = ", ".join(missing[:3]) + (", …" if len(missing) > 3 else "")
        click.echo(
            f"Note: without pictures of pages, since the document is not at hand, not the same or cannot be drawn: "
            f"{shown}. --files DIR says where the documents are.",
            err=True,
        )
    return replace(report, crops=crops)


def _narrowed(report: Report, documents: tuple[str, ...], commitments: tuple[str, ...]) -> Report:
    """The part of `report` about these documents and commitments; of none named, about all."""
    _known(documents, [document.path for document in report.documents], "document")
    _known(commitments, [commitment.id for commitment in report.rules.commitments], "commitment")
    kept = tuple(each for each in report.documents if not documents or each.path in documents)
    judged = tuple(each for each in report.rules.commitments if not commitments or each.id in commitments)
    paths, ids = {document.path for document in kept}, {commitment.id for commitment in judged}
    findings = tuple(each for each in report.findings if each.document in paths and each.commitment in ids)
    return replace(report, documents=kept, rules=replace(report.rules, commitments=judged), findings=findings)


def _known(wanted: tuple[str, ...], known: list[str], what: str) -> None:
    for name in wanted:
        if name not in known:
            raise CheckerError(f"there is no {what} {name!r} in this report", hint=f"it has {', '.join(known[:10])}")
