"""Passages: sentences with the concepts they name and the words of grammar that act on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from checker.match.fold import CJK
from checker.match.lexicon import Concepts, Index, Lexicon, Mention
from checker.model.text import Span
from checker.read.amendments import taken_out
from checker.read.cues import Cue

_MASKED = frozenset(
    {
        Cue.NEGATION,
        Cue.RELEASED,
        Cue.RELEASE,
        Cue.NO,
        Cue.HYPOTHESIS,
        Cue.ALLEGATION,
        Cue.ANNOUNCED,
        Cue.PLANNED,
        Cue.OPINION,
        Cue.DEMAND,
        Cue.HISTORY,
        Cue.DRAFT,
        Cue.CORRECTED,
    }
)
_ADDS = ("かつ", "又は", "または", "若しくは")


_FIGURE = re.compile(r"\s*(?:US|C|A)?[$¥￥€£]?\d")
_LIST_MARKS = re.compile(r"(?:\(?[0-9A-Za-z]{1,4}(?:\.\d+)*[.)]\s+)*")
_FRONTING = frozenset(
    {
        "=without",
        "instead of",
        "rather than",
        "in place of",
        "in lieu of",
        "absence of",
        "lack of",
        "short of",
        "far from",
    }
)


def _fronts(cue: Mention) -> bool:
    """Whether a cue at the start opens a phrase of its own; "Nothing" or "No car" is the subject of what follows."""
    return cue.concept in (Cue.EXCEPTION, Cue.UNTIL, Cue.SUBORDINATE) or cue.term in _FRONTING


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence of a provision: unit `unit` of an `index` that finds concepts and grammar cues when asked."""

    provision: int
    span: Span
    text: str
    index: Index
    unit: int
    _told: dict[tuple[Cue, ...], tuple[Mention, ...]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def japanese(self) -> bool:
        """Whether it is mostly Japanese."""
        return not self.text.isascii() and len(CJK.findall(self.text)) * 4 > len(self.text)

    @property
    def flat(self) -> str:
        """Its text folded and in lower case, every character in its place."""
        return self.index.flat(self.unit)

    def of(self, concepts: Concepts) -> tuple[Mention, ...]:
        """Where it names some concepts, in order of place."""
        return self.index.mentions(concepts, self.unit)

    def names(self, concepts: Concepts) -> bool:
        """Whether it names one of some concepts."""
        return self.index.names(concepts, self.unit)

    @cached_property
    def cues(self) -> tuple[Mention, ...]:
        """Every grammar cue in it, in order of place."""
        return self.cues_of(*Cue)

    def cues_of(self, *kinds: Cue) -> tuple[Mention, ...]:
        """The grammar cues of some kinds, in order of place, without those that another kind of cue takes in."""
        if kinds not in self._told:
            self._told[kinds] = tuple(cue for cue in self.index.mentions(kinds, self.unit) if self._stands(cue))
        return self._told[kinds]

    def _stands(self, cue: Mention) -> bool:
        """Whether a cue is no part of a masking phrase, nor of words taken out of the text."""
        if any(words.meets(cue.span) for words in self.taken_out):
            return False
        if cue.concept == Cue.BOUNDARY:
            return not self._goes_on(cue.span.end) and not self._tells_value(cue)
        if cue.concept in (Cue.PERMISSION, Cue.DISCRETION):
            return not any(month.span.meets(cue.span) for month in self.cues_of(Cue.MONTH))
        masks = self._masks if cue.concept in _MASKED else self._neutral if cue.concept == Cue.DISBELIEF else ()
        return not any(mask.meets(cue.span) for mask in masks)

    @cached_property
    def _neutral(self) -> tuple[Span, ...]:
        return tuple(cue.span for cue in self.cues_of(Cue.NEUTRAL))

    @cached_property
    def _masks(self) -> tuple[Span, ...]:
        return (*self._neutral, *(cue.span for cue in self.cues_of(Cue.DISBELIEF)))

    def _goes_on(self, place: int) -> bool:
        """Whether what follows a boundary only adds to the phrase before it: 製造され、かつ認証された車 is one."""
        return self.text.startswith(_ADDS, place - self.span.start)

    def _tells_value(self, cue: Mention) -> bool:
        """Whether a boundary is the colon between a label and its figure ("Invested to date: $5 billion")."""
        return cue.term == ":" and _FIGURE.match(self.text, cue.span.end - self.span.start) is not None

    @cached_property
    def taken_out(self) -> tuple[Span, ...]:
        """The quoted words that it takes out of the text it amends."""
        return taken_out(self.text, self.span.start)

    def has(self, *kinds: Cue) -> bool:
        """Whether any grammar cue of these kinds stands in the sentence."""
        return bool(self.cues_of(*kinds))

    def clause(self, place: Span) -> Span:
        """The clause around a place: from the boundary before it to the boundary after it."""
        start = max((span.start for span in self._boundaries if span.end <= place.start), default=self.span.start)
        end = min((span.start for span in self._boundaries if span.start >= place.end), default=self.span.end)
        return Span(start, max(start, end))

    @cached_property
    def _boundaries(self) -> tuple[Span, ...]:
        boundaries = tuple(cue.span for cue in self.cues_of(Cue.BOUNDARY))
        return boundaries if self.fronted is None else (*boundaries, self.fronted)

    @cached_property
    def fronted(self) -> Span | None:
        """The comma that closes a phrase put before its sentence ("Instead of a test, the maker files a form")."""
        opens = [c for c in self.cues if _fronts(c) and c.span.start <= self.opening + 1]
        if self.japanese or not opens:
            return None
        commas = [self.span.start + match.start() for match in re.finditer(", ", self.text)]
        ends = [*commas[1:], self.span.end]
        for comma, end in zip(commas, ends, strict=False):
            if comma > opens[0].span.end and self.between(comma, end, Cue.AUXILIARY):
                return Span(comma, comma + 1)
        return Span(commas[0], commas[0] + 1) if commas else None

    @cached_property
    def opening(self) -> int:
        """Where its words begin, behind the marks of a list ("(b) Unless ...")."""
        marks = _LIST_MARKS.match(self.text)
        return self.span.start + (marks.end() if marks else 0)

    def cell(self, place: int) -> int:
        """Where the table cell around a place begins; the sentence's start where it is no table row."""
        return self.span.start + self.text.rfind("|", 0, place - self.span.start) + 1

    def between(self, start: int, end: int, *kinds: Cue) -> tuple[Mention, ...]:
        """The cues of some kinds that lie wholly between two places."""
        return tuple(cue for cue in self.cues_of(*kinds) if start <= cue.span.start and cue.span.end <= end)

    def before(self, place: int, size: int = 12) -> str:
        """The text just before a place, without trailing blanks."""
        return self.text[max(0, place - self.span.start - size) : place - self.span.start].rstrip()


def passage(lexicon: Lexicon, provision: int, span: Span, text: str) -> Passage:
    """Read one sentence: `text` is what stands at `span` in the document."""
    return Passage(provision, span, text, lexicon.index(text, (Span(0, len(text)),), span.start), 0)
