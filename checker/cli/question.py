"""What is to be checked against what: the options that decide an evaluation, and the report that answers them."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.cli.decided import recorded, reviews_options, store_at, store_files
from checker.cli.keeping import cache_options, close_cache, open_cache
from checker.cli.options import as_of_option, default_as_of, docx_view_option, ocr_options, rules_option

if TYPE_CHECKING:
    from checker.cli.changed import Changed
    from checker.cli.inputs import Gathered
    from checker.configuration import Configuration
    from checker.ingest import Manner
    from checker.intake import Input
    from checker.model.profile import FailOn, Profile
    from checker.model.report import Report
    from checker.result import Wanted

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Question:
    """The options of `question_options`, under their names."""

    paths: tuple[str, ...]
    stdin_filename: str
    samples: bool
    packs: tuple[str, ...]
    select: tuple[str, ...]
    as_of: datetime | None
    reviews: str | None
    no_waivers: bool
    baseline: str | None
    max_baseline_age: int | None
    changed_since: str | None
    jobs: int | None
    require_isolation: str
    docx_view: str
    ocr: str
    verify_ocr: bool
    no_cache: bool
    cache_dir: Path | None

    @staticmethod
    def of(given: Mapping[str, Any]) -> Question:
        """The question among all options `given`."""
        return Question(**{field.name: given[field.name] for field in fields(Question)})

    @property
    def date(self) -> str:
        """The ISO date the question is asked for."""
        return self.as_of.date().isoformat() if self.as_of else default_as_of()


@dataclass(frozen=True, slots=True)
class Answer:
    """The report on a question, the documents it is about, and the command that gives it again."""

    report: Report
    gathered: Gathered
    command: str


def question_options(command: Command) -> Command:
    """Add everything that decides an evaluation."""
    options = (
        click.argument("paths", nargs=-1, metavar="PATH..."),
        click.option(
            "--stdin-filename", metavar="NAME", default="stdin", help="What to call the document read from -."
        ),
        click.option("--samples", is_flag=True, help="Check the sample documents that come with the rule packs."),
        rules_option,
        click.option("--select", multiple=True, metavar="ID", help="Judge only this commitment; may be repeated."),
        as_of_option,
        reviews_options,
        click.option("--baseline", metavar="FILE", help="Findings known before: only new ones fail the run."),
        click.option(
            "--max-baseline-age",
            type=click.IntRange(min=0),
            metavar="DAYS",
            help="Findings known for longer fail the run again.",
        ),
        click.option(
            "--changed-since",
            metavar="REV",
            help="Only what changed in git since the branch left REV, and what that affects.",
        ),
        click.option(
            "--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes.  [default: as many as fit]"
        ),
        click.option(
            "--require-isolation",
            type=click.Choice(["timeout-only", "rlimit", "bwrap"]),
            default="timeout-only",
            show_default=True,
            help="The least isolation under which documents may be read; with less nothing is checked.",
        ),
        docx_view_option,
        ocr_options,
        cache_options,
    )
    for option in reversed(options):
        command = option(command)
    return command


def answered(
    question: Question,
    configuration: Configuration,
    fail_on: FailOn,
    outputs: Sequence[Path],
    *,
    list_all: bool = False,
    wanted: Wanted | None = None,
    quiet: bool = False,
) -> Answer:
    """Evaluate `question`; `outputs` are the run's own files, which are no documents; `quiet` tells no progress."""
    from checker import run
    from checker.cli.inputs import gather_samples
    from checker.cli.progress import progress
    from checker.result import PLAIN
    from checker.selection import Selection

    if question.samples == bool(question.paths):
        raise click.UsageError("name at least one file or folder to check, or give --samples (one of the two)")
    found = gather_samples(question.packs) if question.samples else _gathered(question, configuration, outputs)
    changed = _changed(found, question, configuration)
    gathered = changed.gathered
    cache = None if question.no_cache else open_cache(question.cache_dir)
    settings = run.Settings(
        as_of=question.date,
        fail_on=fail_on,
        list_all=list_all,
        jobs=question.jobs or 0,
        wanted=replace(wanted or PLAIN, manner=_manner(question), text=False),
        isolation=question.require_isolation,
        cache=cache,
        profiles=_profiles(gathered, configuration),
    )
    decisions = recorded(question.reviews, gathered.root, question.no_waivers)
    rules = Selection(question.packs, question.select)
    with progress(quiet) as watch:
        report = run.check(gathered.inputs, rules, settings, gathered.problems, decisions, watch)
    if cache:
        close_cache(cache, quiet)
    report = replace(_beside_baseline(report, question, gathered), unchanged=changed.unchanged)
    return Answer(report, gathered, _command(gathered, question))


