"""Reports made by hand: documents in English and Japanese, every verdict, a page picture, hostile words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

from checker.model.baseline import Comparison, Known, Novelty
from checker.model.commitment import (
    Commitment,
    CommitmentKind,
    Edition,
    Guard,
    InputKind,
    Instrument,
    RulePack,
    Ruling,
    Scope,
    StatementCriterion,
    Strength,
)
from checker.model.decision import Action, Decision, Notice, NoticeKind, Standing
from checker.model.document import Document, Fact, Origin, Page, Problem, State
from checker.model.finding import Evidence, Finding, Level, Reason, Step, Verdict, Waiver
from checker.model.kind import Force, KindRead
from checker.model.profile import FailOn, Profile
from checker.model.report import Crop, Report
from checker.model.text import Bilingual, Box, Span

SOURCE = Instrument(
    id="fact-sheet",
    title=Bilingual("Fact sheet of 28 October 2025", "2025年10月28日ファクトシート"),
    date="2025-10-28",
    names={"en": ("Fact Sheet",)},
    citation="The White House, Fact Sheet",
    url="https://www.example.org/fact-sheet",
)
JAPAN = Bilingual("Government of Japan", "日本国政府")
UNITED_STATES = Bilingual("United States", "米国")

NOTICE = """\
Ministry of Land, Infrastructure, Transport and Tourism
Notice No. 12 of 2026

