"""Commands whose options may also stand in a configuration file and in the environment: CHECKER_FAIL_ON, fail-on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.configuration import Configuration

PREFIX = "CHECKER_"
_FROM = {
    ParameterSource.COMMANDLINE: "command line",
    ParameterSource.ENVIRONMENT: "environment",
    ParameterSource.DEFAULT_MAP: "configuration",
}
_FILES = ("baseline", "brand", "reviews", "cache-dir", "output")
"""The options that name a file or folder, which in a configuration are relative to its folder."""


class Configured(click.Command):
    """A command whose options come from the command line, else the environment, else the configuration file.

    `only` are the settings it takes from there, by their names in the file; all of its options without.
    """

    def __init__(self, *arguments: Any, only: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.only = frozenset(only and (*only, "config", "no-config"))
        self.params += [
            click.Option(["--config", "-c"], metavar="FILE", help="The configuration file.  [default: the nearest]"),
            click.Option(["--no-config"], is_flag=True, help="Use no configuration file."),
            click.Option(["--show-config"], is_flag=True, help="Show every setting and where it comes from, then end."),
        ]
        for parameter in self.params:
            if isinstance(parameter, click.Option) and parameter.envvar is None and self._takes(flag(parameter)):
                parameter.envvar = PREFIX + flag(parameter).upper().replace("-", "_")

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context with all options settled; CheckerError for a configuration that is wrong."""
        if not {"-h", "--help"}.isdisjoint(args):
            return super().make_context(info_name, args, parent, **extra)
        if not self.only:
            self._check_environment(os.environ)
        first_look = super().make_context(info_name, list(args), parent, resilient_parsing=True, **extra)
        configuration = _configuration(first_look.params)
        defaults = self._defaults(configuration)
        try:
            return super().make_context(info_name, args, parent, obj=configuration, default_map=defaults, **extra)
        except click.BadParameter as error:
            raise _placed(error, configuration) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, or show its settings."""
        for own in ("config", "no_config"):
            ctx.params.pop(own)
        if not ctx.params.pop("show_config"):
            return super().invoke(ctx)
        for line in _settings(ctx, self.params):
            click.echo(line)
        return 0

    def _takes(self, key: str) -> bool:
        return not self.only or key in self.only

    def _defaults(self, configuration: Configuration) -> dict[str, Any]:
        folder = configuration.file.parent if configuration.file else Path()
        values: dict[str, Any] = {}
        for parameter in self.params:
            key = flag(parameter)
            if key in configuration.options and self._takes(key):
                values[str(parameter.name)] = _resolved(key, configuration.options[key], folder)
        if configuration.outputs and self._takes("outputs"):
            values["further"] = [f"{name}={folder / file}" for name, file in configuration.outputs.items()]
        return values

    def _check_environment(self, environment: Mapping[str, str]) -> None:
        known = {str(parameter.envvar) for parameter in self.params if isinstance(parameter, click.Option)}
        for name in sorted(name for name in environment if name.startswith(PREFIX) and name not in known):
            # Other programs may have variables of such names; a slip is near one of ours.
            for near in get_close_matches(name, sorted(known), n=1, cutoff=0.8):
                raise CheckerError(
                    f'the environment variable {name} is not known; did you mean "{near}"?', hint="correct or unset it"
                )


def flag(parameter: click.Parameter) -> str:
    """The name of an option without its dashes, or of an argument."""
    longest = max(parameter.opts, key=len)
    return longest.lstrip("-")


def _configuration(given: Mapping[str, Any]) -> Configuration:
    from checker import configuration
    from checker.render import RENDERERS

    if given["no_config"]:
        if given["config"]:
            raise click.UsageError("--config and --no-config exclude each other")
        return configuration.Configuration()
    file = given["config"]
    found = configuration.find(Path(file)) if file else configuration.nearest(_folders(given.get("paths") or ()))
    return configuration.read(found, RENDERERS) if found else configuration.Configuration()


def _folders(paths: Sequence[str]) -> Iterator[Path]:
    from checker.cli.paths import named

    for path in paths or ("-",):
        yield Path.cwd() if path == "-" else named(path).folder


def _resolved(key: str, value: Any, folder: Path) -> Any:
    if key == "paths":
        return [str(folder / path) for path in value]
    if key == "rules":
        return [str(folder / name) if (folder / name).exists() else name for name in value]
    return str(folder / value) if key in _FILES else value


def _placed(error: click.BadParameter, configuration: Configuration) -> Exception:
    """`error`, with the file where the value stands if it comes from one."""
    parameter, context = error.param, error.ctx
    if parameter is None or context is None:
        return error
    if context.get_parameter_source(str(parameter.name)) is not ParameterSource.DEFAULT_MAP:
        return error
    return CheckerError(f'"{flag(parameter)}": {error.message}', str(configuration.file))


def _settings(context: click.Context, parameters: Sequence[click.Parameter]) -> Iterator[str]:
    """Every option with its value and where that comes from, then what else the configuration holds."""
    configuration: Configuration = context.obj
    yield f"configuration: {configuration.file or 'none'}"
    shown = {flag(each): each for each in parameters if str(each.name) in context.params}
    width = max(map(len, shown))
    for key in sorted(shown):
        name = str(shown[key].name)
        origin = _FROM.get(context.get_parameter_source(name) or ParameterSource.DEFAULT, "default")
        yield f"{key:<{width}}  {_value(context.params[name])}  ({origin})"
    for entry in configuration.profiles:
        yield f"profile {entry.profile.name}: {', '.join(entry.paths)}"
    for facts in configuration.documents:
        yield f"documents: {', '.join(facts.paths)}"


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
