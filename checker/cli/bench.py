"""`checker bench`: the rules measured on public data sets, which are not shipped."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.options import verbose_option


@click.group()
def bench() -> None:
    """Measure the rules on public data sets, which you fetch yourself."""


@bench.command()
@click.argument("dataset", metavar="DATASET.json", type=click.Path(path_type=Path))
@click.option("--half", type=click.Choice(["all", "odd", "even"]), default="all", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--rules", "pack", metavar="NAME_OR_DIR", default="contractnli", show_default=True, help="The rule pack.")
@click.option("--write", metavar="FILE", type=click.Path(path_type=Path), help="Keep the figures of both halves here.")
@verbose_option
def contractnli(dataset: Path, half: str, as_json: bool, pack: str, write: Path | None) -> None:
    """Score the rules on ContractNLI: 17 statements about non-disclosure agreements, labelled by people.

    No word of an agreement is printed. --half takes the agreements at even or odd places of the file, counted from 0.
    With --write the figures of all agreements and of each half go to FILE; `checker validate` puts them on its page
    where FILE is called contractnli.json and stands beside the log of first sights.
    """
    from checker import bench as measured
    from checker.cli.targets import write as put
    from checker.selection import Selection

    if write is not None and half != "all":
        raise click.UsageError("--write keeps the figures of both halves: leave out --half")
    rules = Selection((pack,)).load()
    found = measured.judged(measured.load(dataset, measured.Half(half)), rules)
    click.echo(measured.as_json(found) if as_json else measured.as_text(found))
    if write is not None:
        put(measured.record(found, rules.sha256), write)
        click.echo(f"Wrote {write.as_posix()}", err=True)
