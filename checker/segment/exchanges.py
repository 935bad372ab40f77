"""Exchanges: which question stands open, and what answers it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.text import Span
from checker.segment import labels


@dataclass(slots=True)
class Exchange:
    """The question that stands open while a document is walked: its sentences, its label, the answers so far."""

    asked: int = 0
    question: tuple[Span, ...] = ()
    label: str = ""
    series: str = ""
    speaker: str = ""
    answers: int = 0
    lasting: bool = False

    def ask(self, spans: tuple[Span, ...], name: str, series: str, lasting: bool, japanese: bool) -> str:
        """Open a question; give its label. A `lasting` one takes the paragraphs below its answer in."""
        self.asked += 1
        self.question = spans
        self.label = labels.question_label(name, self.asked, japanese)
        self.series = series
        self.answers = 0
        self.lasting = lasting
        return self.label

    def answer(self, speaker: str, japanese: bool) -> str:
        """Take a paragraph as (part of) the answer; give its label."""
        self.answers += 1
        self.speaker = speaker or self.speaker if self.answers > 1 else speaker
        return labels.answer_label(self.label, self.speaker, self.answers, japanese)

    def close(self) -> None:
        """Close the question: nothing below answers it."""
        self.question = ()

    @property
    def above_lists(self) -> tuple[Span, ...]:
        """The question that the items of a list in its answer read with."""
        return self.question if self.lasting else ()

    @property
    def takes_more(self) -> bool:
        """Whether a paragraph without a mark belongs to the answer."""
        return bool(self.question) and self.lasting
