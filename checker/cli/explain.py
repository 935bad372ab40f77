"""`checker explain`: what a rule saw in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from checker.cli.options import lang_option, rules_option, verbose_option

if TYPE_CHECKING:
    from checker.judge import Explanation


@click.command(short_help="Say why a commitment got its verdict on a document.")
@click.argument("commitment")
@click.argument("document")
@rules_option
@lang_option
@verbose_option
def explain(commitment: str, document: str, packs: tuple[str, ...], lang: str) -> int:
    """Say why COMMITMENT got its verdict on DOCUMENT: every statement its rule saw, and what each criterion made of it.

    Exit status: 0 explained, 2 wrong usage or rules, 3 read only in part, 4 not read.
    """
    from checker.cli.reading import read_one
    from checker.inquiry import explained
    from checker.selection import Selection

    pack = Selection(packs, (commitment,)).load()
    report = read_one(document)
    for each in report.documents:
        if each.text:
            click.echo("\n".join(_lines(explained(each, pack, commitment), lang)))
    return report.exit_code


def _lines(found: Explanation, lang: str) -> Iterator[str]:
    from checker.render.visible import one_line

    yield f"{found.finding.commitment}: {found.finding.verdict.value}"
    yield f"  {found.finding.reason.text.pick(lang)} ({found.finding.reason.code})"
    yield "topic, of which the document must name one of each group:"
    for group, named in found.topic:
        yield f"  {'named' if named else 'not named'}: {group}"
    yield f"statements the rule looked at: {len(found.seen) or 'none'}"
    for seen in found.seen:
        yield f"  {one_line(seen.where)}: {one_line(seen.sentence)}"
        yield f"    read as: {one_line(seen.attributes)}"
        for tried in seen.tried:
            yield f"    {tried.criterion}: {f'not met, {one_line(tried.blocked)}' if tried.blocked else 'met'}"
