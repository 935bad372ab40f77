"""Every row of docs/bad-inputs.md has a test, and every test of a row its row."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.bad_inputs import test_documents, test_rules

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[2] / "docs" / "bad-inputs.md"


def test_every_row_of_the_page_is_tested() -> None:
    told = [int(number) for number in re.findall(r"^\| (\d+) \|", PAGE.read_text("utf-8"), re.MULTILINE)]
    named = {
        int(number)
        for file in FOLDER.glob("test_*.py")
        for number in re.findall(r"def test_row_(\d+)", file.read_text("utf-8"))
    }
    tabled = {row for row, *_ in (*test_rules.HOSTILE, *test_rules.SPOILED)} | set(test_documents.ROWS)
    assert told == sorted(named | tabled)
