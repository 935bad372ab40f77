"""Packs that installed packages bring: found by their entry points, used by name, never run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.program import status_of
from checker.errors import CheckerError
from checker.rulebook import find, installed
from tests.rulebook.conftest import TESTS

TOY = TESTS / "toy_pack"


def brought(site: Path, package: str, entry: str) -> None:
    """A folder on the path as an installer leaves it: a package with the toy pack in it, and its metadata."""
    shutil.copytree(TOY, site / package / "gates")
    (site / package / "__init__.py").write_text("raise SystemExit('code of a pack was run')\n", "utf-8")
    metadata = site / f"{package}-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n", "utf-8")
    (metadata / "entry_points.txt").write_text(f"[commitment_checker.packs]\n{entry}\n", "utf-8")
    (metadata / "WHEEL").write_text("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n", "utf-8")
    (metadata / "RECORD").touch()


def refusal(name: str) -> str:
    """What is said of a pack that cannot be used."""
    with pytest.raises(CheckerError) as caught:
        find(name)
    return str(caught.value)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "site"


def test_an_installed_pack_is_used_by_its_name(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    brought(site, "gate_rules", "gates = gate_rules.gates")
    assert installed() == {"gates": site / "gate_rules" / "gates"}
    Path("order.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    assert status_of(["check", "order.txt", "--rules", "gates", "--format", "json", "--no-cache"]) == 1
    report = json.loads(capfd.readouterr().out)
    assert report["rules"]["packs"] == ["toy"]
    assert "gate_rules" not in sys.modules


def test_the_list_shows_what_is_installed(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    brought(site, "gate_rules", "gates = gate_rules.gates")
    assert status_of(["rules", "list", "--rules", "gates"]) == 0
    assert "Packs that are installed: gates\n" in capfd.readouterr().out


def test_a_name_that_is_near_to_an_installed_pack_is_answered_with_it(site: Path) -> None:
    brought(site, "gate_rules", "gates = gate_rules.gates")
    said = refusal("gats")
    assert 'there is no rule pack "gats"; did you mean "gates"?' in said
    assert "installed: gates; or give the path of a pack's folder" in said


def test_two_packages_with_a_pack_of_one_name_are_refused(site: Path) -> None:
    brought(site, "gate_rules", "gates = gate_rules.gates")
    brought(site, "other_rules", "gates = other_rules.gates")
    assert refusal("gates") == (
        'two installed packages bring a rule pack called "gates": gate_rules.gates and other_rules.gates\n'
        "  hint: uninstall one of them"
    )


def test_a_package_without_its_pack_is_refused(site: Path) -> None:
    brought(site, "gate_rules", "gates = gate_rules.doors")
    assert refusal("gates") == (
        'the installed rule pack "gates" is not there: gate_rules.doors holds no instrument.yaml\n'
        "  hint: tell who made the package, or uninstall it"
    )


def test_a_path_is_no_name_of_an_installed_pack(site: Path) -> None:
    brought(site, "gate_rules", "gates = gate_rules.gates")
    shutil.copytree(TOY, "gates")
    assert find("gates").root == site / "gate_rules" / "gates"
    assert find("./gates").root == Path("gates")


def test_a_package_as_pip_installs_it(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    brought(source, "gate_rules", "gates = gate_rules.gates")
    wheel = shutil.make_archive(str(tmp_path / "gate_rules-1-py3-none-any"), "zip", source)
    wheel = shutil.move(wheel, wheel.removesuffix(".zip") + ".whl")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", str(target), wheel]
    subprocess.run(pip, check=True, capture_output=True)
    found = subprocess.run(
        [sys.executable, "-c", "from checker.rulebook import find; print(find('gates').root)"],
        env={"PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == str(target / "gate_rules" / "gates")
