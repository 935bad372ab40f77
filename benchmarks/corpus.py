"""Documents to measure with: the Federal Register PDFs beside the checkout, as many times over as it takes."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "federal-register"


def pdfs() -> list[Path]:
    """The real PDFs."""
    found = sorted(CORPUS.glob("*.pdf"))
    if not found:
        raise SystemExit(f"the PDFs to measure with are not in {CORPUS}")
    return found


def many(folder: Path, count: int) -> Path:
    """A folder with `count` PDFs, each with a trailing comment of its own so that no two have the same hash."""
    originals = [file.read_bytes() for file in pdfs()]
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        copy = originals[number % len(originals)] + f"\n% {number}\n".encode()
        (folder / f"{number:05}.pdf").write_bytes(copy)
    return folder
