"""What a second reading of the same document does to its verdicts: where the two differ, a person decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.ingest import Other
from checker.model.finding import Finding, Level, Reason, Verdict
from checker.model.text import Bilingual

_QUOTED = 200

_WHY = {
    Other.REJECTED: Bilingual(
        "Changes in the file wait to be accepted or rejected and decide the verdict: if all were rejected,",
        "未承認の変更履歴があり、その採否で判定が変わる。すべて元に戻すと",
    ),
    Other.MOVED: Bilingual(
        "The file gives its words in another order than they stand in on the page, and the verdict depends on it: "
        "in the order of the page,",
        "ファイル内の文字の順序が紙面の配置と異なり、その順序で判定が変わる。紙面の順に読むと",
    ),
    Other.ACCEPTED: Bilingual(
        "Changes in the file wait to be accepted or rejected and decide the verdict: if all were accepted,",
        "未承認の変更履歴があり、その採否で判定が変わる。すべて承認すると",
    ),
    Other.SHOWN: Bilingual(
        "The document holds words that no reader sees, and the verdict depends on them: with these words,",
        "読者に見えない文字があり、その有無で判定が変わる。その文字を含めると",
    ),
}
_CODES = {
    Other.REJECTED: "tracked_change",
    Other.ACCEPTED: "tracked_change",
    Other.SHOWN: "hidden_text",
    Other.MOVED: "order_uncertain",
}
_VERDICTS = {
    Verdict.COMPLIANT: Bilingual("it would be compliant", "遵守となる"),
    Verdict.VIOLATION: Bilingual("it would be a violation", "違反となる"),
    Verdict.NEEDS_REVIEW: Bilingual("it would need review", "要確認となる"),
    Verdict.NOT_ADDRESSED: Bilingual("the commitment would not be addressed", "記載なしとなる"),
}


def contested(findings: Iterable[Finding], others: Iterable[Finding], apart: Other) -> tuple[Finding, ...]:
    """`findings`, with a review in place of each verdict that differs in `others`, those of the other reading.

    `apart` says what sets that reading apart. Both come in the same order.
    """
    return tuple(_weighed(finding, other, apart) for finding, other in zip(findings, others, strict=True))


def _weighed(finding: Finding, other: Finding, apart: Other) -> Finding:
    if finding.verdict in (other.verdict, Verdict.NEEDS_REVIEW):
        return finding
    why, verdict, words = _WHY[apart], _VERDICTS[other.verdict], _words(other)
    text = Bilingual(
        f"{why.en} {verdict.en}{f' (“{words}”)' if words else ''}.",
        f"{why.ja}{verdict.ja}{f'（「{words}」）' if words else ''}。",
    )
    return replace(finding, verdict=Verdict.NEEDS_REVIEW, reason=Reason(_CODES[apart], text), confidence=Level.LOW)


def _words(finding: Finding) -> str:
    """The first words that the other verdict rests on, shortened."""
    words = " ".join(finding.evidence[0].quote.split()) if finding.evidence else ""
    return words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + "…"
