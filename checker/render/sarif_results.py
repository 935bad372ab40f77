"""Findings as SARIF results, with a place that services which know only lines can show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from checker.model.baseline import Comparison, Known, Novelty
from checker.model.finding import Evidence, Finding, Verdict
from checker.model.report import Report
from checker.render.anchor import Anchor
from checker.render.brief import Briefs, shortened
from checker.render.json_text import Json
from checker.render.options import Options
from checker.render.visible import one_line

FINGERPRINT = "commitmentPassage/v1"
_PRIMARY = "primaryLocationLineHash"
"""The only fingerprint GitHub compares, which it cannot compute itself for a file without lines."""

_KINDS = {
    Verdict.VIOLATION: "fail",
    Verdict.NEEDS_REVIEW: "review",
    Verdict.COMPLIANT: "pass",
    Verdict.NOT_ADDRESSED: "informational",
    Verdict.NOT_APPLICABLE: "notApplicable",
    Verdict.NOT_CHECKED: "open",
}
_STATES = {Novelty.NEW: "new", Novelty.KNOWN: "unchanged", Novelty.OVERDUE: "unchanged"}
_QUOTED = 1000
_LINK = re.compile(r"\]\(")
_BLANK_TO_FILL = re.compile(r"\{(\d+)\}")


def location(path: str, line: int) -> Json:
    """The SARIF location of a line of a file."""
    uri = quote(path, safe="/")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line}}}


@dataclass(frozen=True, slots=True)
class Results:
    """Writes the findings of one report; `full` results say of what kind they are, also those that pass.

    `rules` has the place of each commitment among the rules of the log.
    """

    briefs: Briefs
    rules: Mapping[str, int]
    baseline: Comparison | None
    full: bool

    @staticmethod
    def of(report: Report, options: Options, full: bool) -> Results:
        """The writer for `report`."""
        rules = {commitment.id: index for index, commitment in enumerate(report.rules.commitments)}
        return Results(Briefs.of(report, options), rules, report.baseline, full)

    def result(self, finding: Finding) -> Json:
        """One finding."""
        place = self.briefs.anchor(finding)
        return {
            "ruleId": finding.commitment,
            "ruleIndex": self.rules[finding.commitment],
            **self._weight(finding),
            "message": {"text": _plain(self.briefs.message(finding))},
            "locations": [{**location(place.path, place.line), **_logical(finding)}],
            **self._related(finding, place),
            "partialFingerprints": {FINGERPRINT: finding.id, _PRIMARY: finding.id},
            **self._state(finding),
            "properties": _properties(finding),
        }

    def absent(self) -> list[Json]:
        """What the baseline knows and the run did not find any more."""
        return [self._fixed(known) for known in self.baseline.fixed] if self.baseline else []

    def _weight(self, finding: Finding) -> Json:
        """SARIF wants level none for whatever does not fail; GitHub knows levels only."""
        if self.full:
            return {
                "kind": _KINDS[finding.verdict],
                "level": "error" if finding.verdict is Verdict.VIOLATION else "none",
            }
        return {"level": "error" if finding.counts_as is Verdict.VIOLATION else "note"}

    def _related(self, finding: Finding, place: Anchor) -> Json:
        document = self.briefs.file(finding.document)
        if place.path == document:
            return {}
        return {
            "relatedLocations": [{**location(document, 1), "message": {"text": _plain(self.briefs.where(finding))}}]
        }

    def _state(self, finding: Finding) -> Json:
        state: Json = {}
        if self.baseline and (novelty := self.baseline.of(finding)):
            state["baselineState"] = _STATES[novelty]
        if self.full and finding.waiver:
            reason = one_line(finding.waiver.reason)
            state["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
        return state

    def _fixed(self, known: Known) -> Json:
        fails = known.verdict is Verdict.VIOLATION
        return {
            "ruleId": known.commitment,
            "ruleIndex": self.rules[known.commitment],
            "kind": _KINDS[known.verdict],
            "level": "error" if fails else "none",
            "message": {"text": _plain(self.briefs.words("no_longer", document=one_line(known.document)))},
            "locations": [location(self.briefs.file(known.document), 1)],
            "partialFingerprints": {FINGERPRINT: known.fingerprint},
            "baselineState": "absent",
            "occurrenceCount": known.count,
            "properties": {"verdict": known.verdict.value, "knownSince": known.since},
        }


def _plain(text: str) -> str:
    """`text` without what SARIF would take for a link or for a blank to be filled."""
    return _BLANK_TO_FILL.sub(r"{ \1}", _LINK.sub("] (", text))


def _logical(finding: Finding) -> Json:
    if not finding.evidence:
        return {}
    where = one_line(finding.evidence[0].where)
    return {"logicalLocations": [{"fullyQualifiedName": where}]}


def _properties(finding: Finding) -> Json:
    return {
        "verdict": finding.verdict.value,
        "reason": finding.reason.code,
        "confidence": finding.confidence.value,
        "reading": finding.reading.value,
        "severity": finding.severity.value,
        "document": finding.document,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "quote": shortened(evidence.quote, _QUOTED),
        "start": evidence.span.start,
        "end": evidence.span.end,
        "page": evidence.page,
        "boxes": [[round(side, 2) for side in (box.x0, box.top, box.x1, box.bottom)] for box in evidence.boxes],
        "supports": evidence.supports.value,
    }
