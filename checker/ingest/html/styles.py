"""Style sheets and attributes that keep words from being seen: hidden, white, tiny, or moved off the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONCEALS = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*(?:[;}!]|$)"
    r"|font-size\s*:\s*[0-3]?(?:\.\d+)?(?:px|pt)?\s*(?:[;}!]|$)|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,})",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?:^|[;{\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))", re.IGNORECASE
)
_GROUND = re.compile(r"background", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NAME = re.compile(r"([.#])([\w-]+)\Z")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def conceals(style: str) -> bool:
    """Whether declarations of style keep words from being seen."""
    return _CONCEALS.search(style) is not None or (_WHITE.search(style) is not None and _GROUND.search(style) is None)


def concealing(root: _Element) -> frozenset[str]:
    """The classes (".name") and ids ("#name") that the page's own style sheets conceal, each by itself."""
    found: set[str] = set()
    for sheet in root.iter("style"):
        for selectors, style in _RULE.findall(_COMMENT.sub("", sheet.text or "")):
            if _CONCEALS.search(style):
                names = (_NAME.fullmatch(selector.strip()) for selector in selectors.split(","))
                found |= {"".join(name.groups()) for name in names if name}
    return frozenset(found)
