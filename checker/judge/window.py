"""Windows: in a long document a passage speaks to a commitment only where the topic is met near it."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.model.commitment import Groups
from checker.read.reading import ReadText

WHOLE = 6_000
"""Documents up to this many characters are one window; a notice of two pages has one subject."""
BEFORE, AFTER = 2, 1


@dataclass(frozen=True)
class Window:
    """Tells for each provision whether its surroundings meet a commitment's topic."""

    text: ReadText
    topic: Groups
    _met: dict[int, bool] = field(default_factory=dict)

    def opens_at(self, provision: int) -> bool:
        """Whether the topic is met in the provision, the two before it, the one after it, and what they read with."""
        if len(self.text.document.text) <= WHOLE:
            return True
        if provision not in self._met:
            near = range(max(0, provision - BEFORE), min(len(self.text.provisions), provision + AFTER + 1))
            named = frozenset().union(*(self.text.named_at(index) for index in near))
            self._met[provision] = all(named & set(group) for group in self.topic)
        return self._met[provision]
