"""A finding in one line, with a file and a line to show it at, for tools that know no more than that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from checker.model.commitment import Commitment
from checker.model.document import Document, outermost
from checker.model.finding import Finding
from checker.model.report import Report
from checker.render.anchor import Anchor, anchor, place_of
from checker.render.options import Options
from checker.render.phrases import place
from checker.render.recall import first_line
from checker.render.visible import one_line
from checker.render.words import Words

QUOTED = 300


@dataclass(frozen=True, slots=True)
class Briefs:
    """Writes the findings of one report, whose documents and commitments are at hand."""

    commitments: Mapping[str, Commitment]
    documents: Mapping[str, Document]
    line: Callable[[Finding], int]
    options: Options

    @staticmethod
    def of(report: Report, options: Options) -> Briefs:
        """The writer for `report`."""
        commitments = {commitment.id: commitment for commitment in report.rules.commitments}
        documents = {document.path: document for document in report.documents}
        return Briefs(commitments, documents, first_line(report), options)

    @property
    def words(self) -> Words:
        """The catalogue in the language asked for."""
        return Words(self.options.lang)

    def title(self, finding: Finding) -> str:
        """The verdict and the commitment: "Violation: Keep the north gate open"."""
        title = self.commitments[finding.commitment].title.pick(self.options.lang)
        return one_line(self.words("brief_title", verdict=self.words.name(finding.verdict), title=title))

    def message(self, finding: Finding) -> str:
        """The reason, the first quoted words and where they stand: the document, its page, its section."""
        return one_line(self.words("brief_placed", said=self.said(finding), where=self.where(finding)))

    def said(self, finding: Finding) -> str:
        """The reason and the first quoted words."""
        reason = finding.reason.text.pick(self.options.lang)
        if not finding.evidence:
            return one_line(reason)
        quoted = self.words("quoted", text=shortened(finding.evidence[0].quote))
        return one_line(self.words("brief_quoted", reason=reason, quoted=quoted))

    def where(self, finding: Finding) -> str:
        """The document, and the page and section of the first quoted words."""
        if not finding.evidence:
            return one_line(finding.document)
        inside = place(finding.evidence[0], self.words)
        return one_line(self.words("brief_where", document=finding.document, place=inside))

    def anchor(self, finding: Finding) -> Anchor:
        """The file and the line to show `finding` at."""
        document = self.documents[finding.document]
        file = outermost(document.path, self.documents)
        return anchor(finding, document, file, self.line(finding), self.options.repository, self.options.anchor)

    def file(self, document: str) -> str:
        """The file that the document of that logical path came in, from the top of the repository."""
        return place_of(outermost(document, self.documents), self.options.repository)


def shortened(quote: str, most: int = QUOTED) -> str:
    """`quote` on one line, cut with a mark after `most` characters."""
    line = one_line(quote)
    return line if len(line) <= most else f"{line[:most]}…"
