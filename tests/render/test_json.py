from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.model.finding import Verdict
from checker.model.profile import FailOn
from checker.model.report import Report
from checker.render import RENDERERS, Options
from checker.render.visible import UNSEEN
from checker.resources import data
from tests.conftest import Golden
from tests.render.factory import BESIDE, HOSTILE_DOC, NOTICE_DOC, PROFILES, RULES, VIOLATION, report, with_running_heads

SCHEMA = json.loads((data("schemas") / "report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def parsed(of: Report) -> Any:
    return json.loads(RENDERERS["json"](of, Options()))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"list_all": True},
        {"baseline": BESIDE},
        {"profiles": PROFILES},
        {"documents": (), "findings": (), "problems": (), "interrupted": True, "fail_on": FailOn.NEVER},
    ],
)
def test_every_report_is_valid(changes: dict[str, object]) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(parsed(report(**changes)))] == []


def test_the_schema_describes_every_key() -> None:
    assert list(undescribed(parsed(report(list_all=True, baseline=BESIDE, profiles=PROFILES)), SCHEMA)) == []


def undescribed(value: Any, schema: Any) -> Iterator[str]:
    """The keys of `value` that `schema` says nothing about."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "oneOf" in schema and value is not None:
        schema = SCHEMA["$defs"][schema["oneOf"][0]["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, list):
        for item in value:
            yield from undescribed(item, schema["items"])
    if isinstance(value, dict):
        for key, member in value.items():
            if isinstance(schema.get("additionalProperties"), dict):
                continue
            if key not in schema["properties"]:
                yield key
            else:
                yield from undescribed(member, schema["properties"][key])


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("format",), 2),
        (("rules", "sha256"), "short"),
        (("documents", 0, "state"), "read"),
        (("documents", 0, "state"), "not_checked"),
        (("documents", 2, "state"), "checked"),
        (("findings", 0, "evidence"), []),
        (("findings", 0, "verdict"), "ok"),
        (("findings", 0, "evidence", 0, "page"), None),
        (("findings", 0, "evidence", 0, "boxes"), [[1, 2, 3]]),
        (("findings", 0, "waiver"), {"reason": "x", "reviewer": "y", "approver": "z", "expires": ""}),
        (("summary",), {}),
        (("problems", 0, "code"), "X-1"),
    ],
)
def test_the_schema_refuses_what_the_contract_excludes(place: tuple[str | int, ...], wrong: object) -> None:
    value = parsed(report())
    target = value
    for step in place[:-1]:
        target = target[step]
    target[place[-1]] = wrong
    assert not VALIDATOR.is_valid(value)


def test_the_keys_of_the_contract_are_there() -> None:
    value = parsed(report())
    assert value["format"] == 1
    assert value["tool"] == {"name": "commitment-checker", "version": "0.1.0"}
    assert value["as_of"] == "2026-04-01"
    assert value["rules"] == {
        "packs": ["us-japan-2025"],
        "editions": [{"pack": "us-japan-2025", "version": "0.1.0", "sha256": "ab" * 32}],
        "sha256": "ab" * 32,
        "commitments": 3,
    }
    notice = value["documents"][0]
    assert (notice["path"], notice["media_type"], notice["languages"]) == (
        "filings/notice-12.pdf",
        "application/pdf",
        ["en"],
    )
    assert (notice["pages"], notice["characters"], notice["state"]) == (1, len(NOTICE_DOC.text), "checked")
    assert notice["dated"]["value"] == "2026-03-02"
    assert notice["dated"]["from"] == "stated"
    violation = value["findings"][0]
    assert violation["id"] == VIOLATION.id
    assert violation["reason"]["code"] == "test_before_sale"
    assert violation["reason"]["text_ja"] == "告示は日本での衝突試験を販売の条件としている。"
    assert violation["waiver"] is None
    (evidence,) = violation["evidence"]
    assert evidence["boxes"] == [[72.0, 120.5, 523.13, 132.0], [72.0, 134.5, 310.0, 146.0]]
    assert (evidence["page"], evidence["where"], evidence["supports"]) == (1, "item 2", "violation")
    assert value["problems"][0]["code"] == "I-CACHE"


def test_commitments_come_with_their_words() -> None:
    (vehicles, *_) = parsed(report())["commitments"]
    assert vehicles["id"] == "vehicle-acceptance"
    assert vehicles["quote"].startswith("accept for sale in Japan")
    assert (vehicles["kind"], vehicles["strength"]) == ("obligation", "committed")
    assert vehicles["obligor"] == {"en": "Government of Japan", "ja": "日本国政府"}


def test_quotes_are_verbatim_at_their_place() -> None:
    texts = {document.path: document.text for document in report().documents}
    quotes = [
        (evidence["quote"], texts[finding["document"]][evidence["start"] : evidence["end"]])
        for finding in parsed(report())["findings"]
        for evidence in finding["evidence"]
    ]
    assert len(quotes) == 6
    assert all(quoted == text for quoted, text in quotes)


def test_silence_is_counted_and_listed_only_on_request() -> None:
    short, full = parsed(report()), parsed(report(list_all=True))
    assert short["summary"] == full["summary"]
    assert short["summary"]["not_addressed"] == 2
    assert short["summary"]["not_applicable"] == 1
    assert len(full["findings"]) - len(short["findings"]) == 3
    assert {finding["verdict"] for finding in short["findings"]}.isdisjoint({"not_addressed", "not_applicable"})


def test_every_document_keeps_its_own_notes() -> None:
    documents = parsed(report(documents=with_running_heads(3)))["documents"]
    notes = [problem for each in documents for problem in each["problems"] if problem["code"] == "I-RUNNING-HEADS"]
    assert [note["message"].partition(": ")[2] for note in notes] == ["“Page 1”"] * 3


def test_the_bytes_are_plain_utf8_with_nothing_unseen() -> None:
    data = RENDERERS["json"](report(), Options())
    text = data.decode()
    assert "追加の試験" in text
    assert text.endswith("}\n")
    assert "\r" not in text
    assert not UNSEEN & {ord(character) for character in text}


def test_every_document_and_finding_has_a_line_of_its_own() -> None:
    lines = RENDERERS["json"](report(), Options()).decode().split("\n")
    assert sum(VIOLATION.id in line for line in lines) == 1
    assert sum('"state": "' in line for line in lines) == len(report().documents)


def test_a_separator_that_some_programs_take_for_a_line_end_is_escaped() -> None:
    titled = replace(NOTICE_DOC, title="a\u2028b")
    data = RENDERERS["json"](report(documents=(titled,), findings=()), Options())
    assert b"a\\u2028b" in data


def test_the_sample_report_as_json(golden: Golden) -> None:
    golden("report.json", RENDERERS["json"](report(list_all=True), Options()))


def test_the_sample_holds_every_verdict() -> None:
    assert {finding.verdict for finding in report().findings} == set(Verdict)
    assert len(RULES.commitments) * len(report().documents) == len(report().findings)
    assert "\x1b" in HOSTILE_DOC.text
