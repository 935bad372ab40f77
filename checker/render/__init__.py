"""A report becomes data for outputs: one module per format; nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.render import as_html, as_json, as_sarif, as_text
from checker.render.anchor import AnchorKind
from checker.render.options import Options, Renderer

__all__ = ["RENDERERS", "AnchorKind", "Options", "Renderer"]

RENDERERS: Mapping[str, Renderer] = {
    "text": as_text.render,
    "json": as_json.render,
    "html": as_html.render,
    "sarif": as_sarif.render,
    "sarif-full": as_sarif.render_full,
}
"""The formats of `--format`, by name."""
