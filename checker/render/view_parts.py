"""What the parts of the page share: verdicts in words, anchors, links, and the report's things by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from checker.model.commitment import Commitment
from checker.model.document import Document
from checker.model.finding import Finding, Verdict
from checker.model.report import Report
from checker.model.text import language
from checker.passage import Passage
from checker.render.ranking import SEVERITY_ORDER, SIGNS, short_id
from checker.render.recall import surroundings
from checker.render.words import Words

UNDATED = "none"
"""What stands for the month of a document without a date."""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict as the page shows it; `key` is its name in class names and anchors."""

    key: str
    name: str
    shape: str
    letter: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words and the language to show them in."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what stands under it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `href` is empty where there is nothing safe to lead to."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The report's commitments and documents by name, and the catalogue in the language of the page."""

    report: Report
    words: Words
    commitments: Mapping[str, Commitment]
    documents: Mapping[str, Document]
    document_anchors: Mapping[str, str]
    passage: Callable[[Finding, int], Passage]


def shelf(report: Report, words: Words) -> Shelf:
    """The lookups that building the page of `report` needs."""
    return Shelf(
        report,
        words,
        {commitment.id: commitment for commitment in report.rules.commitments},
        {document.path: document for document in report.documents},
        {document.path: f"d-{number}" for number, document in enumerate(report.documents, start=1)},
        surroundings(report),
    )


def verdict_view(verdict: Verdict, words: Words) -> VerdictView:
    """`verdict` with its word, its shape and its meaning."""
    sign = SIGNS[verdict]
    meaning = words(f"meaning.{verdict.value}")
    return VerdictView(verdict.value, words.name(verdict), sign.shape, sign.letter, meaning)


def gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict among `verdicts`, of which there is at least one, that a reader must know first."""
    return min(verdicts, key=SEVERITY_ORDER.index)


def month_of(document: Document) -> str:
    """The month a document is dated in, as YYYY-MM; "none" where it has no date."""
    found = re.match(r"\d{4}-\d{2}", document.dated.value) if document.dated else None
    return found[0] if found else UNDATED


def month_name(month: str, words: Words) -> str:
    """A month of `month_of` as the page calls it."""
    return words("undated") if month == UNDATED else month


def quote(text: str) -> Quote:
    """`text` with the language its letters show."""
    return Quote(text, language(text))


def finding_anchor(finding: Finding) -> str:
    """The anchor of a finding, which people mail to each other."""
    return f"f-{short_id(finding)}"


def commitment_anchor(commitment: str) -> str:
    """The anchor of a commitment in the list of commitments."""
    return f"c-{commitment}"


def web_address(url: str) -> str:
    """`url` where it is one a page may lead to (http or https), else nothing."""
    return url if urlsplit(url).scheme in ("http", "https") else ""
