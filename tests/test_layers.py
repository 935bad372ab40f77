"""The architecture, as a table of who may import whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "checker"

EVERYONE = {"model", "errors", "later", "limits"}
"""What all parts may import; these import nothing of ours."""

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "later": set(),
    "limits": set(),
    "resources": set(),
    "rulebook": {"records", "resources"},
    "records": {"ingest", "resources"},
    "ingest": set(),
    "segment": set(),
    "match": set(),
    "read": {"match"},
    "judge": {"match", "read"},
    "fingerprint": set(),
    "baseline": {"fingerprint"},
    "configuration": {"ingest", "rulebook"},
    "profiles": {"rulebook"},
    "reviews": {"fingerprint", "rulebook"},
    "unread": set(),
    "doubt": {"ingest"},
    "pictured": set(),
    "failures": set(),
    "posix": set(),
    "intake": {"ingest"},
    "selection": {"rulebook"},
    "passage": set(),
    "excerpt": {"passage", "result"},
    "result": {"failures", "fingerprint", "ingest", "unread"},
    "worker": {"doubt", "excerpt", "ingest", "pictured", "records", "segment", "judge", "failures", "result", "unread"},
    "inquiry": {"segment", "judge"},
    "shared_words": set(),
    "casework": {"ingest", "judge", "shared_words", "worker"},
    "advice": {"casework", "ingest", "judge", "match", "rulebook", "segment"},
    "validation": {"failures", "ingest", "judge", "result", "rulebook", "shared_words", "worker"},
    "bench": {"judge", "segment"},
    "protocol": {"failures", "ingest", "records", "result"},
    "ruleset": {"judge", "match"},
    "program": set(),
    "isolation": set(),
    "cache": {"posix"},
    "prepared": {"cache", "judge", "program", "ruleset", "selection"},
    "memory": {"cache", "ingest", "isolation", "result"},
    "doctor": {"", "cache", "ingest", "intake", "posix", "rulebook", "run", "selection"},
    "worker_main": {"posix", "failures", "ingest", "protocol", "ruleset", "worker"},
    "process": {"posix", "failures", "protocol"},
    "pool": {"failures", "ingest", "isolation", "process", "protocol", "records", "result"},
    "desk": {"failures", "fingerprint", "ingest", "intake", "memory", "records", "result"},
    "run": {
        "",
        "profiles",
        "cache",
        "desk",
        "excerpt",
        "intake",
        "isolation",
        "memory",
        "pool",
        "posix",
        "prepared",
        "records",
        "result",
        "reviews",
        "ruleset",
        "selection",
        "worker",
    },
    "render": {"passage", "fingerprint", "resources"},
    "saved": {"result"},
    "redrawing": {"ingest"},
    "branding": {"rulebook"},
    "difference": set(),
    "cli": {
        "",
        "advice",
        "baseline",
        "branding",
        "cache",
        "bench",
        "casework",
        "configuration",
        "difference",
        "doctor",
        "ingest",
        "inquiry",
        "intake",
        "judge",
        "posix",
        "records",
        "redrawing",
        "render",
        "resources",
        "result",
        "reviews",
        "rulebook",
        "run",
        "saved",
        "selection",
        "validation",
    },
    "__main__": {"cli"},
    "": set(),
}
"""Part of the program -> the other parts it may import; "" is the package itself, which holds the version."""


def part_of(module: str) -> str:
    """The part that a module belongs to: "ingest" for checker.ingest.pdf.text."""
    return module.split(".")[1] if "." in module else ""


def modules() -> Iterator[tuple[str, Path]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def imported(file: Path) -> Iterator[str]:
    """The modules of ours that `file` imports anywhere: inside functions too, and by `later`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "later":
            yield str(ast.literal_eval(node.args[0]))
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "checker")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively; name the module in full"
            if node.module == "checker":
                yield from (f"checker.{alias.name}" if _is_part(alias.name) else "checker" for alias in node.names)
            elif node.module and node.module.startswith("checker."):
                yield node.module


def _is_part(name: str) -> bool:
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()


def arrows() -> Iterator[tuple[str, str, str]]:
    """Every import from one part to another: the module, its part, the part it imports."""
    for module, file in modules():
        for target in imported(file):
            if part_of(target) != part_of(module):
                yield module, part_of(module), part_of(target)


def allowed(part: str) -> set[str]:
    return MAY_IMPORT[part] | (set() if part in EVERYONE else EVERYONE)


def test_no_part_imports_what_the_architecture_does_not_allow() -> None:
    extra = [
        f"{module} imports checker.{target}, but checker.{part} may import only "
        f"{', '.join(sorted(allowed(part)))}: move the code, or change the table and docs/architecture.md"
        for module, part, target in arrows()
        if target not in allowed(part)
    ]
    assert not extra, "\n".join(extra)


def test_the_table_names_every_part_and_no_arrow_that_is_not_there() -> None:
    assert set(MAY_IMPORT) == {part_of(module) for module, _ in modules()}
    used = {(part, target) for _, part, target in arrows()}
    unused = [
        f"{part} -> {target}"
        for part, targets in MAY_IMPORT.items()
        for target in targets
        if (part, target) not in used
    ]
    assert not unused, f"the table allows arrows that nothing uses any more: {unused}"


def test_the_parts_form_no_circle() -> None:
    def reachable(part: str) -> set[str]:
        found: set[str] = set()
        queue = [part]
        while queue:
            fresh = (MAY_IMPORT[queue.pop()] - found) - EVERYONE
            found |= fresh
            queue.extend(fresh)
        return found

    assert [part for part in MAY_IMPORT if part in reachable(part)] == []


@pytest.mark.parametrize("folder", ["rules", "schemas", "reports"])
def test_data_folders_hold_no_code(folder: str) -> None:
    """A Python file there would end up as code inside the installed package's data."""
    assert list((ROOT / folder).rglob("*.py")) == []


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("from checker.ingest.pdf import text", "checker.ingest.pdf"),
        ("import checker.judge", "checker.judge"),
        ("def f():\n    from checker import run", "checker.run"),
        ("from checker import __version__", "checker"),
        ('read = later("checker.ingest.pdf", "read")', "checker.ingest.pdf"),
    ],
)
def test_an_import_is_seen_wherever_it_stands(tmp_path: Path, line: str, target: str) -> None:
    file = tmp_path / "module.py"
    file.write_text(line, "utf-8")
    assert list(imported(file)) == [target]
