"""`checker rules`: the rule packs, their commitments and their cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.configured import Configured
from checker.cli.measure import measured_lines
from checker.cli.options import lang_option, rules_option, verbose_option

if TYPE_CHECKING:
    from checker.model.commitment import Commitment, RulePack


_SETTINGS = ("rules", "lang")
"""What these commands take from the configuration."""


@click.group()
def rules() -> None:
    """Look at the rule packs, check them, run their cases."""


@rules.command("list", cls=Configured, only=_SETTINGS)
@rules_option
@lang_option
@verbose_option
def list_rules(packs: tuple[str, ...], lang: str) -> None:
    """List the shipped and installed packs, and the commitments of the packs in use."""
    from checker import rulebook
    from checker.selection import Selection

    click.echo(f"Packs that come with the checker: {', '.join(rulebook.shipped())}")
    if brought := rulebook.installed():
        click.echo(f"Packs that are installed: {', '.join(brought)}")
    for pack in packs:
        loaded = Selection((pack,)).load()
        click.echo(f"\n{', '.join(loaded.labels)}: {_count(len(loaded.commitments), 'commitment')}")
        width = max((len(commitment.id) for commitment in loaded.commitments), default=0)
        for commitment in loaded.commitments:
            click.echo(f"  {commitment.id:<{width}}  {commitment.title.pick(lang)}")


@rules.command(cls=Configured, only=_SETTINGS)
@click.argument("commitment_id", metavar="ID")
@rules_option
@lang_option
@verbose_option
def show(commitment_id: str, packs: tuple[str, ...], lang: str) -> None:
    """Show one commitment: its words, who owes it to whom, and what decides about a document."""
    from checker.selection import Selection

    pack = Selection(packs, (commitment_id,)).load()
    click.echo("\n".join(_described(pack.commitments[0], pack, lang)))
    click.echo("\n".join(measured_lines(commitment_id, packs)))


@rules.command("page", cls=Configured, only=_SETTINGS)
@rules_option
@verbose_option
def rules_page(packs: tuple[str, ...]) -> None:
    """Print the list of all rules as a page of Markdown, as docs/rules.md has it."""
    from checker.cli.rulespage import page
    from checker.selection import Selection

    click.echo(page(Selection(packs).load()), nl=False)


@rules.command(cls=Configured, only=_SETTINGS)
@rules_option
@verbose_option
def lint(packs: tuple[str, ...]) -> None:
    """Check that the rule files are sound and have their cases, and tell what looks like a slip.

    Every error and every piece of advice names file, line and column. Exit status: 0 no errors, 2 errors.
    """
    from checker import rulebook
    from checker.advice import advise
    from checker.cli.voice import tell

    inspection = rulebook.inspect(packs)
    for problem in advise(inspection):
        tell(problem)
    pack = inspection.pack
    cases = sum(len(commitment.cases) for commitment in pack.commitments)
    click.echo(
        f"{', '.join(pack.names)}: {_count(len(pack.commitments), 'commitment')} and {_count(cases, 'case')}, no errors"
    )


@rules.command(cls=Configured, only=_SETTINGS)
@rules_option
@click.option("--only", "--select", "only", multiple=True, metavar="ID", help="Run only this rule's cases; repeatable.")
@verbose_option
def test(packs: tuple[str, ...], only: tuple[str, ...]) -> int:
    """Judge the cases beside the rules, mutations included, and compare verdicts and deciding words with the labels.

    A rule without cases fails. Exit status: 0 all rules pass, 1 some do not, 2 wrong usage or rules.
    """
    from checker.casework import run_cases
    from checker.cli.casetable import lines
    from checker.selection import Selection

    tested = run_cases(Selection(packs, only).load(with_cases=True))
    for line in lines(tested):
        click.echo(line)
    return 0 if all(rule.passed for rule in tested) else 1


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _described(commitment: Commitment, pack: RulePack, lang: str) -> list[str]:
    until = f" until {commitment.in_force_until}" if commitment.in_force_until else ""
    return [
        commitment.id,
        f"  {commitment.title.pick(lang)}",
        f'  words:     "{" ".join(commitment.quote.split())}"',
        f"  source:    {pack.instruments[commitment.instrument].title.pick(lang)}",
        f"  owed by:   {commitment.obligor.pick(lang)}",
        f"  owed to:   {commitment.beneficiary.pick(lang)}",
        f'  kind:      {commitment.kind.value}, {commitment.strength.value} ("{commitment.strength_words}")',
        f"  in force:  from {commitment.in_force_from}{until}",
        f"  severity:  {commitment.severity.value}",
        f"  rests on:  {', '.join(commitment.rests_on) or 'no named measure'}",
        f"  file:      {commitment.file}",
        "  what decides about a document:",
        *(
            f"    {criterion.ruling.verdict.value}: {criterion.ruling.why.pick(lang)} ({criterion.ruling.id})"
            for criterion in commitment.criteria
        ),
    ]
