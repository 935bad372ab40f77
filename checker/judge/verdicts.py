"""One verdict per commitment on a document: candidates weighed, evidence quoted, silence explained."""

from __future__ import annotations

from collections.abc import Sequence

from checker.judge import by_amounts, by_columns, by_measure, by_statement
from checker.judge.candidate import Candidate
from checker.judge.compiled import Compiled
from checker.judge.scope import Reach, reach
from checker.model.commitment import Commitment, InputKind, Rank
from checker.model.document import Document
from checker.model.finding import DECIDED, Evidence, Finding, Level, Reason, Step, Verdict
from checker.model.provision import Provision
from checker.model.text import Bilingual, Span
from checker.read.reading import ReadText, read
from checker.read.standing import BESIDE
from checker.read.statement import Statement

SILENT = Reason(
    "not_addressed", Bilingual("The document does not speak to this commitment.", "この約束に関する記載はない。")
)
BESIDE_THE_POINT = "beside_the_point"
OTHER_INPUT = Reason(
    "not_applicable", Bilingual("The rule does not apply to this kind of input.", "この種の入力は規則の対象外である。")
)
UNDECIDED = Bilingual(
    "The document touches the subject, but its words do not decide the point; the nearest passages are shown.",
    "主題に触れているが、記載からは判断できない。最も近い箇所を示す。",
)
CONFLICTING = Bilingual(
    "Two statements of equal standing disagree; both are quoted.",
    "同等の効力をもつ二つの記載が食い違っている。双方を引用する。",
)
SMALL = 30_000
"""Documents up to this many characters are read whole; of longer ones only the provisions a topic is named in."""
SHOWN = 3


def judge(document: Document, provisions: Sequence[Provision], compiled: Compiled) -> tuple[Finding, ...]:
    """The finding of every commitment on a document; evidence carries no page or box yet."""
    live, near = compiled.screen.concerned(document.text, provisions)
    if not live:
        return tuple(_silent(commitment, document) for commitment in compiled.pack.commitments)
    chosen = provisions
    if len(document.text) > SMALL:
        chosen = [provision for index, provision in enumerate(provisions) if index in near]
    text = read(document, chosen, compiled.lexicon)
    return tuple(
        _finding(commitment, text, compiled) if commitment.id in live else _silent(commitment, document)
        for commitment in compiled.pack.commitments
    )


def _silent(commitment: Commitment, document: Document) -> Finding:
    if InputKind.PROSE not in commitment.applies_to:
        return _found(commitment, document.path, Verdict.NOT_APPLICABLE, OTHER_INPUT)
    return _found(commitment, document.path, Verdict.NOT_ADDRESSED, SILENT)


def _finding(commitment: Commitment, text: ReadText, compiled: Compiled) -> Finding:
    if InputKind.PROSE not in commitment.applies_to or not all(set(g) & text.named for g in commitment.topic):
        return _silent(commitment, text.document)
    said = by_statement.spoken(commitment, text)
    met = (
        *by_statement.candidates(commitment, text, said),
        *by_amounts.candidates(commitment, text, compiled.lexicon),
        *by_columns.candidates(commitment, text, compiled.lexicon),
        *by_measure.candidates(commitment, text),
    )
    found = sorted(met, key=lambda c: (c.weight, c.place))
    speaking = [candidate for candidate in found if candidate.verdict is not Verdict.NOT_ADDRESSED]
    if not speaking:
        return _unspoken(commitment, text, found, said)
    decisive = _decisive(speaking)
    return _decided(commitment, text, decisive, [c for c in found if c is not decisive])


def _decisive(speaking: list[Candidate]) -> Candidate:
    """The candidate that carries the verdict: strong violation, then what needs review beside a compliant passage."""
    return speaking[0]


def _decided(commitment: Commitment, text: ReadText, decisive: Candidate, others: list[Candidate]) -> Finding:
    same = [c for c in others if c.verdict is decisive.verdict and c.place != decisive.place]
    counter = [c for c in others if c.verdict in DECIDED and c.verdict is not decisive.verdict]
    evidence = _evidence(text, [decisive, *same[: SHOWN - 1], *counter[:1]])
    trace = [_step(candidate) for candidate in [decisive, *others][:8]]
    reason = Reason(decisive.code, decisive.why)
    strong = decisive.ruling.rank is Rank.STRONG
    confidence = Level.LOW if counter and decisive.verdict in DECIDED else Level.HIGH if strong else Level.MEDIUM
    return _found(commitment, text.document.path, decisive.verdict, reason, evidence, trace, confidence)


def _unspoken(commitment: Commitment, text: ReadText, beside: list[Candidate], said: Sequence[Statement]) -> Finding:
    """No criterion decides: not_addressed where what was said is beside the point, else a person must look."""
    trace = [_step(candidate) for candidate in beside[:8]]
    open_ones = [s for s in said if s.standing.standing not in BESIDE and _in_reach(commitment, text, s)]
    explained = {candidate.place for candidate in beside}
    left = [s for s in open_ones if s.passage.span not in explained]
    if not left:
        reason = Reason(beside[0].code, beside[0].why) if beside else SILENT
        return _found(commitment, text.document.path, Verdict.NOT_ADDRESSED, reason, trace=trace)
    evidence = tuple(
        Evidence(span.of(text.document.text), span, _where(text, s.passage.provision), Verdict.NEEDS_REVIEW)
        for s in left[:SHOWN]
        for span in (s.passage.span,)
    )
    return _found(commitment, text.document.path, Verdict.NEEDS_REVIEW, Reason("undecided", UNDECIDED), evidence, trace)


def _in_reach(commitment: Commitment, text: ReadText, statement: Statement) -> bool:
    return reach(text, statement.passage, statement.mention.span, commitment.scope).reach is not Reach.OUTSIDE


def _evidence(text: ReadText, chosen: Sequence[Candidate]) -> tuple[Evidence, ...]:
    seen: set[Span] = set()
    evidence = []
    for candidate in chosen:
        span = _quoted(candidate, text)
        if span not in seen:
            seen.add(span)
            where = _where(text, candidate.provision)
            evidence.append(Evidence(span.of(text.document.text), span, where, candidate.verdict))
    return tuple(evidence)


def _quoted(candidate: Candidate, text: ReadText) -> Span:
    """The words to quote: the sentence where it is short, else its deciding clauses, never a stray fragment."""
    if len(candidate.place) <= 260:
        return candidate.place
    words = candidate.words[0]
    for span in candidate.words[1:]:
        words = words.join(span)
    stripped = words.of(text.document.text)
    start = words.start + len(stripped) - len(stripped.lstrip(" ,;:—-"))
    return Span(start, start + len(text.document.text[start : words.end].rstrip()))


def _where(text: ReadText, provision: int) -> str:
    return text.provisions[provision].label


def _step(candidate: Candidate) -> Step:
    return Step(candidate.ruling.id, candidate.seen, f"{candidate.verdict} ({candidate.code})")


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
