"""Which of the languages that can be read a text is written in: English, Japanese, or both."""

from __future__ import annotations

import re

from checker.model.document import Problem

_SHARE_EN = 0.2
_SHARE_JA = 0.05
_MANY = 100  # words, kanji or letters: with fewer, other languages cannot be told
_WINDOWS = 8
_WINDOW = 120
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ]*")
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_LETTERS = re.compile(r"[^\W\d_]")
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
    japanese = len(_JAPANESE.findall(sample))
    words = _LATIN.findall(sample)
    # Abbreviations do not make a Japanese text bilingual.
    latin = sum(len(word) for word in words if not (japanese and word.isupper()))
    english = latin > 0 and latin >= _SHARE_EN * (latin + japanese) and _is_english(words)
    return (*(("en",) if english else ()), *(("ja",) if _is_japanese(sample, japanese, latin) else ()))


def foreign(text: str, found: tuple[str, ...]) -> tuple[Problem, ...]:
    """The reservation about a text of some length in which neither language was `found`."""
    if found or len(_LETTERS.findall(_sample(text))) < _MANY:
        return ()
    message = (
        "the text seems to be neither English nor Japanese; commitments are looked for in these two languages only"
    )
    return (Problem("W-LANGUAGE", message, hint="give a translation, or state the language if it is one of the two"),)


def _sample(text: str) -> str:
    if len(text) <= _WINDOWS * _WINDOW:
        return text
    step = (len(text) - _WINDOW) // (_WINDOWS - 1)
    return "\n".join(text[at : at + _WINDOW] for at in range(0, len(text) - _WINDOW + 1, step))


def _is_english(words: list[str]) -> bool:
    """Tables have few of the small words of English; only a long text without them is in another language."""
    small = sum([word.lower() in _ENGLISH_WORDS for word in words])
    return len(words) < _MANY or small > 0.04 * len(words)


def _is_japanese(sample: str, japanese: int, latin: int) -> bool:
    """A kanji or kana says about as much as three letters; a long text of kanji without kana is Chinese."""
    return 0 < _SHARE_JA * (japanese + latin) <= japanese and (japanese < _MANY or _KANA.search(sample) is not None)
