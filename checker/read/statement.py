"""Statements: what one sentence says of one concept, every attribute with the words that set it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.match.lexicon import Concepts, Mention
from checker.model.commitment import Modality
from checker.model.provision import Kind
from checker.model.text import Span
from checker.read import carried
from checker.read.cells import Answer, answers
from checker.read.exceptions import proviso, regions
from checker.read.modality import modal_word, modality
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.sense import SenseRead, sense
from checker.read.standing import Setting, StandingRead, Voices, quoted, standing


@dataclass(frozen=True, eq=False)
class Statement:
    """One sentence's word on one concept. Its attributes are read when they are asked for: few statements decide.

    `mention` is the wording and `anchor` where the sentence speaks of it: for a defined term the wording stands in the
    definition, `via` is its place and the anchor the term; `answer` is that of a table cell to its label or header.
    """

    setting: Setting
    voices: Voices
    mention: Mention
    anchor: Mention
    via: Span | None = None
    answer: Answer | None = None

    @property
    def passage(self) -> Passage:
        """The sentence."""
        return self.setting.passages[self.setting.index]

    @property
    def cell(self) -> Span | None:
        """The table cell that answers of its label or header."""
        return self.answer.cell if self.answer else None

    @cached_property
    def sense(self) -> SenseRead:
        """Whether it says that the concept holds, after every negation."""
        if self.answer:
            return self.answer.sense
        read = sense(self.passage, self.anchor)
        above = carried.operators(self.passage, self.anchor, self.setting.lead_ins)
        return SenseRead(read.holds is (len(above) % 2 == 0), (*above, *read.because))

    @property
    def holds(self) -> bool:
        """Whether the sentence says the concept holds, after negation and after the answer to a demand or question."""
        return self.sense.holds is not self.standing.turned

    @cached_property
    def modality(self) -> Modality:
        """What it makes of an act."""
        if self.answer:
            return Modality.REQUIRED if self.answer.sense.holds else Modality.NOT_REQUIRED
        return modality(self.passage, self.anchor, self.holds, len(self.sense.because), self._modal_above)

    @property
    def modal(self) -> Span | None:
        """The word that sets the modality."""
        word = None if self.answer else modal_word(self.passage, self.anchor) or self._modal_above
        return word.span if word else None

    @cached_property
    def _modal_above(self) -> Mention | None:
        return carried.modal_word(self.passage, self.anchor, self.setting.lead_ins)

    @cached_property
    def standing(self) -> StandingRead:
        """The force of what is said."""
        if self.answer:
            return standing(self.setting, self.voices, self.answer.cell)
        place = self.anchor.span
        return quoted(self.setting, place, self.voices) or standing(self.setting, self.voices, place)

    @cached_property
    def excepted(self) -> tuple[Span, ...]:
        """The parts of the sentence that are taken back."""
        return () if self.answer else regions(self.passage)

    @cached_property
    def proviso(self) -> Passage | None:
        """The sentence after it that takes something back."""
        return None if self.answer else proviso(self.setting.passages, self.setting.index)


def _everywhere(_: Passage) -> bool:
    return True


def statements(
    text: ReadText,
    concepts: frozenset[str],
    voices: Voices,
    counts: Callable[[Passage], bool] = _everywhere,
    *,
    headings: bool = False,
) -> Iterator[Statement]:
    """Every statement on one of `concepts` in the sentences that count, in the document's order.

    A heading frames and states nothing, unless `headings` are asked for alone.
    """
    for index in text.could_speak(concepts):
        sentence = text.passages[index]
        if (text.provisions[sentence.provision].kind is Kind.HEADING) is not headings or not counts(sentence):
            continue
        answered = tuple(answers(text, sentence, concepts))
        settled = {answer.mention for answer in answered}
        setting = text.setting(index)
        for mention in _said(sentence, concepts):
            if mention not in settled:
                yield Statement(setting, voices, mention, mention)
        for mention, via, anchor in _defined(text, sentence, concepts):
            yield Statement(setting, voices, mention, anchor, via)
        for answer in answered:
            yield Statement(setting, voices, answer.mention, answer.mention, answer=answer)


def _said(sentence: Passage, concepts: Concepts) -> tuple[Mention, ...]:
    """Where a sentence names some concepts, without the words it takes out of the text it amends."""
    return tuple(m for m in sentence.of(concepts) if not any(span.meets(m.span) for span in sentence.taken_out))


def _defined(text: ReadText, sentence: Passage, concepts: frozenset[str]) -> Iterator[tuple[Mention, Span, Mention]]:
    """Concepts spoken of through a defined term, with the definition's place, and the term where it is used."""
    for definition, place in text.terms(sentence):
        for mention in definition.of(concepts):
            opposite = not sense(definition.passage, mention).holds
            yield mention, definition.span, Mention(mention.concept, place, opposite, definition.term)
