"""A report read back from its JSON says what it said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from checker import saved
from checker.errors import CheckerError
from checker.model.report import Report
from checker.render import RENDERERS, Options
from tests.render.factory import BESIDE, FINDINGS, PROFILES, report


def as_json(of: Report) -> bytes:
    return RENDERERS["json"](of, Options(command="checker check filings"))


def changed(of: Report, *place: str | int, to: object) -> bytes:
    value: Any = json.loads(as_json(of))
    target = value
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = to
    return json.dumps(value).encode()


@pytest.mark.parametrize("changes", [{}, {"list_all": True}, {"baseline": BESIDE}, {"profiles": PROFILES}])
def test_its_json_is_the_same_again(changes: dict[str, object]) -> None:
    data = as_json(report(**changes))
    read, command = saved.parse(data, "findings.json")
    assert RENDERERS["json"](read, Options(command=command)) == data


def test_run_outcome_and_verdicts_are_the_same_again() -> None:
    before = report()
    read, _ = saved.parse(as_json(before), "findings.json")
    assert (read.run_id, read.conditions, read.summary) == (before.run_id, before.conditions, before.summary)
    assert [(each.id, each.verdict) for each in read.listed] == [(each.id, each.verdict) for each in before.listed]
    assert len(read.findings) == len(FINDINGS)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this is not a report of the checker in JSON"),
        (b"<html>", "this is not a report of the checker in JSON"),
        (changed(report(), "format", to=2), "format"),
        (changed(report(), "findings", 0, "verdict", to="ok"), "$.findings[0].verdict"),
        (changed(report(), "findings", 0, "decisions", to=[7]), "this report contradicts itself"),
        (changed(report(), "findings", 0, "document", to="elsewhere"), "this report contradicts itself"),
        (changed(report(), "findings", 0, "evidence", to=[]), "a violation needs evidence"),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(CheckerError) as caught:
        saved.parse(data, "findings.json")
    assert str(caught.value).startswith("findings.json: this")
    assert message in str(caught.value)
    assert "hint: give the file that `checker check" in str(caught.value)
