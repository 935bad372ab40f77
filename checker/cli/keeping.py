"""What is kept between runs: the options of the cache, and what people are told about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from checker.cache import Cache

Command = TypeVar("Command", bound=Callable[..., Any])


def cache_options(command: Command) -> Command:
    """Add `--no-cache` and `--cache-dir`."""
    folder = click.option(
        "--cache-dir",
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where results are kept for the next run; it holds words of the documents.  [default: the user's cache]",
    )
    return click.option("--no-cache", is_flag=True, help="Work everything out anew and keep nothing.")(folder(command))


def open_cache(folder: Path | None) -> Cache:
    """The cache in `folder`, or in the user's own cache folder."""
    from checker.cache import Cache

    return Cache(folder or cache_folder())


def cache_folder() -> Path:
    """The user's own cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("commitment-checker", appauthor=False)


def close_cache(cache: Cache, quiet: bool) -> None:
    """Close a cache, and tell what kept it from being used."""
    cache.close()
    if cache.trouble and not quiet:
        click.echo(f"Note: {cache.trouble}; nothing is kept for the next run.", err=True)
