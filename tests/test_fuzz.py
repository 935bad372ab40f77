"""Spoiled files of every format: each ends in exactly one state, and none takes the run with it.

Few by default; `CHECKER_FULL=1` spoils many more.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from checker import posix
from checker.failures import Cause, Failure
from checker.ingest import Source, read
from checker.judge import compile_rules
from checker.model.document import State
from checker.model.finding import Verdict
from checker.pool import Pool
from checker.result import PLAIN, Outcome, Result
from checker.ruleset import to_bytes
from checker.selection import Selection
from tests.ingest.spoiled import sound_files, spoiled

TOY = Selection((str(Path(__file__).with_name("toy_pack")),))
EACH = 150 if os.environ.get("CHECKER_FULL") else 4
SOUND = b"The guard shall close the north gate at noon.\n"


@pytest.mark.parametrize("name", sound_files())
def test_the_files_that_are_spoiled_are_sound(name: str) -> None:
    reading = read(Source(name, sound_files()[name]))
    reading.close()
    assert reading.document.state is State.CHECKED


@pytest.mark.skipif(not posix.AVAILABLE, reason="limits on processes need a POSIX system")
def test_every_spoiled_document_has_a_state_and_the_sound_one_is_judged() -> None:
    documents = {**dict(spoiled(1, EACH)), "sound.txt": SOUND}
    with closing(Pool(to_bytes(compile_rules(TOY.load())), 1, PLAIN)) as pool:
        sources = (Source(path, data) for path, data in documents.items())
        outcomes = {source.path: outcome for source, outcome in pool.evaluate(sources)}
    assert outcomes.keys() == documents.keys()
    assert {name: outcome for name, outcome in outcomes.items() if _is_ours(outcome)} == {}
    sound = outcomes["sound.txt"]
    assert isinstance(sound, Result)
    assert [finding.verdict for finding in sound.findings] == [Verdict.VIOLATION]


def _is_ours(outcome: Outcome) -> bool:
    """Whether a document ended in a failure of our own code rather than by a limit or in a parser."""
    return isinstance(outcome, Failure) and outcome.cause is Cause.CRASH
