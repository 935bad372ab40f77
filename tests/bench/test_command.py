"""`checker bench contractnli`: the figures of a data set, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker import bench
from checker.selection import Selection
from tests.cli.conftest import Program, program

__all__ = ["program"]

RULES = Selection(("contractnli",)).load()
TEXT = "1. Copies. \n The recipient shall not copy the drawings. \n \n The recipient may keep one list."


def agreement(name: str, choices: dict[str, tuple[str, list[int]]]) -> dict[str, Any]:
    spans = [[0, 10], [11, 56], [57, 59], [59, len(TEXT)]]
    annotations = {key: {"choice": choice, "spans": passages} for key, (choice, passages) in choices.items()}
    return {"file_name": name, "text": TEXT, "spans": spans, "annotation_sets": [{"annotations": annotations}]}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Two agreements of one text and two statements."""
    statements = {
        "nda-17": "Receiving Party may create a copy of some Confidential Information in some circumstances.",
        "nda-11": "Receiving Party shall not reverse engineer any objects which embody Disclosing Party's "
        "Confidential Information.",
    }
    right = {"nda-17": ("Contradiction", [1]), "nda-11": ("NotMentioned", [])}
    wrong = {"nda-17": ("Entailment", [3]), "nda-11": ("Entailment", [1])}
    file = tmp_path / "tiny.json"
    content = {
        "documents": [agreement("right", right), agreement("wrong", wrong)],
        "labels": {key: {"hypothesis": words} for key, words in statements.items()},
    }
    file.write_text(json.dumps(content), "utf-8")
    return file


def test_the_figures_of_a_tiny_data_set(program: Program, dataset: Path) -> None:
    found = program("bench", "contractnli", dataset, "--json").json
    assert (found["agreements"], found["accuracy"], found["f1_c"], found["micro_f1_c"]) == (2, 0.5, 0.6667, 0.6667)
    assert found["statements"]["nda-17"]["accuracy"] == 0.5
    assert found["ms_per_document"] > 0


def test_halves_are_told_by_the_place_in_the_file(program: Program, dataset: Path) -> None:
    even = program("bench", "contractnli", dataset, "--json", "--half", "even").json
    odd = program("bench", "contractnli", dataset, "--json", "--half", "odd").json
    assert (even["accuracy"], even["map"]) == (1.0, 1.0)
    assert odd["accuracy"] == 0.0


def test_a_passage_without_a_word_is_passed_over_and_keeps_its_number(dataset: Path) -> None:
    (first, _) = bench.load(dataset).agreements
    assert first.numbers == (0, 1, 3)
    assert first.passages[2].of(first.text).strip() == "The recipient may keep one list."


def test_the_table_says_which_labels_were_missed(program: Program, dataset: Path) -> None:
    outcome = program("bench", "contractnli", dataset)
    assert outcome.status == 0
    assert outcome.stdout.startswith("2 agreements, 2 statements, 4 labels\n  Acc                          0.500")
    (line,) = (line for line in outcome.stdout.splitlines() if line.startswith("copying-allowed"))
    assert line.endswith("E->C 1")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "this is not the ContractNLI data set"),
        ('{"documents": [], "labels": {"nda-1": {"hypothesis": "Gates stay open."}}}', "quotes the statement nda-1"),
    ],
)
def test_other_files_are_refused(program: Program, tmp_path: Path, content: str, message: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content, "utf-8")
    outcome = program("bench", "contractnli", file)
    assert outcome.status == 2
    assert message in outcome.stderr
    missing = program("bench", "contractnli", tmp_path / "nothing.json")
    assert (missing.status, "the data set cannot be read" in missing.stderr) == (2, True)


def test_every_run_gives_the_same_labels_and_scores(shared: Path) -> None:
    dataset = bench.load(shared / "contractnli" / "dev.json", bench.Half.ODD)
    few = bench.Dataset(dataset.statements, dataset.agreements[:3])
    first, again = (bench.judged(few, RULES) for _ in range(2))
    assert first.cells == again.cells
    assert {len(cell.passages) for cell in first.cells} == {len(each.passages) for each in few.agreements}


def test_no_agreement_is_in_the_repository() -> None:
    root = Path(__file__).resolve().parents[2]
    assert not [file for file in root.rglob("dev.json") if ".venv" not in file.parts]


def test_the_figures_of_both_halves_are_kept(program: Program, dataset: Path, tmp_path: Path) -> None:
    kept = tmp_path / "contractnli.json"
    outcome = program("bench", "contractnli", dataset, "--write", kept)
    assert outcome.stderr == f"Wrote {kept.as_posix()}\n"
    halves = json.loads(kept.read_text("utf-8"))["halves"]
    assert {name: half["scores"]["accuracy"] for name, half in halves.items()} == {"all": 0.5, "odd": 0.0, "even": 1.0}
    again = program("bench", "contractnli", dataset, "--write", kept, "--half", "odd")
    assert (again.status, "leave out --half" in again.stderr) == (2, True)


def test_every_case_of_the_pack_is_judged_as_labelled(program: Program) -> None:
    outcome = program("rules", "test", "--rules", "contractnli")
    assert outcome.status == 0, outcome.stdout
