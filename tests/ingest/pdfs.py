"""Small PDF files of our own for the tests, made with reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from checker.ingest import Issuers, Reading, Source, Stated, read

Word = tuple[float, float, str]
"""Words and where they stand: points from the left and from the bottom."""

LETTER = (612.0, 792.0)


def column(left: float, top: float, lines: Iterable[str], leading: float = 12) -> list[Word]:
    """Lines of text one below the other, the first `top` points from the bottom."""
    return [(left, top - leading * at, line) for at, line in enumerate(lines)]


def pdf(
    *pages: Sequence[Word],
    size: tuple[float, float] = LETTER,
    font: str = "Times-Roman",
    points: float = 10,
    **options: Any,
) -> bytes:
    """A PDF of these pages.

    Options: `rotation` (the pages are drawn turned and stored with the turn that shows them upright),
    `crop` (left, bottom, right, top), `encrypt`, `title`, `author`.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True, encrypt=options.get("encrypt"))
    canvas.setTitle(options.get("title", ""))
    canvas.setAuthor(options.get("author", ""))
    if font.startswith("Heisei"):
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    for words in pages:
        if "crop" in options:
            canvas.setCropBox(options["crop"])
        _turn(canvas, options.get("rotation", 0), size)
        canvas.setFont(font, points)
        for left, bottom, text in words:
            canvas.drawString(left, bottom, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _turn(canvas: Canvas, rotation: int, size: tuple[float, float]) -> None:
    canvas.setPageRotation(rotation)
    width, height = size
    canvas.translate(*{0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[rotation])
    canvas.rotate(rotation)


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF of pages that draw themselves, in Times-Roman of 10 points unless they say otherwise."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=True)
    for draw in pages:
        canvas.setFont("Times-Roman", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def raw_pdf(content: bytes, count: int = 1, kids: str = "3 0 R", catalog: str = "", unicodes: bytes = b"") -> bytes:
    """A one-page PDF written by hand.

    `content` is the page's content stream, `count` and `kids` what the page tree says, `catalog` more entries of the
    catalog, `unicodes` what the font's table says its characters mean ("<41> <D842DFB7>").
    """
    table = b"1 begincodespacerange <00> <FF> endcodespacerange %d beginbfchar %s endbfchar" % (
        bool(unicodes),
        unicodes,
    )
    page = b"/MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
    meaning = b"/ToUnicode 6 0 R " if unicodes else b""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R %s >>" % page,
        _stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s>>" % meaning,
        _stream(b"begincmap %s endcmap" % table),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    xref = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + xref + trailer


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def locked(user: str, owner: str) -> StandardEncryption:
    """Encryption with a user's and an owner's password; an empty user's password opens for everyone."""
    return StandardEncryption(user, ownerPassword=owner, canCopy=0)


def reading(data: bytes, path: str = "filing.pdf", known: Issuers = (), stated: Stated | None = None) -> Reading:
    """The reading of `data`."""
    return read(Source(path, data, stated or Stated()), known)


def text_of(*pages: Sequence[Word], **options: Any) -> str:
    """The text that is read from a PDF of these pages."""
    return reading(pdf(*pages, **options)).document.text
