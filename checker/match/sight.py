"""What is seen at first sight of a whole text in one language: which literals stand in it, and what is around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol


class Sight(Protocol):
    """The literals of a text that wordings need, with their surroundings."""

    @property
    def literals(self) -> Iterable[str]:
        """The literals that stand somewhere, each once."""

    def around(self, literal: str, reach: int) -> Iterator[str]:
        """For each place of a literal, all that a wording of `reach` pieces could take up which holds it there."""


class WordSight:
    """A text as the pieces of a view of words."""

    def __init__(self, pieces: Sequence[str], held: Callable[[str], Iterable[str]]) -> None:
        """`held` gives the literals that a piece holds."""
        self._pieces = pieces
        self._places: Mapping[str, list[int]] = defaultdict(list)
        for at, piece in enumerate(pieces):
            self._places[piece].append(at)
        self._holders: Mapping[str, list[str]] = defaultdict(list)
        for piece in self._places:
            for literal in held(piece):
                self._holders[literal].append(piece)

    @property
    def literals(self) -> Iterable[str]:
        """The literals that stand somewhere, each once."""
        return self._holders.keys()

    def around(self, literal: str, reach: int) -> Iterator[str]:
        """The words around each that holds the literal."""
        for piece in self._holders[literal]:
            for at in self._places[piece]:
                yield "".join(self._pieces[max(at - reach, 0) : at + reach + 1]) + " "


class LetterSight:
    """A text as a view of letters, with the places where literals begin."""

    def __init__(self, text: str, found: Iterable[tuple[str, int]]) -> None:
        self._text = text
        self._places: Mapping[str, list[int]] = defaultdict(list)
        for literal, at in found:
            self._places[literal].append(at)

    @property
    def literals(self) -> Iterable[str]:
        """The literals that stand somewhere, each once."""
        return self._places.keys()

    def around(self, literal: str, reach: int) -> Iterator[str]:
        """The letters around each place of the literal."""
        for at in self._places[literal]:
            yield self._text[max(at - reach, 0) : at + reach]
