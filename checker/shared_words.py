"""Whether quoted words are the ones a label names: the same measure for a rule's own cases and for labelled files."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z0-9.$%]+|[^\x00-\x7f]")


def shares(quotes: Iterable[str], labelled: str) -> bool:
    """Whether a quotation holds at least half of the labelled words and is not much longer than they are.

    Words are counted, of Japanese the letters; at most four times as many as labelled and twenty more may be quoted.
    """
    wanted = _words(labelled)
    return bool(wanted) and any(_holds(_words(quote), wanted) for quote in quotes)


def _holds(quoted: list[str], wanted: list[str]) -> bool:
    short = len(quoted) <= 4 * len(wanted) + 20
    return short and sum(word in quoted for word in wanted) >= len(wanted) / 2


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
