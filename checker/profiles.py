"""Findings as the profiles of their documents want them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from checker.errors import CheckerError
from checker.model.commitment import Commitment, RulePack
from checker.model.document import Document, outermost
from checker.model.finding import Finding, Silence
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


def spread(profiles: Mapping[str, Profile], documents: Iterable[Document]) -> Mapping[str, Profile]:
    """`profiles` by the paths of `documents`: one found inside a file has the profile of the file."""
    found = ((document.path, profiles.get(outermost(document.path, profiles))) for document in documents)
    return {path: profile for path, profile in found if profile is not None}


def applied(findings: Iterable[Finding], profiles: Mapping[str, Profile]) -> tuple[Finding, ...]:
    """`findings` without those their document's profile does not ask for, with the severities it gives."""
    kept = ((finding, profiles.get(finding.document)) for finding in findings)
    return tuple(
        _as_severe(finding, profile) for finding, profile in kept if profile is None or profile.asks(finding.commitment)
    )


def _as_severe(finding: Finding, profile: Profile | None) -> Finding:
    severity = profile.severity.get(finding.commitment) if profile else None
    return replace(finding, severity=severity) if severity else finding


def quieted(
    silences: Mapping[str, Silence], profiles: Mapping[str, Profile], commitments: Sequence[Commitment]
) -> Mapping[str, Silence]:
    """What documents say nothing about, without what their profile does not ask for."""
    return {path: _quieted(silence, profiles.get(path), commitments) for path, silence in silences.items()}


def _quieted(silence: Silence, profile: Profile | None, commitments: Sequence[Commitment]) -> Silence:
    if profile is None:
        return silence
    return replace(silence, not_asked=tuple(c.id for c in commitments if not profile.asks(c.id)))
