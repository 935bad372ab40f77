"""Writes the sample filings that are not plain UTF-8 text: PDF, Word and HTML files and one Shift_JIS file.

Run `python tests/make_samples.py` after changing a text in `tests/sample_texts/`. A text for a PDF begins with
`lang:` and `title:`; its paragraphs are separated by blank lines, `#` opens a centred line, `##` a heading and
`|` a table row, the first row of a table being its header.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from tests.make_office import docx, html

TEXTS = Path(__file__).parent / "sample_texts"
SAMPLES = Path(__file__).parents[1] / "rules" / "us-japan-2025" / "samples"
SHIFT_JIS = "unyu-shikyoku-jimurenraku"
ALSO = {
    "commerce-notice-rates-table": (".docx", ".html"),
    "kokuji-beikokusei-joyosha": (".docx", ".html"),
    "mlit-notice-us-made-cars": (".docx",),
}
WRITERS = {".docx": docx, ".html": html}
FONTS = {"en": ("Times-Roman", "Times-Bold"), "ja": ("HeiseiMin-W3", "HeiseiKakuGo-W5")}
WIDTH = 454  # of the text, in points


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a sample: its language, its title, and its paragraphs, headings and tables as written."""

    lang: str
    title: str
    blocks: tuple[str, ...]


def read(source: str) -> Text:
    """The parts of a text in the notation above."""
    head, body = source.split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Text(fields["lang"], fields["title"], tuple(block.strip() for block in body.split("\n\n")))


def make(folder: Path) -> None:
    """Write every generated sample into `folder`."""
    for path in sorted(TEXTS.glob("*.txt")):
        source = path.read_text(encoding="utf-8")
        if path.stem == SHIFT_JIS:
            (folder / path.name).write_bytes(source.replace("\n", "\r\n").encode("shift_jis"))
        else:
            _pdf(read(source), folder / f"{path.stem}.pdf")
            for suffix in ALSO.get(path.stem, ()):
                (folder / f"{path.stem}{suffix}").write_bytes(WRITERS[suffix](read(source)))


def _pdf(text: Text, target: Path) -> None:
    from reportlab.lib.pagesizes import A4, letter
    from reportlab.platypus import SimpleDocTemplate

    _register_fonts()
    size = A4 if text.lang == "ja" else letter
    margin = (size[0] - WIDTH) / 2
    document = SimpleDocTemplate(
        str(target),
        pagesize=size,
        leftMargin=margin,
        rightMargin=margin,
        title=text.title,
        subject="Sample text written for testing; not an official document",
        invariant=1,  # no clock in the file
    )
    document.build(list(_flow(text)), onFirstPage=_page_number, onLaterPages=_page_number)


def _register_fonts() -> None:
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont

    for name in FONTS["ja"]:
        registerFont(UnicodeCIDFont(name))


def _page_number(canvas: Any, document: Any) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(document.pagesize[0] / 2, 36, f"- {canvas.getPageNumber()} -")


def _flow(text: Text) -> Iterator[Any]:
    """The flowables of a text, in order."""
    from reportlab.platypus import Paragraph, Spacer

    for block in text.blocks:
        if block.startswith("|"):
            yield _table([_cells(line) for line in block.splitlines()], text.lang)
        else:
            words = block.lstrip("#")
            yield Paragraph(escape(words.strip()), _style(text.lang, len(block) - len(words)))
        yield Spacer(1, 6)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def _style(lang: str, level: int) -> Any:
    """The style of a paragraph (level 0), a centred line (1) or a heading (2)."""
    from reportlab.lib.enums import TA_CENTER, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle

    plain, bold = FONTS[lang]
    return ParagraphStyle(
        f"{lang}-{level}",
        fontName=bold if level else plain,
        fontSize=12 if level == 1 else 10.5,
        leading=16,
        alignment=TA_CENTER if level == 1 else TA_LEFT,
        wordWrap="CJK" if lang == "ja" else None,
    )


def _table(rows: list[list[str]], lang: str) -> Any:
    from reportlab.lib.colors import black
    from reportlab.platypus import Paragraph, Table

    cells = [[Paragraph(escape(cell), _style(lang, 0)) for cell in row] for row in rows]
    style = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(cells, colWidths=_widths(rows), repeatRows=1, style=style)


def _widths(rows: list[list[str]]) -> list[float]:
    """Column widths in points: by the longest cell, so that no column is lost beside a long one."""
    shares = [6 + min(40, max(map(len, column))) for column in zip(*rows, strict=True)]
    return [WIDTH * share / sum(shares) for share in shares]


if __name__ == "__main__":
    make(SAMPLES)
    sys.stdout.write(f"wrote the samples to {SAMPLES}\n")
