"""Text from documents and rules inside Markdown: shown as it is, never read as markup, a link or a mention."""

from __future__ import annotations

import re

from checker.render.visible import one_line

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@-])")


def escaped(text: str) -> str:
    """`text` on one line, with every character escaped that Markdown could take for more than itself."""
    return _MARKUP.sub(r"\\\1", one_line(text)).replace(r"\@", "@\u200b").replace("://", ":\u200b//")
