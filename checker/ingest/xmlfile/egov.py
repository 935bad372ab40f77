"""The XML of the e-Gov law search: articles, paragraphs and items of Japanese laws, with their numbers as the place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.ingest.html.words import joined
from checker.ingest.pieces import text_of
from checker.ingest.writer import Account, Writer

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = {
    "LawTitle": 1,
    "PartTitle": 2,
    "ChapterTitle": 3,
    "SectionTitle": 4,
    "SubsectionTitle": 5,
    "DivisionTitle": 6,
    "SupplProvisionLabel": 2,
    "AppdxTableTitle": 3,
}
_PARAGRAPHS = ("LawNum", "ArticleCaption", "EnactStatement", "Preamble", "RelatedArticleNum", "AmendProvisionSentence")
_SENTENCES = ("ParagraphSentence", "ItemSentence", *(f"Subitem{level}Sentence" for level in range(1, 11)))
_TITLES = ("ArticleTitle", "ParagraphNum", "ItemTitle", *(f"Subitem{level}Title" for level in range(1, 11)))
_LEVELS = {"Article": "Article", "Paragraph": "paragraph", "Item": "item", "SupplProvision": "supplementary provisions"}
_SKIPPED = ("Rt", "TOC")
_CHOSEN = (*_HEADINGS, *_PARAGRAPHS, *_TITLES, *_SENTENCES, "Table", "List")


def account(root: _Element) -> Account:
    """The law's text, each paragraph and item with its number before it."""
    from lxml import etree

    etree.strip_elements(root, *_SKIPPED, with_tail=False)
    writer = Writer()
    lead: list[str] = []
    for element in _chosen(root):
        tag, words = str(element.tag), joined(text_of(element))
        if tag in _TITLES:
            lead.append(words)
        elif tag == "Table":
            writer.table(_rows(element), _place(element), 0)
        elif tag in _HEADINGS:
            writer.block("#" * _HEADINGS[tag] + " " + words, _place(element))
        else:
            spoken = "".join(_sentences(element)) if tag in _SENTENCES else words
            writer.block("　".join([*filter(None, lead), spoken]) if spoken else "", _place(element))
            lead = []
    title = next(root.iter("LawTitle"), None)
    return Account(writer.written(), {"title": joined(text_of(title))} if title is not None else {})


def _chosen(root: _Element) -> Iterator[_Element]:
    """The blocks of a law in order, none inside a table or another block."""
    for element in root.iter(*_CHOSEN):
        if next(element.iterancestors("Table", "AppdxTableTitle", *_PARAGRAPHS), None) is None:
            yield element


def _sentences(owner: _Element) -> list[str]:
    """The sentences of a paragraph as they stand, columns set apart; a proviso goes with the sentence before it."""
    columns = list(owner.iter("Column"))
    if columns:
        return ["　".join(joined(text_of(column)) for column in columns)]
    return [joined(text_of(sentence)) for sentence in owner.iter("Sentence")] or [joined(text_of(owner))]


def _rows(table: _Element) -> list[list[str]]:
    rows = [
        [joined(text_of(cell)) for cell in row.iter("TableColumn", "TableHeaderColumn")]
        for row in table.iter("TableRow", "TableHeaderRow")
    ]
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows if row]


def _place(element: _Element) -> str:
    """The numbers of the units that hold an element: "Article 2, paragraph 1, item 3"."""
    units = [each for each in element.iterancestors() if each.tag in _LEVELS]
    named = [f"{_LEVELS[str(each.tag)]} {each.get('Num', '')}".strip() for each in reversed(units)]
    return ", ".join(named) or f"line {element.sourceline}"
