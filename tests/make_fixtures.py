"""Prints the pages in `tests/ingest/fixtures` to PDF: columns, vertical writing, readings beside kanji.

Run `python -m tests.make_fixtures` after changing one; it needs Chromium and the Noto CJK fonts. The PDF files are kept
because they differ with the program and the fonts; the texts are our own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FIXTURES = Path(__file__).parent / "ingest" / "fixtures"
CHROMIUM = "chromium"


def main() -> None:
    """Print every page anew."""
    for page in sorted(FIXTURES.glob("*.html")):
        command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        target = page.with_suffix(".pdf")
        subprocess.run([*command, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True)
        sys.stdout.write(f"printed {target.name}\n")


if __name__ == "__main__":
    main()
