"""Quotes are found wherever the source has them, and a heading is what stands in capitals above them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import Mark, RuleError
from checker.rulebook.quotes import find, heading

PLACE = Mark("a.yaml", 4, 8)
TEXT = """\
GENERAL PROVISIONS: Each Party shall keep the peace.
- JERA announced an investment of $1.5 billion, and the Ports were opened
  to all ships.
PORTS AND SHIPS The Parties opened their ports.
U.S. officials welcomed it.
第一条 締約国は協力する。
ANNEX
Fees are as agreed.
"""


@given(st.data())
def test_any_passage_is_found_at_its_place_however_its_blanks_are_written(data: st.DataObject) -> None:
    words = list(re.finditer(r"\S+", TEXT))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    passage = TEXT[words[first].start() : words[last].end()]
    quote = data.draw(st.sampled_from(["\n", "  ", " "])).join(passage.split())
    if len(re.findall(re.escape(" ".join(passage.split())), " ".join(TEXT.split()))) == 1:
        span = find(quote, TEXT, PLACE)
        assert (span.start, span.end) == (words[first].start(), words[last].end())


def test_a_quote_that_is_not_there_is_refused_with_the_digest_and_the_nearest_passage() -> None:
    with pytest.raises(RuleError) as caught:
        find("The Parties opened all ports", "The Parties opened their ports.\n", PLACE)
    assert str(caught.value) == (
        "a.yaml:4:8: the quote was not found in the source text "
        "(sha256 b419d1dcd9fae7832bcfabbb8ed0e2dd583f2ff04a87f54b32d6dea3039f7961)\n"
        "  hint: the nearest passage reads: The Parties opened their ports"
    )


@pytest.mark.parametrize(
    ("quote", "above"),
    [
        ("Each Party", "GENERAL PROVISIONS"),
        ("an investment", "GENERAL PROVISIONS"),
        ("The Parties opened", "PORTS AND SHIPS"),
        ("welcomed", "PORTS AND SHIPS"),
        ("締約国", "PORTS AND SHIPS"),
        ("Fees", "ANNEX"),
    ],
)
def test_the_heading_is_the_capitals_that_open_the_paragraph_or_one_above(quote: str, above: str) -> None:
    assert heading(TEXT, TEXT.index(quote)) == above


def test_a_text_without_headings_gives_none() -> None:
    assert heading("締約国は協力する。\nthe end", 3) == ""
