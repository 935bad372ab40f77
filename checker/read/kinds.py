"""The kind of a document, told by its head: a title, a form of words, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from checker.match.fold import flat
from checker.model.document import Document
from checker.model.kind import DocumentKind, KindRead
from checker.model.text import Span

_HEAD = 2_500
_TITLE = 160  # bytes, so that a kanji counts for three letters
_PIECE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"(?<=[a-z)\d])[.:](?=\s|$)|[。：　]")
_ASIDE = re.compile(r"\s*[（(][^（()）]{1,40}[)）]\Z")
_LINES = 12
_LEAD = " \t#*|>-([【［（「『<〈・○●◯"
_TAIL = " \t#*|>]】］」』〉"
_CITY = r"[A-Z][A-Z'-]{2,}(?: [A-Z][A-Z'-]+)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*"
_DATELINE = re.compile(
    rf"{_CITY}(?:, [A-Z][A-Za-z.]+)?(?:,? \([A-Za-z .]{{2,20}}\))? ?(?:(?:--?|[—–]) ?[A-Z]|, {_MONTH} \d)"
)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What gives a kind away, ready to be looked for in a folded text.

    Beside each pattern stand plain words, one of which stands wherever it matches: most heads hold none of them.
    """

    kind: DocumentKind
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    holds: re.Pattern[str]
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]
    longest: tuple[str, ...]

    @classmethod
    def of(cls, kind: DocumentKind) -> _Marks:
        """The patterns of a kind's words."""
        begins, ends, holds = (tuple(map(flat, words)) for words in (kind.begins, kind.ends, kind.holds))
        return cls(
            kind,
            re.compile(_any(begins)),
            re.compile(rf"(?:{_any(ends)})\Z"),
            re.compile(_any(holds)),
            tuple(word.split()[0] for word in begins),
            tuple(word.split()[-1] for word in ends),
            tuple(max(word.split(), key=len) for word in holds),
        )

    def places(self, head: str, folded: str, titles: Sequence[Span]) -> Iterator[Span]:
        """The places in a head that speak for the kind."""
        if self.kind.dateline and (match := _DATELINE.match(head)):
            yield Span(0, match.end())
        if any(map(folded.__contains__, self.longest)) and (match := self.holds.search(folded)):
            yield Span(*match.span())
        for title in titles:
            words = title.of(folded)
            begun = self.begins.match(words) if words.startswith(self.firsts) else None
            ended = self.ends.search(words) if words.endswith(self.lasts) else None
            for match in filter(None, (begun, ended)):
                yield Span(title.start + match.start(), title.start + match.end())


@dataclass(frozen=True)
class Kinds:
    """The kinds of documents that can be told, in the order in which they count."""

    known: tuple[DocumentKind, ...]

    @cached_property
    def _marks(self) -> tuple[_Marks, ...]:
        return tuple(map(_Marks.of, self.known))

    def read(self, document: Document) -> KindRead | None:
        """The kind of a document, as the first line of its head tells that tells one; None where no line does."""
        head = document.text[:_HEAD]
        folded, titles = flat(head), tuple(_titles(head))
        told = [(place, n) for n, each in enumerate(self._marks) for place in each.places(head, folded, titles)]
        if not told:
            return None
        place, number = min(told, key=lambda each: (head.count("\n", 0, each[0].start), each[1]))
        kind = self.known[number]
        words, where = " ".join(place.of(head).split()), document.place_of(place.start)
        return KindRead(kind.id, kind.title, kind.force, words, where, place)


def _any(words: Sequence[str]) -> str:
    """A pattern for any of some folded words, or for nothing at all."""
    return "|".join(map(_whole, words)) or r"(?!)"


def _whole(word: str) -> str:
    """A pattern for a word that is no part of a longer one; blanks may be line breaks."""
    words = r"\s+".join(map(re.escape, word.split()))
    before = r"(?<![a-z0-9])" if word[0].isascii() else ""
    after = r"(?![a-z0-9])" if word[-1].isascii() else ""
    return f"{before}{words}{after}"


def _titles(head: str) -> Iterator[Span]:
    """What can be a title: a short line, or the short first sentence of a longer one, without marks around it.

    What stands in parentheses at its end, a date or an edition, is left out where there are words before it.
    """
    for line in islice(_PIECE.finditer(head), _LINES):
        text = line.group().lstrip(_LEAD).rstrip(_TAIL)
        start = line.start() + line.group().index(text)
        first = _SENTENCE_END.split(text, maxsplit=1)[0]
        for words in dict.fromkeys((text, _ASIDE.sub("", text), first, _ASIDE.sub("", first))):
            if words and len(words.encode()) <= _TITLE:
                yield Span(start, start + len(words))
