"""Reviewers' decisions: where they are kept, how a run honours them, how new ones come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.model.decision import Decision
from checker.model.report import Report
from checker.reviews.honour import honour
from checker.reviews.notices import Run, notices


def reviewed(report: Report, decisions: Sequence[Decision]) -> Report:
    """`report` with the recorded `decisions` honoured as of its date, and with what is to be said about them."""
    findings = honour(report.findings, decisions, report.as_of)
    commitments = frozenset(commitment.id for commitment in report.rules.commitments)
    run = Run(report.documents, findings, commitments, report.as_of)
    return replace(report, findings=findings, decisions=tuple(decisions), notices=notices(decisions, run))
