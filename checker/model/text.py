"""Places in a text and on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

CJK = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
"""The characters of East Asian writing, as the inside of a set in a pattern."""
_CJK = re.compile(f"[{CJK}]")


def language(text: str) -> str:
    """The language to show `text` in: "ja" when it holds any Japanese character, else "en"."""
    return "ja" if _CJK.search(text) else "en"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of code points in a document's text, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def join(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page in PDF points, origin at the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float

    def __post_init__(self) -> None:
        if self.x1 < self.x0 or self.bottom < self.top:
            raise ValueError(f"not a box: {self.x0}, {self.top}, {self.x1}, {self.bottom}")

    @property
    def told(self) -> Box:
        """The rectangle as exact as reports tell it, to a hundredth of a point."""
        return Box(round(self.x0, 2), round(self.top, 2), round(self.x1, 2), round(self.bottom, 2))


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One sentence in English and in Japanese."""

    en: str
    ja: str

    def __post_init__(self) -> None:
        if not self.en.strip() or not self.ja.strip():
            raise ValueError("a bilingual text needs both languages")

    def then(self, other: Bilingual) -> Bilingual:
        """This text with another one after it."""
        return Bilingual(f"{self.en} {other.en}", f"{self.ja}{other.ja}")

    def pick(self, lang: str) -> str:
        """The text in `lang` ("en" or "ja")."""
        return self.ja if lang == "ja" else self.en
