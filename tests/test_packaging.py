"""The wheel carries the program and its data, and works where nothing else of the checkout is."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = ("rules", "schemas", "reports")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def plain(name: str) -> str:
    """The name of a distribution as all its spellings are compared."""
    return name.lower().replace("_", "-")


def call(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def unavailable(what: str, done: subprocess.CompletedProcess[str]) -> None:
    """Skip where packages cannot be fetched, but fail where the wheel is required to work, as in .ci/run."""
    message = f"{what} failed: {done.stderr.strip()[-2000:]}"
    if os.environ.get("CHECKER_NEEDS_WHEEL"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    done = call([sys.executable, "-m", "build", "--wheel", "--outdir", out, ROOT], out)
    if done.returncode:
        unavailable("building the wheel", done)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel and what it needs."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    done = call([programs / "python", "-m", "pip", "install", "-q", wheel], home)
    if done.returncode:
        unavailable("installing the wheel", done)
    return programs


def test_the_wheel_carries_every_data_file_and_no_other(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("checker/_data/")}
    files = {
        f"checker/_data/{file.relative_to(ROOT).as_posix()}"
        for kind in DATA
        for file in (ROOT / kind).rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }
    assert carried == files


def test_the_wheel_carries_the_licence_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]


def test_the_installed_program_gives_the_same_report_on_the_samples(installed: Path, tmp_path: Path) -> None:
    arguments = ["check", "--samples", "--fail-on", "never", "--format", "json", "--as-of", "2026-04-01"]
    there = call([installed / "checker", *arguments], tmp_path)
    here = call([sys.executable, "-m", "checker", *arguments], tmp_path)
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert there.stdout == here.stdout
    assert '"us-japan-2025/samples/' in there.stdout


def test_every_library_the_program_imports_is_declared() -> None:
    extras = [line for name, lines in PROJECT["optional-dependencies"].items() if name != "test" for line in lines]
    declared = {plain(re.split(r"[<>=!~;\[ ]", line)[0]) for line in (*PROJECT["dependencies"], *extras)}
    imported = {
        name.split(".")[0]
        for file in (ROOT / "checker").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in imported_names(node)
    }
    providers = metadata.packages_distributions()
    # A library of an extra need not be installed; those that we use are called as their modules are.
    used = {plain(providers.get(name, [name])[0]) for name in imported - sys.stdlib_module_names - {"checker"}}
    assert used - declared == set()
