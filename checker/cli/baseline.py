"""`checker baseline`: the findings a gate already knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.configured import Configured
from checker.cli.options import lang_option, verbose_option
from checker.cli.question import Question, answered, question_options

if TYPE_CHECKING:
    from checker.cli.question import Answer
    from checker.configuration import Configuration

DEFAULT = "checker-baseline.json"


@click.group()
def baseline() -> None:
    """Write down the findings a gate already knows, and see what became of them."""


@baseline.command(cls=Configured)
@click.pass_obj
@question_options
@verbose_option
def write(configuration: Configuration, /, **given: Any) -> int:
    """Check the documents and write what counts against them to the baseline, checker-baseline.json unless named.

    What was known before keeps its date, what is fixed is dropped, what this run had no part in is kept. Exit status:
    0 written, 2 wrong usage or rules, 3 written although some input could not be checked, 4 nothing was checked.
    """
    from checker import baseline as known
    from checker.cli.targets import write as put
    from checker.render.json_text import dumped

    file = Path(given["baseline"] or DEFAULT)
    answer = _answer({**given, "baseline": str(file) if file.exists() else None}, configuration, file)
    status = answer.report.exit_code
    if status in (0, 3):
        entries = known.recorded(answer.report, answer.report.baseline)
        put(dumped(known.as_data(entries)), file)
        click.echo(f"Wrote {file}: {sum(entry.count for entry in entries)} known", err=True)
    return _told(answer, status)


@baseline.command(cls=Configured)
@click.pass_obj
@question_options
@lang_option
@verbose_option
def check(configuration: Configuration, /, lang: str, **given: Any) -> int:
    """Check the documents and say how the baseline stands: what is new, known, fixed, and how old the known is.

    Exit status: 0 the baseline is as it should be, 1 something is new, fixed or known for too long, 2 wrong usage,
    rules or baseline, 3 some input could not be checked, 4 nothing was checked.
    """
    from checker.render.beside import lines
    from checker.render.words import Words

    file = Path(given["baseline"] or DEFAULT)
    answer = _answer({**given, "baseline": str(file)}, configuration, file)
    for line in lines(answer.report, Words(lang)):
        click.echo(line)
    found = answer.report.baseline
    changed = found is not None and bool(found.fixed or set(found.novelty.values()) - {"known"})
    return _told(answer, answer.report.exit_code or int(changed))


def _answer(given: dict[str, Any], configuration: Configuration, file: Path) -> Answer:
    from checker.model.profile import FailOn

    return answered(Question.of(given), configuration, FailOn.NEVER, [file])


def _told(answer: Answer, status: int) -> int:
    from checker.cli.voice import tell

    for problem in (*answer.report.problems, *(p for each in answer.report.documents for p in each.problems)):
        tell(problem)
    return status
