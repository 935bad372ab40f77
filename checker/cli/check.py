"""`checker check`: documents against commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checker.cli.configured import Configured
from checker.cli.options import brand_options, lang_option, own_look, verbose_option, wants_color
from checker.cli.question import Question, question_options

if TYPE_CHECKING:
    from checker.configuration import Configuration


@click.command(cls=Configured)
@click.pass_obj
@question_options
@click.option(
    "--format",
    "format_",
    metavar="NAME",
    default="text",
    show_default=True,
    help="text, json, html, print, pdf, docx, xlsx, csv, md, sarif, sarif-full, junit, github, github-summary, gitlab"
    " or rows.",
)
@click.option("--output", metavar="FILE", help="Write that format to FILE instead of standard output.")
@click.option("-o", "further", multiple=True, metavar="NAME=FILE", help="Write one more format; may be repeated.")
@click.option("--all", "list_all", is_flag=True, help="Also list the commitments a document says nothing about.")
@brand_options
@lang_option
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["violation", "needs_review", "never"]),
    default="violation",
    show_default=True,
    help="From which verdict on the exit status is 1.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 instead of 1; what was not checked still shows.")
@click.option("--sarif-max", type=click.IntRange(min=1), default=5000, show_default=True, help="Results in one sarif.")
@click.option(
    "--sarif-anchor",
    type=click.Choice(["auto", "rule", "document"]),
    default="auto",
    show_default=True,
    help="Where build services show what has no line of its own, such as a page of a PDF.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
@verbose_option
def check(configuration: Configuration, /, quiet: bool, **given: Any) -> int:
    """Check documents against commitments.

    PATH is a file, a folder with all it holds, a pattern such as 'filings/*.pdf', or - for standard input.

    Exit status: 0 nothing at or over --fail-on, 1 a finding at or over it, 2 wrong usage or rules, 3 some input could
    not be checked, 4 nothing was checked, 70 internal error, 130 interrupted.
    """
    from checker.cli.delivery import deliver
    from checker.cli.question import answered
    from checker.cli.repository import around
    from checker.cli.targets import targets
    from checker.model.profile import FailOn
    from checker.render import PICTURED, RENDERERS, ROWED, AnchorKind, Options
    from checker.result import Wanted

    wanted = targets(given["format_"], given["output"], given["further"], tuple(RENDERERS))
    formats = {target.format for target in wanted}
    look = own_look(given["brand"], given["title"], given["accent"])
    answer = answered(
        Question.of(given),
        configuration,
        FailOn.NEVER if given["exit_zero"] else FailOn(given["fail_on"]),
        [target.file for target in wanted if target.file],
        list_all=given["list_all"],
        wanted=Wanted(
            crops=not formats.isdisjoint(PICTURED),
            every_finding=given["list_all"] or not formats.isdisjoint({"sarif-full", "junit"}),
            rows=not formats.isdisjoint(ROWED),
        ),
        quiet=quiet,
    )
    options = Options(
        color=wants_color(given["color"]),
        lang=given["lang"],
        command=answer.command,
        repository=around(answer.gathered.root, given["packs"], answer.report.rules),
        anchor=AnchorKind(given["sarif_anchor"]),
        sarif_max=given["sarif_max"],
        title=look.title,
        accent=look.accent,
        logo=look.logo,
    )
    return deliver(answer.report, wanted, options, quiet)
