"""`checker explain`: what a rule saw in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from checker.cli.configured import Configured
from checker.cli.options import docx_view_option, lang_option, rules_option, verbose_option

if TYPE_CHECKING:
    from checker.judge import Explanation
    from checker.judge.explain import Near, Seen, Tried

NEAREST = 8
"""How many near misses are shown."""


@click.command(cls=Configured, only=("rules", "lang"))
@click.argument("commitment")
@click.argument("document")
@rules_option
@docx_view_option
@lang_option
@verbose_option
def explain(commitment: str, document: str, packs: tuple[str, ...], docx_view: str, lang: str) -> int:
    """Say why COMMITMENT got its verdict on DOCUMENT.

    The verdict and its reason come first; then the topic, the criteria that were met, those that one condition kept
    from being met, and every statement the rule saw with what set its attributes and what each criterion made of it.

    Exit status: 0 explained, 2 wrong usage or rules, 3 read only in part, 4 not read.
    """
    from checker.cli.explain_records import explain_records
    from checker.cli.reading import read_one
    from checker.inquiry import explained
    from checker.records import is_record_file
    from checker.selection import Selection

    if is_record_file(document):
        lines, status = explain_records(document, Selection(packs, (commitment,)), lang)
        click.echo("\n".join(lines))
        return status
    pack = Selection(packs, (commitment,)).load()
    report = read_one(document, docx_view)
    for each in report.documents:
        if each.text:
            click.echo("\n".join(_lines(explained(each, pack, commitment), lang)))
    return report.exit_code


def _lines(found: Explanation, lang: str) -> Iterator[str]:
    yield f"{found.finding.commitment}: {found.finding.verdict.value}"
    yield f"  {found.finding.reason.text.pick(lang)} ({found.finding.reason.code})"
    yield from _topic(found)
    yield from _met(found)
    yield from _near(found.near)
    yield "" if found.seen else "\nStatements the rule looked at: none"
    for seen in found.seen:
        yield from _seen(seen)


def _topic(found: Explanation) -> Iterator[str]:
    yield "\nTopic: the document must name one concept of each line"
    for group, named in found.topic:
        yield f"  {'named    ' if named else 'NOT NAMED'}  {', '.join(group)}"
    if not all(named for _, named in found.topic):
        yield "  Nothing else counts until every line is named."


def _met(found: Explanation) -> Iterator[str]:
    yield "\nCriteria met, the one that decides first" if found.met else "\nCriteria met: none"
    for met in found.met:
        yield f"  {met.criterion}: {met.verdict} ({met.code})"
        yield f"    {_passage(met.where, met.words)}"
        yield f"    {_line(met.attributes)}"
    if found.idle:
        yield f"  met nowhere: {', '.join(found.idle)}"


def _near(near: Sequence[Near]) -> Iterator[str]:
    yield "\nNearest misses, one condition away" if near else "\nNearest misses, one condition away: none"
    for each in near[:NEAREST]:
        yield f"  {each.criterion}: {_line(each.obstacle)}"
        yield f"    {_passage(each.where, each.sentence)}"
        would = f"would make the verdict {each.verdict}" if each.flips else "would not change the verdict"
        yield f"    without that it {would}"
    if len(near) > NEAREST:
        yield f"  and {len(near) - NEAREST} more"


def _seen(seen: Seen) -> Iterator[str]:
    yield f"Statement: {_passage(seen.where, seen.sentence)}"
    yield f"  {_line(seen.attributes)}"
    for tried in sorted(seen.tried, key=lambda tried: len(tried.obstacles)):
        yield f"  {_attempt(tried)}"


def _attempt(tried: Tried) -> str:
    if not tried.obstacles:
        return f"{tried.criterion} ({tried.verdict}): met"
    return f"{tried.criterion} ({tried.verdict}): not met, as {_line('; '.join(tried.obstacles))}"


def _passage(where: str, words: str) -> str:
    return f'{_line(where)}: "{_line(words)}"'


def _line(text: str) -> str:
    from checker.render.visible import one_line

    return one_line(text)
