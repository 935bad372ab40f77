"""A first glance at a whole text: what it could name, before anybody cuts it into sentences."""

from __future__ import annotations

from collections.abc import Sequence

from checker.match.fold import flat
from checker.match.side import Side
from checker.match.wording import Wording


class Glance:
    """What stands somewhere in a text, sentence ends aside: all that its sentences name, and little more."""

    def __init__(self, sides: Sequence[Side], text: str) -> None:
        flattened = flat(text)
        self._sights = {side: side.glance(flattened) for side in sides}
        self.literals: frozenset[str] = frozenset().union(*(sight.literals for sight in self._sights.values()))
        """The literals needed by some wording that stand somewhere."""

    def shows(self, side: Side, wording: Wording) -> bool:
        """Whether a wording, all of whose needs are among the literals, stands somewhere."""
        sight, reach = self._sights[side], wording.pattern.reach
        first, *others = ([each for each in group if each in self.literals] for group in wording.pattern.needs)
        return any(
            wording.compiled.search(part)
            for literal in first
            for part in sight.around(literal, reach)
            if all(any(each in part for each in group) for group in others)
        )
