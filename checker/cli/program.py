"""The program `checker`: its commands, and what becomes of whatever goes wrong in them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

import click

from checker import __version__
from checker.cli.lazy import LazyGroup
from checker.errors import CheckerError

_COMMANDS = {
    "init": "Set up a project: settings, a first rule with its cases, a sample filing.",
    "check": "Check documents against commitments.",
    "text": "Print a document's text as the checker reads it.",
    "explain": "Say why a commitment got its verdict on a document.",
    "records": "Tables of records: what one is taken for, empty ones to fill in.",
    "rules": "Look at the rule packs, check them, run their cases.",
    "validate": "",
    "review": "Record what reviewers decided, and learn from it.",
    "report": "Make outputs from the results of an earlier run.",
    "diff": "Say what two runs say differently, and why.",
    "baseline": "Write down the findings a gate knows, and see what became of them.",
    "doctor": "Say what is there on this machine, and what that means.",
    "bench": "",
}
"""Every command, in a module of `cli/` by its name, with its line in `--help`; those of developers have none."""

INTERNAL_ERROR = 70
INTERRUPTED = 130


@click.group(
    cls=LazyGroup,
    lines=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="checker")
def program() -> None:
    """Checks documents against encoded commitments of international agreements.

    Says which documents keep a commitment, which break it and which a person must look at, with the words, the page
    and the reason. Start with: checker check --samples
    """


def main() -> None:
    """Run the program on the arguments of this process and exit with its status."""
    # Being asked to end is treated as Ctrl-C is: what was done so far is reported.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(status_of(sys.argv[1:]))


def status_of(arguments: Sequence[str]) -> int:
    """The exit status of the program run on `arguments`; every error has been told on standard error."""
    try:
        return int(program.main(arguments, prog_name="checker", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return 2
    except CheckerError as error:
        click.echo(f"Error: {error}", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted: outputs that were not written yet are missing, none is half-written.", err=True)
        return INTERRUPTED
    except Exception as error:
        _tell_bug(error, verbose=not {"-v", "--verbose"}.isdisjoint(arguments))
        return INTERNAL_ERROR


def _tell_bug(error: Exception, verbose: bool) -> None:
    if verbose:
        import traceback

        traceback.print_exception(error)
        advice = "report it with the lines above"
    else:
        advice = "run the same command with -v, which shows where it happened, and report it"
    click.echo(
        f"Internal error ({type(error).__name__}): the checker itself is at fault, not your documents or rules.\n"
        f"  hint: {advice}",
        err=True,
    )
