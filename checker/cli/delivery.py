"""A report goes where it was asked to go, people are told about it, and the exit status is settled."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence

import click

from checker.cli.targets import Target, write
from checker.cli.voice import tell
from checker.errors import OutputError
from checker.model.report import Report
from checker.render import RENDERERS, Options
from checker.render.outcome import conditions, outcome
from checker.render.phrases import notice_line
from checker.render.words import Words

_PRECEDENCE = (130, 70, 2, 4, 3, 1, 0)


def deliver(report: Report, targets: Sequence[Target], options: Options, quiet: bool) -> int:
    """Render `report` for every target, tell on standard error what became of it, and give the exit status.

    A target that cannot be written is told and does not keep the others from being written.
    """
    statuses = [report.exit_code]
    for target in targets:
        try:
            write(_guarded(RENDERERS[target.format](report, options), target), target.file)
        except OutputError as error:
            click.echo(f"Error: {error}", err=True)
            statuses.append(error.exit_code)
        else:
            if target.file and not quiet:
                click.echo(_written(target), err=True)
    for problem in report.problems:
        tell(problem)
    words = Words(options.lang)
    if not quiet and Target("text", None) not in targets:
        for notice in report.notices:
            click.echo(notice_line(notice, words), err=True)
        click.echo(" ".join((outcome(report, words), *conditions(report, words))), err=True)
    return min(statuses, key=_PRECEDENCE.index)


def _guarded(data: bytes, target: Target) -> bytes:
    """Text for the log of a build on GitHub, between marks that keep commands from being obeyed in it.

    The word that ends this is made of the text itself: no document can hold it.
    """
    if target != Target("text", None) or os.environ.get("GITHUB_ACTIONS") != "true":
        return data
    word = hashlib.sha256(data).hexdigest()[:32].encode()
    return b"::stop-commands::" + word + b"\n" + data + b"::" + word + b"::\n"


def _written(target: Target) -> str:
    if target.format == "html" and target.file:
        return f"Wrote {target.file} - open {target.file.resolve().as_uri()} in a browser"
    return f"Wrote {target.file}"
