"""Which of the languages that can be read a text is written in: English, Japanese, or both."""

from __future__ import annotations

import re

_WINDOWS = 8
_WINDOW = 120
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ]*")
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
_ENGLISH_WORDS = frozenset(
    (
        "the",
        "of",
        "and",
        "to",
        "in",
        "for",
        "that",
        "or",
        "shall",
        "will",
        "be",
        "is",
        "are",
        "this",
        "any",
        "by",
        "with",
    )
)


def languages(text: str) -> tuple[str, ...]:
    """ "en", "ja" or both, by the share of their letters; neither where the text is in some other language."""
    sample = _sample(text)
    words = _LATIN.findall(sample)
    latin = sum(map(len, words))
    japanese = len(_JAPANESE.findall(sample))
    letters = max(latin + japanese, 1)
    # One kanji or kana says about as much as two or three Latin letters.
    english = latin >= 0.2 * letters and _is_english(words)
    return (*(("en",) if english else ()), *(("ja",) if japanese >= 0.05 * letters and _is_japanese(sample) else ()))


def _sample(text: str) -> str:
    if len(text) <= _WINDOWS * _WINDOW:
        return text
    step = (len(text) - _WINDOW) // (_WINDOWS - 1)
    return "\n".join(text[at : at + _WINDOW] for at in range(0, len(text) - _WINDOW + 1, step))


def _is_english(words: list[str]) -> bool:
    """Tables have few of the small words of English; only a long text without them is in another language."""
    return bool(words) and (
        len(words) < 100 or sum([word.lower() in _ENGLISH_WORDS for word in words]) > 0.04 * len(words)
    )


def _is_japanese(sample: str) -> bool:
    """A long text of kanji without kana is Chinese."""
    return len(_KANA.findall(sample)) > 0 or len(_JAPANESE.findall(sample)) < 200
