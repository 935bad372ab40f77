"""A report becomes data for outputs: one module per format; nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.later import later
from checker.render.anchor import AnchorKind
from checker.render.options import Options, Renderer

__all__ = ["PICTURED", "RENDERERS", "ROWED", "AnchorKind", "Options", "Renderer"]

RENDERERS: Mapping[str, Renderer] = {
    "text": later("checker.render.as_text", "render"),
    "json": later("checker.render.as_json", "render"),
    "html": later("checker.render.as_html", "render"),
    "sarif": later("checker.render.as_sarif", "render"),
    "sarif-full": later("checker.render.as_sarif", "render_full"),
    "junit": later("checker.render.as_junit", "render"),
    "github": later("checker.render.as_github", "render"),
    "github-summary": later("checker.render.as_summary", "render"),
    "gitlab": later("checker.render.as_gitlab", "render"),
    "rows": later("checker.render.as_rows", "render"),
    "csv": later("checker.render.as_csv", "render"),
    "md": later("checker.render.as_markdown", "render"),
    "xlsx": later("checker.render.as_xlsx", "render"),
    "docx": later("checker.render.as_docx", "render"),
    "print": later("checker.render.as_html", "render_print"),
    "pdf": later("checker.render.as_pdf", "render"),
}
"""The formats of `--format`, by name."""

ROWED = ("rows", "xlsx")
"""The formats that show the verdict on every row of record files."""

PICTURED = ("html", "print", "pdf")
"""The formats that show pictures of pages."""
