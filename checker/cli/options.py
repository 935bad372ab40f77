"""Options that several commands share, and the values that stand behind some of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.branding import Brand

DEFAULT_PACK = "us-japan-2025"
Command = TypeVar("Command", bound=Callable[..., Any])


def rules_option(command: Command) -> Command:
    """Add `--rules`."""
    return click.option(
        "--rules",
        "packs",
        multiple=True,
        metavar="NAME_OR_DIR",
        default=(DEFAULT_PACK,),
        show_default=DEFAULT_PACK,
        help="A rule pack: a shipped or installed one by name, or a folder; may be given several times.",
    )(command)


def lang_option(command: Command) -> Command:
    """Add `--lang`."""
    return click.option(
        "--lang", type=click.Choice(["en", "ja"]), default="en", show_default=True, help="The language of the output."
    )(command)


def brand_options(command: Command) -> Command:
    """Add `--brand`, `--title` and `--accent`, which `own_look` reads."""
    options = (
        click.option(
            "--brand",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="An office's own look, in YAML: title, accent, logo.",
        ),
        click.option("--title", metavar="TEXT", default="", help="What to call the report."),
        click.option("--accent", metavar="#RRGGBB", default="", help="The colour of an office, for links and rules."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def own_look(brand: Path | None, title: str, accent: str) -> Brand:
    """The title, accent and logo of a report; what is given on the command line outranks the brand file."""
    from checker import branding

    said = branding.read(brand) if brand else branding.Brand()
    return replace(said, title=title or said.title, accent=accent or said.accent)


def as_of_option(command: Command) -> Command:
    """Add `--as-of`."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The date the question is asked for.  [default: the date in SOURCE_DATE_EPOCH, else today in UTC]",
    )(command)


def docx_view_option(command: Command) -> Command:
    """Add `--docx-view`."""
    return click.option(
        "--docx-view",
        type=click.Choice(["final", "original", "both"]),
        default="final",
        show_default=True,
        help="Read tracked changes as if all were accepted, as if all were rejected, or both, as a document each.",
    )(command)


def ocr_option(command: Command) -> Command:
    """Add `--ocr`."""
    return click.option(
        "--ocr",
        type=click.Choice(["off", "auto", "force"]),
        default="off",
        show_default=True,
        help="Read pages from their pictures (text recognition): those without text, or all of them.",
    )(command)


def ocr_options(command: Command) -> Command:
    """Add `--ocr` and `--verify-ocr`."""
    verify = click.option(
        "--verify-ocr", is_flag=True, help="Look for the figures that decide a verdict in the page as it is drawn."
    )
    return ocr_option(verify(command))


def verbose_option(command: Command) -> Command:
    """Add `-v`, which `program` looks for when something breaks."""
    return click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        help="If the checker itself fails, show where in the program.",
    )(command)


def default_as_of(environment: Mapping[str, str] = os.environ) -> str:
    """The date of SOURCE_DATE_EPOCH where it is set, else today, in UTC and ISO form."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise CheckerError(
            f"the environment variable SOURCE_DATE_EPOCH is {epoch!r}, which is not a number of seconds since 1970",
            hint="unset it, or give the date with --as-of YYYY-MM-DD",
        ) from None


def wants_color(choice: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour text on standard output: `--color` decides, then the usual variables, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE")) or sys.stdout.isatty()
