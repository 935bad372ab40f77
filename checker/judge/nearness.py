"""Nearness: how much of a commitment's own words a provision has (BM25), to rank what no criterion decided."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.match.everyday import commonness
from checker.match.fold import flat
from checker.match.view import forms, stem
from checker.model.commitment import Commitment

_SATURATION, _LENGTH = 1.2, 0.75
"""The usual constants of BM25: how soon a repeated word stops counting, and how much long provisions are held back."""
_GRAMMAR = 100.0


@dataclass(frozen=True)
class Nearness:
    """The words of a document's provisions, counted once, to be asked by any commitment."""

    provisions: Sequence[str]

    def of(self, commitment: Commitment) -> tuple[float, ...]:
        """For each provision how near it is to a commitment's words, from 0 to below 1."""
        raw = self._bm25(own_words(commitment))
        return tuple(value / (value + _HALF) for value in raw)

    def _bm25(self, words: Iterable[str]) -> list[float]:
        scores = [0.0] * len(self.provisions)
        for word in words:
            rarity = self._rarity(word)
            for number, count in self._places.get(word, {}).items():
                long = 1 - _LENGTH + _LENGTH * self._lengths[number] / self._mean
                scores[number] += rarity * count * (_SATURATION + 1) / (count + _SATURATION * long)
        return scores

    def _rarity(self, word: str) -> float:
        having = len(self._places.get(word, ()))
        return math.log(1 + (len(self.provisions) - having + 0.5) / (having + 0.5))

    @cached_property
    def _counts(self) -> tuple[Counter[str], ...]:
        return tuple(Counter(map(stem, forms(flat(words)))) for words in self.provisions)

    @cached_property
    def _places(self) -> Mapping[str, Mapping[int, int]]:
        found: dict[str, dict[int, int]] = {}
        for number, counts in enumerate(self._counts):
            for word, count in counts.items():
                found.setdefault(word, {})[number] = count
        return found

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(counts.total() for counts in self._counts)

    @cached_property
    def _mean(self) -> float:
        return max(1.0, sum(self._lengths) / max(1, len(self._lengths)))


_HALF = 8.0
"""The score that counts as half as near as can be."""


def own_words(commitment: Commitment) -> tuple[str, ...]:
    """The stems of a commitment's quotation and title, without words of grammar."""
    words = map(stem, forms(flat(f"{commitment.quote} {commitment.title.en}")))
    return tuple(sorted({word for word in words if word[:1].isalpha() and commonness(word) < _GRAMMAR}))
