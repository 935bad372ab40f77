"""Findings as the profiles of their documents want them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase

from checker.errors import CheckerError
from checker.model.commitment import RulePack
from checker.model.finding import Finding
from checker.model.profile import Profile
from checker.rulebook.near import did_you_mean


def vetted(profiles: Iterable[Profile], rules: RulePack) -> None:
    """Raise CheckerError for a profile that names a commitment no rule pack of the run has."""
    known = [commitment.id for commitment in rules.commitments]
    for profile in profiles:
        for wanted in (*profile.select, *profile.ignore, *profile.severity):
            if not any(fnmatchcase(name, wanted) for name in known):
                raise CheckerError(
                    f'the profile {profile.name} names the commitment "{wanted}", which is not in'
                    f" {', '.join(rules.names)}{did_you_mean(wanted, known)}",
                    hint="`checker rules list` shows the ids of all commitments",
                )


def applied(findings: Iterable[Finding], profiles: Mapping[str, Profile]) -> tuple[Finding, ...]:
    """`findings` without those their document's profile does not ask for, with the severities it gives."""
    kept = ((finding, profiles.get(finding.document)) for finding in findings)
    return tuple(
        _as_severe(finding, profile) for finding, profile in kept if profile is None or profile.asks(finding.commitment)
    )


def _as_severe(finding: Finding, profile: Profile | None) -> Finding:
    severity = profile.severity.get(finding.commitment) if profile else None
    return replace(finding, severity=severity) if severity else finding
