"""Cuts blocks into pieces: headings from what they head, questions from answers, items from their paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model.provision import Kind
from checker.model.text import Span
from checker.segment.blocks import Block
from checker.segment.headings import heading_end
from checker.segment.notes import Carriers, bracketed, note_mark
from checker.segment.numbering import Family, Mark, item_mark
from checker.segment.pieces import Piece
from checker.segment.runin import run_in_marks
from checker.segment.sentences import sentences
from checker.segment.tables import Table
from checker.segment.turns import Role, Turn, answer_inside, asks, read_turn

_LONGEST_MEMBER = 300


def cut(text: str, found: Sequence[Block | Table], carriers: Carriers) -> tuple[Piece, ...]:
    """The pieces of a document, in order."""
    pieces: list[Piece] = []
    asked = listing = False
    tables = 0
    for index, part in enumerate(found):
        below = next((b for b in found[index + 1 : index + 4] if isinstance(b, Table) or not b.running), None)
        if isinstance(part, Table):
            tables += 1
            pieces += _table(part, tables)
            listing = False
            continue
        if listing and is_member(text, part):
            cut_here = [Piece(Kind.LIST_ITEM, part.span, gap=part.gap)]
        else:
            cut_here = _cut_block(text, part, below, carriers, first=not pieces, asked=asked)
        asked = _is_asked(cut_here, asked)
        listing = part.running and listing or _lists(text, cut_here[-1], part, listing)
        pieces += cut_here
    return tuple(pieces)


def _lists(text: str, last: Piece, block: Block, listing: bool) -> bool:
    """Whether unmarked lines below `last` are members of a list: it ends in a colon, or is itself such a member."""
    if last.kind is Kind.HEADING:
        return False
    if text[last.span.end - 1] in ":：":
        return True
    return listing and last.kind is Kind.LIST_ITEM and not last.marks


def is_member(text: str, block: Block) -> bool:
    """Whether a block below a colon reads as one line of a list: short, without a mark, and no sentence of its own."""
    words = block.span.of(text)
    if block.marks or block.level or block.running or len(words) > _LONGEST_MEMBER:
        return False
    return words[-1] in ";；,，、" or words[-1].isalnum() or words.endswith(("; and", "; or"))


def _is_asked(pieces: Sequence[Piece], asked: bool) -> bool:
    """Whether a question stands open behind these pieces."""
    if any(piece.kind is Kind.QUESTION for piece in pieces):
        return True
    return asked and not any(piece.kind is Kind.HEADING and not piece.running for piece in pieces)


def _table(table: Table, number: int) -> list[Piece]:
    heads = [Piece(Kind.HEADING, row.span, table=number) for row in table.heads]
    rows = [Piece(Kind.TABLE_ROW, r.span, table=number, row=n, cells=r.cells) for n, r in enumerate(table.rows, 1)]
    return heads + rows


def _cut_block(
    text: str, block: Block, below: Block | Table | None, carriers: Carriers, first: bool, asked: bool
) -> list[Piece]:
    if block.running:
        return [Piece(Kind.HEADING, block.span, running=True)]
    turn = read_turn(text, block.span.start, block.span.end, asked)
    if turn is not None and turn.end < block.span.end:
        return _cut_turn(text, block, turn, below, asked)
    if note := _note(text, block, carriers):
        return [note]
    end = heading_end(text, block, below, first)
    if end is None:
        return _cut_body(text, block)
    heading = Piece(Kind.HEADING, _trim(text, block.span.start, end), block.marks, block.level, block.gap)
    if asks(heading.span.of(text)):
        heading = replace(heading, kind=Kind.QUESTION)
    rest = _trim(text, end, block.span.end)
    return [heading, *(_cut_body(text, _inner_block(text, rest)) if rest else [])]


def _inner_block(text: str, span: Span) -> Block:
    """What follows a heading in its block, as a block of its own: it may begin with "(a)"."""
    mark = item_mark(text, span.start, span.end)
    opens = mark is not None and mark.family is Family.ITEM and not mark.lettered
    return Block(span, marks=(mark,) if mark and opens else ())


def _note(text: str, block: Block, carriers: Carriers) -> Piece | None:
    mark = note_mark(text, block.span.start, block.span.end)
    if mark is None:
        return None
    starred = mark.key.startswith("*")
    if starred and (
        block.span.of(text).count("*") > len(mark.key) or not carriers.between(mark.key, 0, block.span.start)
    ):
        return None
    return Piece(Kind.FOOTNOTE, block.span, note=mark, gap=block.gap)


def _cut_turn(text: str, block: Block, turn: Turn, below: Block | Table | None, asked: bool) -> list[Piece]:
    whole = block.span
    next_turn = read_turn(text, below.span.start, below.span.end, asked=True) if isinstance(below, Block) else None
    if turn.role is Role.ANSWERS:
        return [Piece(Kind.ANSWER, whole, turn=turn)]
    if turn.role is Role.ASKS:
        answered = next_turn is not None and next_turn.role is not Role.ASKS
        end = answer_inside(text, turn.end, whole.end) or (
            None if answered else _questions_end(text, Span(turn.end, whole.end))
        )
        return _question_and_answer(text, whole, end, turn)
    if asks(text[max(turn.end, whole.end - 12) : whole.end]) or (
        turn.member and next_turn is not None and next_turn.name != turn.name
    ):
        return [Piece(Kind.QUESTION, whole, turn=turn)]
    return [Piece(Kind.ANSWER if asked else Kind.PARAGRAPH, whole, turn=turn)]


def _questions_end(text: str, span: Span) -> int | None:
    """Where the first questions in `span` end and something else goes on, or None."""
    end = None
    for sentence in sentences(text, span.start, span.end):
        if asks(sentence.of(text)):
            end = sentence.end
        elif end is not None:
            return end
    return None


def _question_and_answer(
    text: str, whole: Span, end: int | None, turn: Turn | None, marks: tuple[Mark, ...] = ()
) -> list[Piece]:
    if end is None:
        return [Piece(Kind.QUESTION, whole, marks, turn=turn)]
    question = Piece(Kind.QUESTION, _trim(text, whole.start, end), marks, turn=turn)
    return [question, Piece(Kind.ANSWER, _trim(text, end, whole.end), turn=turn)]


def _cut_body(text: str, block: Block) -> list[Piece]:
    """The pieces of a block that is neither a heading nor a turn: notes in brackets stand apart."""
    pieces: list[Piece] = []
    start = block.span.start
    for note in bracketed(text, block.body.start, block.span.end):
        if note.start > start:
            pieces += _cut_list(text, _trim(text, start, note.start), block if not pieces else Block(note))
        mark = note_mark(text, note.start + 1, note.end)
        pieces.append(Piece(Kind.FOOTNOTE, note, note=mark))
        start = note.end
    rest = _trim(text, start, block.span.end)
    return pieces + (_cut_list(text, rest, block if not pieces else Block(rest)) if rest else [])


def _cut_list(text: str, span: Span, block: Block) -> list[Piece]:
    """One piece, or a stem and the items of the list it runs into."""
    kind = _kind(block.marks)
    if kind is Kind.TABLE_ROW:
        return [Piece(kind, span, block.marks, gap=block.gap)]
    inside = run_in_marks(text, block.marks[-1].end if block.marks else span.start, span.end, block.marks)
    if not inside:
        return _cut_question(text, span, block, kind)
    edges = [mark.start for mark in inside] + [span.end]
    stem = Piece(kind, _trim(text, span.start, edges[0]), block.marks, gap=block.gap)
    items = [
        Piece(Kind.LIST_ITEM, _trim(text, mark.start, end), (mark,))
        for mark, end in zip(inside, edges[1:], strict=True)
    ]
    return [stem, *items[:-1], *_split_flush(text, items)]


def _split_flush(text: str, items: Sequence[Piece]) -> list[Piece]:
    """The last item of a run-in list, and the sentences behind it where its other members are parts of one sentence."""
    last = items[-1]
    fragments = all(text[item.span.end - 1] not in ".。．" for item in items[:-1]) and len(items) > 1
    first, *others = sentences(text, last.span.start, last.span.end)
    if not fragments or not others:
        return [last]
    return [replace(last, span=first), Piece(Kind.PARAGRAPH, Span(others[0].start, last.span.end), flush=True)]


def _cut_question(text: str, span: Span, block: Block, kind: Kind) -> list[Piece]:
    """A paragraph that opens with a question and goes on with its answer is two pieces; others stay whole."""
    whole = Piece(kind, span, block.marks, gap=block.gap)
    if not any(mark in text[span.start : span.end] for mark in ("?", "？", "か。")):
        return [whole]
    start = block.marks[-1].end if block.marks else span.start
    found = sentences(text, start, span.end)
    if not found or not asks(found[0].of(text)):
        return [whole]
    if all(asks(sentence.of(text)) for sentence in found):
        return [replace(whole, kind=Kind.QUESTION)]
    return _question_and_answer(text, span, _questions_end(text, Span(start, span.end)), None, block.marks)


def _kind(marks: Sequence[Mark]) -> Kind:
    if not marks or marks[-1].family is Family.DIVISION:
        return Kind.PARAGRAPH
    if marks[-1].family is Family.TARIFF:
        return Kind.TABLE_ROW
    return Kind.PARAGRAPH if marks[-1].readings[0][0].startswith("1.1") else Kind.LIST_ITEM


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
