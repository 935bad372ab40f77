"""Where Japanese sentences end inside a block."""

from __future__ import annotations

import re

_END = re.compile(
    r"""(?:[。｡！？]+|(?<=[\u3040-\u9fff）」])．(?![0-9０-９])|(?<=[\u3040-\u9fff])[!?]+)
        (?P<closing>[」』）)】”’\"]*)(?P<joins>[とをがのにはもでなやへ、，。])?""",
    re.VERBOSE,
)


def japanese_ends(words: str) -> list[int]:
    """The offsets in `words` at which a sentence begins after another.

    A full stop before a closing bracket ends a sentence only if the text does not go on with a particle: 「…。」と述べた。
    """
    ends = []
    for match in _END.finditer(words):
        if not (match["closing"] and match["joins"]):
            ends.append(match.end("closing"))
    return ends
