"""The wordings of many concepts, found by the literals that they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.match.needed import Needed
from checker.match.side import Side
from checker.match.wording import Wording

Worded = tuple[Side, Wording]
"""A wording and the language it belongs to."""


class Catalogue:
    """Some wordings. What looking for them costs follows the literals of a text, not their number."""

    def __init__(self, wordings: Iterable[Worded]) -> None:
        self._wordings = tuple(wordings)
        # A number is found in a set far faster than a wording.
        self._needed = Needed((number, wording.needs) for number, (_, wording) in enumerate(self._wordings))

    def possible(self, literals: frozenset[str]) -> Mapping[str, Sequence[Worded]]:
        """The wordings that could stand in a text with these literals, by their concepts, in a fixed order."""
        found: dict[str, list[Worded]] = defaultdict(list)
        for number in sorted(self._needed.possible(literals)):
            found[self._wordings[number][1].concept].append(self._wordings[number])
        return dict(found)
