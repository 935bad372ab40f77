"""`checker validate`: the rules measured on labelled files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import __version__
from checker.cli.options import as_of_option, default_as_of, rules_option, verbose_option

if TYPE_CHECKING:
    from checker.model.commitment import RulePack
    from checker.validation import Half, Row


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="CASES.yaml...", type=click.Path(path_type=Path))
@click.option("--half", type=click.Choice(["all", "read", "unread"]), default="all", show_default=True)
@click.option("--log", metavar="FILE", type=click.Path(path_type=Path), help="The log of first sights to show.")
@click.option("--write", metavar="FILE", type=click.Path(path_type=Path), help="Write the page here, not to stdout.")
@rules_option
@as_of_option
@verbose_option
def validate(
    files: tuple[Path, ...],
    half: str,
    log: Path | None,
    write: Path | None,
    packs: tuple[str, ...],
    as_of: datetime | None,
) -> None:
    """Measure the rules on labelled files and print the page of figures; the text of a case is never printed.

    Beside the log, contractnli.json holds what `checker bench contractnli --write` measured; it is shown too.
    With --write the page goes to FILE, and what was measured for each rule to measured.yaml in its rule pack, where
    `checker rules show` finds it.
    """
    from checker import validation
    from checker.cli.targets import write as put
    from checker.selection import Selection

    chosen = validation.Half(half)
    pack = Selection(packs).load()
    rows = validation.judged(validation.load(files, chosen), pack)
    day = as_of.date().isoformat() if as_of else default_as_of()
    known = validation.first_sights(log) if log else ()
    beside = validation.beside(log) if log else None
    found = validation.Measurement(
        __version__, pack.names, pack.sha256, len(pack.commitments), day, chosen, rows, known, beside
    )
    put(validation.page(found).encode(), write)
    if write:
        for file in (write, *_kept(packs, rows, day, chosen)):
            click.echo(f"Wrote {file.as_posix()}", err=True)


def _kept(packs: Sequence[str], rows: Sequence[Row], day: str, half: Half) -> Iterator[Path]:
    """Write what was measured for each pack beside its rules; the files that were written."""
    from checker import validation
    from checker.cli.targets import write as put
    from checker.selection import Selection

    for name in packs:
        pack: RulePack = Selection((name,)).load()
        ids = [commitment.id for commitment in pack.commitments]
        file = validation.file_of(name)
        put(validation.measured_by(rows, ids, day, pack.sha256, half).dump(), file)
        yield file
