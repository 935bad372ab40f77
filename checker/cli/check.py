"""`checker check`: documents against commitments."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.decided import recorded, reviews_options, store_files
from checker.cli.options import as_of_option, default_as_of, lang_option, rules_option, verbose_option, wants_color

if TYPE_CHECKING:
    from checker.cli.inputs import Gathered


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--stdin-filename", metavar="NAME", default="stdin", help="What to call the document read from -.")
@click.option("--samples", is_flag=True, help="Check the sample documents that come with the rule packs.")
@rules_option
@click.option("--select", multiple=True, metavar="ID", help="Judge only this commitment; may be given several times.")
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    default="text",
    show_default=True,
    help="text, json, html, sarif or sarif-full.",
)
@click.option("--output", metavar="FILE", help="Write that format to FILE instead of standard output.")
@click.option("-o", "further", multiple=True, metavar="NAME=FILE", help="Write one more format; may be repeated.")
@click.option("--all", "list_all", is_flag=True, help="Also list the commitments a document says nothing about.")
@lang_option
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@as_of_option
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "needs_review", "never"]),
    default="violation",
    show_default=True,
    help="From which verdict on the exit status is 1.",
)
@reviews_options
@click.option("--sarif-max", type=click.IntRange(min=1), default=5000, show_default=True, help="Results in one sarif.")
@click.option(
    "--sarif-anchor",
    type=click.Choice(["auto", "rule", "document"]),
    default="auto",
    show_default=True,
    help="Where build services show what has no line of its own, such as a page of a PDF.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes.  [default: as many as fit]")
@click.option("--no-cache", is_flag=True, expose_value=False, help="Keep nothing between runs; at present always so.")
@click.option("--cache-dir", metavar="DIR", expose_value=False, help="Reserved; at present nothing is kept there.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
@verbose_option
def check(
    paths: tuple[str, ...],
    stdin_filename: str,
    samples: bool,
    packs: tuple[str, ...],
    select: tuple[str, ...],
    format_: str,
    output: str | None,
    further: tuple[str, ...],
    list_all: bool,
    lang: str,
    color: str,
    as_of: datetime | None,
    fail_on: str,
    reviews: str | None,
    no_waivers: bool,
    sarif_max: int,
    sarif_anchor: str,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Check documents against commitments.

    PATH is a file, a folder with all it holds, a pattern such as 'filings/*.pdf', or - for standard input.

    Exit status: 0 nothing at or over --fail-on, 1 a finding at or over it, 2 wrong usage or rules, 3 some input could
    not be checked, 4 nothing was checked, 70 internal error, 130 interrupted.
    """
    from checker import run
    from checker.cli.delivery import deliver
    from checker.cli.inputs import gather_samples
    from checker.cli.repository import around
    from checker.cli.targets import targets
    from checker.model.report import FailOn
    from checker.render import RENDERERS, AnchorKind, Options
    from checker.selection import Selection

    wanted = targets(format_, output, further, tuple(RENDERERS))
    if samples == bool(paths):
        raise click.UsageError("name at least one file or folder to check, or give --samples (one of the two)")
    own = [*(target.file for target in wanted if target.file), *(store_files(Path(reviews)) if reviews else ())]
    gathered = gather_samples(packs) if samples else _gathered(paths, stdin_filename, own)
    settings = run.Settings(
        as_of=as_of.date().isoformat() if as_of else default_as_of(),
        fail_on=FailOn(fail_on),
        list_all=list_all,
        jobs=jobs or 0,
        want_crops=any(target.format == "html" for target in wanted),
    )
    decisions = recorded(reviews, gathered.root, no_waivers)
    report = run.check(gathered.inputs, Selection(packs, select), settings, gathered.problems, decisions)
    options = Options(
        wants_color(color),
        lang,
        _command(gathered, packs, select, settings.as_of),
        around(gathered.root, packs, report.rules),
        AnchorKind(sarif_anchor),
        sarif_max,
    )
    return deliver(report, wanted, options, quiet)


def _gathered(paths: Sequence[str], stdin_filename: str, outputs: Sequence[Path]) -> Gathered:
    from checker.cli.inputs import gather, standard_input

    files = gather([path for path in paths if path != "-"], outputs)
    if "-" not in paths:
        return files
    if stdin_filename in {item.path for item in files.inputs}:
        raise click.UsageError(f"a file and standard input are both called {stdin_filename!r}; use --stdin-filename")
    return files + standard_input(stdin_filename)


def _command(gathered: Gathered, packs: Sequence[str], select: Sequence[str], as_of: str) -> str:
    """A command that gives the same report again from the folder that the logical paths are relative to."""
    rules = [word for pack in packs for word in ("--rules", Path(pack).name)]
    chosen = [word for commitment in select for word in ("--select", commitment)]
    return shlex.join(["checker", "check", *gathered.names, *rules, *chosen, "--as-of", as_of])
