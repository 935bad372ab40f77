"""One verdict per commitment on a document: candidates weighed, evidence quoted, silence explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.judge import by_amounts, by_columns, by_measure, by_quantity, by_statement, conflicts
from checker.judge.candidate import Candidate
from checker.judge.compiled import Compiled
from checker.judge.conflicts import conflict
from checker.judge.quoting import evidence, quoted
from checker.judge.scope import Reach, is_tied, reach
from checker.judge.switched import unless_switched_off
from checker.judge.ties import may_tie
from checker.judge.window import Window
from checker.model.commitment import Commitment, InputKind, Rank
from checker.model.document import Document
from checker.model.finding import DECIDED, Evidence, Finding, Level, Reason, Step, Verdict
from checker.model.kind import Force
from checker.model.provision import Provision
from checker.model.text import Bilingual, Span
from checker.read.reading import ReadText, read
from checker.read.standing import BESIDE
from checker.read.statement import Statement

SILENT = Reason(
    "not_addressed", Bilingual("The document does not speak to this commitment.", "この約束に関する記載はない。")
)
OLDER = Reason(
    "before_force",
    Bilingual("The document is older than the commitment.", "文書は約束がなされた日より前のものである。"),
)
OTHER_INPUT = Reason(
    "not_applicable", Bilingual("The rule does not apply to this kind of input.", "この種の入力は規則の対象外である。")
)
UNDECIDED = Bilingual(
    "The document touches the subject, but its words do not decide the point; the nearest passages are shown.",
    "主題に触れているが、記載からは判断できない。最も近い箇所を示す。",
)
SHOWN, TRACED = 3, 8
"""How many passages a finding quotes for its verdict, and how many steps its trace keeps."""


def judge(
    document: Document, segment: Callable[[Document], Sequence[Provision]], compiled: Compiled
) -> tuple[Finding, ...]:
    """The finding of every commitment on a document, which `segment` cuts into provisions where any could be concerned.

    Evidence carries no page or box yet.
    """
    spoken = {finding.commitment: finding for finding in heard(document, segment, compiled)}
    return tuple(spoken.get(c.id) or _silent(c, document) for c in compiled.pack.commitments)


def heard(
    document: Document, segment: Callable[[Document], Sequence[Provision]], compiled: Compiled
) -> tuple[Finding, ...]:
    """The findings of `judge` without those of commitments that a document does not concern."""
    concerned = compiled.concerned(document)
    if not concerned:
        return ()
    text = read(document, segment(document), compiled.lexicon)
    return tuple(_finding(c, text, compiled) for c in compiled.pack.commitments if c.id in concerned)


def _silent(commitment: Commitment, document: Document) -> Finding:
    if InputKind.PROSE not in commitment.applies_to:
        return _found(commitment, document.path, Verdict.NOT_APPLICABLE, OTHER_INPUT)
    return _found(commitment, document.path, Verdict.NOT_ADDRESSED, SILENT)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What a commitment was asked about in a document, and the criteria that were met, in the order of resolution."""

    said: tuple[Statement, ...]
    candidates: tuple[Candidate, ...]


def _finding(commitment: Commitment, text: ReadText, compiled: Compiled) -> Finding:
    followed = text.following(commitment.defined_terms)
    return concluded(commitment, followed, weighing(commitment, followed, compiled))


def weighing(commitment: Commitment, text: ReadText, compiled: Compiled) -> Weighing | None:
    """What a document says of a commitment; None where it does not concern it."""
    touched = may_tie(text, commitment) and all(map(text.names, commitment.topic))
    if not touched or InputKind.PROSE not in commitment.applies_to:
        return None
    if _is_older(text.document, commitment):
        return Weighing((), ())
    window = Window(text, commitment.topic)
    said = _said(commitment, text, window)
    return Weighing(said, tuple(weighed(commitment, text, compiled, said, window)))


def concluded(commitment: Commitment, text: ReadText, found: Weighing | None) -> Finding:
    """The finding that what a document says comes to."""
    if found is None:
        return _silent(commitment, text.document)
    if _is_older(text.document, commitment):
        return _found(commitment, text.document.path, Verdict.NOT_ADDRESSED, OLDER)
    if any(candidate.verdict is not Verdict.NOT_ADDRESSED for candidate in found.candidates):
        return _decided(commitment, text, found.candidates)
    return _unspoken(commitment, text, found.candidates, found.said)


def _is_older(document: Document, commitment: Commitment) -> bool:
    """Whether a document is too old to speak to a commitment that looks forward only."""
    dated = document.dated.value if document.dated else ""
    return commitment.forward_only and bool(dated) and dated < commitment.in_force_from


def _said(commitment: Commitment, text: ReadText, window: Window) -> tuple[Statement, ...]:
    """The statements near the topic that are tied to the scope; the others are beside it, whatever they say."""
    return by_statement.spoken(
        commitment, text, lambda s: is_tied(text, s, commitment.scope) and window.opens_at(s.provision)
    )


