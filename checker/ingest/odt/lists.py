"""The lists and hiding styles that an OpenDocument text defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.ingest.counting import Level, Numbering
from checker.ingest.odt import names as o

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "japaneseCounting",
    "ア": "aiueo",
    "イ": "iroha",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
}


def numbering_of(*roots: _Element) -> Numbering:
    """The lists that the parts define, levels counted from 0."""
    styles = (style for root in roots for style in root.iter(o.TEXT + "list-style"))
    return Numbering({style.get(o.STYLE + "name", ""): dict(map(_level, style)) for style in styles})


def hiding_styles(*roots: _Element) -> frozenset[str]:
    """The styles whose words no reader sees: not displayed, white on white, or tiny."""
    styles = (style for root in roots for style in root.iter(o.STYLE + "style"))
    return frozenset(style.get(o.STYLE + "name", "") for style in styles if _hides(style))


def _level(level: _Element) -> tuple[int, Level]:
    at, start = level.get(o.TEXT + "level", "1"), level.get(o.TEXT + "start-value", "1")
    number = int(at) if at.isdigit() else 1
    form = level.get(o.STYLE + "num-format", "")
    shown = level.get(o.TEXT + "display-levels", "1")
    first = number - (int(shown) if shown.isdigit() else 1) + 1
    places = ".".join(f"%{each}" for each in range(max(first, 1), number + 1))
    mark = f"{level.get(o.STYLE + 'num-prefix', '')}{places}{level.get(o.STYLE + 'num-suffix', '')}"
    bullet = level.tag == o.TEXT + "list-level-style-bullet"
    name = "bullet" if bullet else _FORMATS.get(form.split(",")[0].strip(), "decimal" if form else "none")
    return number - 1, Level(int(start) if start.isdigit() else 1, name, mark)


def _hides(style: _Element) -> bool:
    looks = style.find(o.STYLE + "text-properties")
    if looks is None:
        return False
    white = looks.get(o.FO + "color", "").lower() == "#ffffff"
    size = looks.get(o.FO + "font-size", "").removesuffix("pt")
    ground = looks.get(o.FO + "background-color", "transparent")
    tiny = size.replace(".", "", 1).isdigit() and float(size) < 4
    return looks.get(o.TEXT + "display") == "none" or tiny or (white and ground in ("transparent", "#ffffff"))
