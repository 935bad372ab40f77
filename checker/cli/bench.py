"""`checker bench`: the rules measured on public data sets, which are not shipped."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.options import verbose_option


@click.group(hidden=True)
def bench() -> None:
    """Measure the rules on public data sets, which you fetch yourself."""


@bench.command()
@click.argument("dataset", metavar="DATASET.json", type=click.Path(path_type=Path))
@click.option("--half", type=click.Choice(["all", "odd", "even"]), default="all", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--rules", "pack", metavar="NAME_OR_DIR", default="contractnli", show_default=True, help="The rule pack.")
@verbose_option
def contractnli(dataset: Path, half: str, as_json: bool, pack: str) -> None:
    """Score the rules on ContractNLI: 17 statements about non-disclosure agreements, labelled by people.

    No word of an agreement is printed. --half takes the agreements at even or odd places of the file, counted from 0.
    """
    from checker import bench as measured
    from checker.selection import Selection

    rules = Selection((pack,)).load()
    found = measured.judged(measured.load(dataset, measured.Half(half)), rules)
    click.echo(measured.as_json(found) if as_json else measured.as_text(found))