def weighed(
    commitment: Commitment, text: ReadText, compiled: Compiled, said: Sequence[Statement], window: Window
) -> list[Candidate]:
    """Every criterion met in the document, whatever its kind, in the order of resolution."""
    met = (
        *by_statement.candidates(commitment, text, said),
        *by_amounts.candidates(commitment, text, compiled.lexicon),
        *by_quantity.candidates(commitment, text),
        *by_columns.candidates(commitment, text, compiled.lexicon),
        *by_measure.candidates(commitment, text),
    )
    near = (candidate for candidate in met if window.opens_at(candidate.provision))
    return sorted((unless_switched_off(candidate, commitment, text) for candidate in near), key=resolution)


def resolution(candidate: Candidate) -> tuple[tuple[int, int], Span]:
    """What candidates are sorted by: the first one carries the verdict."""
    return candidate.weight, candidate.place


def _decided(commitment: Commitment, text: ReadText, found: Sequence[Candidate]) -> Finding:
    """The first candidate in the order of resolution carries the verdict; the others support or oppose it."""
    decisive = next(candidate for candidate in found if candidate.verdict is not Verdict.NOT_ADDRESSED)
    others = [candidate for candidate in found if candidate is not decisive]
    places = {c.place: c for c in reversed(others) if c.verdict is decisive.verdict and c.place != decisive.place}
    same = sorted(places.values(), key=resolution)
    counter = [c for c in others if c.verdict in DECIDED and c.verdict is not decisive.verdict]
    against = conflict(decisive, others, commitment, text)
    if against is not None:
        return _conflicting(commitment, text, decisive, against, others)
    evidence = quoted([decisive, *same[: SHOWN - 1], *counter[:1]], text)
    return _found(
        commitment,
        text.document.path,
        decisive.verdict,
        Reason(decisive.code, decisive.why),
        evidence,
        [_step(candidate) for candidate in (decisive, *others)[:TRACED]],
        _confidence(decisive, bool(counter) and decisive.verdict in DECIDED, text.document),
    )


def _conflicting(
    commitment: Commitment, text: ReadText, decisive: Candidate, against: Candidate, others: Sequence[Candidate]
) -> Finding:
    """Two places of equal standing against each other: both are quoted, and a person decides."""
    steps = [decisive, against, *(other for other in others if other is not against)]
    return _found(
        commitment,
        text.document.path,
        Verdict.NEEDS_REVIEW,
        Reason(conflicts.CODE, conflicts.WHY),
        quoted([decisive, against], text),
        [_step(candidate) for candidate in steps[:TRACED]],
        Level.LOW,
    )


def _confidence(decisive: Candidate, contested: bool, document: Document) -> Level:
    """Low where the document also says the contrary; high where a firm criterion is met at first hand."""
    if contested:
        return Level.LOW
    second_hand = document.kind is not None and document.kind.force is Force.REPORTS
    return Level.HIGH if decisive.ruling.rank is Rank.STRONG and not second_hand else Level.MEDIUM


def _unspoken(
    commitment: Commitment, text: ReadText, beside: Sequence[Candidate], said: Sequence[Statement]
) -> Finding:
    """No criterion decides: not_addressed where what was said is beside the point, else a person must look."""
    trace = [_step(candidate) for candidate in beside[:TRACED]]
    explained = {candidate.place for candidate in beside}
    left = [s for s in said if s.passage.span not in explained and _could_matter(commitment, text, s)]
    if not left:
        reason = Reason(beside[0].code, beside[0].why) if beside else SILENT
        return _found(commitment, text.document.path, Verdict.NOT_ADDRESSED, reason, trace=trace)
    places = list(dict.fromkeys((s.passage.provision, s.passage.span) for s in left))[:SHOWN]
    nearest = [evidence(text, provision, span, Verdict.NEEDS_REVIEW) for provision, span in places]
    return _found(commitment, text.document.path, Verdict.NEEDS_REVIEW, Reason("undecided", UNDECIDED), nearest, trace)


def _could_matter(commitment: Commitment, text: ReadText, statement: Statement) -> bool:
    """Whether a statement that no criterion decides is still about the commitment and said in earnest."""
    if statement.standing.standing in BESIDE or not by_statement.concerns(commitment, text, statement):
        return False
    return reach(text, statement.passage, statement.mention.span, commitment.scope).reach is not Reach.OUTSIDE


def _step(candidate: Candidate) -> Step:
    return Step(candidate.ruling.id, candidate.seen.en, f"{candidate.verdict} ({candidate.code})", candidate.seen.ja)


def _found(
    commitment: Commitment,
    path: str,
    verdict: Verdict,
    reason: Reason,
    evidence: Sequence[Evidence] = (),
    trace: Sequence[Step] = (),
    confidence: Level = Level.MEDIUM,
) -> Finding:
    return Finding(
        id="",
        commitment=commitment.id,
        document=path,
        verdict=verdict,
        reason=reason,
        confidence=confidence,
        reading=Level.HIGH,
        severity=commitment.severity,
        evidence=tuple(evidence),
        trace=tuple(trace),
    )
