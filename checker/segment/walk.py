"""The walk through a document's pieces: what stands open at the piece that is placed next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.segment.captions import Captions
from checker.segment.exchanges import Exchange
from checker.segment.frames import ITEM_RANK, Frame, Frames
from checker.segment.labels import Above, division_label, item_label
from checker.segment.numbering import Family, Mark
from checker.segment.pieces import Piece
from checker.segment.sentences import sentences
from checker.segment.titles import could_be_title, is_japanese


@dataclass(slots=True)
class Walk:
    """The pieces of one document, and what is open where the walk stands (`index`)."""

    text: str
    pieces: Sequence[Piece]
    index: int = 0
    above: Piece | None = None
    titling: bool = True
    paragraphs: int = 0
    members: int = 0
    frames: Frames = field(default_factory=Frames)
    exchange: Exchange = field(default_factory=Exchange)
    captions: Captions = field(default_factory=Captions)

    @property
    def piece(self) -> Piece:
        """The piece to place."""
        return self.pieces[self.index]

    @property
    def below(self) -> Piece | None:
        """The piece after it, running heads left out."""
        return next((piece for piece in self.pieces[self.index + 1 : self.index + 9] if not piece.running), None)

    @property
    def japanese(self) -> bool:
        """Whether the piece is in Japanese, and so is its label."""
        return is_japanese(self.piece.span.of(self.text))

    def advance(self, placed: Provision) -> None:
        """Go on to the next piece."""
        if not self.piece.running:
            self.titling = self.titling and self._is_front_matter(placed)
            self.above = self.piece
            self.captions.note(placed)
        self.index += 1

    def _is_front_matter(self, placed: Provision) -> bool:
        """Whether a title may still follow: a heading, or a line such as a file number that is no sentence."""
        if placed.kind is Kind.HEADING:
            return not self.piece.marks and not placed.span.of(self.text).endswith(":")
        words = placed.span.of(self.text)
        return placed.kind is Kind.PARAGRAPH and not self.piece.marks and could_be_title(words.strip("[]()"))

    def close_question(self) -> None:
        """Let nothing that follows answer the question that stands open."""
        self.exchange.close()
        self.frames.close_answer()

    def provision(
        self,
        label: str,
        kind: Kind | None = None,
        lead_ins: tuple[Span, ...] = (),
        headings: tuple[Span, ...] | None = None,
    ) -> Provision:
        """The provision that the piece becomes."""
        piece = self.piece
        row = piece.kind is Kind.TABLE_ROW or piece.table
        found = (piece.span,) if row else sentences(self.text, piece.span.start, piece.span.end, piece.body)
        above = self.frames.headings if headings is None else headings
        return Provision(kind or piece.kind, piece.span, label, found, above, lead_ins, piece.cells)

    def enter(self, mark: Mark, introducing: bool = False, titled: bool = False) -> str:
        """Open the frame of a mark and give its label.

        Its unit may end in a colon (`introducing`) or be a heading (`titled`).
        """
        frames = self.frames
        if mark.family is Family.DIVISION:
            frames.close_from(mark.rank)
            label = division_label(frames.label, frames.rank, mark)
            frames.push(Frame(mark.rank, mark.readings[0], label))
            return label
        reading, order = frames.enter_item(mark, introducing)
        above = Above(frames.label, frames.rank, self.japanese)
        label = item_label(above, mark, reading[1], order, titled)
        frames.push(Frame(ITEM_RANK, reading, label, order=order))
        return label
