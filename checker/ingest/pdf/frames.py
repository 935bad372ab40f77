"""The reading frame of a page: u runs along the lines of its text, v from line to line."""

from __future__ import annotations

from collections.abc import Sequence

from checker.ingest.pdf.pages import OpenPage

FRAMES = {
    "right": (1, 0, 0, -1),
    "left": (-1, 0, 0, 1),
    "up": (0, 1, 1, 0),
    "down": (0, -1, -1, 0),
}
"""u and v of a point (x, y) per direction of writing on the unturned page: u = a*x + b*y, v = c*x + d*y."""


def spots(opened: OpenPage, direction: str, characters: Sequence[int]) -> list[tuple[float, float]]:
    """Where characters are set, in the frame of text that runs in `direction`."""
    a, b, c, d = FRAMES[direction]
    points = iter(opened.origins(characters))
    return [(a * x + b * y, c * x + d * y) for x, y in zip(points, points, strict=True)]
