"""A report becomes data for outputs: one module per format; nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.render import as_github, as_gitlab, as_html, as_json, as_junit, as_rows, as_sarif, as_summary, as_text
from checker.render.anchor import AnchorKind
from checker.render.options import Options, Renderer

__all__ = ["RENDERERS", "AnchorKind", "Options", "Renderer"]

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
}
"""The formats of `--format`, by name."""
