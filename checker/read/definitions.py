"""Definitions: a term that a document defines carries the concepts of its definition wherever it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.match.fold import fold
from checker.match.lexicon import Concepts, Mention
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.passage import Passage

_KEY = re.compile(r"\s*(?:key|legend|marks|letters|凡例|記号)\b[^:=]{0,24}[:：]", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?:^|[:;,；、]|\s)\s*(?:([^\s:;,=；、]{1,3})(?:\s*[=＝]|\s-\s)|([●○◎◯△▲□■×✓✔-])\s|(?<=[:;] )([A-Za-z])\s*,\s)"
    r"\s*([^;；。.]+)"
)
_NOTE = re.compile(r"\s*(\([a-z0-9]{1,2}\)|\*{1,3}|[a-z]\)|※[0-9]?|\(?注[0-9]?\)?)\s*\S", re.IGNORECASE)
# "Z signifies that ...", ○は…を示す: a mark of one or two characters with its meaning.
_SIGNIFIES = re.compile(
    r"(?:\A|[.;,、。]\s*|\band\s+)(?:the\s+(?:letter|mark|code|symbol)\s+)?['\"「]?([a-z]|[○◯●△▲□■×✓✔◎*†‡])['\"」]?"
    r"(?:\s*(?:signifies|denotes|indicates|means|stands\s+for)\s+([^.;]+)|は、?([^。、]+?)を(?:示す|示し|意味する|意味し|表す|表し|いう))"
)
_QUOTED = re.compile(r"'([^']{2,60})'|\"([^\"]{2,60})\"|「([^」]{2,40})」")


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, the words that define it, those that say what it means, and the sentence they stand in.

    A `mark` of a key ("Key: n = not accepted") is used only as a table cell, alone or after a figure ("15% L").
    """

    term: str
    span: Span
    meaning: Span
    passage: Passage
    mark: bool = False

    def of(self, concepts: Concepts) -> tuple[Mention, ...]:
        """Where its meaning names some concepts."""
        return tuple(mention for mention in self.passage.of(concepts) if self.meaning.covers(mention.span))

    def names(self, concepts: Concepts) -> bool:
        """Whether the term itself, where it is defined, names one of some concepts."""
        start, words = self.passage.span.start, self.passage.flat
        named = (words[m.span.start - start : m.span.end - start] for m in self.passage.of(concepts))
        return any(each in self.term for each in named)


def definitions(passages: Sequence[Passage]) -> tuple[Definition, ...]:
    """The terms a document defines ("'X' means Y", 「X」とは、Yをいう), the marks of its keys, its notes to tables."""
    told = (definition for passage in passages for definition in _of(passage))
    return (*told, *_noted(passages))


def _of(passage: Passage) -> Iterable[Definition]:
    yield from _defined(passage)
    yield from _keyed(passage) if is_key(passage) else _signified(passage)


def is_key(passage: Passage) -> bool:
    """Whether a sentence explains the marks of a table: each row reads with its own marks, not with all of them."""
    return _KEY.match(passage.text) is not None


def _signified(passage: Passage) -> Iterable[Definition]:
    """The marks that a sentence explains."""
    for entry in _SIGNIFIES.finditer(fold(passage.text).lower()):
        group = 2 if entry[2] else 3
        span = Span(passage.span.start + entry.start(group), passage.span.start + entry.end(group))
        yield Definition(entry[1], span, span, passage, mark=True)


def _keyed(passage: Passage) -> Iterable[Definition]:
    """The marks that a key explains."""
    if opening := _KEY.match(passage.text):
        for entry in _ENTRY.finditer(fold(passage.text), opening.end() - 1):
            span = Span(passage.span.start + entry.start(4), passage.span.start + entry.end(4))
            yield Definition((entry[1] or entry[2] or entry[3]).lower(), span, span, passage, mark=True)


def _noted(passages: Sequence[Passage]) -> Iterable[Definition]:
    """The notes to which cells of tables refer: every sentence of the note "(a) ..." belongs to the cell "(a)"."""
    cells = {cell.strip().lower() for p in passages if "|" in p.text for cell in fold(p.text).split("|")}
    mark, provision = "", -1
    for passage in passages:
        if passage.provision != provision:
            provision, opening = passage.provision, _NOTE.match(fold(passage.text))
            mark = opening[1].lower() if opening and opening[1].lower() in cells else ""
        if mark:
            yield Definition(mark, passage.span, passage.span, passage, mark=True)


def _defined(passage: Passage) -> Iterable[Definition]:
    for cue in passage.cues_of(Cue.DEFINITION)[:1]:
        text = fold(passage.text)
        for match in _QUOTED.finditer(text):
            term = next(group for group in match.groups() if group).strip(" ,.、。").lower()
            start = passage.span.start + match.end()
            if match.start() <= cue.span.start - passage.span.start + 40 and term:
                yield Definition(term, passage.span, Span(start, passage.span.end), passage)
                break


def used(definition: Definition, passage: Passage) -> Span | None:
    """Where a passage other than the definition uses its term, or None."""
    if passage.span.covers(definition.span):
        return None
    if definition.mark:
        return _cell(definition.term, passage)
    at = passage.flat.find(definition.term)
    return Span(passage.span.start + at, passage.span.start + at + len(definition.term)) if at >= 0 else None


def _cell(mark: str, passage: Passage) -> Span | None:
    """The table cell, or the row parted by blanks, that is a mark or ends with one after a blank."""
    if "|" not in passage.text:
        words = fold(passage.text).lower().split()
        ends = len(words) > 1 and words[-1] == mark and not mark.isalnum()
        return Span(passage.span.end - len(mark), passage.span.end) if ends else None
    start = 0
    for cell in passage.text.split("|"):
        words = fold(cell).lower().split()
        if len(words) in (1, 2) and words[-1] == mark:
            return Span(passage.span.start + start, passage.span.start + start + len(cell.rstrip()))
        start += len(cell) + 1
    return None
