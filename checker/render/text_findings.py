"""One document's findings for a terminal, the most severe first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from checker.model.decision import Standing
from checker.model.finding import Evidence, Finding, Verdict
from checker.model.report import Report
from checker.render.beside import novelty_word
from checker.render.ink import DIM, VERDICT_STYLES, Ink
from checker.render.phrases import decision_sentence, place, waiver_sentence, worked_steps
from checker.render.ranking import SIGNS, in_brief, most_severe_first, short_id, told_together
from checker.render.visible import one_line
from checker.render.words import Words

_INDENT = "      "
_BAR = f"{_INDENT}┃ "
_QUOTED = 300


@dataclass(frozen=True, slots=True)
class FindingLines:
    """Writes the findings of one report in one language."""

    report: Report
    words: Words
    ink: Ink

    def of(self, findings: Iterable[Finding]) -> Iterator[str]:
        """The lines of one document's `findings`; those that one line can tell are told together."""
        for verdict, group in groupby(most_severe_first(findings), key=_verdict):
            if in_brief(verdict):
                for together in told_together(group):
                    yield from self._together(together)
            else:
                for finding in group:
                    yield from self._in_full(finding)

    def _in_full(self, finding: Finding) -> Iterator[str]:
        title = next(each.title for each in self.report.rules.commitments if each.id == finding.commitment)
        yield from self._title(finding, title.pick(self.words.lang))
        yield from self.ink.lines(f"{finding.commitment}#{short_id(finding)}", _INDENT, DIM)
        yield from self.ink.lines(self._levels(finding), _INDENT, DIM)
        yield from self.ink.lines(finding.reason.text.pick(self.words.lang), _INDENT)
        for evidence in finding.evidence:
            yield from self._quote(evidence, finding)
        if finding.waiver is not None:
            yield from self.ink.lines(waiver_sentence(finding.waiver, self.words), _INDENT)
        elif finding.decisions:
            yield from self.ink.lines(decision_sentence(finding.decisions[-1], self.words), _INDENT)
        yield ""

    def _together(self, findings: tuple[Finding, ...]) -> Iterator[str]:
        first = findings[0]
        yield from self._title(first, self.words.count("n_commitments", len(findings)))
        yield from self.ink.lines(first.reason.text.pick(self.words.lang), _INDENT)
        names = " ".join(f"{finding.commitment}#{short_id(finding)}" for finding in findings)
        yield from self.ink.lines(names, _INDENT, DIM)
        yield ""

    def _title(self, finding: Finding, title: str) -> Iterator[str]:
        sign = f"{SIGNS[finding.verdict].shape} {self.words.name(finding.verdict)}"
        standing = "" if finding.standing is Standing.OPEN else self.words.name(finding.standing)
        novelty = novelty_word(self.report, finding, self.words)
        marks = "".join(self.words("mark", text=text) for text in (standing, novelty) if text)
        first, *rest = self.ink.lines(f"{sign}{marks} · {title}", "  ", VERDICT_STYLES[finding.verdict])
        yield first
        yield from (f"{_INDENT}{line.lstrip()}" for line in rest)

    def _levels(self, finding: Finding) -> str:
        return self.words(
            "levels",
            severity=self.words.name(finding.severity),
            confidence=self.words.name(finding.confidence),
            reading=self.words.name(finding.reading),
        )

    def _quote(self, evidence: Evidence, finding: Finding) -> Iterator[str]:
        yield from self.ink.lines(self.words("quoted", text=self._shortened(evidence.quote)), _BAR)
        yield from self.ink.lines(place(evidence, self.words), _BAR, DIM)
        if evidence.worked is not None:
            yield from self.ink.lines(one_line(worked_steps(evidence.worked, self.words)), _BAR)
        if evidence.supports is not finding.verdict:
            speaks_for = self.words("speaks_for", verdict=self.words.name(evidence.supports))
            yield from self.ink.lines(speaks_for, _BAR, DIM)

    def _shortened(self, quote: str) -> str:
        line = one_line(quote)
        if len(line) <= _QUOTED:
            return line
        return f"{line[:_QUOTED]}… {self.words('more_characters', n=len(line) - _QUOTED)}"


def _verdict(finding: Finding) -> Verdict:
    return finding.verdict
