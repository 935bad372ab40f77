"""The report as a memo in Word: the outcome on the first page, then every finding with its words."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from checker.model.finding import Finding
from checker.model.report import Report
from checker.render.office import settled
from checker.render.options import Options
from checker.render.outcome import outcome
from checker.render.ranking import SIGNS, most_severe_first
from checker.render.rows import Table, cited, documents, history, summary
from checker.render.visible import visible
from checker.render.words import Words

if TYPE_CHECKING:
    from docx.document import Document

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report, options: Options) -> bytes:
    """`report` as a DOCX document."""
    import docx

    words = Words(options.lang)
    memo = docx.Document()
    title = options.title or words("title")
    memo.core_properties.title = _clean(title)
    memo.core_properties.author = ""
    memo.add_heading(_clean(title), 0)
    memo.add_paragraph(_clean(outcome(report, words)), style="Intense Quote")
    _table(memo, summary(report, words))
    memo.add_paragraph(words("method"))
    memo.add_heading(words("findings_title"), 1).paragraph_format.page_break_before = True
    promised = {commitment.id: commitment for commitment in report.rules.commitments}
    for finding in most_severe_first(report.listed):
        commitment = promised[finding.commitment]
        _finding(memo, finding, commitment.title.pick(words.lang), commitment.quote, words)
    memo.add_heading(words("documents_title"), 1)
    _table(memo, documents(report, words), columns=4)
    out = io.BytesIO()
    memo.save(out)
    return settled(out.getvalue(), report.as_of)


def _finding(memo: Document, finding: Finding, title: str, promise: str, words: Words) -> None:
    memo.add_heading(_clean(f"{SIGNS[finding.verdict].shape} {words.name(finding.verdict)}: {title}"), 2)
    memo.add_paragraph(_clean(finding.reason.text.pick(words.lang)))
    memo.add_paragraph(f"{words('promise')}: {_clean(words('quoted', text=promise))}")
    for quote, where in cited(finding, words):
        memo.add_paragraph(_clean(quote), style="Quote")
        memo.add_paragraph(f"— {_clean(finding.document)}, {_clean(where)}")
    for line in history(finding, words):
        memo.add_paragraph(_clean(line), style="List Bullet")
    memo.add_paragraph(_clean(f"{words('column_finding')}: {finding.id} ({finding.document})"), style="Caption")


def _table(memo: Document, table: Table, columns: int | None = None) -> None:
    head = table.head[:columns]
    made = memo.add_table(rows=1, cols=len(head), style="Light List Accent 1")
    for cell, title in zip(made.rows[0].cells, head, strict=True):
        cell.text = title
    for row in table.rows:
        for cell, value in zip(made.add_row().cells, row[:columns], strict=True):
            cell.text = _clean("" if value is None else str(value))


def _clean(text: str) -> str:
    """`text` as XML can hold it, its unseen characters visible."""
    return _NOT_IN_XML.sub("", visible(text))
