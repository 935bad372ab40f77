"""Terms whose search takes too long on text made to pump them: their gaps can share the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from checker.match.terms import Pattern
from checker.match.wording import Wording
from checker.rulebook.lint import Advice, Places

BUDGET = 0.2
"""Seconds that one search may take; an ordinary one takes a thousandth."""
REPEATED = 400
_GAP = "{0,"


def slow_terms(compiled: Mapping[str, Sequence[Wording]], places: Places) -> Iterator[Advice]:
    """Advice for every term that does not end within the budget on one of its pump texts."""
    for lang, wordings in compiled.items():
        for wording in wordings:
            if _is_slow(wording.pattern):
                yield Advice(
                    places.terms[wording.concept, lang, wording.pattern.term],
                    "W-TERM-SLOW",
                    f'looking for "{wording.pattern.term}" can take longer than {BUDGET} seconds in one sentence',
                    "make its gaps shorter, or have fewer of them",
                )


def _is_slow(pattern: Pattern) -> bool:
    """A search with one gap is linear: only where two gaps meet can the ways to fill them multiply."""
    if pattern.expression.count(_GAP) < 2:
        return False
    compiled = regex.compile(pattern.expression)
    try:
        for text in pumps(pattern):
            for _ in compiled.finditer(text, timeout=BUDGET):
                pass
    except TimeoutError:
        return True
    return False


def pumps(pattern: Pattern) -> Iterator[str]:
    """Texts that nearly hold a term many times: each of its words repeated, and all of its words but one."""
    pieces = [_piece(group[0]) for group in pattern.needs]
    for piece in pieces:
        yield piece * REPEATED
    for left_out in range(len(pieces)):
        yield "".join(pieces[:left_out] + pieces[left_out + 1 :]) * REPEATED


def _piece(literal: str) -> str:
    """A literal of a view as a piece of that view: an English one as " stem/form"."""
    word = literal.strip(" /")
    return f" {word}/{word}" if "/" in literal else literal
