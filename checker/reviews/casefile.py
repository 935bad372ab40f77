"""A finding that a reviewer rejected, as a case for the rule: the same words, labelled with the right verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.document import Document
from checker.model.finding import DECIDED, Finding, Verdict

_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_WIDTH = 12


def case(finding: Finding, document: Document, passage: str, verdict: Verdict, why: str) -> str:
    """An entry of a cases file: the `passage` around the words of `finding`, labelled with `verdict` and `why`."""
    return "".join(f"{line}\n" for line in _lines(finding, document, passage, verdict, why))


def _lines(finding: Finding, document: Document, passage: str, verdict: Verdict, why: str) -> Iterator[str]:
    yield f"  - id: rejected-{finding.id[:_WIDTH]}"
    yield f"    lang: {'ja' if _CJK.search(passage) else 'en'}"
    for key, fact in (("issuer", document.issuer), ("dated", document.dated)):
        if fact is not None:
            yield f"    {key}: {_text(fact.value)}"
    yield "    document: |"
    yield from (f"      {line}".rstrip() for line in passage.splitlines())
    yield f"    verdict: {verdict.value}"
    if verdict in DECIDED and finding.evidence:
        yield f"    evidence: {_text(finding.evidence[0].quote)}"
    yield f"    why: {_text(why)}"


def _text(text: str) -> str:
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
