"""Quotations: words between quotation marks are those of whoever is quoted."""

from __future__ import annotations

import re

from checker.match.fold import fold
from checker.model.text import Span
from checker.read.passage import Passage

_QUOTED = re.compile(r"(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){24,}?'(?!\w)|\"[^\"]{24,}\"|「[^」]{12,}」|(?<!\w)'[^']{24,}$")


def quotation(passage: Passage, place: Span) -> Span | None:
    """The quoted speech that `place` stands in, or None; a quoted term of a few words is no speech."""
    for match in _QUOTED.finditer(fold(passage.text)):
        span = Span(passage.span.start + match.start(), passage.span.start + match.end())
        if span.covers(place):
            return span
    return None
