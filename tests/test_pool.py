"""Worker processes: limits hold, failures are told apart, and one document's end is no other's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from checker import posix, process, protocol
from checker.errors import CheckerError
from checker.failures import Cause, Failure
from checker.ingest import Source
from checker.judge import compile_rules
from checker.model.document import State
from checker.model.finding import Verdict
from checker.pool import Pool
from checker.result import PLAIN, Outcome, Result, Wanted
from checker.ruleset import to_bytes
from checker.selection import Selection
from tests.ingest.pdfs import column, pdf

pytestmark = pytest.mark.skipif(not posix.AVAILABLE, reason="limits on processes need a POSIX system")

NO_RULES = to_bytes(compile_rules(Selection().load()))
TOY = to_bytes(compile_rules(Selection((str(Path(__file__).with_name("toy_pack")),)).load()))
SOUND = b"An ordinary notice.\n"


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    script = Path(__file__).with_name("misbehaving_worker.py")
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-I", str(script)))


def outcomes(documents: dict[str, bytes], size: int = 1, wanted: Wanted = PLAIN) -> dict[str, Outcome]:
    with closing(Pool(NO_RULES, size, wanted)) as pool:
        sources = (Source(path, data) for path, data in documents.items())
        return {source.path: outcome for source, outcome in pool.evaluate(sources)}


def noted_starts(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The worker processes that will be started from now on."""
    started: list[subprocess.Popen[bytes]] = []
    start = process._start

    def noting(workplace: Path, memory: int) -> subprocess.Popen[bytes]:
        started.append(start(workplace, memory))
        return started[-1]

    monkeypatch.setattr(process, "_start", noting)
    return started


