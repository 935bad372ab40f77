"""The pages that show commands show what the commands print."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.cli.program import status_of

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TUTORIAL = DOCS / "write-a-rule.md"

_BLOCK = re.compile(r"((?:^[^\n]+\n)*)\n?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`([\w./-]+\.\w+)`(?:, [^`]*)?:$")


@dataclass(frozen=True)
class Block:
    """One fenced block of a page: the file that the words before it name, its kind, its content."""

    file: str
    kind: str
    content: str


def blocks(page: str) -> list[Block]:
    found = []
    for before, kind, content in _BLOCK.findall(page):
        named = _NAMED.search(before.strip())
        found.append(Block(named[1] if named else "", kind, content))
    return found


def write(file: Path, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")


def change(file: Path, difference: str) -> None:
    """Replace the lines marked "-" by those marked "+"."""
    old = "".join(line[1:] + "\n" for line in difference.splitlines() if line.startswith("-"))
    new = "".join(line[1:] + "\n" for line in difference.splitlines() if line.startswith("+"))
    text = file.read_text("utf-8")
    assert old in text
    write(file, text.replace(old, new))


def printed(content: str, capfd: pytest.CaptureFixture[str]) -> str:
    """The commands of a block again, each with what it prints on a terminal now."""
    lines = []
    for command in (line for line in content.splitlines() if line.startswith("$ ")):
        program, *arguments = shlex.split(command.removeprefix("$ "))
        assert program == "checker"
        capfd.readouterr()
        status_of(arguments)
        out, err = capfd.readouterr()
        lines += [command, *err.splitlines(), *out.splitlines()]
    return "\n".join(lines) + "\n"


def test_the_way_to_a_rule_runs_as_shown(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """Files are written, changes made and commands run in the order of the page; --accept writes what they print."""
    monkeypatch.chdir(tmp_path)
    page = TUTORIAL.read_text("utf-8")
    shown = blocks(page)
    assert {block.kind for block in shown} == {"text", "yaml", "diff", "console"}
    for block in shown:
        if block.kind == "console":
            page = page.replace(f"```console\n{block.content}```", f"```console\n{printed(block.content, capfd)}```", 1)
        elif block.kind == "diff":
            change(Path(block.file), block.content)
        else:
            write(Path(block.file), block.content)
    if request.config.getoption("--accept"):
        TUTORIAL.write_text(page, "utf-8")
    assert page == TUTORIAL.read_text("utf-8")


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
