"""Notes at the foot of a column: they must not stand inside a sentence that goes on in the next column or page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.ingest.pdf.flows import Flow
from checker.ingest.pdf.paragraphs import PARAGRAPH, breaks, is_finished

_MARK = re.compile(r"(?:[0-9]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§※])[\s　]?(?=[^\W\d_]|[“\"(（「])")
_APART = 1.3  # line distances between the text and its notes


def parts(flow: Flow) -> list[Flow]:
    """A flow as it is to be read: its notes apart, and before its last paragraph where that goes on elsewhere."""
    at = _first_note(flow)
    if at is None:
        return [flow]
    body = replace(flow, lines=flow.lines[:at])
    notes = replace(flow, lines=flow.lines[at:], notes=True)
    cut = 0 if is_finished(body.lines[-1].text) else _last_paragraph(breaks(body))
    if not cut:
        return [body, notes]
    return [replace(body, lines=body.lines[:cut]), notes, replace(body, lines=body.lines[cut:])]


def _first_note(flow: Flow) -> int | None:
    """At which of its lines the notes of a flow begin: marked, set apart, and in letters of another size."""
    for at, (before, line) in enumerate(pairwise(flow.lines), 1):
        if line.apart and line.v0 - before.v1 > _APART * flow.leading and _MARK.match(line.text):
            return at
    return None


def _last_paragraph(between: Sequence[str]) -> int:
    """The number of the line with which the last paragraph begins."""
    return max((at for at, gap in enumerate(between, 1) if gap == PARAGRAPH), default=0)
