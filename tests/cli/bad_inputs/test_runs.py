"""What goes wrong around documents: names, files that move, workers that lie, outputs that fail, clocks, pipes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from checker import desk, intake, posix, process, run
from checker.intake import Input
from checker.model.document import Problem
from checker.model.report import Report
from tests.cli.conftest import TOY_PACK, Program

TESTS = Path(__file__).resolve().parents[2]
MISBEHAVING = str(TESTS / "misbehaving_worker.py")
CLOSE = "The guard shall close the north gate at noon.\n"
OPEN = "The guard shall open the north gate at dawn.\n"

needs_posix = pytest.mark.skipif(not posix.AVAILABLE, reason="limits on processes need a POSIX system")


def states(report: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {document["path"]: document["state"] for document in report["documents"]}


def codes(report: dict[str, list[dict[str, list[dict[str, str]]]]], path: str) -> list[str]:
    (document,) = [each for each in report["documents"] if each["path"] == path]  # type: ignore[comparison-overlap]
    return [problem["code"] for problem in document["problems"]]


@dataclass(frozen=True)
class Broken:
    """A file that cannot be read as what its name says: its name, its bytes, the words of the message."""

    name: str
    data: bytes
    words: str


JSON = (
    Broken("deep.json", b"[" * 200_000 + b"]" * 200_000, "it is nested too deeply"),
    Broken("nan.json", b'[{"amount": NaN}]', "it holds NaN, which is no number"),
    Broken("infinite.json", b'[{"amount": Infinity}]', "it holds Infinity, which is no number"),
    Broken("surrogate.json", b'[{"a": "\\ud800"}]', "it holds half of a character (a lone surrogate)"),
    Broken("twice.json", b'[{"a": 1, "a": 2}]', 'the key "a" stands twice in one object'),
    Broken("cut.json", b'[{"a": 1', "it is damaged or cut short"),
    Broken("latin.json", b'[{"a": "\xe9"}]', "it is not in UTF-8"),
)


@pytest.mark.parametrize("broken", JSON, ids=lambda broken: broken.name)
def test_row_36_json_that_is_unclear_is_no_document(toy: Program, filings: Path, broken: Broken) -> None:
    (filings / broken.name).write_bytes(broken.data)
    outcome = toy(filings, "--fail-on", "never", "--format", "json")
    assert outcome.status == 3
    (document,) = [each for each in outcome.json["documents"] if each["path"] == broken.name]
    assert [problem["code"] for problem in document["problems"]] == ["E-JSON"]
    assert broken.words in document["problems"][0]["message"]
    assert [each for each, state in states(outcome.json).items() if state == "checked"] == [
        "close.txt",
        "open.txt",
        "silent.txt",
    ]
    assert toy(filings / broken.name).status == 4


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a": NaN}', b'{"a": "\\ud800"}'], ids=["deep", "nan", "surrogate"])
@pytest.mark.parametrize("command", [("report",), ("check", "--rules", TOY_PACK, "{filings}", "--baseline")])
def test_row_36_json_that_is_unclear_is_no_configuration(
    program: Program, filings: Path, command: tuple[str, ...], data: bytes
) -> None:
    (filings.parent / "given.json").write_bytes(data)
    outcome = program(*(word.format(filings=filings) for word in command), filings.parent / "given.json")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert "given.json: this is no" in outcome.stderr.replace("is not a", "is no")
    assert "hint: " in outcome.stderr


def test_row_45_where_nothing_is_found_nothing_is_checked_and_every_name_is_listed(
    toy: Program, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    outcome = toy(tmp_path / "missing.pdf", tmp_path / ("x" * 300), tmp_path / "empty", tmp_path / "*.docx")
    assert outcome.status == 4
    for name in (
        "missing.pdf: there is no such file",
        "xxx: there is no such file",
        "empty: this folder holds no",
        "*.docx: no file matches",
    ):
        assert name in outcome.stderr
    assert outcome.stdout.startswith("Nothing was checked")


def pipe(file: Path) -> None:
    os.mkfifo(file)


def socket(file: Path) -> None:
    import socket as sockets

    with sockets.socket(sockets.AF_UNIX) as opened:
        opened.bind(str(file))


def link_out(file: Path) -> None:
    (file.parents[1] / "secret.txt").write_text(CLOSE, "utf-8")
    file.symlink_to(file.parents[1] / "secret.txt")


def link_to_a_device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def circle(file: Path) -> None:
    file.symlink_to(file)


@needs_posix
@pytest.mark.parametrize("make", [pipe, socket, link_out, link_to_a_device, circle])
def test_row_46_what_is_no_file_of_the_folder_is_not_opened(
    toy: Program, filings: Path, make: Callable[[Path], None]
) -> None:
    make(filings / "odd.txt")
    outcome = toy(filings, "--fail-on", "never", "--format", "json")
    assert outcome.status == 3
    assert codes(outcome.json, "odd.txt") == ["E-PATH"]
    assert states(outcome.json)["close.txt"] == "checked"


def test_row_47_a_file_that_vanishes_is_told(toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = run.check

    def late(*given: object) -> Report:
        (filings / "open.txt").unlink()
        return check(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "check", late)
    outcome = toy(filings, "--fail-on", "never", "--format", "json")
    assert outcome.status == 3
    assert codes(outcome.json, "open.txt") == ["E-GONE"]
    assert states(outcome.json)["close.txt"] == "checked"


def test_row_47_a_file_that_changes_is_judged_and_named_by_the_bytes_that_were_read(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (filings / "close.txt").read_bytes()

    def changing(item: Input, limit: int) -> bytes | Problem:
        data = intake.load(item, limit)
        if item.path == "close.txt":
            (filings / "close.txt").write_text(OPEN, "utf-8")
        return data

    monkeypatch.setattr(desk, "load", changing)
    outcome = toy(filings, "--format", "json")
    assert outcome.status == 1
    (document,) = [each for each in outcome.json["documents"] if each["path"] == "close.txt"]
    assert document["sha256"] == sha256(before).hexdigest()
    assert {each["document"] for each in outcome.json["findings"] if each["verdict"] == "violation"} == {"close.txt"}


def test_row_48_one_document_under_two_names_has_two_entries_with_findings_of_their_own(
    toy: Program, filings: Path
) -> None:
    (filings / "again").mkdir()
    shutil.copy(filings / "close.txt", filings / "again" / "close.txt")
    outcome = toy(filings, "--format", "json")
    assert outcome.status == 1
    broken = [each for each in outcome.json["findings"] if each["verdict"] == "violation"]
    assert [each["document"] for each in broken] == ["again/close.txt", "close.txt"]
    assert len({each["id"] for each in broken}) == 2


def test_row_49_a_commitment_that_two_packs_hold_is_refused(program: Program, filings: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(TOY_PACK, tmp_path / "other"))
    text = (other / "instrument.yaml").read_text("utf-8")
    (other / "instrument.yaml").write_text(text.replace("pack: toy", "pack: other"), "utf-8")
    outcome = program("check", "--rules", TOY_PACK, "--rules", other, filings)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert 'commitment "open-gate"' in outcome.stderr
    assert str(Path("other") / "open-gate.yaml") in outcome.stderr


def no_space(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_row_50_an_output_on_a_full_disk_leaves_the_old_one(
    toy: Program, filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "out" / "report.json"
    report.parent.mkdir()
    report.write_text("old", "utf-8")
    monkeypatch.setattr(os, "fsync", no_space)
    outcome = toy(filings, "--no-cache", "--format", "json", "--output", report)
    assert outcome.status == 2
    assert f"{report}: the output could not be written: no space left on device" in outcome.stderr
    assert [(file.name, file.read_text("utf-8")) for file in report.parent.iterdir()] == [("report.json", "old")]


@needs_posix
def test_row_50_an_output_in_a_folder_that_may_not_be_written_is_told(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refused(self: Path, mode: str = "r", *given: Any, **named: Any) -> Any:
        if mode == "xb":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode, *given, **named)

    monkeypatch.setattr(Path, "open", refused)
    outcome = toy(filings, "--no-cache", "--format", "json", "--output", filings.parent / "report.json")
    assert outcome.status == 2
    assert "report.json: the output could not be written: permission denied" in outcome.stderr
    assert not (filings.parent / "report.json").exists()


@needs_posix
@pytest.mark.parametrize("deed", ["lie", "announce_a_gigabyte", "flood"])
def test_row_56_a_worker_that_answers_nonsense_is_ended(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-I", MISBEHAVING))
    (filings / "bad.txt").write_text(deed, "utf-8")
    outcome = toy(filings, "--no-cache", "--fail-on", "never", "--format", "json", "--jobs", "1")
    assert outcome.status == 3
    assert codes(outcome.json, "bad.txt") == ["E-PROTOCOL"]
    assert [state for path, state in states(outcome.json).items() if path != "bad.txt"] == ["checked"] * 3


@pytest.mark.parametrize(
    "environment",
    [{"TZ": "Pacific/Kiritimati"}, {"TZ": "no such zone"}, {"SOURCE_DATE_EPOCH": "0"}, {"SOURCE_DATE_EPOCH": ""}],
    ids=["ahead", "nonsense", "epoch", "no epoch"],
)
def test_row_57_no_clock_changes_what_a_date_was_given_for(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    expected = toy(filings, "--format", "json").stdout
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert toy(filings, "--format", "json").stdout == expected


def test_row_57_a_clock_that_is_no_number_is_told(
    program: Program, filings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    outcome = program("check", "--rules", TOY_PACK, filings)
    assert outcome.status == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in outcome.stderr


NAMES: dict[str, str] = {
    "line\nbreak.txt": "line%0Abreak.txt",
    "<img src=x onerror=alert(1)>.txt": "<img src=x onerror=alert(1)>.txt",
    "-rf.txt": "-rf.txt",
    "odd\udcff.txt": "odd%FF.txt",
    "x" * 251 + ".txt": "x" * 251 + ".txt",
    "\u202etxt.fdp": "",
}
"""Names of files, and how outputs write them; empty where it is left to the test below."""


@needs_posix
@pytest.mark.parametrize("name", [name for name in NAMES if NAMES[name]])
def test_row_59_a_file_is_checked_whatever_it_is_called(
    toy: Program, filings: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    try:
        (filings / name).write_text(CLOSE, "utf-8")
    except OSError:
        pytest.skip("this file system does not take the name")
    monkeypatch.chdir(filings)
    alone = toy("--format", "json", "--", name)
    assert (alone.status, list(states(alone.json))) == (1, [NAMES[name]])
    page = toy("--format", "html", "--", name).stdout
    assert "<img src=x" not in page
    assert toy(filings, "--format", "text").status == 1


@needs_posix
def test_row_59_no_name_of_a_file_turns_a_line_around(toy: Program, filings: Path) -> None:
    (filings / "\u202etxt.fdp").write_text(CLOSE, "utf-8")
    outcome = toy(filings, "--format", "text")
    assert "\u202e" not in outcome.stdout + outcome.stderr


def piped(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, check=False, timeout=120
    )


def test_row_60_a_document_may_come_on_standard_input() -> None:
    ended = piped(f"printf '{CLOSE}' | {sys.executable} -m checker check --rules {TOY_PACK} - --format json")
    assert ended.returncode == 1
    assert states(json.loads(ended.stdout)) == {"stdin": "checked"}


def test_row_60_a_reader_that_closes_its_end_is_no_error(filings: Path) -> None:
    for number in range(300):
        (filings / f"{number}.txt").write_text(f"{number} {CLOSE}", "utf-8")
    ended = piped(
        f"{sys.executable} -m checker check --rules {TOY_PACK} {filings} --format json | head -c 10 > /dev/null"
    )
    assert "Traceback" not in ended.stderr
    assert "Internal error" not in ended.stderr
    assert "Broken pipe" not in ended.stderr
    assert ended.returncode in (1, 141)
