"""`checker review`: decisions come back from the page into the store, and rejected findings into the rules' cases."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.options import as_of_option, default_as_of, verbose_option
from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.model.decision import Decision
    from checker.model.finding import Finding
    from checker.model.report import Report
    from checker.reviews.export import Export
    from checker.reviews.incoming import Refusal


@dataclass(frozen=True, slots=True)
class Change:
    """One file of the store: its path, the name that diffs and errors call it, its text before and after."""

    file: Path
    name: str
    before: str
    after: str

    def diff(self) -> Iterator[str]:
        """The change as lines of a unified diff."""
        old = self.name if self.before else "/dev/null"
        yield from difflib.unified_diff(self.before.splitlines(True), self.after.splitlines(True), old, self.name)


@click.group()
def review() -> None:
    """Record what reviewers decided, and learn from it."""


@review.command()
@click.argument("export", metavar="DECISIONS.json", type=click.Path(path_type=Path))
@click.option(
    "--results", metavar="FILE", type=click.Path(path_type=Path), required=True, help="The run's JSON output."
)
@click.option("--reviews", "folder", metavar="DIR", type=click.Path(path_type=Path), default=Path("reviews"))
@click.option("--keep-stale", is_flag=True, help="Record decisions although their findings changed since.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@as_of_option
@verbose_option
def apply(export: Path, results: Path, folder: Path, keep_stale: bool, dry_run: bool, as_of: datetime | None) -> int:
    """Record exported decisions in reviews/<commitment>.yaml.

    Shows what changes. Where one decision cannot be recorded, none is: each is named with the reason, exit status 2.
    """
    from checker import saved
    from checker.cli.targets import write_together
    from checker.reviews.export import parse
    from checker.reviews.incoming import receive

    data = _bytes(results, "the results")
    report, _ = saved.parse(data, str(results))
    decided = parse(_bytes(export, "the decisions"), str(export))
    _tell_other_run(decided, hashlib.sha256(data).hexdigest(), report)
    day = as_of.date().isoformat() if as_of else default_as_of()
    findings = {finding.id: finding for finding in report.listed}
    received = receive(decided, findings, day, keep_stale=keep_stale)
    if received.refusals:
        _tell_refused(received.refusals, findings, len(decided.decisions))
        return 2
    changes = [change for change in _changes(received.decisions, folder) if change.after != change.before]
    click.echo("".join(line for change in changes for line in change.diff()), nl=False)
    if not dry_run:
        write_together({change.file: change.after.encode() for change in changes})
    click.echo(_done(received.decisions, changes, dry_run), err=True)
    return 0


@review.command("to-case")
@click.argument("fingerprint", metavar="FINDING")
@click.option(
    "--results", metavar="FILE", type=click.Path(path_type=Path), required=True, help="The run's JSON output."
)
@click.option(
    "--verdict",
    type=click.Choice(["compliant", "violation", "needs_review", "not_addressed"]),
    required=True,
    help="The verdict the words should have got.",
)
@click.option("--why", metavar="TEXT", help="Why, for the label.  [default: the reason of the newest decision on it]")
@verbose_option
def to_case(fingerprint: str, results: Path, verdict: str, why: str | None) -> None:
    """Print a rejected finding as a labelled case, to be put into the rule's cases file.

    FINDING is the finding's fingerprint, or its first eight digits or more.
    """
    from checker import saved
    from checker.model.finding import Verdict
    from checker.render.recall import surroundings
    from checker.reviews.casefile import case

    report, _ = saved.load(results)
    finding = _named(fingerprint, report)
    reason = why or (finding.decisions[-1].reason if finding.decisions else "")
    if not reason:
        raise CheckerError(
            "nobody decided on this finding yet, so there is no reason to label it with", hint="--why TEXT"
        )
    document = next(each for each in report.documents if each.path == finding.document)
    around = surroundings(report)(finding, 0) if finding.evidence else None
    passage = f"{around.before}{around.words}{around.after}" if around else ""
    if not passage:
        raise CheckerError("this finding quotes no words that a case could be made of")
    click.echo(case(finding, document, passage, Verdict(verdict), reason), nl=False)
    click.echo(f"Put this at the end of {finding.commitment}.cases.yaml, then run: checker rules test", err=True)


def _bytes(file: Path, what: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CheckerError(f"{what} cannot be opened: {(error.strerror or str(error)).lower()}", str(file)) from None


def _tell_other_run(decided: Export, sha256: str, report: Report) -> None:
    if decided.results_sha256 != sha256:
        click.echo(
            f"Note: these decisions were taken on another output (run {decided.run_id}, here {report.run_id}); "
            "each is compared with the findings here.",
            err=True,
        )


def _tell_refused(refusals: Sequence[Refusal], findings: dict[str, Finding], total: int) -> None:
    for refusal in refusals:
        finding = findings.get(refusal.item.fingerprint)
        about = f" ({finding.commitment}, {finding.document})" if finding else ""
        click.echo(f"Refused: {refusal.item.fingerprint[:12]}{about}: {refusal.why}.", err=True)
    click.echo(f"Error: {len(refusals)} of {total} decisions cannot be recorded, so none was.", err=True)


def _changes(decisions: Sequence[Decision], folder: Path) -> Iterator[Change]:
    from checker.reviews import store, writing

    by_commitment: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_commitment.setdefault(decision.commitment, []).append(decision)
    for commitment in sorted(by_commitment):
        file = store.file_of(commitment, folder)
        before = file.read_text("utf-8") if file.exists() else ""
        name = f"{folder.name}/{file.name}"
        yield Change(file, name, before, writing.with_decisions(name, before, by_commitment[commitment]))


def _done(decisions: Sequence[Decision], changes: Sequence[Change], dry_run: bool) -> str:
    if not changes:
        return "Nothing changes: every decision is recorded already."
    done = "Would record" if dry_run else "Recorded"
    count = f"{len(decisions)} decision{'s' if len(decisions) != 1 else ''}"
    return f"{done} {count} in {', '.join(str(change.file) for change in changes)}."


def _named(fingerprint: str, report: Report) -> Finding:
    found = [finding for finding in report.listed if len(fingerprint) >= 8 and finding.id.startswith(fingerprint)]
    if len(found) != 1:
        raise CheckerError(
            f"{'several findings are' if found else 'no finding is'} called {fingerprint!r} in these results",
            hint="give its fingerprint, at least the first eight digits, as the report prints it",
        )
    return found[0]
