"""The findings as data inside the page, from which its script shows those that are not in the markup."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from checker.model.baseline import Novelty
from checker.model.finding import Finding, Level
from checker.model.report import Report
from checker.render.ranking import SEVERITY_ORDER
from checker.render.view_findings import FULL, Selection, card, level_entry, levels_of, promise, quoted, source
from checker.render.view_parts import Shelf, commitment_anchor, month_of, verdict_view
from checker.render.visible import visible
from checker.render.words import CATALOGUE

PLAIN_BYTES = 2_000_000
"""Up to this size the data stand in the page as plain JSON; larger ones are packed with gzip."""

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_ONCE = ("verdict", "commitment", "promise", "document", "css", "anchor", "levels", "explain")
_UNTOLD: tuple[object, ...] = ("", (), None)
_SCRIPT_WORDS = (
    "shown_all",
    "shown_new",
    "shown_some",
    "shown_none",
    "page_of",
    "copied",
    "draft_mark",
    "drafts",
    "exported",
    "needs_name",
    "incomplete",
)


@dataclass(frozen=True, slots=True)
class Island:
    """Text for a script element that no browser runs; `packed` says that it is base64 of gzip."""

    text: str
    packed: bool


def island(selection: Selection, on: Shelf, results_sha256: str) -> Island:
    """All findings of `selection` that are shown in full, with what they refer to once each."""
    data = {
        "run": {"id": on.report.run_id, "results_sha256": results_sha256, "as_of": on.report.as_of},
        "words": {key: CATALOGUE[key].pick(on.words.lang) for key in _SCRIPT_WORDS},
        "verdicts": {verdict.value: _plain(verdict_view(verdict, on.words)) for verdict in SEVERITY_ORDER},
        "levels": {
            f"{key}.{level}": _plain(level_entry(key, level, on.words))
            for key in ("confidence", "reading", "severity")
            for level in Level
        },
        "commitments": _commitments(on),
        "documents": [
            {
                **_plain(source(document, on)),
                "quoted": visible(quoted(document.path)),
                "sha256": document.sha256,
                "month": month_of(document),
            }
            for document in on.report.documents
        ],
        "findings": _findings(selection, on),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).translate(_UNSAFE)
    if len(text) <= PLAIN_BYTES:
        return Island(text, packed=False)
    packed = gzip.compress(text.encode(), compresslevel=6, mtime=0)
    return Island(base64.b64encode(packed).decode("ascii"), packed=True)


def _commitments(on: Shelf) -> list[dict[str, Any]]:
    return [
        {
            "id": commitment.id,
            "text": commitment.title.pick(on.words.lang),
            "href": f"#{commitment_anchor(commitment.id)}",
            "promise": _plain(promise(commitment, on)),
        }
        for commitment in on.report.rules.commitments
    ]


def _findings(selection: Selection, on: Shelf) -> list[dict[str, Any]]:
    commitments = {commitment: number for number, commitment in enumerate(on.commitments)}
    documents = {document: number for number, document in enumerate(on.documents)}
    # The script keeps the findings that stand in the markup, so that their pictures need not be in the page twice.
    static = {finding.id for finding in selection.full[:FULL]}
    one = _one(on, commitments, documents)
    return [one(finding, finding.id not in static) for finding in selection.full]


def _one(
    on: Shelf, commitments: dict[str, int], documents: dict[str, int]
) -> Callable[[Finding, bool], dict[str, Any]]:
    def plain(finding: Finding, pictures: bool) -> dict[str, Any]:
        shown = card(finding, on)
        if not pictures:
            shown = replace(shown, passages=tuple(replace(passage, picture=None) for passage in shown.passages))
        told = ((each.name, getattr(shown, each.name)) for each in fields(shown) if each.name not in _ONCE)
        own = {name: _plain(value) for name, value in told if value not in _UNTOLD}
        return {
            **own,
            "v": finding.verdict.value,
            "c": commitments[finding.commitment],
            "d": documents[finding.document],
            "levels": [f"{key}.{level}" for key, level in levels_of(finding)],
            "s": finding.standing.value,
            "open": finding.counts_as is not None and not _is_known(finding, on.report),
        }

    return plain


def _is_known(finding: Finding, report: Report) -> bool:
    return report.baseline is not None and report.baseline.of(finding) is Novelty.KNOWN


def _plain(value: Any) -> Any:
    """A view as dictionaries, lists and texts whose unseen characters are visible, without what is empty."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        told = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {name: _plain(each) for name, each in told if each not in _UNTOLD}
    return value
