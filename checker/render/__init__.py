"""A report becomes data for outputs: one module per format; nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.render import as_html, as_json, as_text
from checker.render.options import Options, Renderer

__all__ = ["RENDERERS", "Options", "Renderer"]

RENDERERS: Mapping[str, Renderer] = {
    "text": as_text.render,
    "json": as_json.render,
    "html": as_html.render,
}
"""The formats of `--format`, by name."""
