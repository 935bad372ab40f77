"""A document read for the rules that concern it: its sentences, with what each inherits from its surroundings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.match.lexicon import Lexicon, Mention
from checker.model.document import Document
from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.read.definitions import Definition, definitions, is_key, used
from checker.read.passage import Passage, passage
from checker.read.standing import Setting


@dataclass(frozen=True)
class ReadText:
    """The sentences of a document with the concepts and the grammar in them.

    `passages` follow the document's order; `frames[i]` are the sentences (lead-ins, headings, a table's header,
    the question of an answer) that provision i reads with, nearest last. `order[i]` is the place of provision i among
    all provisions of the document: of a long one only what concerns some commitment is read.
    """

    document: Document
    provisions: tuple[Provision, ...]
    passages: tuple[Passage, ...]
    frames: tuple[tuple[Passage, ...], ...]
    order: tuple[int, ...]

    @cached_property
    def named(self) -> frozenset[str]:
        """Every concept named anywhere in the document."""
        return frozenset(m.concept for p in self.passages for m in p.mentions) | frozenset(
            m.concept for frame in self.frames for p in frame for m in p.mentions
        )

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The terms the document defines."""
        return definitions(self.passages)

    def of_provision(self, index: int) -> tuple[Passage, ...]:
        """The sentences of one provision."""
        return self._by_provision.get(index, ())

    @cached_property
    def _by_provision(self) -> dict[int, tuple[Passage, ...]]:
        found: dict[int, list[Passage]] = {}
        for sentence in self.passages:
            found.setdefault(sentence.provision, []).append(sentence)
        return {index: tuple(sentences) for index, sentences in found.items()}

    def inherited(self, sentence: Passage) -> tuple[Mention, ...]:
        """What a sentence reads with beyond its own words: lead-ins, headers, its question, its defined terms."""
        framed = tuple(m for frame in self.frames[sentence.provision] for m in frame.mentions)
        return framed + tuple(m for d in self.definitions if used(d, sentence) for m in d.mentions)

    def named_at(self, provision: int) -> frozenset[str]:
        """The concepts named in a provision and in what it reads with."""
        read = (*self.of_provision(provision), *self.frames[provision])
        return frozenset(mention.concept for sentence in read for mention in sentence.mentions)

    def around(self, sentence: Passage) -> frozenset[str]:
        """The concepts named in a sentence's provision, in what that reads with, and in the terms it uses."""
        return self.named_at(sentence.provision) | {mention.concept for mention in self.inherited(sentence)}

    def setting(self, index: int) -> Setting:
        """Where the sentence `passages[index]` stands, for its standing."""
        return Setting(self.passages, index, self.frames[self.passages[index].provision], self.answer_to(index))

    def answer_to(self, index: int) -> Passage | None:
        """The sentence that opens the answer to `passages[index]`, where that is a question with an answer."""
        question = self.passages[index]
        following = (p for p in self.passages[index + 1 :] if p.provision != question.provision)
        answer = next(following, None)
        if answer is None or self.provisions[answer.provision].kind is not Kind.ANSWER:
            return None
        return answer


def read(
    document: Document, provisions: Sequence[Provision], lexicon: Lexicon, chosen: Sequence[int] | None = None
) -> ReadText:
    """Read every sentence of the `chosen` provisions, given by their indexes in ascending order (default: all)."""
    text = document.text
    order = tuple(range(len(provisions)) if chosen is None else chosen)
    provisions = [provisions[index] for index in order]
    cache: dict[Span, Passage] = {}

    def at(index: int, span: Span) -> Passage:
        if span not in cache:
            cache[span] = passage(lexicon, index, span, span.of(text))
        return cache[span]

    passages = tuple(at(i, span) for i, p in enumerate(provisions) for span in p.sentences)
    read_with = [[at(i, span) for span in (*p.headings, *p.lead_ins)] for i, p in enumerate(provisions)]
    frames = tuple(tuple(each for each in frame if not is_key(each)) for frame in read_with)
    return ReadText(document, tuple(provisions), passages, frames, order)
