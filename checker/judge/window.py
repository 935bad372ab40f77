"""Windows: in a long document a passage speaks to a commitment only where the topic is met near it."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.model.commitment import Groups
from checker.model.document import Document
from checker.read.reading import ReadText

_NOTE = 2_500
_BEFORE, _AFTER = 2, 1


def is_note(document: Document) -> bool:
    """Whether a document is no longer than a page: it is one window, and may never name the subject it speaks of."""
    return len(document.text) <= _NOTE


def neighbours(index: int, count: int) -> range:
    """The provisions in the window of provision `index`: the two before it and the one after it, of `count`."""
    return range(max(0, index - _BEFORE), min(count, index + _AFTER + 1))


@dataclass(frozen=True)
class Window:
    """Tells for each provision whether its surroundings meet a commitment's topic."""

    text: ReadText
    topic: Groups
    _met: dict[int, bool] = field(default_factory=dict)

    def opens_at(self, index: int) -> bool:
        """Whether the topic is met in the window of provision `index`, headings and lead-ins included."""
        if is_note(self.text.document):
            return True
        if index not in self._met:
            near = neighbours(index, len(self.text.provisions))
            self._met[index] = all(any(self.text.names_at(each, group) for each in near) for group in self.topic)
        return self._met[index]
