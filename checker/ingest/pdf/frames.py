"""The reading frame of a page: u runs along the lines of its text, v from line to line."""

from __future__ import annotations

FRAMES = {
    "right": (1, 0, 0, -1),
    "left": (-1, 0, 0, 1),
    "up": (0, 1, 1, 0),
    "down": (0, -1, -1, 0),
}
"""u and v of a point (x, y) per direction of writing on the unturned page: u = a*x + b*y, v = c*x + d*y."""
