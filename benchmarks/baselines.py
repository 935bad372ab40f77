"""What the checker is compared with, each run as a program of its own: `python -m benchmarks.baselines WHAT FOLDER`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

PHRASES = (
    "additional duty", "ad valorem", "column 1", "duty rate", "most-favored-nation", "products of japan", "japan",
    "united states", "reciprocal tariff", "general rate", "harmonized tariff schedule", "heading", "subheading",
    "executive order", "proclamation", "section 232", "customs and border protection", "liquidation", "drawback",
    "foreign trade zone", "motor vehicle", "passenger vehicle", "safety standard", "type approval", "certification",
    "testing", "without additional", "investment", "steel", "aluminum", "semiconductor", "pharmaceutical", "aircraft",
    "smartphone", "software", "app store", "discrimination", "national origin",
    "intellectual property", "entry into force",
)  # fmt: skip


def pdfium_text(file: Path) -> str:
    """A PDF's text, by pypdfium2 alone."""
    import pypdfium2

    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def plumber_text(file: Path) -> str:
    """A PDF's text, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(file) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def hits(text: str) -> Iterator[tuple[str, int]]:
    """Where each of the phrases stands in a text, one pattern after the other."""
    for phrase in PHRASES:
        for match in re.finditer(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE):
            yield phrase, match.start()


def main(what: str, folder: str) -> None:
    """Read every PDF of a folder in one of three ways."""
    found = 0
    for file in sorted(Path(folder).glob("*.pdf")):
        if what == "pdfium":
            found += len(pdfium_text(file))
        else:
            found += sum(1 for _ in hits(pdfium_text(file) if what == "pdfium-regex" else plumber_text(file)))
    sys.stdout.write(f"{found}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
