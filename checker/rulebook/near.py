"""Words for errors about words: near spellings, quotations and lists."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word spelt most like `word`; empty where none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.7)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of an error message that suggests the known word nearest to `word`; empty where none is near."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""


def shortened(text: str) -> str:
    """A text of a rule file in one line, cut if long."""
    line = " ".join(text.split())
    return f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line


def quoted(text: str) -> str:
    """A text of a rule file in quotation marks, in one line, cut if long."""
    return f'"{shortened(text)}"'


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words as prose: "a", "a and b", "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def with_article(noun: str) -> str:
    """An English noun with "a" or "an"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
