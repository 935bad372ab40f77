"""A report becomes data for outputs: one module per format; nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.render import (
    as_csv,
    as_docx,
    as_github,
    as_gitlab,
    as_html,
    as_json,
    as_junit,
    as_markdown,
    as_pdf,
    as_rows,
    as_sarif,
    as_summary,
    as_text,
    as_xlsx,
)
from checker.render.anchor import AnchorKind
from checker.render.options import Options, Renderer

__all__ = ["PICTURED", "RENDERERS", "AnchorKind", "Options", "Renderer"]

RENDERERS: Mapping[str, Renderer] = {
    "text": as_text.render,
    "json": as_json.render,
    "html": as_html.render,
    "sarif": as_sarif.render,
    "sarif-full": as_sarif.render_full,
    "junit": as_junit.render,
    "github": as_github.render,
    "github-summary": as_summary.render,
    "gitlab": as_gitlab.render,
    "rows": as_rows.render,
    "csv": as_csv.render,
    "md": as_markdown.render,
    "xlsx": as_xlsx.render,
    "docx": as_docx.render,
    "print": as_html.render_print,
    "pdf": as_pdf.render,
}
"""The formats of `--format`, by name."""

PICTURED = ("html", "print", "pdf")
"""The formats that show pictures of pages."""
