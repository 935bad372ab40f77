"""`checker init`: a project with a first rule, a sample filing and a job for the build."""

from __future__ import annotations

import os
from pathlib import Path

import click

from checker.cli.options import verbose_option
from checker.errors import CheckerError


@click.command()
@click.argument("folder", metavar="[FOLDER]", type=click.Path(file_okay=False, path_type=Path), default=Path())
@verbose_option
def init(folder: Path) -> None:
    """Set up a project in FOLDER, this one without: settings, a first rule with its cases, a sample filing.

    Nothing is overwritten: where one of the files is there already, none is written. Exit status: 0 done, 2 refused.
    """
    from checker import resources
    from checker.cli.targets import write_together

    template = resources.data("reports") / "project"
    names = sorted(file.relative_to(template) for file in template.rglob("*") if file.is_file())
    taken = [name for name in names if os.path.lexists(folder / name)]
    if taken:
        raise CheckerError(
            f"nothing was written, as there is already {', '.join(name.as_posix() for name in taken)}",
            folder.as_posix(),
            "choose a new folder: checker init FOLDER",
        )
    write_together({folder / name: (template / name).read_bytes() for name in names})
    for name in names:
        click.echo(f"Wrote {(folder / name).as_posix()}")
    click.echo("\n".join(_next(folder)), err=True)


def _next(folder: Path) -> list[str]:
    """What to do now, as commands."""
    enter = [f"  cd {folder.as_posix()}"] if folder != Path() else []
    return [
        "",
        "Next:",
        *enter,
        "  checker rules test                             judge the cases of the rule",
        "  checker check                                  check filings/",
        "  checker explain no-pilot filings/notice-7.txt  see why",
        "Then change the rule in rules/harbours/ and its cases, or write one for your own agreement:",
        "docs/write-a-rule.md of the checker leads from a sentence to a tested rule.",
        "ci/github.yml is a job for GitHub Actions.",
    ]
