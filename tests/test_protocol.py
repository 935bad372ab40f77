"""What the run and its workers say to each other survives the way, and nonsense is told from it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.failures import Cause, Failure
from checker.ingest import Stated
from checker.limits import MESSAGE_BYTES
from checker.model.document import Document, Fact, Origin, Page, Problem, State
from checker.model.finding import Evidence, Finding, Level, Reason, Step, Verdict
from checker.model.report import Crop
from checker.model.text import Bilingual, Box, Span
from checker.protocol import Done, Job, ProtocolError, read_frame, receive, send, write_frame
from checker.result import Result, Wanted

TEXT = "第三条 The Agency shall accept «certified» vehicles."
QUOTE = Span(4, 14)
RESULT = Result(
    Document(
        path="filings/告示.pdf",
        sha256="0" * 64,
        size=1234,
        media_type="application/pdf",
        text=TEXT,
        state=State.PARTLY_CHECKED,
        pages=(Page(1, Span(0, len(TEXT)), 595.2, 841.9),),
        languages=("en", "ja"),
        dated=Fact("2026-04-01", Origin.METADATA),
        problems=(Problem("E-NO-TEXT", "page 2 has no text layer", "page 2"),),
    ),
    (
        Finding(
            id="0" * 64,
            commitment="vehicle-acceptance",
            document="filings/告示.pdf",
            verdict=Verdict.VIOLATION,
            reason=Reason("test_required", Bilingual("A test.", "試験。")),
            confidence=Level.HIGH,
            reading=Level.MEDIUM,
            severity=Level.HIGH,
            evidence=(Evidence(QUOTE.of(TEXT), QUOTE, "Art. 3", Verdict.VIOLATION, 1, (Box(72.5, 100, 200.25, 112),)),),
            trace=(Step("sense", "shall accept", "holds"),),
        ),
    ),
    (Crop("0" * 64, 0, b"RIFF\x00\xff", 0.5, 90, 595, 40),),
)


def through_the_line(message: object) -> io.BytesIO:
    line = io.BytesIO()
    send(line, message)
    line.seek(0)
    return line


@pytest.mark.parametrize("message", [Done(RESULT, peak_bytes=5), Done(failure=Failure(Cause.CPU, "SIGXCPU"))])
def test_an_answer_arrives_as_it_was_sent(message: Done) -> None:
    assert receive(through_the_line(message), Done) == message


def test_a_job_arrives_as_it_was_sent() -> None:
    job = Job("a.pdf", Stated(issuer="Acme", dated="2026-04-01"), wanted=Wanted(crops=True))
    assert receive(through_the_line(job), Job) == job


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_frames_arrive_whole_and_in_order(frames: list[bytes]) -> None:
    line = io.BytesIO()
    for frame in frames:
        write_frame(line, frame)
    line.seek(0)
    assert [read_frame(line) for _ in frames] == frames
    with pytest.raises(EOFError):
        read_frame(line)


def test_a_line_that_breaks_off_is_told_from_a_message() -> None:
    whole = through_the_line(Done(RESULT)).getvalue()
    for length in (0, 3, 4, len(whole) - 1):
        with pytest.raises(EOFError):
            receive(io.BytesIO(whole[:length]), Done)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"Segmentation fault",
        b"{}",
        b'{"result": 3}',
        b'{"result": null, "failure": {"cause": "E-WHATEVER", "detail": ""}}',
        b'{"result": {"document": null, "findings": [], "crops": []}}',
    ],
)
def test_nonsense_is_told_from_an_answer(nonsense: bytes) -> None:
    line = io.BytesIO()
    write_frame(line, nonsense)
    line.seek(0)
    with pytest.raises(ProtocolError):
        receive(line, Done)


def test_what_the_model_refuses_is_refused_on_arrival() -> None:
    """A worker taken over by a document cannot send evidence that its own text does not hold the length of."""
    forged = through_the_line(Done(RESULT)).getvalue()[4:].replace(b'"start":4,"end":14', b'"start":4,"end":99')
    line = io.BytesIO()
    write_frame(line, forged)
    line.seek(0)
    with pytest.raises(ProtocolError, match="evidence quotes its span verbatim"):
        receive(line, Done)


def test_a_message_announced_too_long_is_not_waited_for() -> None:
    with pytest.raises(ProtocolError):
        read_frame(io.BytesIO((MESSAGE_BYTES + 1).to_bytes(4, "big")))
    with pytest.raises(ProtocolError):
        write_frame(io.BytesIO(), bytes(MESSAGE_BYTES + 1))
