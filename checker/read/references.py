"""References: the provisions that a sentence points to ("such vehicles", "the test in paragraph 2", 前項の試験)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.match.fold import fold
from checker.model.provision import Kind, Provision

_BACK = re.compile(
    r"(?<![a-z])(?:such(?!\s+as)|said(?=\s+[a-z]+(?<!that))|aforesaid|foregoing|preceding|aforementioned|thereof|thereto"
    r"|these|those)(?![a-z])|\A\W*(?:[0-9]+[.)]\s*)?(?:it|they|this|that)(?![a-z])"
    r"|当該|前項|前条|前号|同項|同条|同号|前[二三2-3]項|前各|これら|上記|前記|同車"
    r"|\A[\s　]*(?:[0-9]+[\s　]*)?(?:これ|それ|その)"
)
_NUMBERED = re.compile(
    r"(?<![a-z])(?:paragraph|point|item|clause|article|section|sec|row|note|subsection|footnote)s?\.?\s+"
    r"(?P<en>[0-9]{1,3}(?:\([a-z0-9]{1,4}\))?)(?![0-9.])|(?P<ja>第[〇一二三四五六七八九十百0-9]{1,4}(?:条|項|号))"
)


def pointed_at(provisions: Sequence[Provision], index: int, words: str) -> tuple[int, ...]:
    """The provisions, by index, that `words` in provision `index` point to: the one before it, or those it cites."""
    folded = fold(words).lower()
    found = set(_cited(provisions, index, folded))
    if _BACK.search(folded):
        found.update(_before(provisions, index))
    return tuple(sorted(found))


def _before(provisions: Sequence[Provision], index: int) -> Iterator[int]:
    """The nearest provision before `index` that says something."""
    for number in range(index - 1, max(-1, index - 4), -1):
        if provisions[number].kind is not Kind.HEADING:
            yield number
            return


def _cited(provisions: Sequence[Provision], index: int, folded: str) -> Iterator[int]:
    for match in _NUMBERED.finditer(folded):
        ending = re.compile(rf"(?<![0-9第]){re.escape(match['en'] or match['ja'])}\Z")
        for number, provision in enumerate(provisions):
            if number != index and ending.search(fold(provision.label).lower()):
                yield number