1. This notice concerns passenger cars. It enters into force on 1 April 2026.
2. Vehicles manufactured in the United States and certified there shall undergo a frontal crash test
in Japan before they are offered for sale. The test is carried out by the Agency. Fees are set by ordinance.
3. Mobile operating systems are dealt with elsewhere.
"""
ORDINANCE = """\
第一条　この省令は、令和八年四月一日から施行する。
第二条　米国で製造され、かつ、米国の安全基準に適合すると認められた自動車については、追加の試験を
要しないものとする。ただし、大臣が特に必要と認める場合は、この限りでない。
第三条　関税の税率は、基準税率を含めて一五パーセントとする。
"""
HOSTILE = (
    "Intro. <script>window.pwned = 1</script> {{ 7 * 7 }} \x1b[2J\x07 \u202etxet\u202c \ud800 "
    '"><img src=x onerror=alert(1)> and the tariff shall be 99 percent.\n::error::stop ##vso[task.complete] End.'
)


def commitment(name: str, title: Bilingual, quote: str, heading: str, kind: CommitmentKind) -> Commitment:
    why = Bilingual("Because.", "理由。")
    ruling = Ruling("broken", Verdict.VIOLATION, why, "broken")
    return Commitment(
        id=name,
        pack="us-japan-2025",
        title=title,
        quote=quote,
        heading=heading,
        instrument=SOURCE.id,
        source_start=100,
        source_end=100 + len(quote),
        obligor=JAPAN,
        obligor_parties=(),
        beneficiary=UNITED_STATES,
        kind=kind,
        strength=Strength.COMMITTED,
        strength_words="commitment to accept",
        in_force_from="2025-10-28",
        in_force_until="",
        severity=Level.HIGH,
        applies_to=(InputKind.PROSE,),
        rests_on=(),
        topic=(),
        scope=Scope(),
        criteria=(StatementCriterion(ruling, Guard(), ("vehicle-test",)),),
        concepts={},
        parameters={},
        cases=(),
        file=f"{name}.yaml",
    )


VEHICLES = commitment(
    "vehicle-acceptance",
    Bilingual("U.S.-certified vehicles accepted without further tests", "米国認証車両の追加試験なしの受入れ"),
    "accept for sale in Japan U.S. manufactured and U.S. safety-certified vehicles without additional testing",
    "STRENGTHENING U.S. MANUFACTURING AND EXPORTS",
    CommitmentKind.OBLIGATION,
)
SOFTWARE = commitment(
    "smartphone-act",
    Bilingual("Smartphone act applied without discrimination", "スマホ新法の無差別な適用"),
    "implement its Mobile Software Competition Act in a way that does not discriminate against U.S. companies",
    "STRENGTHENING U.S. MANUFACTURING AND EXPORTS",
    CommitmentKind.PROHIBITION,
)
TARIFF = commitment(
    "baseline-tariff",
    Bilingual("Baseline tariff of 15 percent", "基準関税率15パーセント"),
    "pay a baseline 15% tariff rate",
    "THE DEALMAKER IN CHIEF",
    CommitmentKind.NUMERIC_CEILING,
)
RULES = RulePack(
    (Edition("us-japan-2025", "0.1.0", "ab" * 32),), (VEHICLES, SOFTWARE, TARIFF), {SOURCE.id: SOURCE}, "ab" * 32
)


def document(path: str, text: str, state: State = State.CHECKED, problems: tuple[Problem, ...] = ()) -> Document:
    """A document of one page."""
    data = text.encode("utf-8", "surrogatepass")
    return Document(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type="application/pdf",
        text=text,
        state=state,
        pages=(Page(1, Span(0, len(text)), 595.0, 842.0),) if text else (),
        languages=("en",),
        problems=problems,
    )


NOTHING = Reason("not_mentioned", Bilingual("Nothing in the document is about it.", "文書に言及がない。"))
FOR_RECORDS = Reason("other_input", Bilingual("The rule is for tables of records.", "記録の表を対象とする規則である。"))
PICTURE = Reason("E-NO-TEXT", Bilingual("Not checked: page 2 is a picture.", "２ページ目が画像のため未検査。"))
PASSWORD = Reason("E-ENCRYPTED", Bilingual("Not checked: the file asks for a password.", "暗号化のため未検査。"))
KEPT = Reason("kept", Bilingual("The rate is 15 percent in total.", "税率は合計で十五パーセントである。"))


def finding(of: Commitment, doc: Document, verdict: Verdict, quoted: str = "", reason: Reason = KEPT) -> Finding:
    """A finding that quotes the first place of `quoted` in `doc`."""
    name = hashlib.sha256(f"{of.id}|{doc.path}|{verdict}".encode()).hexdigest()
    return Finding(
        id=name,
        commitment=of.id,
        document=doc.path,
        verdict=verdict,
        reason=reason,
        confidence=Level.HIGH,
        reading=Level.HIGH,
        severity=of.severity,
        evidence=(evidence(doc, quoted, verdict),) if quoted else (),
        trace=(Step("statement", "shall undergo", "modality required"), Step("criterion", "", "met")) if quoted else (),
    )


def evidence(doc: Document, quoted: str, supports: Verdict, where: str = "item 2") -> Evidence:
    start = doc.text.index(quoted)
    boxes = (Box(72.004, 120.5, 523.1266, 132.0), Box(72.0, 134.5, 310.0, 146.0))
    return Evidence(quoted, Span(start, start + len(quoted)), where, supports, page=1, boxes=boxes)


def webp() -> bytes:
    """A small grey picture."""
    from PIL import Image

    buffer = BytesIO()
    Image.new("L", (120, 20), 220).save(buffer, "WEBP", lossless=True)
    return buffer.getvalue()


NOTICE_DOC = replace(
    document("filings/notice-12.pdf", NOTICE),
    issuer=Fact("Ministry of Land, Infrastructure, Transport and Tourism", Origin.TEXT, "page 1"),
    dated=Fact("2026-03-02", Origin.STATED),
    title="Notice No. 12",
    kind=KindRead("notice", Bilingual("Official notice", "告示・通知"), Force.ENACTS, "Notice", "page 1"),
)
ORDINANCE_DOC = replace(
    document(
        "filings/省令.pdf",
        ORDINANCE,
        State.PARTLY_CHECKED,
        (Problem("E-NO-TEXT", "page 2 is a picture without text", "page 2", "run the check again with --ocr"),),
    ),
    languages=("ja",),
)
SCAN_DOC = document(
    "filings/scan.pdf",
    "",
    State.NOT_CHECKED,
    (Problem("E-ENCRYPTED", "the file asks for a password", hint="save a copy without the password"),),
)
HOSTILE_DOC = document(
    'filings/<b>"x"\x1b\u202e.txt',
    HOSTILE,
    problems=(
        Problem("W-HIDDEN-TEXT", "one line is hidden from a reader", "line 3"),
        Problem("I-ACTIVE-CONTENT", "a script in the file was not run"),
    ),
)

MISPRINT = Decision(
    commitment=TARIFF.id,
    action=Action.WAIVE,
    reason="Known misprint",
    reviewer="A. Reviewer",
    approver="B. Approver",
    created="2026-03-01",
    expires="2026-06-30",
    document=HOSTILE_DOC.path,
    quote="99 percent",
    place="reviews/baseline-tariff.yaml:4",
)
GONE_BY = replace(MISPRINT, created="2025-09-01", expires="2025-12-31", place="reviews/baseline-tariff.yaml:12")

VIOLATION = finding(
    VEHICLES,
    NOTICE_DOC,
    Verdict.VIOLATION,
    "shall undergo a frontal crash test\nin Japan before they are offered for sale",
    Reason(
        "test_before_sale",
        Bilingual(
            "The notice makes a crash test in Japan a condition of sale.",
            "告示は日本での衝突試験を販売の条件としている。",
        ),
    ),
)
WAIVED = replace(
    finding(
        TARIFF,
        HOSTILE_DOC,
        Verdict.VIOLATION,
        "the tariff shall be 99 percent",
        Reason(
            "above_ceiling", Bilingual("A rate of 99 percent exceeds 15 percent.", "税率が十五パーセントを超える。")
        ),
    ),
    waiver=Waiver("Known misprint", "A. Reviewer", "B. Approver", "2026-06-30"),
    decisions=(MISPRINT,),
    standing=Standing.WAIVED,
)
REVIEW = finding(
    VEHICLES,
    ORDINANCE_DOC,
    Verdict.NEEDS_REVIEW,
    "追加の試験を\n要しないものとする",
    Reason("discretion", Bilingual("A proviso leaves room for tests.", "ただし書により試験の余地が残る。")),
)
REVIEW = replace(
    REVIEW,
    evidence=(
        evidence(ORDINANCE_DOC, "追加の試験を\n要しないものとする", Verdict.COMPLIANT, "第二条"),
        evidence(ORDINANCE_DOC, "大臣が特に必要と認める場合は、この限りでない", Verdict.NEEDS_REVIEW, "第二条ただし書"),
    ),
)
COMPLIANT = finding(TARIFF, ORDINANCE_DOC, Verdict.COMPLIANT, "一五パーセント", KEPT)
HOSTILE_COMPLIANT = finding(VEHICLES, HOSTILE_DOC, Verdict.COMPLIANT, HOSTILE[7:].partition(" and the")[0], KEPT)
FINDINGS = (
    VIOLATION,
    finding(SOFTWARE, NOTICE_DOC, Verdict.NOT_ADDRESSED, reason=NOTHING),
    finding(TARIFF, NOTICE_DOC, Verdict.NOT_APPLICABLE, reason=FOR_RECORDS),
    REVIEW,
    finding(SOFTWARE, ORDINANCE_DOC, Verdict.NOT_CHECKED, reason=PICTURE),
    COMPLIANT,
    *(finding(of, SCAN_DOC, Verdict.NOT_CHECKED, reason=PASSWORD) for of in RULES.commitments),
    HOSTILE_COMPLIANT,
    finding(SOFTWARE, HOSTILE_DOC, Verdict.NOT_ADDRESSED, reason=NOTHING),
    WAIVED,
)

GONE = Known("cd" * 32, VEHICLES.id, "filings/gone.pdf", Verdict.VIOLATION, Level.HIGH, "2026-01-01", "ef" * 32, 2)
BESIDE = Comparison(
    novelty={VIOLATION.id: Novelty.NEW, REVIEW.id: Novelty.KNOWN},
    since={REVIEW.id: "2026-01-01"},
    fixed=(GONE,),
    unseen=(replace(GONE, document="filings/elsewhere.pdf", count=1),),
    moved={VIOLATION.id: "filings/notice.pdf"},
)
"""How the sample report stands beside a baseline."""

PROFILES = {NOTICE_DOC.path: Profile("notices", fail_on=FailOn.NEEDS_REVIEW)}


def report(**changes: object) -> Report:
    """The sample report, with `changes` to its fields."""
    crops: Mapping[tuple[str, int], Crop] = {
        (VIOLATION.id, 0): Crop(VIOLATION.id, 0, webp(), left=60.0, top=100.0, width=480.0, height=80.0)
    }
    base = Report(
        version="0.1.0",
        as_of="2026-04-01",
        rules=RULES,
        documents=(NOTICE_DOC, ORDINANCE_DOC, SCAN_DOC, HOSTILE_DOC),
        findings=FINDINGS,
        problems=(Problem("I-CACHE", "the cache folder cannot be written", hint="name another with --cache-dir"),),
        isolation="rlimit",
        crops=crops,
        decisions=(MISPRINT, GONE_BY),
        notices=(Notice(NoticeKind.EXPIRED, GONE_BY, (WAIVED.id,)),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def with_running_heads(number: int) -> tuple[Document, ...]:
    """The sample documents, of which `number` (at most three) had running heads."""
    left_out = Problem("I-RUNNING-HEADS", "running heads, feet or codes were left out of the text: “Page 1”")
    having = (SCAN_DOC, ORDINANCE_DOC, HOSTILE_DOC)[:number]
    noted = {each.path: replace(each, problems=(*each.problems, left_out)) for each in having}
    return tuple(noted.get(each.path, each) for each in report().documents)
