"""Pictures for a report that was read back, drawn anew from the documents where these are at hand and unchanged.

Every document is drawn in a process of its own, which may break down or take too long without harm.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from checker.ingest.reading import Picture
from checker.model.finding import UNLISTED
from checker.model.report import Crop, Report
from checker.model.text import Box

SECONDS = 60
"""How long the pictures of one document may take."""

Wanted = tuple[str, int, int, tuple[Box, ...]]
"""A finding, the number of its evidence, the page and the boxes on it."""


def redrawn(report: Report, folders: Sequence[Path]) -> tuple[Mapping[tuple[str, int], Crop], tuple[str, ...]]:
    """The pictures of the evidence on pages, and the paths of the documents that could not be drawn.

    A document is looked for under its path in each of `folders`; one whose hash is not the report's is not used.
    """
    wanted = _wanted(report)
    hashes = {document.path: document.sha256 for document in report.documents}
    crops: dict[tuple[str, int], Crop] = {}
    missing = []
    for path, places in wanted.items():
        data = _unchanged(path, hashes[path], folders)
        pictures = _apart(data, places) if data is not None else None
        if pictures is None:
            missing.append(path)
            continue
        for (finding, number, _, _), made in zip(places, pictures, strict=True):
            if made is not None:
                crops[finding, number] = Crop(finding, number, made.image, made.left, made.top, made.width, made.height)
    return crops, tuple(missing)


def _wanted(report: Report) -> dict[str, list[Wanted]]:
    found: dict[str, list[Wanted]] = {}
    for finding in report.findings:
        for number, evidence in enumerate(finding.evidence):
            if evidence.page is not None and evidence.boxes and finding.verdict not in UNLISTED:
                place = (finding.id, number, evidence.page, evidence.boxes)
                found.setdefault(finding.document, []).append(place)
    return found


def _unchanged(path: str, sha256: str, folders: Sequence[Path]) -> bytes | None:
    for folder in folders:
        try:
            data = (folder / path).read_bytes()
        except (OSError, ValueError):
            continue
        if hashlib.sha256(data).hexdigest() == sha256:
            return data
    return None


def _apart(data: bytes, places: Sequence[Wanted]) -> Sequence[Picture | None] | None:
    """The pictures drawn by another process; None where it broke down or took too long."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_draw, args=(theirs, data, [(page, boxes) for _, _, page, boxes in places]))
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(SECONDS) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()
        ours.close()


def _draw(out: Connection, data: bytes, places: Sequence[tuple[int, tuple[Box, ...]]]) -> None:
    from checker.ingest.pdf.picture import pictures

    out.send(pictures(data, places))
