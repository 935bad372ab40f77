"""Which findings a recorded decision speaks about, and whether it still speaks about the same words."""

from __future__ import annotations

import unicodedata

from checker.fingerprint import finding_sha
from checker.model.decision import Decision
from checker.model.finding import Finding


def selects(decision: Decision, finding: Finding) -> bool:
    """Whether `decision` concerns `finding`: by its fingerprint, else by its document and its quoted words."""
    if decision.commitment != finding.commitment:
        return False
    if decision.fingerprint:
        return decision.fingerprint == finding.id
    return concerns(decision, finding.document) and _quoted(decision, finding)


def concerns(decision: Decision, document: str) -> bool:
    """Whether `decision` concerns the document of that logical path; one that names no document concerns all."""
    return decision.document in ("", document)


def stale(decision: Decision, finding: Finding) -> bool:
    """Whether the finding no longer says what was decided on."""
    return bool(decision.finding_sha) and decision.finding_sha != finding_sha(finding)


def plain(words: str) -> str:
    """`words` as they are compared: without regard to width, case and line breaks."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _quoted(decision: Decision, finding: Finding) -> bool:
    wanted = plain(decision.quote)
    return not wanted or any(wanted in plain(evidence.quote) for evidence in finding.evidence)
