"""Statements: what one sentence says of one concept, every attribute with the words that set it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.match.lexicon import Concepts, Mention
from checker.model.commitment import Modality
from checker.model.provision import Kind
from checker.model.text import Span
from checker.read.cells import answers
from checker.read.exceptions import proviso, regions
from checker.read.modality import modal_word, modality
from checker.read.passage import Passage
from checker.read.reading import ReadText
from checker.read.sense import SenseRead, sense
from checker.read.standing import StandingRead, Voices, quoted, standing


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence's word on one concept.

    `mention` is the wording (for a defined term the wording in its definition, with `via` the place of the
    definition); `modal` is the word that sets the modality; `excepted` are the regions of the sentence, or the proviso
    after it, that are taken back; `cell` is the table cell that answers of its label or header.
    """

    passage: Passage
    mention: Mention
    sense: SenseRead
    modality: Modality
    standing: StandingRead
    excepted: tuple[Span, ...]
    proviso: Passage | None
    via: Span | None = None
    modal: Span | None = None
    cell: Span | None = None

    @property
    def holds(self) -> bool:
        """Whether the sentence says the concept holds, after negation and after the answer to a demand or question."""
        return self.sense.holds is not self.standing.turned

    @property
    def in_exception(self) -> bool:
        """Whether the wording itself stands in the part taken back."""
        return any(region.covers(self.mention.span) for region in self.excepted)


def _everywhere(_: Passage) -> bool:
    return True


def statements(
    text: ReadText, concepts: frozenset[str], voices: Voices, counts: Callable[[Passage], bool] = _everywhere
) -> Iterator[Statement]:
    """Every statement on one of `concepts` in the sentences that count, in the document's order.

    A heading frames and states nothing.
    """
    for index in text.could_speak(concepts):
        sentence = text.passages[index]
        if text.provisions[sentence.provision].kind is Kind.HEADING or not counts(sentence):
            continue
        spoken: list[tuple[Mention, Span | None, Mention]] = [
            (mention, None, mention) for mention in _said(sentence, concepts)
        ]
        spoken += _defined(text, sentence, concepts)
        answered = tuple(answers(text, sentence, concepts))
        spoken = [each for each in spoken if each[1] or each[0] not in {answer.mention for answer in answered}]
        if not spoken and not answered:
            continue
        setting = text.setting(index)
        excepted, after = regions(sentence), proviso(text.passages, index)
        for mention, via, anchor in spoken:
            read = sense(sentence, anchor)
            said = quoted(setting, anchor.span, voices) or standing(setting, voices, anchor.span)
            how, modal = modality(sentence, anchor, read.holds is not said.turned), modal_word(sentence, anchor)
            yield Statement(sentence, mention, read, how, said, excepted, after, via, modal.span if modal else None)
        for answer in answered:
            said = standing(setting, voices, answer.cell)
            how = Modality.REQUIRED if answer.sense.holds else Modality.NOT_REQUIRED
            yield Statement(sentence, answer.mention, answer.sense, how, said, (), None, cell=answer.cell)


def _said(sentence: Passage, concepts: Concepts) -> tuple[Mention, ...]:
    """Where a sentence names some concepts, without the words it takes out of the text it amends."""
    return tuple(m for m in sentence.of(concepts) if not any(span.meets(m.span) for span in sentence.taken_out))


def _defined(
    text: ReadText, sentence: Passage, concepts: frozenset[str]
) -> Iterator[tuple[Mention, Span | None, Mention]]:
    """Statements made through a defined term: the concept of its definition, in the sense of the term's use."""
    for definition, place in text.terms(sentence):
        for mention in definition.of(concepts):
            opposite = not sense(definition.passage, mention).holds
            yield mention, definition.span, Mention(mention.concept, place, opposite, definition.term)
