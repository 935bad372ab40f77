"""Passages: sentences with the concepts they name and the words of grammar that act on them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.match.fold import CJK
from checker.match.lexicon import Lexicon, Mention
from checker.model.text import Span
from checker.read.amendments import taken_out
from checker.read.cues import Cue

_MASKING = (Cue.NEUTRAL, Cue.DISBELIEF)
_MASKED = (
    Cue.NEGATION,
    Cue.RELEASED,
    Cue.RELEASE,
    Cue.NO,
    Cue.HYPOTHESIS,
    Cue.ALLEGATION,
    Cue.OPINION,
    Cue.DEMAND,
    Cue.HISTORY,
)


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
    return cue.concept in (Cue.EXCEPTION, Cue.UNTIL) or cue.term in _FRONTING


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a provision: `mentions` of the rules' concepts and grammar `cues`, each in order of place."""

    provision: int
    span: Span
    text: str
    japanese: bool
    mentions: tuple[Mention, ...]
    cues: tuple[Mention, ...]

    def cues_of(self, *kinds: Cue) -> tuple[Mention, ...]:
        """The grammar cues of some kinds, in order."""
        return tuple(cue for cue in self.cues if cue.concept in kinds)

    def has(self, *kinds: Cue) -> bool:
        """Whether any grammar cue of these kinds stands in the sentence."""
        return any(cue.concept in kinds for cue in self.cues)

    def names(self, concept: str) -> bool:
        """Whether the sentence names a concept."""
        return any(mention.concept == concept for mention in self.mentions)

    def clause(self, place: Span) -> Span:
        """The clause around a place: from the boundary before it to the boundary after it."""
        boundaries = [cue.span for cue in self.cues_of(Cue.BOUNDARY)]
        if self.fronted is not None:
            boundaries.append(self.fronted)
        start = max((span.start for span in boundaries if span.end <= place.start), default=self.span.start)
        end = min((span.start for span in boundaries if span.start >= place.end), default=self.span.end)
        return Span(start, max(start, end))

    @property
    def fronted(self) -> Span | None:
        """The comma that closes a phrase put before its sentence ("Instead of a test, the maker files a form")."""
        opens = [c for c in self.cues if _fronts(c) and c.span.start <= self.span.start + 1]
        if self.japanese or not opens:
            return None
        commas = [self.span.start + match.start() for match in re.finditer(", ", self.text)]
        ends = [*commas[1:], self.span.end]
        for comma, end in zip(commas, ends, strict=False):
            if comma > opens[0].span.end and self.between(comma, end, Cue.AUXILIARY):
                return Span(comma, comma + 1)
        return Span(commas[0], commas[0] + 1) if commas else None

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
    found = lexicon.find(text, span.start)
    gone = taken_out(text, span.start)
    cues = [m for m in found if m.concept.startswith("~") and not any(out.meets(m.span) for out in gone)]
    neutral = [cue.span for cue in cues if cue.concept == Cue.NEUTRAL]
    cues = [cue for cue in cues if cue.concept != Cue.DISBELIEF or not any(each.meets(cue.span) for each in neutral)]
    cues = [cue for cue in cues if cue.concept != Cue.BOUNDARY or not _goes_on(text, cue.span.end - span.start)]
    masks = [cue.span for cue in cues if cue.concept in _MASKING]
    kept = [cue for cue in cues if cue.concept not in _MASKED or not any(mask.meets(cue.span) for mask in masks)]
    mentions = tuple(mention for mention in found if not mention.concept.startswith("~"))
    return Passage(provision, span, text, _mostly_japanese(text), mentions, tuple(kept))


def _goes_on(text: str, place: int) -> bool:
    """Whether what follows a boundary only adds to the phrase before it: 製造され、かつ認証された車 is one."""
    return text.startswith(_ADDS, place)


_ADDS = ("かつ", "又は", "または", "若しくは")


def _mostly_japanese(text: str) -> bool:
    return not text.isascii() and len(CJK.findall(text)) * 4 > len(text)
