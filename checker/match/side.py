"""The wordings of one language: what they need, and how a text is looked at to find them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from functools import cached_property

from checker.match.needed import Needed
from checker.match.view import View, forms, has_letters, has_words, letters, stem, words
from checker.match.wording import Wording

_KNOWN = 1 << 16


class Side(ABC):
    """The wordings of one language. Texts are flat (see `fold.flat`)."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self.wordings = tuple(wordings)
        self.needed = Needed([wording.pattern.needs for wording in self.wordings])

    @abstractmethod
    def keys(self, text: str) -> Collection[str]:
        """What stands in a text that can meet needs of wordings: its words, or literals in it."""

    @abstractmethod
    def groups(self, key: str) -> tuple[int, ...]:
        """The groups of needs that a key meets."""

    @abstractmethod
    def view(self, text: str, offset: int) -> View:
        """The text as the wordings' expressions look at it."""


class English(Side):
    """Wordings of words: each word of a text meets the needs for its stem, its form and its beginnings."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        super().__init__(wordings)
        self._groups: dict[str, tuple[int, ...]] = {}

    def keys(self, text: str) -> Collection[str]:
        """The distinct words of a text that has any."""
        return set(forms(text)) if has_words(text) else ()

    def groups(self, key: str) -> tuple[int, ...]:
        """The groups that a word meets."""
        if key not in self._groups:
            if len(self._groups) >= _KNOWN:
                self._groups.clear()
            anchors = (f" {stem(key)}/", f"/{key} ", *(f"/{key[:end]}" for end in range(1, len(key) + 1)))
            met = (group for anchor in anchors for group in self.needed.literals.get(anchor, ()))
            self._groups[key] = tuple(dict.fromkeys(met))
        return self._groups[key]

    def view(self, text: str, offset: int) -> View:
        """The text as words with their stems."""
        return words(text, offset)


class Japanese(Side):
    """Wordings of letters: the literals that they need are found in one pass over a text."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        super().__init__(wordings)
        self._literals = sorted(self.needed.literals)

    def keys(self, text: str) -> Collection[str]:
        """The literals that stand in a text."""
        if not self._literals or not has_letters(text):
            return ()
        met = {hit[0] for hit in self._automaton.find_matches_as_indexes(letters(text, 0).text, overlapping=True)}
        return [self._literals[number] for number in met]

    def groups(self, key: str) -> tuple[int, ...]:
        """The groups that a literal belongs to."""
        return self.needed.literals[key]

    def view(self, text: str, offset: int) -> View:
        """The text as letters without blanks."""
        return letters(text, offset)

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._literals)
