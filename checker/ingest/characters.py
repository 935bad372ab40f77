"""Characters that must not stand in a document's text as they come: control codes, and look-alikes from PDF fonts."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
"""Stands for a control code, one for one, so that no escape sequence reaches a terminal and no position moves."""

SOFT_HYPHEN = "\u00ad"

# Kanji that fonts map to the block of radicals. The Kangxi block folds by Unicode's own tables, the supplement does
# not, so its radicals that look like a whole kanji are listed here, each before its kanji.
_SUPPLEMENT = "⺟母⺠民⺩王⺫目⺬示⻁虎⻄西⻆角⻊足⻑長⻗雨⻘青⻝食⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀"
_TABLE: dict[int, str] = {
    **dict.fromkeys((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)), REPLACEMENT),
    **dict.fromkeys((0x0B, 0x0C), " "),
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{ord(_SUPPLEMENT[i]): _SUPPLEMENT[i + 1] for i in range(0, len(_SUPPLEMENT), 2)},
}
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u2e80-\u2fd5]")
_BETWEEN_DIGITS = re.compile(f"(?<=[0-9]){SOFT_HYPHEN}(?=[0-9])")


def clean(text: str) -> str:
    """`text` with control codes replaced and radicals folded to their kanji; the result has the same length.

    A soft hyphen between digits, as some files write a range, becomes a visible one.
    """
    return _BETWEEN_DIGITS.sub("-", text.translate(_TABLE)) if _ODD.search(text) else text


def is_cjk(character: str) -> bool:
    """Whether a character belongs to Japanese writing, whose words are not separated by blanks."""
    return (
        "\u3000" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff01" <= character <= "\uff9f"
        or character >= "\U00020000"
    )