def running(group: int) -> list[str]:
    """The processes of a group that still run; one that ended and that nobody has waited for does not."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = file.read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
        except OSError:  # it ended meanwhile
            continue
        if int(its_group) == group and state != "Z":
            found.append(file.parent.name)
    return found


def text_of(outcome: Outcome) -> str:
    assert isinstance(outcome, Result), outcome
    return outcome.document.text


@pytest.mark.usefixtures("misbehaving")
@pytest.mark.parametrize(
    ("deed", "failure"),
    [
        ("spin", Failure(Cause.CPU, limit=60)),
        ("hoard", Failure(Cause.MEMORY)),
        ("hoard_and_abort", Failure(Cause.MEMORY)),
        ("abort", Failure(Cause.CRASH, "SIGABRT")),
        ("leave", Failure(Cause.CRASH, "exit status 3")),
        ("lie", Failure(Cause.PROTOCOL)),
    ],
)
def test_a_document_that_breaks_its_worker_is_told_by_its_cause_and_harms_no_other(deed: str, failure: Failure) -> None:
    found = outcomes({"before.txt": SOUND, "bad.txt": deed.encode(), "after.txt": SOUND})
    assert found.pop("bad.txt") == failure
    assert [text_of(outcome) for outcome in found.values()] == [SOUND.decode()] * 2


@pytest.mark.usefixtures("misbehaving")
def test_a_document_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "WORKER_WALL_SECONDS", 4)
    found = outcomes({"bad.txt": b"sleep", "after.txt": SOUND})
    assert found["bad.txt"] == Failure(Cause.WALL, limit=4)
    assert text_of(found["after.txt"]) == SOUND.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.usefixtures("misbehaving")
def test_a_process_that_a_document_starts_is_ended_with_its_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """As root it can be started, and holds the line open until time is out; for anyone else it cannot be started."""
    monkeypatch.setattr(protocol, "WORKER_WALL_SECONDS", 4)
    started = noted_starts(monkeypatch)
    found = outcomes({"bad.txt": b"start_a_child"})["bad.txt"]
    assert isinstance(found, Failure)
    assert found.cause in (Cause.WALL, Cause.CRASH)
    assert running(started[0].pid) == []


@pytest.mark.usefixtures("misbehaving")
def test_an_exception_is_told_by_its_kind_and_place_without_words_of_the_document() -> None:
    found = outcomes({"bad.txt": b"fail"})["bad.txt"]
    assert isinstance(found, Failure)
    assert found.cause is Cause.CRASH
    assert found.detail.startswith("ValueError in worker.py, line ")
    assert "words of the document" not in found.detail


@pytest.mark.usefixtures("misbehaving")
def test_what_a_library_prints_does_not_land_among_the_answers() -> None:
    assert text_of(outcomes({"chatty.txt": b"chatter\nwords\n"})["chatty.txt"]) == "chatter\nwords\n"


@pytest.mark.usefixtures("misbehaving")
def test_a_document_that_cannot_be_drawn_is_judged_without_pictures() -> None:
    source = Source("order.txt", b"undrawable\n\nThe guard shall close the north gate.\n")
    with closing(Pool(TOY, 1, wanted=Wanted(crops=True))) as pool:
        ((_, outcome),) = pool.evaluate([source])
    assert isinstance(outcome, Result)
    assert [finding.verdict for finding in outcome.findings] == [Verdict.VIOLATION]
    assert outcome.crops == ()
    (problem,) = outcome.document.problems
    assert problem.code == "W-NO-PICTURES"
    assert problem.message == ("the pages could not be drawn, so the report shows the words without pictures (E-CRASH)")


def test_documents_are_drawn_only_as_they_are_needed() -> None:
    drawn = []

    def sources() -> Iterator[Source]:
        for number in range(50):
            drawn.append(number)
            yield Source(f"{number}.txt", SOUND)

    with closing(Pool(NO_RULES, 2, wanted=PLAIN)) as pool:
        next(pool.evaluate(sources()))
        assert len(drawn) <= 4


def test_a_worker_is_replaced_after_its_share_of_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "WORKER_DOCUMENTS", 2)
    started = noted_starts(monkeypatch)
    found = outcomes({f"{number}.txt": SOUND for number in range(5)})
    assert [text_of(outcome) for outcome in found.values()] == [SOUND.decode()] * 5
    assert len(started) == 3


@pytest.mark.parametrize("command", [(sys.executable, "-c", "pass"), ("no-such-program",)])
def test_a_worker_that_does_not_come_up_is_a_failure_of_its_document(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "COMMAND", command)
    assert outcomes({"a.txt": SOUND}) == {"a.txt": Failure(Cause.START)}


def test_rules_that_make_no_sense_are_a_worker_that_does_not_come_up() -> None:
    with closing(Pool(b"no rules", 1, wanted=PLAIN)) as pool:
        assert [outcome for _, outcome in pool.evaluate([Source("a.txt", SOUND)])] == [Failure(Cause.START)]


def test_nothing_is_checked_with_less_isolation_than_required() -> None:
    pool = Pool(NO_RULES, 1, wanted=PLAIN, isolation="bwrap")
    with closing(pool), pytest.raises(CheckerError) as error:
        list(pool.evaluate([Source("a.txt", SOUND)]))
    assert error.value.message == (
        f"documents can be isolated only by {pool.isolation} on this system, and bwrap is required"
    )
    assert error.value.hint == "run the check on a system that has it, or ask for less with --require-isolation"


def test_the_pool_says_how_documents_were_isolated() -> None:
    with closing(Pool(NO_RULES, 1, wanted=PLAIN)) as pool:
        list(pool.evaluate([Source("a.txt", SOUND)]))
        assert pool.isolation == ("rlimit" if sys.platform == "linux" else "timeout-only")


@pytest.mark.usefixtures("misbehaving")
def test_a_pdf_that_breaks_its_reader_is_tried_once_with_another_one() -> None:
    """The second reader cannot know whether it found everything, so the document counts as read in part."""
    data = pdf(column(72, 700, ["The guard shall close the north gate."])) + b"% abort"
    with closing(Pool(TOY, 1, wanted=Wanted(crops=True))) as pool:
        ((_, outcome),) = pool.evaluate([Source("order.pdf", data)])
    assert isinstance(outcome, Result)
    assert [finding.verdict for finding in outcome.findings] == [Verdict.VIOLATION]
    assert outcome.document.state is State.PARTLY_CHECKED
    assert (outcome.document.problems[0].code, outcome.document.problems[0].message) == (
        "E-CRASH",
        "the program that reads PDF files broke down on it; a second reader found the words that were checked, but may "
        "have missed others",
    )


@pytest.mark.usefixtures("misbehaving")
def test_a_pdf_that_no_reader_can_read_keeps_its_first_failure() -> None:
    found = outcomes({"order.pdf": b"%PDF-1.4\nnothing% abort"})
    assert found["order.pdf"] == Failure(Cause.CRASH, "SIGABRT")
