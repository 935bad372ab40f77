"""Amendments in words: "for 'X' read 'Y'" takes X out of the text and puts Y in; only Y is said."""

from __future__ import annotations

import re

from checker.match.fold import fold
from checker.model.text import Span

_TAKEN_OUT = re.compile(
    r"""\bfor\s+(?:the\s+words?\s+)?(?P<en>"[^"]+"|(?<!\w)'[^']+'(?!\w))\s*,?\s*"""
    r"""(?:read|substitute|there\ (?:is|are|were|shall\ be)\ substituted)"""
    r"""|誤[\s:：]{1,4}(?P<wrong>[^\s「」]{1,40})(?=[\s　]{1,8}正[\s:：])"""
    r"""|「(?P<ja>[^」]+)」(?:とあるのは[^「」]*|を)「[^」]+」(?:と(?:する|し|読み替え|、)|に(?:改め|変更))""",
    re.IGNORECASE,
)


def taken_out(text: str, start: int) -> tuple[Span, ...]:
    """The quoted words that a sentence, which stands at `start`, takes out of the text it amends."""
    return tuple(
        Span(start + match.start(group), start + match.end(group))
        for match in _TAKEN_OUT.finditer(fold(text))
        for group in ("en", "ja", "wrong")
        if match[group]
    )
