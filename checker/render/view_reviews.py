"""The recorded decisions as the page shows them: waivers first, each with what is to be said about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.decision import Action, Decision, NoticeKind
from checker.render.phrases import notice_sentence
from checker.render.view_parts import Link, Shelf, commitment_anchor, finding_anchor

_ENDED = (NoticeKind.EXPIRED, NoticeKind.STALE, NoticeKind.LATER)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One decision; `findings` are those of this run that it concerns, `remarks` what is to be said about it."""

    action: str
    in_effect: str
    commitment: Link
    reason: str
    people: str
    created: str
    expires: str
    findings: tuple[Link, ...]
    remarks: tuple[str, ...]
    place: str


def review_rows(on: Shelf) -> tuple[ReviewRow, ...]:
    """Every recorded decision on a commitment of this run: waivers first, then in the order of the store."""
    concerned: dict[str, list[Link]] = {}
    for finding in on.report.listed:
        for decision in finding.decisions:
            concerned.setdefault(decision.place, []).append(Link(finding.document, f"#{finding_anchor(finding)}"))
    known = (decision for decision in on.report.decisions if decision.commitment in on.commitments)
    waivers_first = sorted(known, key=lambda decision: decision.action is not Action.WAIVE)
    return tuple(_row(decision, tuple(concerned.get(decision.place, ())), on) for decision in waivers_first)


def _row(decision: Decision, findings: tuple[Link, ...], on: Shelf) -> ReviewRow:
    words = on.words
    notices = [notice for notice in on.report.notices if notice.decision.place == decision.place]
    ended = any(notice.kind in _ENDED for notice in notices) or not findings
    return ReviewRow(
        action=words.name(decision.action),
        in_effect=words("no_effect" if ended else "in_effect"),
        commitment=Link(
            on.commitments[decision.commitment].title.pick(words.lang), f"#{commitment_anchor(decision.commitment)}"
        ),
        reason=decision.reason,
        people=words("separator").join(_people(decision, on)),
        created=decision.created,
        expires=decision.expires,
        findings=findings,
        remarks=tuple(f"{words.name(notice.kind)}: {notice_sentence(notice, words)}" for notice in notices),
        place=decision.place,
    )


def _people(decision: Decision, on: Shelf) -> Iterator[str]:
    yield on.words("reviewed_by", name=decision.reviewer)
    if decision.approver:
        yield on.words("approved_by", name=decision.approver)
