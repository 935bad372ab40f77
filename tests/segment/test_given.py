"""Provisions that a caller has cut already: labels, headings and lead-ins are read, the cuts stay."""

from __future__ import annotations

import pytest
from hypothesis import given as cases
from hypothesis import strategies as st

from checker.model.provision import Kind
from checker.model.text import Span
from checker.segment import given

PARTS = (
    "2. Duties",
    "The receiving party shall not:",
    "(a) copy the drawings;",
    "(b) show them to anyone.",
    "This section survives.",
)
TEXT = "\n".join(PARTS)


def spans(parts: tuple[str, ...]) -> list[Span]:
    starts = [TEXT.index(part) for part in parts]
    return [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]


def test_each_part_is_one_provision_that_knows_its_place() -> None:
    found = given(TEXT, spans(PARTS))
    assert [provision.span.of(TEXT) for provision in found] == list(PARTS)
    assert [provision.kind for provision in found] == [
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.LIST_ITEM,
        Kind.LIST_ITEM,
        Kind.PARAGRAPH,
    ]
    assert [[lead_in.of(TEXT) for lead_in in provision.lead_ins] for provision in found] == [
        [],
        [],
        [PARTS[1]],
        [PARTS[1]],
        [],
    ]
    assert [heading.of(TEXT) for heading in found[3].headings] == ["2. Duties"]
    assert found[3].label == "section 2(b)"


def test_blanks_around_a_part_are_no_part_of_it() -> None:
    (found,) = given(" A gate. ", [Span(0, 9)])
    assert (found.span, found.sentences) == (Span(1, 8), (Span(1, 8),))


@pytest.mark.parametrize("cut", [[Span(0, 1)], [Span(0, 4), Span(3, 8)], [Span(4, 8), Span(0, 4)]])
def test_parts_that_are_blank_or_out_of_order_are_refused(cut: list[Span]) -> None:
    with pytest.raises(ValueError, match="follow each other"):
        given(" A gate.", cut)


@cases(st.lists(st.text("ab(1.) :\nS", min_size=1).filter(str.strip), max_size=6))
def test_no_part_is_lost_or_cut_again(parts: list[str]) -> None:
    text = "".join(parts)
    ends = [sum(map(len, parts[: number + 1])) for number in range(len(parts))]
    cut = [Span(end - len(part), end) for part, end in zip(parts, ends, strict=True)]
    assert [provision.span.of(text) for provision in given(text, cut)] == [part.strip() for part in parts]
