"""What a text's provisions tell a test: kinds, labels and words instead of offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model.document import Document, State
from checker.model.provision import Kind, Provision
from checker.model.text import Span
from checker.segment import segment


def document(text: str) -> Document:
    return Document("sample.txt", "0" * 64, len(text), "text/plain", text, State.CHECKED)


def provisions(text: str) -> tuple[Provision, ...]:
    return segment(document(text))


def words(text: str, spans: Sequence[Span]) -> list[str]:
    """The words at some spans, each on one line."""
    return [on_one_line(span.of(text)) for span in spans]


def on_one_line(lines: str) -> str:
    return re.sub(r"\s*[\r\n]\s*", " ", lines)


def told(text: str) -> list[tuple[Kind, str, str]]:
    """Kind, label and words of every provision."""
    return [(p.kind, p.label, on_one_line(p.span.of(text))) for p in provisions(text)]


def holding(text: str, sought: str) -> Provision:
    """The provision that holds the first occurrence of some words."""
    place = text.index(sought)
    return next(p for p in provisions(text) if p.span.start <= place < p.span.end)


def lead_ins(text: str, sought: str) -> list[str]:
    return words(text, holding(text, sought).lead_ins)


def headings(text: str, sought: str) -> list[str]:
    return words(text, holding(text, sought).headings)


def sentences(text: str) -> list[str]:
    """Every sentence of a text."""
    return words(text, [sentence for provision in provisions(text) for sentence in provision.sentences])
