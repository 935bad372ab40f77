"""What OCR does to verdicts: nothing is decided by it alone, and it can contest what the text layer says.

A verdict whose words were recognised from a picture is left to a person. So is one whose figures are drawn otherwise
than the file says they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from checker.model.document import Document, Layer
from checker.model.finding import DECIDED, Finding, Level, Reason, Verdict
from checker.model.text import Bilingual, Span

_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", " " * 10)
_LOW = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def only_pictured(findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """`findings`, with a review in place of each verdict that rests on words of OCR alone."""
    read = {page.number: page.confidence for page in document.pages if page.layer is Layer.OCR}
    return tuple(_rested(finding, document, read) if read else finding for finding in findings)


def compared(findings: Iterable[Finding], drawn: Callable[[Span], str | None]) -> tuple[Finding, ...]:
    """`findings`, with a review in place of each verdict that rests on a figure which is not drawn where it stands.

    `drawn` says what words OCR sees where a span is drawn, None where there is nothing to compare.
    """
    return tuple(_compared(finding, drawn) for finding in findings)


def _rested(finding: Finding, document: Document, read: dict[int, float]) -> Finding:
    if finding.verdict not in DECIDED:
        return finding
    spans = [evidence.span for evidence in finding.evidence if evidence.supports is finding.verdict]
    pages = [page.number for span in spans if (page := document.page_of(span))]
    if not pages or not all(number in read for number in pages):
        return finding
    least = min(read[number] for number in pages)
    return _left(
        finding,
        "ocr_only",
        Bilingual(
            f"The words that decide were read from the picture of a page by text recognition (OCR), at worst with "
            f"confidence {least:.2f}; compare them with the page.",
            f"判定の根拠となる語句は、ページ画像の文字認識（OCR）によるものです（信頼度{least:.2f}以上）。紙面と見比べてください。",
        ),
    )


def _compared(finding: Finding, drawn: Callable[[Span], str | None]) -> Finding:
    if finding.verdict not in DECIDED:
        return finding
    for evidence in finding.evidence:
        if evidence.supports is finding.verdict and _FIGURE.search(_plain(evidence.quote)):
            seen = drawn(evidence.span)
            missing = None if seen is None else next(_missing(evidence.quote, seen), None)
            if missing:
                return _left(
                    finding,
                    "drawn_otherwise",
                    Bilingual(
                        f"The text of the file says “{missing}”, but text recognition (OCR) does not find that figure "
                        "in the page as it is drawn; compare the words with the page.",
                        f"ファイル内の文字は「{missing}」ですが、表示される紙面の文字認識（OCR）ではその数字が見当たりません。"
                        "紙面と見比べてください。",
                    ),
                )
    return finding


def _missing(quote: str, seen: str) -> Iterator[str]:
    """The figures of a quote that are not among those seen; the mark of a note may have been read as part of one."""
    there = set(_figures(_plain(seen)))
    with_marks = _figures(unicodedata.normalize("NFKC", quote.translate(_LOW)))
    bare = _figures(_plain(quote))
    for figure in bare:
        if figure not in there and not any(other.startswith(figure) and other in there for other in with_marks):
            yield figure


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_RAISED))


def _figures(text: str) -> list[str]:
    return [figure.replace(",", "") for figure in _FIGURE.findall(text)]


def _left(finding: Finding, code: str, text: Bilingual) -> Finding:
    return replace(finding, verdict=Verdict.NEEDS_REVIEW, reason=Reason(code, text), confidence=Level.LOW)
