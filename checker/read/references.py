"""References: the provisions that a sentence points to ("such vehicles", "the test in paragraph 2", 前項の試験)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.match.fold import fold
from checker.model.provision import Kind, Provision

_BACK = re.compile(
    r"(?<![a-z])(?:such(?!\s+as)|said(?=\s+[a-z]+(?<!that))|aforesaid|foregoing|preceding|aforementioned|thereof|thereto"
    r"|these|those)(?![a-z])|\A\W*(?:[0-9]+[.)]\s*)?(?:it|they|this|that)(?![a-z])"
    r"|当該|前項|前条|前号|同項|同条|同号|前[二三2-3]項|前各|これら|上記|前記|同車"
    r"|\A[\s　]*(?:[0-9]+[\s　]*)?(?:これ|それ|その)"
)
_CITED = re.compile(
    r"(?<![a-z])(?:(?P<division>article|section|sec)|paragraph|point|item|clause|row|note|subsection|footnote)s?\.?\s+"
    r"\(?(?P<en>[0-9]{1,3}(?:\([a-z0-9]{1,4}\))?)(?![0-9]|\.[0-9])|(?P<ja>第[〇一二三四五六七八九十百0-9]{1,4}[条項号])"
)
_DIVISION = re.compile(r"(?:article|section|sec)\.?\s*([0-9]{1,3}(?:\([a-z0-9]{1,4}\))?)")
_LAST = re.compile(
    r"(?<![0-9])([0-9]{1,3}(?:\([a-z0-9]{1,4}\))?)\)?\Z|(第[〇一二三四五六七八九十百0-9]{1,4}[条項号])\Z"
)


@dataclass(frozen=True)
class References:
    """The provisions of a document, found by what sentences call them."""

    provisions: Sequence[Provision]

    def pointed_at(self, index: int, words: str) -> tuple[int, ...]:
        """The provisions, by index, that `words` (folded, lower case) in provision `index` point to.

        They are those that the words cite, and the one before for words such as "such" and 当該.
        """
        found = {number for match in _CITED.finditer(words) for number in self._cited(index, match)}
        if _BACK.search(words):
            found.update(self._before(index))
        return tuple(sorted(found))

    def _before(self, index: int) -> Iterator[int]:
        """The nearest provision before `index` that says something."""
        for number in range(index - 1, max(-1, index - 4), -1):
            if self.provisions[number].kind is not Kind.HEADING:
                yield number
                return

    def _cited(self, index: int, match: re.Match[str]) -> Iterator[int]:
        named = self._divisions if match["division"] else self._last
        found = [number for number in named.get(match["en"] or match["ja"], ()) if number != index]
        yield from found or self._opening(index, match)

    def _opening(self, index: int, match: re.Match[str]) -> Iterator[int]:
        """Paragraph 1 that bears no label of its own: it opens the division that `index` stands in."""
        if match["en"] == "1":
            near = range(index - 1, max(-1, index - 20), -1)
            yield from [number for number in near if self._labels[index].startswith(self._labels[number])][:1]

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return tuple(fold(provision.label).lower() for provision in self.provisions)

    @cached_property
    def _divisions(self) -> dict[str, list[int]]:
        """The provisions of each article or section, by its number."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, label in enumerate(self._labels):
            if match := _DIVISION.search(label):
                found[match[1]].append(number)
        return found

    @cached_property
    def _last(self) -> dict[str, list[int]]:
        """The provisions by the last number of their labels."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, label in enumerate(self._labels):
            if match := _LAST.search(label):
                found[match[1] or match[2]].append(number)
                if "(" in (match[1] or ""):
                    found[match[1].split("(")[1].rstrip(")")].append(number)
        return found