def _manner(question: Question) -> Manner:
    from checker.cli.recognition import recognising
    from checker.ingest import Manner, View

    return recognising(Manner(View(question.docx_view)), question.ocr, question.verify_ocr)


def _changed(gathered: Gathered, question: Question, configuration: Configuration) -> Changed:
    from checker import rulebook
    from checker.cli.changed import Changed, since

    if question.changed_since is None:
        return Changed(gathered, 0)
    decided = Path(question.reviews) if question.reviews else gathered.root and store_at(gathered.root)
    files = (configuration.file, decided, Path(question.baseline) if question.baseline else None)
    judging = (*(rulebook.find(pack).root for pack in question.packs), *(file for file in files if file))
    return since(question.changed_since, gathered, judging)


def _profiles(gathered: Gathered, configuration: Configuration) -> Mapping[str, Profile]:
    found = ((each.path, configuration.profile_of(_file(each, gathered))) for each in gathered.inputs)
    return {path: profile for path, profile in found if profile is not None}


def _file(document: Input, gathered: Gathered) -> Path:
    """Where `document` is, or would be: standard input counts as a file under its name."""
    content = document.content
    return (gathered.root or Path.cwd()) / document.path if isinstance(content, bytes) else content.file


def _stated(gathered: Gathered, configuration: Configuration) -> Gathered:
    """The documents with what the configuration states about them; what a file beside one states outranks it."""
    inputs = tuple(
        replace(each, stated=each.stated.over(configuration.stated_of(_file(each, gathered))))
        for each in gathered.inputs
    )
    return replace(gathered, inputs=inputs)


def _gathered(question: Question, configuration: Configuration, outputs: Sequence[Path]) -> Gathered:
    from checker.cli.inputs import gather, standard_input

    stored = store_files(Path(question.reviews)) if question.reviews else ()
    baseline = (Path(question.baseline),) if question.baseline else ()
    own = (configuration.file,) if configuration.file else ()
    named = [path for path in question.paths if path != "-"]
    files = _stated(gather(named, (*outputs, *stored, *baseline, *own)), configuration)
    name = question.stdin_filename
    if "-" not in question.paths:
        return files
    if name in {item.path for item in files.inputs}:
        raise click.UsageError(f"a file and standard input are both called {name!r}; use --stdin-filename")
    return files + _stated(standard_input(name), configuration)


def _beside_baseline(report: Report, question: Question, gathered: Gathered) -> Report:
    from checker.baseline import compared
    from checker.cli.known import known_in

    if question.baseline is None:
        if question.max_baseline_age is not None:
            raise click.UsageError("--max-baseline-age is about the findings of a --baseline, and there is none")
        return report
    root = gathered.root or Path()
    known = known_in(Path(question.baseline))
    found = compared(report, known, lambda path: (root / path).exists(), question.max_baseline_age)
    return replace(report, baseline=found)


def _command(gathered: Gathered, question: Question) -> str:
    """A command that gives the same report again from the folder that the logical paths are relative to."""
    rules = [word for pack in question.packs for word in ("--rules", Path(pack).name)]
    chosen = [word for commitment in question.select for word in ("--select", commitment)]
    view = ["--docx-view", question.docx_view] if question.docx_view != "final" else []
    ocr = ["--ocr", question.ocr] * (question.ocr != "off") + ["--verify-ocr"] * question.verify_ocr
    return shlex.join(["checker", "check", *gathered.names, *rules, *chosen, *view, *ocr, "--as-of", question.date])
