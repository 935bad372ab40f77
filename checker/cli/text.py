"""`checker text`: a document as the checker holds it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from checker.cli.options import docx_view_option, lang_option, ocr_option, verbose_option

if TYPE_CHECKING:
    from checker.model.document import Document


@click.command(short_help="Print a document's text as the checker reads it.")
@click.argument("document")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    help="text: the words alone; json, html: also where they stand, page by page or part by part.",
)
@docx_view_option
@ocr_option
@lang_option
@verbose_option
def text(document: str, form: str, docx_view: str, ocr: str, lang: str) -> int:
    """Print the text of DOCUMENT (a file, or - for standard input) as the checker reads it.

    Places in all outputs count the characters of this text from 0. Exit status: 0 read, 3 read in part, 4 not read.
    """
    from checker.cli.reading import read_one
    from checker.cli.targets import write

    report = read_one(document, docx_view, ocr)
    if form == "json":
        write(
            json.dumps([_told(each) for each in report.documents], ensure_ascii=False, indent=1).encode() + b"\n", None
        )
    elif form == "html":
        from checker.render import Options
        from checker.render.as_html import render_reading

        write(render_reading(report.documents, Options(lang=lang)), None)
    else:
        for each in report.documents:
            write(each.text.encode(), None)
    return report.exit_code


def _told(document: Document) -> dict[str, object]:
    """A document with the places of its words: pages with their size in points, or the parts of formats without any."""
    return {
        "path": document.path,
        "media_type": document.media_type,
        "state": document.state.value,
        "languages": document.languages,
        "characters": len(document.text),
        "text": document.text,
        "pages": [
            {
                "page": page.number,
                "start": page.span.start,
                "end": page.span.end,
                "width": page.width,
                "height": page.height,
                "characters": len(page.span),
                "source": page.layer.value,
                "order": "high" if page.in_order else "low",
                "confidence": page.confidence,
            }
            for page in document.pages
        ],
        "places": [{"start": place.start, "where": place.words} for place in document.places],
        "problems": [
            {"code": problem.code, "message": problem.message, "where": problem.where} for problem in document.problems
        ],
    }
