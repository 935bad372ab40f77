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

    A full stop in a closing bracket ends no sentence that goes on with a particle: 「…。」と述べた。
    """
    found = _END.finditer(words)
    return [match.end("closing") for match in found if not (match["closing"] and match["joins"])]
