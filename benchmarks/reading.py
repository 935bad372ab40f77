"""What reading a document costs beside the bare library: `python -m benchmarks.reading`.

Both run in this process on the same bytes, in turn, round by round; only ratios of computing time are told. For PDF the
bare library is pypdfium2 giving the text of every page; for Word files and pages it is lxml parsing the file and a walk
over its elements that takes their text. Ours is everything from the bytes to the document: lines joined, running heads
left out, tables and lists in shape, places, and apart from that also with what the document says of itself.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.corpus import ROOT, pdfs
from benchmarks.timing import Spread
from checker.ingest import Source, docx, html, read
from checker.ingest.pdf import open_pdf
from checker.ingest.pdf.compose import compose
from checker.ingest.pdf.furniture import clear
from checker.ingest.pdf.opening import Opened
from checker.ingest.pdf.pages import OpenPages
from checker.ingest.pdf.scan import scan
from tests import make_office
from tests.make_samples import TEXTS, Text
from tests.make_samples import read as notation

ROUNDS = 9
REPEATED = 40
"""How many times over a sample's text stands in a Word file or page, so that it is about as long as a long filing."""

Reader = Callable[[bytes], object]


def main() -> None:
    """Print one line per format and language: ours, without and with the facts, as ratios to the bare library."""
    english = [file.read_bytes() for file in pdfs()[:12]]
    japanese = [file.read_bytes() for file in sorted((ROOT / "rules").glob("*/samples/*.pdf")) if _is_japanese(file)]
    _row("PDF, English, Federal Register", english, _bare_pdf, _pdf_text, "a.pdf")
    _row("PDF, Japanese, samples", japanese, _bare_pdf, _pdf_text, "a.pdf")
    for lang, name in (("en", "English"), ("ja", "Japanese")):
        texts = [_long(notation(path.read_text("utf-8"))) for path in _texts(lang)]
        _row(f"DOCX, {name}", [make_office.docx(text) for text in texts], _bare_docx, _docx_text, "a.docx")
        _row(f"HTML, {name}", [make_office.html(text) for text in texts], _bare_html, html.account_of, "a.html")


def _row(title: str, documents: Sequence[bytes], bare: Reader, ours: Reader, name: str) -> None:
    whole: Reader = lambda data: read(Source(name, data)).close()  # noqa: E731
    costs = [[_cost(reader, documents) for reader in (bare, ours, whole)] for _ in range(ROUNDS + 1)][1:]
    text, facts = (Spread.of([round_[at] / round_[0] for round_ in costs]) for at in (1, 2))
    sys.stdout.write(f"{title:32} text {text}   with facts {facts}\n")


def _cost(reader: Reader, documents: Sequence[bytes]) -> float:
    began = time.process_time()
    for data in documents:
        reader(data)
    return time.process_time() - began


def _bare_pdf(data: bytes) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def _pdf_text(data: bytes) -> object:
    opened = open_pdf(data)
    assert isinstance(opened, Opened)
    pages = OpenPages(opened.pdf)
    text = compose(clear(scan(pages).layouts).pages).text
    pages.close()
    return text


def _docx_text(data: bytes) -> object:
    return docx.account_of(Source("a.docx", data))


def _bare_docx(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _bare_walk(archive.read("word/document.xml"), is_html=False)


def _bare_html(data: bytes) -> object:
    return _bare_walk(data, is_html=True)


def _bare_walk(data: bytes, is_html: bool) -> object:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8") if is_html else etree.XMLParser(resolve_entities=False)
    root = etree.fromstring(data, parser)
    pieces = []
    for element in root.iter():
        if element.text:
            pieces.append(element.text)
        if element.tail:
            pieces.append(element.tail)
    return "".join(pieces)


def _texts(lang: str) -> list[Path]:
    return [path for path in sorted(TEXTS.glob("*.txt")) if path.read_bytes().startswith(f"lang: {lang}".encode())]


def _long(text: Text) -> Text:
    return Text(text.lang, text.title, text.blocks * REPEATED)


def _is_japanese(file: Path) -> bool:
    return file.stem in {path.stem for path in _texts("ja")}


if __name__ == "__main__":
    main()
