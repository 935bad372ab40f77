"""What the names on the command line stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.cli.inputs import gather
from checker.errors import CheckerError
from checker.ingest import Stated


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """A folder with documents, hidden files, a folder of its own and a sidecar."""
    folder = tmp_path / "project" / "filings"
    (folder / "annex").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("b.txt", "a.pdf", "annex/c.md", ".hidden.txt", ".git/config", "picture.png"):
        (folder / name).write_text("words", "utf-8")
    (folder / "b.txt.meta.yaml").write_text("issuer: Acme Corporation\ndated: 2026-04-01\n", "utf-8")
    return folder


def paths(*names: str | Path, leave_out: tuple[Path, ...] = ()) -> list[str]:
    return [item.path for item in gather([str(name) for name in names], leave_out).inputs]


def test_a_folder_gives_every_file_that_is_not_hidden_and_no_sidecar(filings: Path) -> None:
    assert sorted(paths(filings)) == ["a.pdf", "annex/c.md", "b.txt", "picture.png"]


def test_a_pattern_gives_what_it_matches_but_neither_hidden_files_nor_sidecars(filings: Path) -> None:
    assert paths(filings / "*") == ["a.pdf", "annex/c.md", "b.txt", "picture.png"]
    assert paths(filings / "**" / "*.md") == ["annex/c.md"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(filings: Path) -> None:
    (filings / "order[1].txt").write_text("words", "utf-8")
    assert paths(filings / "order[1].txt") == ["order[1].txt"]


def test_what_is_named_twice_is_one_input(filings: Path) -> None:
    assert sorted(paths(filings, filings / "b.txt", filings / "annex")) == [
        "a.pdf",
        "annex/c.md",
        "b.txt",
        "picture.png",
    ]


def test_a_hidden_file_that_is_named_is_an_input(filings: Path) -> None:
    assert paths(filings / ".hidden.txt") == [".hidden.txt"]


def test_the_outputs_of_the_run_are_no_inputs(filings: Path) -> None:
    report = filings / "findings.html"
    report.write_text("from the last run", "utf-8")
    assert "findings.html" in paths(filings)
    assert "findings.html" not in paths(filings, leave_out=(report,))


def test_paths_are_relative_to_the_nearest_folder_with_a_marker(filings: Path) -> None:
    (filings / ".git").joinpath("config").unlink()
    (filings / ".git").rmdir()
    project = filings.parent
    assert paths(filings / "annex" / "c.md") == ["c.md"]
    (project / "checker.toml").write_text("", "utf-8")
    assert paths(filings / "annex" / "c.md") == ["filings/annex/c.md"]


def test_without_a_marker_paths_are_relative_to_what_all_names_share(tmp_path: Path) -> None:
    for name in ("x/one/a.txt", "x/two/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("words", "utf-8")
    assert paths(tmp_path / "x/one/a.txt", tmp_path / "x/two") == ["one/a.txt", "two/a.txt"]


def test_paths_do_not_depend_on_the_working_directory(filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(filings / "annex")
    assert paths("../b.txt", "c.md") == paths(filings / "b.txt", filings / "annex/c.md") == ["b.txt", "annex/c.md"]


def test_a_name_that_cannot_be_printed_is_given_in_percent_form(filings: Path) -> None:
    name = os.fsencode(filings / "annex") + b"/line\nbreak-\xff.txt"
    Path(os.fsdecode(name)).write_text("words", "utf-8")
    assert "annex/line%0Abreak-%FF.txt" in paths(filings / "annex")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.pdf", "there is no such file or folder"),
        ("*.docx", "no file matches this pattern"),
        ("empty", "this folder holds no document"),
    ],
)
def test_a_name_without_documents_is_a_problem_that_says_so(filings: Path, name: str, message: str) -> None:
    (filings / "empty").mkdir()
    (filings / "empty" / ".gitkeep").touch()
    (problem,) = gather([str(filings / "b.txt"), str(filings / name)]).problems
    assert (problem.code, problem.where, problem.message) == ("E-MISSING", name, message)
    assert problem.hint


def test_a_link_to_a_folder_is_not_followed_and_not_forgotten(filings: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("words", "utf-8")
    (filings / "link").symlink_to(elsewhere)
    found = paths(filings)
    assert "link" in found
    assert not any("secret" in path for path in found)


def test_a_sidecar_states_facts_about_its_document(filings: Path) -> None:
    stated = {item.path: item.stated for item in gather([str(filings)]).inputs}
    assert stated["b.txt"] == Stated(issuer="Acme Corporation", dated="2026-04-01")
    assert stated["a.pdf"] == Stated()


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("isuer: Acme\n", '1:1: unknown key "isuer" in this sidecar file; did you mean "issuer"?'),
        ("issuer: Acme\ndated: 1 April 2026\n", '2:8: "1 April 2026" is not a date: a day of the calendar'),
        ("language: de\n", '1:11: "de" is not a language'),
        ("encoding: hex\n", '1:11: there is no text encoding called "hex"'),
        ("issuer: [Acme]\n", "1:9: issuer: a text is expected here, not a list"),
        ("issuer: Acme\nissuer: Apex\n", '2:1: the key "issuer" stands twice'),
        ("issuer: *acme\n", "1:9: aliases (*) are not allowed"),
        ("Acme\n", "1:1: sidecar file: keys with values are expected here"),
    ],
)
def test_a_wrong_sidecar_is_an_error_with_its_place(filings: Path, sidecar: str, message: str) -> None:
    (filings / "b.txt.meta.yaml").write_text(sidecar, "utf-8")
    with pytest.raises(CheckerError) as caught:
        gather([str(filings / "b.txt")])
    assert str(caught.value).startswith(f"b.txt.meta.yaml:{message}")
