"""Lines for a terminal: painted where colours are wanted, and harmless whatever a document says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model.finding import Verdict
from checker.render.layout import WIDTH, columns, wrap
from checker.render.visible import one_line

VERDICT_STYLES: Mapping[Verdict, str] = {
    Verdict.VIOLATION: "1;31",
    Verdict.NEEDS_REVIEW: "1;33",
    Verdict.NOT_CHECKED: "1;35",
    Verdict.COMPLIANT: "1;32",
    Verdict.NOT_ADDRESSED: "2",
    Verdict.NOT_APPLICABLE: "2",
}
"""The terminal escape numbers each verdict is painted with."""

PLAIN, BOLD, DIM = "", "1", "2"

# Build services obey these in a line of output; a line may break anywhere, so they are taken apart everywhere.
_COMMANDS = (("##vso[", "# #vso["), ("##[", "# #["), ("::", ": :"))


@dataclass(frozen=True, slots=True)
class Ink:
    """Paints where colours are wanted, else leaves the words alone."""

    color: bool

    def paint(self, text: str, style: str) -> str:
        """`text`, already harmless, in `style`: the numbers of a terminal escape such as "1;31"."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and style and text else text

    def lines(self, text: str, lead: str = "", style: str = PLAIN) -> tuple[str, ...]:
        """`text` in as many lines as it needs, each after `lead`."""
        wrapped = wrap(harmless(text), WIDTH - columns(lead))
        return tuple(f"{lead}{self.paint(line, style)}" for line in wrapped)


def harmless(text: str) -> str:
    """`text` on one line, visible, and without the marks a build service takes for a command."""
    line = one_line(text)
    for mark, broken in _COMMANDS:
        line = line.replace(mark, broken)
    return line
