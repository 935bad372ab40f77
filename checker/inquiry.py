"""Why a commitment got its verdict on a document that was read."""

from __future__ import annotations

from checker.judge import Explanation, compile_rules, explain
from checker.model.commitment import RulePack
from checker.model.document import Document
from checker.segment import segment


def explained(document: Document, pack: RulePack, commitment: str) -> Explanation:
    """Everything that the rule of `commitment`, which is in `pack`, saw in `document`."""
    compiled = compile_rules(pack)
    return explain(commitment, compiled.recognised(document), segment(document), compiled)
