"""Compiled rules as bytes: what comes out is what went in."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checker import rulebook
from checker.judge import compile_rules
from checker.ruleset import compiled_of, pack_of, to_bytes

TESTS = Path(__file__).parent
PACKS = (*rulebook.shipped(), str(TESTS / "toy_pack"))


@pytest.mark.parametrize("name", PACKS)
def test_rules_come_back_as_they_were(name: str) -> None:
    compiled = compile_rules(rulebook.load([name]))
    data = to_bytes(compiled)
    back = compiled_of(data)
    assert pack_of(data) == back.pack == compiled.pack
    assert back.lexicon.table == compiled.lexicon.table
    assert to_bytes(back) == data


@pytest.mark.parametrize("data", [b"", b"\x80", b'{"names": []}'])
def test_bytes_that_are_no_rules_are_refused(data: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        compiled_of(data)
