"""A document as the rules read it: its sentences, with what each inherits from its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from checker.match.lexicon import Concepts, Index, Lexicon, Mention
from checker.model.document import Document
from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.read.cues import Cue
from checker.read.definitions import Definition, is_key, used
from checker.read.known import Known
from checker.read.passage import Passage
from checker.read.standing import Setting
from checker.read.switches import Switch

_REPLY = 30
"""How many letters into a sentence, after its speaker's name, a yes or no still opens an answer."""


@dataclass(frozen=True)
class ReadText:
    """The sentences of a document. What they name is found when someone asks.

    `passages` follow the document's order and are the first units of `index`; `frames[i]` are the sentences (lead-ins,
    headings, a table's header, the question of an answer) that provision i reads with, nearest last. A defined term
    carries its definition where it names a concept of `follows`; None: every one does.
    """

    document: Document
    provisions: tuple[Provision, ...]
    passages: tuple[Passage, ...]
    frames: tuple[tuple[Passage, ...], ...]
    index: Index
    known: Known
    follows: tuple[str, ...] | None = None
    _following: dict[tuple[str, ...], ReadText] = field(default_factory=dict, init=False, repr=False, compare=False)
    _terms: dict[int, tuple[tuple[Definition, Span], ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The terms the document defines, as far as they carry their definition."""
        found = self.known.definitions
        if self.follows is None:
            return found
        return tuple(definition for definition in found if definition.names(self.follows))

    def following(self, concepts: tuple[str, ...] | None) -> ReadText:
        """The same text, in which only terms that name one of some concepts carry their definition."""
        if concepts is None:
            return self
        if concepts not in self._following:
            self._following[concepts] = replace(self, follows=concepts)
        return self._following[concepts]

    def could_name(self, concepts: Concepts) -> list[int]:
        """The sentences that could name one of some concepts, in order: all that do, and few others."""
        units = set().union(*(self.index.could_name(concept) for concept in concepts))
        return sorted(unit for unit in units if unit < len(self.passages))

    def could_speak(self, concepts: Concepts) -> list[int]:
        """The sentences that could speak of some concepts, in order: in their words, in a defined term, in a header."""
        terms = [definition for definition in self.definitions if definition.of(concepts)]
        using = (n for n, sentence in enumerate(self.passages) if terms and any(used(d, sentence) for d in terms))
        headers = {unit for concept in concepts for unit in self.index.could_name(concept) & self.known.rows.keys()}
        return sorted({*self.could_name(concepts), *using, *(row for unit in headers for row in self.known.rows[unit])})

    def names(self, concepts: Concepts) -> bool:
        """Whether one of some concepts is named anywhere in the document."""
        return any(map(self.known.names, concepts))

    def names_at(self, provision: int, concepts: Concepts) -> bool:
        """Whether a provision, or what it reads with, names one of some concepts."""
        return any(provision in self.known.naming(concept) for concept in concepts)

    def names_around(self, sentence: Passage, concepts: Concepts) -> bool:
        """Whether a sentence's provision, what that reads with or points to, or a term it uses names some concept."""
        if self.names_at(sentence.provision, concepts) or any(term.of(concepts) for term, _ in self.terms(sentence)):
            return True
        return any(self.names_at(number, concepts) for number in self.pointed_at(sentence))

    @property
    def switches(self) -> tuple[Switch, ...]:
        """The sentences that take back what others say."""
        return self.known.switches

    def pointed_at(self, sentence: Passage) -> tuple[int, ...]:
        """The provisions, by index, that a sentence points to."""
        return self.known.pointed_at(sentence)

    def says(self, sentence: Passage, concepts: Concepts) -> bool:
        """Whether a sentence, or what it reads with, names one of some concepts, and not its contrary."""
        return any(not m.opposite for m in (*sentence.of(concepts), *self.inherited(sentence, concepts)))

    def inherited(self, sentence: Passage, concepts: Concepts) -> tuple[Mention, ...]:
        """Where some concepts are named in what a sentence reads with: lead-ins, headers, its question, its terms."""
        framed = tuple(mention for frame in self.frames[sentence.provision] for mention in frame.of(concepts))
        return framed + tuple(mention for term, _ in self.terms(sentence) for mention in term.of(concepts))

    def terms(self, sentence: Passage) -> tuple[tuple[Definition, Span], ...]:
        """The defined terms that a sentence uses, each with the place of its use."""
        if sentence.unit not in self._terms:
            uses = ((definition, used(definition, sentence)) for definition in self.definitions)
            self._terms[sentence.unit] = tuple((definition, place) for definition, place in uses if place is not None)
        return self._terms[sentence.unit]

    @property
    def provision_of(self) -> dict[Span, int]:
        """For the span of each sentence the provision it stands in."""
        return self.known.provision_of

    def of_provision(self, index: int) -> tuple[Passage, ...]:
        """The sentences of one provision."""
        return self.known.by_provision.get(index, ())

    def setting(self, index: int) -> Setting:
        """Where the sentence `passages[index]` stands, for its standing."""
        number = self.passages[index].provision
        frame, lead_ins = self.frames[number], self.provisions[number].lead_ins
        above = tuple(sentence for sentence in frame if sentence.span in lead_ins)
        return Setting(self.passages, index, frame, self.answer_to(index), above, self.document.kind)

    def answer_to(self, index: int) -> Passage | None:
        """The sentence that opens the answer to `passages[index]`, where that is a question with an answer.

        The answer is a provision of its own, or the next sentence where it begins with yes or no.
        """
        question = self.passages[index]
        following = next(iter(self.passages[index + 1 : index + 2]), None)
        if following is not None and following.provision == question.provision:
            replies = (c for c in following.cues_of(Cue.YES, Cue.NO) if following.before(c.span.start)[-1:] != "「")
            if any(cue.span.start - following.span.start <= _REPLY for cue in replies):
                return following
        later = (p for p in islice(self.passages, index + 1, None) if p.provision != question.provision)
        answer = next(later, None)
        if answer is None or self.provisions[answer.provision].kind is not Kind.ANSWER:
            return None
        return answer


def read(document: Document, provisions: Sequence[Provision], lexicon: Lexicon) -> ReadText:
    """The sentences of a document, ready to be asked."""
    text = document.text
    sentences = [(number, span) for number, provision in enumerate(provisions) for span in provision.sentences]
    framing: dict[Span, int] = {}
    for number, provision in enumerate(provisions):
        for span in (*provision.headings, *provision.lead_ins):
            framing.setdefault(span, number)
    spoken = {span for _, span in sentences}
    units = sentences + [(number, span) for span, number in framing.items() if span not in spoken]
    index = lexicon.index(text, [span for _, span in units])
    read = [Passage(number, span, span.of(text), index, unit) for unit, (number, span) in enumerate(units)]
    at = {sentence.span: sentence for sentence in read}
    read_with = ([at[span] for span in (*p.headings, *p.lead_ins)] for p in provisions)
    frames = tuple(tuple(each for each in frame if not is_key(each)) for frame in read_with)
    known = Known(tuple(provisions), tuple(read[: len(sentences)]), frames, index)
    return ReadText(document, known.provisions, known.passages, frames, index, known)
