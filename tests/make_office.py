"""Writes a sample's text as a Word file or an HTML page, byte for byte the same every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.make_samples import Text

_BASE = "http://schemas.openxmlformats.org"
_W = f"{_BASE}/wordprocessingml/2006/main"
_OFFICE = f"{_BASE}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_BASE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{_W}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level in (1, 2)
    )
    + "</w:styles>"
)
_NOTE = "Sample text written for testing; not an official document"


def docx(text: Text) -> bytes:
    """The Word file of a text."""
    core = (
        f'<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
        f'xmlns:cp="{_BASE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(text.title)}</dc:title>'
        f"<dc:subject>{_NOTE}</dc:subject></cp:coreProperties>"
    )
    body = "".join(_docx_blocks(text))
    files = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(
            ("officeDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{_BASE}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(("styles", f"{_OFFICE}/styles", "styles.xml")),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body>'
        "</w:document>",
        "word/styles.xml": _STYLES,
        "docProps/core.xml": core,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def html(text: Text) -> bytes:
    """The HTML page of a text."""
    head = f'<meta charset="utf-8">\n<title>{escape(text.title)}</title>\n<meta name="description" content="{_NOTE}">'
    body = "\n".join(_html_blocks(text))
    page = f'<!DOCTYPE html>\n<html lang="{text.lang}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    return page.encode()


def _relations(*relations: tuple[str, str, str]) -> str:
    shown = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_BASE}/package/2006/relationships">{shown}'
        "</Relationships>"
    )


def _docx_blocks(text: Text) -> Iterator[str]:
    for block in text.blocks:
        if block.startswith("|"):
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
            yield f"<w:tbl>{''.join(_docx_row(row, head=number == 0) for number, row in enumerate(rows))}</w:tbl>"
        else:
            words = block.lstrip("#")
            level = len(block) - len(words)
            yield _docx_paragraph(words.strip(), f'<w:pStyle w:val="Heading{level}"/>' if level else "")


def _docx_row(cells: list[str], head: bool) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{properties}{''.join(f'<w:tc>{_docx_paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _docx_paragraph(words: str, properties: str = "") -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}<w:r>{lines}</w:r></w:p>"


def _html_blocks(text: Text) -> Iterator[str]:
    for block in text.blocks:
        if block.startswith("|"):
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
            shown = "\n".join(
                f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>"
                for row, tag in zip(rows, ["th", *["td"] * len(rows)], strict=False)
            )
            yield f"<table>\n{shown}\n</table>"
        else:
            words = block.lstrip("#")
            level = len(block) - len(words)
            tag = f"h{level}" if level else "p"
            yield f"<{tag}>{escape(words.strip())}</{tag}>"
