"""The shape of a report in JSON, format 1, as far as it is read back; further keys are passed over."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from checker.model.baseline import Known, Novelty
from checker.model.commitment import CommitmentKind, Edition, Strength
from checker.model.decision import Action, Cause, NoticeKind, Standing
from checker.model.document import Origin, State
from checker.model.finding import Level, Verdict, Worked
from checker.model.kind import Force
from checker.model.profile import FailOn
from checker.model.text import Bilingual

Side = Annotated[float, Meta(ge=-1e9, le=1e9)]
Count = Annotated[int, Meta(ge=0, le=10**12)]


class SavedTool(Struct, frozen=True):
    """`tool`."""

    version: str


class SavedRules(Struct, frozen=True):
    """`rules`."""

    packs: tuple[str, ...]
    sha256: str
    editions: tuple[Edition, ...] = ()


class SavedRun(Struct, frozen=True):
    """`run`."""

    fail_on: FailOn
    interrupted: bool
    isolation: str
    list_all: bool
    unchanged: Count
    command: str


class SavedInstrument(Struct, frozen=True):
    """One of `instruments`."""

    id: str
    title: Bilingual
    date: str
    citation: str
    url: str


class SavedInterval(Struct, frozen=True):
    """When a commitment is in force."""

    from_: str = field(name="from")
    until: str


class SavedCommitment(Struct, frozen=True):
    """One of `commitments`."""

    id: str
    pack: str
    title: Bilingual
    quote: str
    heading: str
    instrument: str
    start: Count
    end: Count
    obligor: Bilingual
    beneficiary: Bilingual
    kind: CommitmentKind
    strength: Strength
    strength_words: str
    severity: Level
    in_force: SavedInterval


class SavedFact(Struct, frozen=True):
    """The issuer or the date of a document."""

    value: str
    origin: Origin = field(name="from")
    where: str = ""


class SavedKind(Struct, frozen=True):
    """The kind of a document."""

    id: str
    title: str
    title_ja: str
    force: Force
    words: str
    where: str


class SavedProblem(Struct, frozen=True):
    """A problem of a document or of the run."""

    code: str
    message: str
    where: str
    hint: str


class SavedDocument(Struct, frozen=True):
    """One of `documents`."""

    path: str
    sha256: str
    size: Count
    media_type: str
    title: str
    languages: tuple[str, ...]
    pages: Annotated[int, Meta(ge=0, le=1_000_000)]
    characters: Count
    issuer: SavedFact | None
    dated: SavedFact | None
    state: State
    problems: tuple[SavedProblem, ...]
    kind: SavedKind | None = None


class SavedReason(Struct, frozen=True):
    """The reason of a finding."""

    code: str
    text: str
    text_ja: str


class SavedEvidence(Struct, frozen=True):
    """One piece of evidence."""

    quote: str
    start: Count
    end: Count
    page: int | None
    boxes: tuple[tuple[Side, Side, Side, Side], ...]
    where: str
    supports: Verdict
    before: str
    after: str
    worked: Worked | None = None


class SavedPart(Struct, frozen=True):
    """A row that is added up."""

    name: str
    amount: str
    where: str
    interim: bool


class SavedProgress(Struct, frozen=True):
    """One of the `progress` of a finding."""

    criterion: str
    title: str
    title_ja: str
    unit: str
    amount: str
    sign: str
    bound: str
    verdict: Verdict
    parts: tuple[SavedPart, ...]
    more: int


class SavedStep(Struct, frozen=True):
    """One step of the reasoning."""

    what: str
    seen: str
    result: str
    seen_ja: str = ""


class SavedWaiver(Struct, frozen=True):
    """The waiver of a finding."""

    reason: str
    reviewer: str
    approver: str
    expires: str


class SavedFinding(Struct, frozen=True):
    """One of `findings`."""

    id: str
    commitment: str
    document: str
    verdict: Verdict
    reason: SavedReason
    confidence: Level
    reading: Level
    severity: Level
    evidence: tuple[SavedEvidence, ...]
    trace: tuple[SavedStep, ...]
    waiver: SavedWaiver | None
    standing: Standing
    decisions: tuple[Count, ...]
    novelty: Novelty | None
    known_since: str
    progress: tuple[SavedProgress, ...] = ()


class SavedUnlisted(Struct, frozen=True):
    """One of `unlisted`."""

    document: str
    not_addressed: tuple[Count, ...]
    not_applicable: tuple[Count, ...]


class SavedDecision(Struct, frozen=True):
    """One of `decisions`."""

    commitment: str
    action: Action
    reason: str
    reviewer: str
    created: str
    fingerprint: str
    finding_sha: str
    document: str
    quote: str
    cause: Cause | None
    approver: str
    expires: str
    note: str
    place: str


class SavedNotice(Struct, frozen=True):
    """One of `notices`."""

    kind: NoticeKind
    decision: Count
    findings: tuple[str, ...]


class SavedBaseline(Struct, frozen=True):
    """How the run stood beside its baseline."""

    fixed: tuple[Known, ...]
    unseen: tuple[Known, ...]
    moved: dict[str, str]


class SavedProfile(Struct, frozen=True):
    """One of `profiles`."""

    name: str
    fail_on: FailOn
    documents: tuple[str, ...]


class Saved(Struct, frozen=True):
    """The whole report."""

    format: Literal[1]
    tool: SavedTool
    as_of: str
    rules: SavedRules
    run: SavedRun
    instruments: tuple[SavedInstrument, ...]
    commitments: tuple[SavedCommitment, ...]
    documents: tuple[SavedDocument, ...]
    findings: tuple[SavedFinding, ...]
    unlisted: tuple[SavedUnlisted, ...]
    baseline: SavedBaseline | None
    profiles: tuple[SavedProfile, ...]
    decisions: tuple[SavedDecision, ...]
    notices: tuple[SavedNotice, ...]
    problems: tuple[SavedProblem, ...]
