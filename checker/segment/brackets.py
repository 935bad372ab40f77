"""The bracketed and quoted stretches of a text, inside which no sentence ends."""

from __future__ import annotations

import re

_CLOSERS = {
    "(": ")",
    "（": "）",
    "[": "]",
    "［": "］",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
    "〈": "〉",
    "《": "》",
    "“": "”",
}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()} | {")": "(", "）": "（"}
_BRACKET = re.compile(f"[{re.escape(''.join([*_CLOSERS, *_OPENERS]))}]")
_QUOTED = re.compile(
    r"""["'‘`](?<![^\s(（\[—–].)          # behind a blank, a bracket or a dash
    (?:(?<=")[^"]{1,400}"
      |['‘`][^'’‘`]{1,400}(?:''|’’)
      |(?<=['‘])(?=[^\s'’‘]).{1,400}?(?<=[^\s'‘])['’](?![\w'’]))""",
    re.DOTALL | re.VERBOSE,
)
_LONGEST = 400
_ANY = re.compile(f"{_BRACKET.pattern}|[\"'‘`]")


def closed(text: str, longest: int = _LONGEST) -> tuple[tuple[int, int], ...]:
    """The outermost stretches from an opening to its closing mark, in order, without unpaired and overlong ones."""
    if _ANY.search(text) is None:
        return ()
    stretches = [*_pairs(text), *((match.start(), match.end()) for match in _QUOTED.finditer(text))]
    kept: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for start, end in stretches if end - start <= longest):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
        elif end > kept[-1][1]:
            kept[-1] = (kept[-1][0], end)
    return tuple(kept)


def _pairs(text: str) -> list[tuple[int, int]]:
    waiting: dict[str, list[int]] = {}
    found: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        mark = match[0]
        if mark in _CLOSERS:
            waiting.setdefault(mark, []).append(match.start())
        elif waiting.get(_OPENERS[mark]):
            found.append((waiting[_OPENERS[mark]].pop(), match.end()))
    return found
