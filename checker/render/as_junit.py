"""The report as a JUnit file: a suite for each document, a test for each commitment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from checker.model.document import Document, Problem
from checker.model.finding import Finding
from checker.model.report import Report
from checker.render.beside import novelty_word
from checker.render.brief import Briefs
from checker.render.gating import Weight, errors, weight
from checker.render.options import Options
from checker.render.outcome import outcome
from checker.render.phrases import waiver_sentence
from checker.render.visible import one_line

# Build services obey these marks in a line of a log; as references they mean the same to whoever reads the file.
_COMMANDS = ((b"::", b"&#58;&#58;"), (b"##", b"&#35;&#35;"))


def render(report: Report, options: Options) -> bytes:
    """`report` in UTF-8. What could not be checked is an error, what is waived or known is skipped."""
    briefs = Briefs.of(report, options)
    by_document: dict[str, list[Finding]] = {document.path: [] for document in report.documents}
    for finding in report.findings:
        by_document[finding.document].append(finding)
    root = ET.Element("testsuites", name="commitment-checker")
    for document in report.documents:
        root.append(_suite(document, by_document[document.path], report, briefs))
    trouble = errors(report.problems)
    if trouble or not (report.documents or report.unchanged):
        root.append(_run(trouble, report, briefs))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root, "")
    return _harmless(ET.tostring(root, "utf-8", xml_declaration=True) + b"\n")


def _harmless(data: bytes) -> bytes:
    for mark, reference in _COMMANDS:
        data = data.replace(mark, reference)
    return data


def _suite(document: Document, findings: Iterable[Finding], report: Report, briefs: Briefs) -> ET.Element:
    weights = {finding: weight(finding, report) for finding in findings}
    suite = _element("testsuite", name=document.path, file=briefs.file(document.path), **_counts(weights))
    properties = ET.SubElement(suite, "properties")
    _property(properties, "state", document.state.value)
    _property(properties, "sha256", document.sha256)
    for edition in report.rules.editions:
        _property(properties, f"rules:{edition.pack}", f"{edition.version} sha256 {edition.sha256}".lstrip())
    _property(properties, "needs_review", str(list(weights.values()).count(Weight.REVIEW)))
    for finding in weights:
        _property(properties, f"fingerprint:{finding.commitment}", finding.id)
    for finding, heavy in weights.items():
        suite.append(_case(finding, heavy, report, briefs))
    return suite


def _counts(weights: Mapping[Finding, Weight]) -> dict[str, str]:
    counts = Counter(weights.values())
    return {
        "tests": str(len(weights)),
        "failures": str(counts[Weight.FAILURE]),
        "errors": str(counts[Weight.ERROR]),
        "skipped": str(counts[Weight.SKIPPED]),
    }


def _case(finding: Finding, heavy: Weight, report: Report, briefs: Briefs) -> ET.Element:
    case = _element("testcase", classname=PurePosixPath(finding.document).stem, name=finding.commitment)
    message = briefs.message(finding)
    match heavy:
        case Weight.FAILURE:
            failure = _element("failure", type=finding.reason.code, message=briefs.title(finding))
            failure.text = message
            case.append(failure)
        case Weight.ERROR:
            case.append(_element("error", type=finding.reason.code, message=message))
        case Weight.SKIPPED:
            case.append(_element("skipped", message=_why_skipped(finding, report, briefs)))
        case Weight.REVIEW:
            ET.SubElement(case, "system-out").text = f"{briefs.title(finding)}\n{message}"
        case Weight.PASSED:
            pass
    return case


def _why_skipped(finding: Finding, report: Report, briefs: Briefs) -> str:
    words = briefs.words
    if finding.waiver is not None:
        return waiver_sentence(finding.waiver, words)
    if finding.counts_as is None:
        return words("brief_title", verdict=words.name(finding.standing), title=finding.reason.text.pick(words.lang))
    novelty = novelty_word(report, finding, words)
    message = f"{briefs.title(finding)}. {briefs.message(finding)}"
    return f"{message} ({novelty})" if novelty else finding.reason.text.pick(words.lang)


def _run(problems: Iterable[Problem], report: Report, briefs: Briefs) -> ET.Element:
    """The suite of what concerns no single document; it is never green."""
    told = [(problem.code, f"{problem.where}: {problem.message}") for problem in problems]
    told = told or [("nothing", outcome(report, briefs.words))]
    suite = _element("testsuite", name="run", tests=str(len(told)), failures="0", errors=str(len(told)), skipped="0")
    for code, message in told:
        case = ET.SubElement(suite, "testcase", classname="run", name=code)
        case.append(_element("error", type=code, message=message))
    return suite


def _property(properties: ET.Element, name: str, value: str) -> None:
    properties.append(_element("property", name=name, value=value))


def _element(tag: str, **attributes: str) -> ET.Element:
    """An element whose attributes hold no character that XML cannot."""
    return ET.Element(tag, {key: one_line(value) for key, value in attributes.items()})
