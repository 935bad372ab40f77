"""A run: every input in the report once, equal documents evaluated once, the same report however it is run."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from checker import posix, process, run
from checker.cli.inputs import gather
from checker.ingest import Stated
from checker.intake import Input
from checker.model.document import Problem, State
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.pool import Pool
from checker.records import Work
from checker.render import RENDERERS, Options
from checker.result import Outcome, Wanted
from checker.selection import Selection

TOY = Selection((str(Path(__file__).with_name("toy_pack")),))
SETTINGS = run.Settings(as_of="2026-04-01")
CLOSE = "The guard shall close the north gate at noon.\n"
OPEN = "The guard shall open the north gate at dawn.\n"
SILENT = "The harvest was good.\n"


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    for name, words in {"b/open.txt": OPEN, "a/close.txt": CLOSE, "c.md": SILENT, "a/blank.txt": ""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(words, "utf-8")
    return tmp_path


def check(*folders: Path, settings: run.Settings = SETTINGS) -> Report:
    gathered = gather([str(folder) for folder in folders])
    return run.check(gathered.inputs, TOY, settings, gathered.problems)


def verdicts(report: Report) -> dict[str, Verdict]:
    return {finding.document: finding.verdict for finding in report.findings}


def given(**documents: str) -> list[Input]:
    return [Input(f"{name}.txt", Stated(), words.encode()) for name, words in documents.items()]


def test_every_input_stands_in_the_report_once_in_the_order_of_paths(filings: Path) -> None:
    report = check(filings)
    assert [document.path for document in report.documents] == ["a/blank.txt", "a/close.txt", "b/open.txt", "c.md"]
    assert verdicts(report) == {
        "a/blank.txt": Verdict.NOT_CHECKED,
        "a/close.txt": Verdict.VIOLATION,
        "b/open.txt": Verdict.COMPLIANT,
        "c.md": Verdict.NOT_ADDRESSED,
    }
    assert report.exit_code == 3


def test_the_report_does_not_depend_on_how_it_was_made(filings: Path) -> None:
    report = check(filings, settings=replace(SETTINGS, jobs=1))
    assert check(filings, settings=replace(SETTINGS, jobs=3)) == report
    inside = check(filings, settings=replace(SETTINGS, isolated=False))
    assert inside.isolation == "none"
    assert replace(inside, isolation=report.isolation) == report


def test_the_same_bytes_under_two_names_are_evaluated_once_and_reported_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    evaluate = Pool.evaluate

    def counting(self: Pool, sources: Iterator[Work]) -> Iterator[tuple[Work, Outcome]]:
        for source, outcome in evaluate(self, sources):
            asked.append(source.path)
            yield source, outcome

    monkeypatch.setattr(Pool, "evaluate", counting)
    inputs = [Input(f"{folder}/order.txt", Stated(), CLOSE.encode()) for folder in ("x", "y")]
    report = run.check(inputs, TOY, SETTINGS)
    assert asked == ["x/order.txt"]
    assert [document.path for document in report.documents] == ["x/order.txt", "y/order.txt"]
    assert verdicts(report) == {"x/order.txt": Verdict.VIOLATION, "y/order.txt": Verdict.VIOLATION}
    assert len({finding.id for finding in report.findings}) == 2


def test_the_same_bytes_stated_to_be_something_else_are_evaluated_on_their_own() -> None:
    inputs = [
        Input("x/order.txt", Stated(issuer="The Town"), CLOSE.encode()),
        Input("y/order.txt", Stated(issuer="The Village"), CLOSE.encode()),
    ]
    report = run.check(inputs, TOY, SETTINGS)
    assert [document.issuer and document.issuer.value for document in report.documents] == ["The Town", "The Village"]


def test_pictures_show_where_the_words_of_a_page_stand(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "order.pdf"), pagesize=(595, 842), invariant=True)
    canvas.drawString(72, 700, "The guard shall close the north gate at noon.")
    canvas.save()
    report = check(tmp_path, settings=replace(SETTINGS, wanted=Wanted(crops=True)))
    (finding,) = report.findings
    (evidence,) = finding.evidence
    assert evidence.page == 1
    (box,) = evidence.boxes
    assert box.top < 842 - 700 < box.bottom
    crop = report.crops[finding.id, 0]
    assert crop.top <= box.top
    assert box.bottom <= crop.top + crop.height
    with Image.open(io.BytesIO(crop.image)) as picture:
        assert picture.format == "WEBP"
    assert check(tmp_path).crops == {}


def test_problems_met_before_the_run_stand_in_the_report_and_in_its_status() -> None:
    missing = Problem("E-MISSING", "there is no such file or folder", "nowhere.txt")
    report = run.check(given(order=OPEN), TOY, SETTINGS, [missing])
    assert report.problems == (missing,)
    assert report.exit_code == 3


def test_a_run_that_is_interrupted_reports_what_is_done_and_what_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluate = Pool.evaluate

    def stopping(self: Pool, sources: Iterator[Work]) -> Iterator[tuple[Work, Outcome]]:
        yield next(evaluate(self, sources))
        raise KeyboardInterrupt

    monkeypatch.setattr(Pool, "evaluate", stopping)
    report = run.check(given(a=CLOSE, b=OPEN, c=SILENT), TOY, replace(SETTINGS, jobs=1))
    assert report.interrupted
    assert report.exit_code == 130
    assert [document.state for document in report.documents] == [State.CHECKED, State.NOT_CHECKED, State.NOT_CHECKED]
    (problem,) = report.documents[1].problems
    assert (problem.code, problem.message) == ("E-INTERRUPTED", "the run was interrupted before its turn came")


@pytest.mark.skipif(not posix.AVAILABLE, reason="limits on processes need a POSIX system")
def test_a_document_that_breaks_its_worker_is_not_checked_and_the_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    script = Path(__file__).with_name("misbehaving_worker.py")
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-I", str(script)))
    report = run.check(given(a=CLOSE, bad="abort", c=OPEN), TOY, SETTINGS)
    assert verdicts(report) == {
        "a.txt": Verdict.VIOLATION,
        "bad.txt": Verdict.NOT_CHECKED,
        "c.txt": Verdict.COMPLIANT,
    }
    bad = report.documents[1]
    assert bad.problems[0].code == "E-CRASH"
    assert bad.problems[0].message == "the program that read it broke down (SIGABRT)"
    assert bad.size == len("abort")


def test_without_rules_documents_are_only_read() -> None:
    report = run.check(given(order=OPEN), Selection(), SETTINGS)
    assert (report.documents[0].text, report.findings) == (OPEN, ())


def test_a_run_need_hold_no_texts_but_the_words_around_its_evidence() -> None:
    text = SILENT * 40 + "\n" + OPEN + CLOSE + "\n" + SILENT * 40
    report = run.check(given(order=text, same=text), TOY, replace(SETTINGS, wanted=Wanted(text=False)))
    assert [document.text for document in report.documents] == ["", ""]
    assert report.recalled is not None
    assert report.recalled.characters == {"order.txt": len(text), "same.txt": len(text)}
    for finding in report.findings:
        start = text.index(finding.evidence[0].quote)
        assert report.recalled.lines[finding.id] == text.count("\n", 0, start) + 1
        before, after = report.recalled.surroundings[finding.id, 0]
        around = " ".join((before + finding.evidence[0].quote + after).strip(" …").split())
        assert SILENT.strip() in around
        assert len(around) < 1_000
    assert len(report.findings) == len({finding.id for finding in report.findings}) == 2


def test_a_run_without_documents_checked_nothing() -> None:
    assert run.check([], TOY, SETTINGS).exit_code == 4


@pytest.mark.parametrize("format_", ["json", "text", "html"])
def test_silence_is_told_the_same_whether_or_not_a_finding_stands_for_it(filings: Path, format_: str) -> None:
    full = check(filings)
    short = check(filings, settings=replace(SETTINGS, wanted=Wanted(every_finding=False)))
    assert len(short.findings) < len(full.findings)
    assert short.summary == full.summary
    assert list(short.unsaid) == list(full.unsaid)
    assert RENDERERS[format_](short, Options()) == RENDERERS[format_](full, Options())
