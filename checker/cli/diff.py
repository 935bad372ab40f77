"""`checker diff`: what two runs say differently, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.options import lang_option, verbose_option

if TYPE_CHECKING:
    from checker.difference import Differing
    from checker.render.words import Words


@click.command()
@click.argument("before", metavar="A.json", type=click.Path(path_type=Path))
@click.argument("after", metavar="B.json", type=click.Path(path_type=Path))
@lang_option
@verbose_option
def diff(before: Path, after: Path, lang: str) -> int:
    """Say which findings of run B are new beside run A, which are fixed, which changed, and what made them change.

    A and B are JSON outputs of `checker check`. Showing is no gate: the exit status is 0 whatever differs.
    """
    from checker import saved
    from checker.difference import difference
    from checker.render.words import Words

    old, _ = saved.load(before)
    new, _ = saved.load(after)
    found = difference(old, new)
    click.echo("\n".join(_lines(found, Words(lang))))
    return 0


def _lines(found: Sequence[Differing], words: Words) -> Iterator[str]:
    from checker.difference import Change
    from checker.render.ink import harmless

    counts = Counter(each.change for each in found)
    yield words.sentence(tuple(f"{words.name(change)}: {counts[change]}" for change in Change))
    for each in found:
        finding = each.finding
        was = words.name(each.before.verdict) if each.before else "-"
        now = words.name(each.after.verdict) if each.after else "-"
        line = words("diff_line", change=words.name(each.change), was=was, now=now, because=words.name(each.because))
        yield f"{line}  {harmless(finding.document)}  {finding.commitment}#{finding.id[:12]}"
