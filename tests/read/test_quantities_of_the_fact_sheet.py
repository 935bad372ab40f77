"""Every amount of the fact sheet of 28 October 2025, in its order: nothing missed, nothing read twice."""

from __future__ import annotations

from checker.resources import data
from tests.read.told import told

AMOUNTS = """
$550 billion = 550,000,000,000 usd
Up to $332 billion = at_most 332,000,000,000 usd
Up to $25 billion = at_most 25,000,000,000 usd
Up to $25 billion = at_most 25,000,000,000 usd
Up to $20 billion = at_most 20,000,000,000 usd
Up to $30 billion = at_most 30,000,000,000 usd
up to $25 billion = at_most 25,000,000,000 usd
up to $20 billion = at_most 20,000,000,000 usd
Up to $15 billion = at_most 15,000,000,000 usd
Up to $15 billion = at_most 15,000,000,000 usd
Up to $3 billion = at_most 3,000,000,000 usd
$2 billion = 2,000,000,000 usd
$600 million = 600,000,000 usd
$500 million = 500,000,000 usd
$350 million = 350,000,000 usd
more than 10% = more 10 percent
$1.5 billion = 1,500,000,000 usd
more than $6 billion = more 6,000,000,000 usd
over $100 million = more 100,000,000 usd
$550 billion = 550,000,000,000 usd
15% = 15 percent
"""


def test_the_fact_sheet_states_twenty_one_amounts() -> None:
    source = data("rules") / "us-japan-2025" / "source" / "fact-sheet-2025-10-28.txt"
    assert told(source.read_text(encoding="utf-8")) == AMOUNTS.strip().splitlines()
