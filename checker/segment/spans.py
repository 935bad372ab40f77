"""Spans without the blanks around their words."""

from __future__ import annotations

from checker.model.text import Span


def trim(text: str, start: int, end: int) -> Span:
    """The words between two offsets of `text`, without the blanks around them; empty at `end` where there are none."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
