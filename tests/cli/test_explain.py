"""`checker explain`: the verdict first, then everything an author needs to change it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import TOY_PACK, Program


def explain(program: Program, folder: Path, text: str) -> list[str]:
    document = folder / "order.txt"
    document.write_text(text, "utf-8")
    outcome = program("explain", "open-gate", document, "--rules", TOY_PACK)
    assert (outcome.status, outcome.stderr) == (0, "")
    return outcome.stdout.splitlines()


def test_an_explanation_from_verdict_to_statements(program: Program, tmp_path: Path) -> None:
    assert explain(program, tmp_path, "The guard shall not close the north gate. The guard shall open it.\n") == [
        "open-gate: needs_review",
        "  The document touches the subject, but its words do not decide the point; the nearest passages are shown."
        " (undecided)",
        "",
        "Topic: the document must name one concept of each line",
        "  named      gate",
        "",
        "Criteria met: none",
        "  met nowhere: closed, opened, locked",
        "",
        "Nearest misses, one condition away",
        '  closed: the sentence says that it does not take place (turned by "not")',
        '    paragraph 1: "The guard shall not close the north gate."',
        "    without that it would make the verdict violation",
        "  opened: the sentence names no gate",
        '    paragraph 1: "The guard shall open it."',
        "    without that it would make the verdict compliant",
        "",
        'Statement: paragraph 1: "The guard shall not close the north gate."',
        '  The words "close" speak of closing; the sentence says that it does not take place (turned by "not");'
        ' it is forbidden (told by "shall"); it is said as an act in force;'
        " no word places it inside or outside the commitment.",
        '  closed (violation): not met, as the sentence says that it does not take place (turned by "not")',
        'Statement: paragraph 1: "The guard shall open it."',
        '  The words "open" speak of opening; the sentence says that it takes place;'
        ' it is required (told by "shall"); it is said as an act in force;'
        " no word places it inside or outside the commitment.",
        "  opened (compliant): not met, as the sentence names no gate",
    ]


def test_a_topic_that_is_not_met_is_said_to_end_the_matter(program: Program, tmp_path: Path) -> None:
    lines = explain(program, tmp_path, "The harvest was good.\n")
    assert lines[0] == "open-gate: not_addressed"
    assert "  NOT NAMED  gate" in lines
    assert "  Nothing else counts until every line is named." in lines
    assert lines[-1] == "Statements the rule looked at: none"


def test_many_near_misses_are_counted(program: Program, tmp_path: Path) -> None:
    lines = explain(program, tmp_path, "The north gate stands. " + "The guard opens a door. " * 10)
    assert "  and 2 more" in lines


def test_explaining_an_unknown_commitment_is_wrong_usage(program: Program, filings: Path) -> None:
    outcome = program("explain", "open-gat", filings / "close.txt", "--rules", TOY_PACK)
    assert outcome.status == 2
    assert "there is no commitment 'open-gat' in toy" in outcome.stderr
