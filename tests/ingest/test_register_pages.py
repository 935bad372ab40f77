"""Two pages each of ten documents of the Federal Register, read with care and found whole, in order and well joined.

`register_pages.yaml` holds the sentences in their order, each as the beginning of the hash of its words: whether they
are whole, in order, joined across lines and pages, and free of running heads can be compared without the texts. Whoever
changes how PDFs are read looks at the pages again before writing the file anew with `--accept`.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from checker.ingest import Source, read

EXPECTED = Path(__file__).with_name("register_pages.yaml")
PAGES = 2
_SENTENCE_END = re.compile(r"(?<=[.:;])\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each as the first eight figures of the hash of its words."""
    pieces = (words for paragraph in text.split("\n\n") for words in _SENTENCE_END.split(paragraph) if words.strip())
    return [hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8] for words in pieces]


def seen(file: Path) -> str:
    """The sentences of the first pages of a file, one line each."""
    reading = read(Source(file.name, file.read_bytes()))
    document = reading.document
    reading.close()
    return " ".join(sentences(document.text[: document.pages[PAGES - 1].span.end]))


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    return dict(yaml.safe_load(EXPECTED.read_text("utf-8")))


def test_ten_documents_read_as_a_careful_reader_reads_them(
    shared: Path, expected: dict[str, str], request: pytest.FixtureRequest
) -> None:
    folder = shared / "corpus" / "federal-register"
    if request.config.getoption("--accept"):
        found = {name: seen(folder / name) for name in expected}
        EXPECTED.write_text(yaml.safe_dump(found, width=118), "utf-8")
    assert len(expected) == 10
    assert {name: seen(folder / name) for name in expected} == expected


def test_a_change_in_order_or_a_lost_join_is_seen() -> None:
    text = "One is so. Two is\nso; and three.\n\nFour."
    assert len(sentences(text)) == 4
    assert sentences(text) == sentences("One is so. Two is so; and three.\n\nFour.")
    assert sentences(text) != sentences("One is so. Two is so; and three. - 2 -\n\nFour.")
    assert sentences(text) != sentences("Two is so; One is so. and three.\n\nFour.")
