"""Small Word files of our own for the tests, written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from checker.ingest import Reading
from tests.ingest.pdfs import reading

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this `body` and these further `parts`, each the inside of its root element, by file name."""
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": f"<w:{name} {NAMES}>{inside}</w:{name}>" for name, inside in (parts or {}).items()},
    }
    return packed(files)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of `files`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; words that are no markup become a run of their own."""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def run(words: str, properties: str = "") -> str:
    """A run of words with these properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def table(*rows: tuple[str, ...], head: bool = False) -> str:
    """A table of rows of cells; a cell that is no markup becomes a paragraph."""
    shown = []
    for number, row in enumerate(rows):
        properties = "<w:trPr><w:tblHeader/></w:trPr>" if head and not number else ""
        cells = "".join(cell if cell.startswith("<") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)
        shown.append(f"<w:tr>{properties}{cells}</w:tr>")
    return f"<w:tbl>{''.join(shown)}</w:tbl>"


def read_docx(body: str, parts: Mapping[str, str] | None = None) -> Reading:
    """The reading of such a file."""
    return reading(docx(body, parts), "notice.docx")
