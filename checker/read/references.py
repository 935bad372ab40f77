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
    r"(?<![a-z])(?:(?P<division>article|section|sec)|paragraph|point|item|clause|row|note|subsection|footnote)s?\.?\s+"
    r"\(?(?P<en>[0-9]{1,3}(?:\([a-z0-9]{1,4}\))?)(?![0-9]|\.[0-9])|(?P<ja>第[〇一二三四五六七八九十百0-9]{1,4}(?:条|項|号))"
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
        found = [
            number for number, label in enumerate(map(_label, provisions)) if number != index and _is(match, label)
        ]
        yield from found or _opening(provisions, index, match)


def _label(provision: Provision) -> str:
    return fold(provision.label).lower()


def _is(match: re.Match[str], label: str) -> bool:
    """Whether a label is the one that a reference cites."""
    if match["division"]:
        return re.search(rf"(?:article|section|sec)\.?\s*{re.escape(match['en'])}(?![0-9])", label) is not None
    return re.search(rf"(?<![0-9第]){re.escape(match['en'] or match['ja'])}\)?\Z", label) is not None


def _opening(provisions: Sequence[Provision], index: int, match: re.Match[str]) -> Iterator[int]:
    """Paragraph 1 that bears no label of its own: it opens the division that `index` stands in."""
    if match["en"] != "1":
        return
    own = _label(provisions[index])
    opening = (n for n in range(index - 1, -1, -1) if own.startswith(_label(provisions[n])))
    yield from list(opening)[:1]
