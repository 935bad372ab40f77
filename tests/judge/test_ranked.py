"""Evidence ranked: what decides, what leads in to it, what is near, and the rest."""

from __future__ import annotations

from checker import rulebook
from checker.ingest import Source, read
from checker.judge import compile_rules, ranked
from checker.judge.nearness import Nearness
from checker.segment import segment
from tests.judge.conftest import TESTS

RULES = compile_rules(rulebook.load([str(TESTS / "toy_pack")]))
TEXT = """The fee for a cart is two pence.

The north gate is locked.

The guard shall:
(a) close the north gate; and
(b) sweep the yard.
"""


def test_what_decides_stands_above_its_lead_in_and_that_above_what_only_bears_on_it() -> None:
    document = read(Source("a.txt", TEXT.encode())).document
    provisions = segment(document)
    (found,) = ranked(document, provisions, RULES)
    assert found.finding.verdict == "violation"
    scores = dict(zip((p.span.of(document.text).split(";")[0] for p in provisions), found.scores, strict=True))
    order = sorted(scores, key=lambda words: -scores[words])
    assert order[:3] == ["(a) close the north gate", "The guard shall:", "The north gate is locked."]
    assert min(scores.values()) >= 0


def test_nearness_is_that_of_the_commitments_own_words() -> None:
    (commitment,) = RULES.pack.commitments
    none, some, most = Nearness(["Two pence for a cart.", "A gate.", "The north gate stays open."]).of(commitment)
    assert none == 0 < some < most < 1
    assert Nearness([]).of(commitment) == ()
