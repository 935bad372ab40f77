"""Hostile documents, checked together with a sound one: each ends as it must, and takes nobody with it."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker import posix, run
from checker.cli.inputs import gather
from checker.model.document import State
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.selection import Selection

pytestmark = pytest.mark.skipif(not posix.AVAILABLE, reason="limits on processes need a POSIX system")

TOY = Selection((str(Path(__file__).with_name("toy_pack")),))
DOCUMENT_TYPES = (".pdf", ".txt")
READ, NOT_READ = (0, 1), (3,)


@dataclass(frozen=True)
class Hostile:
    """The report on all hostile documents, and per document the exit codes and the reason that are expected."""

    folder: Path
    report: Report
    expected: dict[str, tuple[tuple[int, ...], str]]


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    specification = importlib.util.spec_from_file_location("generate", shared / "hostile" / "generate.py")
    assert specification is not None
    assert specification.loader is not None
    generate = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generate)
    folder = tmp_path_factory.mktemp("hostile")
    assert generate.main([str(folder)]) == 0
    (folder / "sound.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    files = [str(file) for file in sorted(folder.iterdir()) if file.suffix in DOCUMENT_TYPES]
    report = run.check(gather(files).inputs, TOY, run.Settings("2026-04-01"))
    expected = {Path(file).name: generate.EXPECT.get(Path(file).name, (READ, "")) for file in files}
    return Hostile(folder, report, expected)


def test_every_document_stands_in_the_report_once(hostile: Hostile) -> None:
    assert [document.path for document in hostile.report.documents] == sorted(hostile.expected)


def test_the_sound_document_is_judged(hostile: Hostile) -> None:
    verdicts = {finding.document: finding.verdict for finding in hostile.report.findings}
    assert verdicts["sound.txt"] is Verdict.VIOLATION


def test_every_document_ends_as_it_must(hostile: Hostile) -> None:
    wrong = []
    for document in hostile.report.documents:
        codes, reason = hostile.expected[document.path]
        read = document.state is not State.NOT_CHECKED
        if codes == READ:
            right = read
        else:
            right = (read and codes != NOT_READ) or any(problem.code in reason for problem in document.problems)
        if not right:
            wrong.append((document.path, document.state.value, [problem.code for problem in document.problems], reason))
    assert wrong == []


def test_nothing_in_a_document_was_run(hostile: Hostile) -> None:
    assert not list(hostile.folder.parent.rglob("HOSTILE_SENTINEL*"))
