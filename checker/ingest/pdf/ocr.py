"""Recognising the words of a picture, where the extra `ocr` is installed: rapidocr, whose models come with it.

Everything runs in one thread of this process, so that the same picture gives the same words and the limits hold.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.ingest.pdf.order import Spot, in_order
from checker.model.text import Box

if TYPE_CHECKING:
    from PIL import Image

_LIBRARIES = ("rapidocr", "onnxruntime")
_GUTTER = 0.8  # of a line's height


class Recognised(NamedTuple):
    """A line of words in a picture: where it stands in pixels, and how sure it is, from 0 to 1."""

    words: str
    box: Box
    confidence: float


def is_installed() -> bool:
    """Whether words can be recognised here."""
    return all(find_spec(library) is not None for library in _LIBRARIES)


def recognise(image: Image.Image) -> tuple[Recognised, ...]:
    """The lines of words in a picture, in reading order; the order of columns is told from where they stand."""
    found = _engine()(image.convert("RGB"))
    if found.boxes is None:
        return ()
    lines = [
        Recognised(words, _box(corners), round(float(score), 3))
        for corners, words, score in zip(found.boxes, found.txts, found.scores, strict=True)
        if words.strip()
    ]
    heights = sorted(line.box.bottom - line.box.top for line in lines)
    gutter = _GUTTER * heights[len(heights) // 2] if heights else 0.0
    return tuple(in_order(lines, lambda line: Spot(line.box.x0, line.box.x1, line.box.bottom), gutter))


@lru_cache(maxsize=1)
def _engine() -> Callable[[Any], Any]:
    from rapidocr import RapidOCR

    alone = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    engine: Callable[[Any], Any] = RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, **alone})
    return engine


def _box(corners: Any) -> Box:
    across, down = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
    return Box(min(across), min(down), max(across), max(down))
