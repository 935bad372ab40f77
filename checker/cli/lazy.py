"""A group of commands of which only the one that is asked for is imported."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """A group whose commands stand in modules of `checker.cli`, each under the name of its module.

    `lines` are their names with what `--help` says of them; those with nothing to say are not shown.
    """

    def __init__(self, *arguments: Any, lines: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.lines = lines

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return sorted(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now, or None."""
        del ctx
        if cmd_name not in self.lines:
            return None
        command: click.Command = getattr(import_module(f"checker.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.lines[name]) for name in self.list_commands(ctx) if self.lines[name]])
