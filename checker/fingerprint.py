"""Stable names for findings, kept while the document around them is edited, and hashes of what they say."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from checker.model.finding import Finding

_CJK = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_BLANK_IN_CJK = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")


def fingerprint(finding: Finding, occurrence: int = 0) -> str:
    """The name of `finding`, as 64 hexadecimal digits.

    It rests on the commitment, the verdict, the first quoted words and the file's name without folders, never on
    pages, offsets or scores. `occurrence` tells apart findings that agree in all of these, in report order from 0.
    """
    quote = _normal(finding.evidence[0].quote) if finding.evidence else "absent"
    name = PurePosixPath(finding.document).name
    parts = (finding.commitment, finding.verdict.value, quote, name, str(occurrence))
    return hashlib.sha256("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def finding_sha(finding: Finding) -> str:
    """The hash, as 64 hexadecimal digits, of what `finding` says: its verdict, its reason and all its quoted words.

    A decision is taken on this; where it differs later, the decision speaks about something else.
    """
    quotes = (part for evidence in finding.evidence for part in (evidence.supports.value, _normal(evidence.quote)))
    parts = (finding.commitment, finding.verdict.value, finding.reason.code, *quotes)
    return hashlib.sha256("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _normal(quote: str) -> str:
    # Japanese is written without blanks: one between its characters is where a line was broken.
    return _BLANK_IN_CJK.sub("", " ".join(unicodedata.normalize("NFKC", quote).casefold().split()))
