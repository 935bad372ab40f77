"""The wordings of one language: what they need, and how a text is looked at to find them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from itertools import chain

from checker.match.needed import Needed
from checker.match.sight import LetterSight, Sight, WordSight
from checker.match.view import (
    View,
    forms,
    has_letters,
    has_words,
    letters,
    letters_text,
    stem,
    word_pieces,
    words,
    words_text,
)
from checker.match.wording import Table, Wording

_KNOWN = 1 << 16


class Side(ABC):
    """The wordings of one language, by concept. Texts are flat (see `fold.flat`)."""

    language = ""

    def __init__(self, table: Table) -> None:
        """The wordings of this language among those of `table`."""
        self.wordings: dict[str, list[Wording]] = defaultdict(list)
        for wording in table.get(self.language, ()):
            self.wordings[wording.concept].append(wording)
        needs = (group for found in self.wordings.values() for wording in found for group in wording.needs)
        self.needed = frozenset().union(*needs)
        """Every literal that some wording needs."""
        self._by_need: dict[str, Needed[int]] = {}

    def possible(self, concept: str, met: frozenset[str]) -> Collection[Wording]:
        """The wordings of a concept that could stand in a text in which these literals are met."""
        wordings = self.wordings.get(concept)
        if wordings is None:
            return ()
        if concept not in self._by_need:
            # A number is found in a set far faster than a wording.
            self._by_need[concept] = Needed((number, wording.needs) for number, wording in enumerate(wordings))
        return [wordings[number] for number in sorted(self._by_need[concept].possible(met))]

    @abstractmethod
    def keys(self, text: str) -> Collection[str]:
        """What stands in a text that can hold literals: its words, or literals themselves."""

    @abstractmethod
    def literals(self, key: str) -> tuple[str, ...]:
        """The literals needed by wordings that a key holds."""

    @abstractmethod
    def view(self, text: str, offset: int) -> View:
        """The text as the wordings' expressions look at it."""

    @abstractmethod
    def looked_at(self, text: str) -> str:
        """The text of `view`, without places: far cheaper where nothing may match."""

    @abstractmethod
    def glance(self, text: str) -> Sight:
        """Where the literals needed by wordings stand in a whole text."""


class English(Side):
    """Wordings of words: a word of a text holds the literals of its stem, of its form and of its beginnings."""

    language = "en"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._literals: dict[str, tuple[str, ...]] = {}
        self._by_piece: dict[str, tuple[str, ...]] = {}

    def keys(self, text: str) -> Collection[str]:
        """The distinct runs between blanks of a text that has words: splitting there costs a tenth of finding words."""
        return set(text.split()) if has_words(text) else ()

    def literals(self, key: str) -> tuple[str, ...]:
        """The stems, the forms and the beginnings of a run's words, as far as wordings need them."""
        if key not in self._literals:
            if len(self._literals) >= _KNOWN:
                self._literals.clear()
            possible = dict.fromkeys(literal for word in forms(key) for literal in _of_word(word))
            self._literals[key] = tuple(literal for literal in possible if literal in self.needed)
        return self._literals[key]

    def view(self, text: str, offset: int) -> View:
        """The text as words with their stems."""
        return words(text, offset)

    def looked_at(self, text: str) -> str:
        """The words with their stems."""
        return words_text(text)

    def glance(self, text: str) -> Sight:
        """The places of words, by the literals that they hold."""
        pieces = list(chain.from_iterable(map(word_pieces, text.split())))
        return WordSight(pieces, self._held)

    def _held(self, piece: str) -> tuple[str, ...]:
        """The literals that a piece of the view holds."""
        if piece not in self._by_piece:
            if len(self._by_piece) >= _KNOWN:
                self._by_piece.clear()
            self._by_piece[piece] = self.literals(piece.split("/", 1)[1])
        return self._by_piece[piece]


def _of_word(word: str) -> tuple[str, ...]:
    return (f" {stem(word)}/", f"/{word} ", *(f"/{word[:end]}" for end in range(1, len(word) + 1)))


class Japanese(Side):
    """Wordings of letters: the literals that they need are found in one pass over a text."""

    language = "ja"

    def keys(self, text: str) -> Collection[str]:
        """The literals that stand in a text."""
        if not self.needed or not has_letters(text):
            return ()
        found = self._automaton.find_matches_as_indexes(letters_text(text), overlapping=True)
        return [self._ordered[number] for number in {hit[0] for hit in found}]

    def literals(self, key: str) -> tuple[str, ...]:
        """A key is a literal."""
        return (key,)

    def view(self, text: str, offset: int) -> View:
        """The text as letters without blanks."""
        return letters(text, offset)

    def looked_at(self, text: str) -> str:
        """The letters without blanks."""
        return letters_text(text)

    def glance(self, text: str) -> Sight:
        """The places of literals."""
        if not self.needed or not has_letters(text):
            return LetterSight("", ())
        shown = letters_text(text)
        found = self._automaton.find_matches_as_indexes(shown, overlapping=True)
        return LetterSight(shown, ((self._ordered[number], start) for number, start, _ in found))

    @cached_property
    def _ordered(self) -> tuple[str, ...]:
        return tuple(sorted(self.needed))

    @cached_property
    def _automaton(self):  # type: ignore[no-untyped-def]
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._ordered)
