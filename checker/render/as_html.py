"""The report as one HTML file that opens anywhere: no request, no server, nothing run but its own script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from checker.model.document import Document
from checker.model.report import Report
from checker.render import as_json
from checker.render.island import Island, island
from checker.render.options import Options
from checker.render.view import PRINTED, page
from checker.render.view_findings import FULL, select
from checker.render.view_parts import shelf
from checker.render.view_reading import reading_view
from checker.render.visible import visible
from checker.render.words import Words
from checker.resources import data

if TYPE_CHECKING:
    from jinja2 import Environment

_SCRIPTS = ("bind.js", "list.js", "decide.js", "start.js")
_STYLES = ("colours.css", "report.css", "print.css")


def render(report: Report, options: Options) -> bytes:
    """`report` as one self-contained page in UTF-8, in the language of `options`."""
    on, results = shelf(report, Words(options.lang)), _results_sha256(report, options)
    shown = page(on, options, results, static=FULL)
    return _page("report.html.j2", shown, options, _joined(_SCRIPTS), island(select(report), on, results))


def render_print(report: Report, options: Options) -> bytes:
    """`report` for paper: every finding in the markup, up to what a printer bears, no script."""
    on = shelf(report, Words(options.lang))
    return _page(
        "report.html.j2", page(on, options, _results_sha256(report, options), static=PRINTED), options, "", None
    )


def render_reading(documents: Iterable[Document], options: Options) -> bytes:
    """What was read of `documents`, each stretch of words beside its place; no script."""
    return _page("reading.html.j2", reading_view(documents, Words(options.lang)), options, "", None)


def _page(template: str, shown: object, options: Options, script: str, findings: Island | None) -> bytes:
    style = _joined(_STYLES) + _accent(options.accent)
    text = (
        _environment()
        .get_template(template)
        .render(
            page=shown,
            words=Words(options.lang),
            hollow=Hollow(),
            packed=findings is not None and findings.packed,
            data=_trusted(findings.text if findings else ""),
            opened=not script,
            style=_trusted(style),
            script=_trusted(script),
            policy=_policy(style, script),
        )
    )
    return (text.rstrip("\n") + "\n").encode()


def _accent(colour: str) -> str:
    """An office's colour, on white paper only: it was chosen for that, and the dark page has one that stands out."""
    where = "@media (prefers-color-scheme: light), print"
    return f"{where} {{ :root {{ --link: {colour}; }} }}\n" if colour else ""


class Hollow:
    """Stands for any value while the template of a finding is made: there, printed as nothing, one of every list."""

    def __getattr__(self, name: str) -> Hollow:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> Iterator[Hollow]:
        yield self

    def __str__(self) -> str:
        return ""


def _results_sha256(report: Report, options: Options) -> str:
    """The hash of the JSON output of the same run, to which decisions taken on the page refer."""
    return hashlib.sha256(as_json.render(report, options)).hexdigest()


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(asset),
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _joined(names: tuple[str, ...]) -> str:
    return "".join(map(asset, names))


def asset(name: str) -> str:
    """The text of a file that the pages are made of."""
    return (data("reports") / "html" / name).read_text(encoding="utf-8")


def _trusted(asset: str) -> Any:
    """Our style, script or escaped data, which the page holds byte for byte; nothing else is exempt from escaping."""
    from markupsafe import Markup

    if "</" in asset:
        raise ValueError("an asset must not end its own element")
    return Markup(asset)


def _shown(value: object) -> object:
    """What a template prints: text with its unseen characters made visible, our own markup as it is."""
    return visible(value) if type(value) is str else value


def _policy(style: str, script: str) -> str:
    scripts = f"script-src '{_hash(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; {scripts}img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(asset: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode('ascii')}"
