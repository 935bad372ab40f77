"""One document read, for the commands that look at its text."""

from __future__ import annotations

import click

from checker import run
from checker.cli.inputs import gather, standard_input
from checker.cli.options import default_as_of
from checker.cli.recognition import recognising
from checker.cli.voice import tell
from checker.ingest import Manner, Ocr, View
from checker.model.report import Report
from checker.result import Wanted
from checker.selection import Selection


def read_one(name: str, docx_view: str = View.FINAL, ocr: str = Ocr.OFF) -> Report:
    """The report, without findings, on the one document that `name` stands for; its problems are told."""
    gathered = standard_input("stdin") if name == "-" else gather([name])
    if len(gathered.inputs) > 1:
        raise click.UsageError(f"{name!r} stands for {len(gathered.inputs)} documents; name one")
    manner = recognising(Manner(View(docx_view)), ocr)
    settings = run.Settings(default_as_of(), jobs=1, wanted=Wanted(manner=manner))
    report = run.check(gathered.inputs, Selection(), settings, gathered.problems)
    for problem in (*report.problems, *(problem for each in report.documents for problem in each.problems)):
        tell(problem)
    return report
