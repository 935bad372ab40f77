"""The report as one HTML file that opens anywhere: no request, no server, nothing run but its own filter."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from checker.model.report import Report
from checker.render.options import Options
from checker.render.view import page
from checker.render.visible import visible
from checker.render.words import Words
from checker.resources import data

if TYPE_CHECKING:
    from jinja2 import Environment


def render(report: Report, options: Options) -> bytes:
    """`report` as one self-contained page in UTF-8, in the language of `options`."""
    style, script = _asset("report.css"), _asset("report.js")
    text = (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=page(report, options),
            words=Words(options.lang),
            style=_trusted(style),
            script=_trusted(script),
            policy=_policy(style, script),
        )
    )
    return (text.rstrip("\n") + "\n").encode()


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_asset),
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _asset(name: str) -> str:
    return (data("reports") / "html" / name).read_text(encoding="utf-8")


def _trusted(asset: str) -> Any:
    """Our own style or script, which the page must hold byte for byte; nothing else is ever exempt from escaping."""
    from markupsafe import Markup

    if "</" in asset:
        raise ValueError("an asset must not end its own element")
    return Markup(asset)


def _shown(value: object) -> object:
    """What a template prints: text with its unseen characters made visible, our own markup as it is."""
    return visible(value) if type(value) is str else value


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(asset: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode('ascii')}"
