"""Terms of one concept that look different and come to the same words once their endings are gone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from checker.match.wording import Wording
from checker.rulebook.lint import Advice, Places


def collisions(compiled: Mapping[str, Sequence[Wording]], places: Places) -> Iterator[Advice]:
    """Advice for every term that finds exactly what an earlier term of its concept finds.

    Terms that are spelt alike are told by the inspection of the files already.
    """
    first: dict[tuple[str, str], str] = {}
    for lang, wordings in compiled.items():
        for wording in wordings:
            term = wording.pattern.term
            earlier = first.setdefault((wording.concept, wording.pattern.expression), term)
            if _spelling(earlier) == _spelling(term):
                continue
            yield Advice(
                places.terms[wording.concept, lang, term],
                "W-TERM-COLLISION",
                f'"{term}" finds exactly what "{earlier}" finds',
                "endings do not count: keep one of them, or ask for one form only with =word",
            )


def _spelling(term: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", term).lower().split())
