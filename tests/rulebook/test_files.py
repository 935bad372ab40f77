"""Which files of a pack are read, and that nothing outside its folder ever is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.errors import CheckerError
from checker.rulebook import load, shipped
from checker.rulebook.near import listed

Refusal = Callable[[], str]


def error_of(*names: str) -> str:
    with pytest.raises(CheckerError) as caught:
        load(names)
    return str(caught.value)


def test_a_name_that_is_no_pack_is_refused_with_what_there_is() -> None:
    packs = listed(shipped())
    assert error_of("us-japan-2052") == (
        'there is no rule pack "us-japan-2052"; did you mean "us-japan-2025"?\n'
        f"  hint: the packs that come with the checker: {packs}; or give the path of a pack's folder"
    )
    assert "did you mean" not in error_of("whaling")


def test_no_name_at_all_is_refused() -> None:
    assert error_of() == "no rule pack is named\n  hint: name a pack or give the path of a pack's folder"


def test_a_folder_without_an_instrument_file_is_no_pack(tmp_path: Path) -> None:
    assert error_of(str(tmp_path)) == (
        f"{tmp_path.as_posix()}: this folder is no rule pack: it holds no instrument.yaml"
    )


def test_a_pack_without_rules_is_refused(mini: Path, refusal: Refusal) -> None:
    for rule in mini.glob("*-*.yaml"):
        rule.unlink()
    assert refusal() == (
        "mini: the pack holds no rule\n  hint: write one in <commitment-id>.yaml\n1 error in the rules"
    )


def test_a_file_with_another_ending_is_not_passed_over(mini: Path, refusal: Refusal) -> None:
    (mini / "port-access.yaml").rename(mini / "port-access.yml")
    (mini / "port-access.cases.yaml").unlink()
    assert refusal() == ("mini/port-access.yml: rule files end in .yaml\n  hint: rename the file\n1 error in the rules")


def test_a_rule_in_a_folder_of_its_own_is_not_passed_over(mini: Path, refusal: Refusal) -> None:
    (mini / "rules").mkdir()
    (mini / "same-licence-fees.yaml").rename(mini / "rules" / "same-licence-fees.yaml")
    assert refusal() == (
        "mini/rules/same-licence-fees.yaml: no rule file is looked for here\n"
        "  hint: rules and cases stand at the top of the pack, vocabulary files in vocabulary/, "
        "shared criteria in criteria/, documents in samples/\n"
        "1 error in the rules"
    )


def test_samples_and_hidden_files_are_no_rule_files(mini: Path) -> None:
    (mini / "samples").mkdir()
    (mini / "samples" / "order.yaml").write_text("- not a rule\n")
    (mini / ".draft.yaml").write_text("- not a rule\n")
    assert len(load([str(mini)]).commitments) == 3


def test_cases_without_a_rule_are_refused(mini: Path, refusal: Refusal) -> None:
    (mini / "port-access.cases.yaml").rename(mini / "port-entry.cases.yaml")
    assert refusal() == (
        "mini/port-entry.cases.yaml: there is no rule port-entry.yaml for these cases\n1 error in the rules"
    )


def test_a_rule_file_that_links_out_of_the_pack_is_refused(mini: Path, tmp_path: Path, refusal: Refusal) -> None:
    outside = tmp_path / "outside.yaml"
    (mini / "port-access.yaml").rename(outside)
    (mini / "port-access.yaml").symlink_to(outside)
    assert refusal() == (
        "mini/port-access.yaml: the file lies outside the rule pack\n  hint: copy it into the pack\n"
        "1 error in the rules"
    )


def test_a_source_text_that_links_out_of_the_pack_is_refused(mini: Path, tmp_path: Path, refusal: Refusal) -> None:
    outside = tmp_path / "outside.txt"
    (mini / "source" / "accord-2031.txt").rename(outside)
    (mini / "source" / "accord-2031.txt").symlink_to(outside)
    assert "source/accord-2031.txt: the file lies outside the rule pack" in refusal()


def test_a_link_inside_the_pack_is_followed(mini: Path) -> None:
    (mini / "port-access.yaml").rename(mini / "samples.txt")
    (mini / "port-access.yaml").symlink_to("samples.txt")
    assert len(load([str(mini)]).commitments) == 3


def test_a_link_to_itself_is_no_file(mini: Path, refusal: Refusal) -> None:
    (mini / "port-access.yaml").unlink()
    (mini / "port-access.yaml").symlink_to("port-access.yaml")
    assert refusal() == "mini/port-access.yaml: there is no such file\n1 error in the rules"


@pytest.mark.parametrize("name", ['"source/\\0.txt"', "source\\accord-2031.txt"])
def test_a_source_text_has_a_plain_name(name: str, mini: Path, refusal: Refusal) -> None:
    instrument = mini / "instrument.yaml"
    text = instrument.read_text(encoding="utf-8").replace("text: source/accord-2031.txt", f"text: {name}")
    instrument.write_text(text, encoding="utf-8")
    assert "is not a text file: a .txt file inside the pack, named from the pack's folder" in refusal()


def test_a_link_to_a_folder_is_not_passed_over(mini: Path, tmp_path: Path, refusal: Refusal) -> None:
    (mini / "vocabulary").rename(tmp_path / "vocabulary")
    (mini / "vocabulary").symlink_to(tmp_path / "vocabulary")
    assert refusal() == (
        "mini/vocabulary: a link to a folder is not read\n  hint: copy the folder into the pack\n1 error in the rules"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(mini: Path, refusal: Refusal) -> None:
    (mini / "port-access.yaml").unlink()
    os.mkfifo(mini / "port-access.yaml")
    assert refusal() == "mini/port-access.yaml: this is not a regular file\n1 error in the rules"


def test_a_large_file_is_refused(mini: Path, refusal: Refusal) -> None:
    rule = mini / "port-access.yaml"
    rule.write_text(rule.read_text(encoding="utf-8") + "# " + "x" * 1024 * 1024, encoding="utf-8")
    assert refusal() == (
        "mini/port-access.yaml: the file is larger than 1 MiB, the limit for files of a rule pack\n"
        "  hint: split it\n1 error in the rules"
    )


def test_a_large_source_text_is_refused(mini: Path, refusal: Refusal) -> None:
    (mini / "source" / "accord-2031.txt").write_text("x" * 1024 * 1024 + "x")
    assert refusal() == (
        "mini/instrument.yaml:11:11: source/accord-2031.txt: the file is larger than 1 MiB, "
        "the limit for files of a rule pack\n"
        "      text: source/accord-2031.txt\n            ^\n  hint: split it\n1 error in the rules"
    )


def test_a_file_that_may_not_be_read_is_refused(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "port-access.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    assert "mini/port-access.yaml: the file cannot be read (Permission denied)\n" in refusal()


def test_a_source_text_that_is_not_utf8_is_refused_with_its_place(mini: Path, refusal: Refusal) -> None:
    text = mini / "source" / "accord-2031.txt"
    text.write_bytes(text.read_bytes() + "déjà".encode("latin-1"))
    assert refusal() == (
        "mini/source/accord-2031.txt:7:2: the byte 0xE9 is not UTF-8 text\n"
        "  hint: save the file as UTF-8\n1 error in the rules"
    )


def test_measured_figures_beside_the_rules_are_no_rule(mini: Path) -> None:
    before = load([str(mini)])
    (mini / "measured.yaml").write_text("port-access: {accuracy: 0.9}\n", encoding="utf-8")
    after = load([str(mini)])
    assert (after.commitments, after.sha256) == (before.commitments, before.sha256)
