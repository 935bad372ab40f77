"""Provisions: the numbered or delimited units of a document, and the sentences in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.text import Span


class Kind(StrEnum):
    """What a provision is in the document's structure."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row with the header it stands under (empty where the table has none)."""

    span: Span
    header: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of a document.

    `label` is its place as a person would cite it ("Sec. 2(a)", "row 3 of the table", "第三条第二項").
    `lead_ins` and `headings` are the spans it reads with, outermost first: "The following are exempt:" for its
    items, the headings above it. `sentences` partition the words of `span`.
    """

    kind: Kind
    span: Span
    label: str
    sentences: tuple[Span, ...]
    headings: tuple[Span, ...] = ()
    lead_ins: tuple[Span, ...] = ()
    cells: tuple[Cell, ...] = ()

    def __post_init__(self) -> None:
        if not self.label:
            raise ValueError("a provision needs a label a person can cite")
        if not all(self.span.covers(sentence) for sentence in self.sentences):
            raise ValueError("a sentence lies outside its provision")
