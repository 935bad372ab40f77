"""Bad rule files: nothing is checked with them, the exit status is 2, and the message says where and what to do."""

from __future__ import annotations

import runpy
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK, Program

RULE = "open-gate.yaml"
Spoil = Callable[[Path], None]


def replaced(old: str, new: str, name: str = RULE) -> Spoil:
    """Change a file of the pack."""

    def spoil(pack: Path) -> None:
        text = (pack / name).read_text("utf-8")
        assert old in text
        (pack / name).write_text(text.replace(old, new), "utf-8")

    return spoil


def link_out(pack: Path) -> None:
    (pack.parent / "outside.yaml").write_bytes((pack / RULE).read_bytes())
    (pack / RULE).unlink()
    (pack / RULE).symlink_to(pack.parent / "outside.yaml")


def same_rule_in_two_packs(pack: Path) -> None:
    shutil.copytree(pack, pack / "inner")
    (pack / "inner" / "instrument.yaml").rename(pack / "inner" / "other.yaml")


HOSTILE: tuple[tuple[int, str, str], ...] = (
    (29, "20_yaml_laughs.yaml", ":1:5: anchors (&) are not allowed in rule files"),
    (29, "20b_yaml_merge_laughs.yaml", ":1:5: anchors (&) are not allowed in rule files"),
    (30, "21_yaml_python_tag.yaml", ":1:5: tags (!) are not allowed in rule files"),
    (31, "22_yaml_deep.yaml", ":1:1001: nesting over 50 levels is not allowed"),
    (31, "22b_yaml_deep_block.yaml", ":51:51: nesting over 50 levels is not allowed"),
    (32, "23_yaml_dupkey.yaml", ':3:1: the key "severity" stands twice, in line 2 and here in line 3'),
    (33, "23b_yaml_norway.yaml", ":1:10: without quotes, NO can be read as a truth value"),
    (33, "23b_yaml_norway.yaml", ":4:7: without quotes, 12:30:45 can be read as a time"),
    (33, "23b_yaml_norway.yaml", ":6:6: without quotes, 010 can be read as a number"),
    (34, "23c_yaml_multi_doc.yaml", ":2:1: a second YAML document starts here"),
    (34, "23e_yaml_tab.yaml", ":2:1: a tab indents this line"),
    (34, "23f_yaml_latin1.yaml", ":1:10: the byte 0xE9 is not UTF-8 text"),
    (35, "23g_yaml_recursive.yaml", ":1:4: anchors (&) are not allowed in rule files"),
    (35, "23h_yaml_bigint.yaml", ":1:4: a number of 200,000 digits is too long"),
    (38, "50_redos.yaml", ':1:1: unknown key "rules" in this rule file'),
)
"""A generated file in place of a rule: its row, its name, the place and message."""

SPOILED: tuple[tuple[int, Spoil, str], ...] = (
    (32, replaced("severity:", "severty:"), 'unknown key "severty" in this rule file; did you mean "severity"?'),
    (33, replaced("strength_words: shall", "strength_words: 1.10"), "strength_words: 1.10"),
    (38, replaced("[close]", "['(a+)+$']"), "a term holds words; regular expressions mean nothing in it"),
    (39, replaced("[close]", "['(?:x{1000}){1000}']"), "'(?:x{1000}){1000}']}\n" + " " * 20 + "^"),
    (46, replaced("source/gate-agreement.txt", "../gate-agreement.txt", "instrument.yaml"), "../gate-agreement.txt"),
    (46, replaced("source/gate-agreement.txt", "/etc/hostname", "instrument.yaml"), "/etc/hostname"),
    (46, link_out, "the file lies outside the rule pack"),
    (49, replaced("keep the north gate open", "keep the moon open"), "(sha256 "),
)
"""A sound rule with one thing wrong: its row, what is done to the pack, words of the message."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOY_PACK, tmp_path / "pack"))


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    generator = runpy.run_path(str(shared / "hostile" / "generate.py"))
    generator["main"].__globals__["OUT"] = str(folder)
    generator["rules"]()
    return folder


@pytest.fixture
def refusal(program: Program, filings: Path, pack: Path) -> Callable[[], str]:
    """What checking sound documents with the pack says on standard error, once it has ended with 2 and no output."""

    def message() -> str:
        outcome = program("check", "--rules", pack, filings, "--format", "json")
        assert (outcome.status, outcome.stdout) == (2, "")
        assert "Traceback" not in outcome.stderr
        assert len(outcome.stderr) < 5000
        return outcome.stderr

    return message


@pytest.mark.parametrize(("row", "name", "message"), HOSTILE)
def test_a_hostile_file_is_no_rule(
    hostile: Path, pack: Path, refusal: Callable[[], str], row: int, name: str, message: str
) -> None:
    shutil.copy(hostile / name, pack / RULE)
    assert RULE + message in refusal(), f"row {row}"


@pytest.mark.parametrize(("row", "spoil", "message"), SPOILED)
def test_a_spoiled_rule_is_refused_with_its_place(
    pack: Path, refusal: Callable[[], str], row: int, spoil: Spoil, message: str
) -> None:
    spoil(pack)
    assert message in refusal(), f"row {row}"
