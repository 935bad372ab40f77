"""Two runs over the same filings give the same bytes, wherever and however they are run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import TOY_PACK

SAMPLES = Path(__file__).resolve().parents[2] / "rules" / "us-japan-2025" / "samples"
FORMATS = ("json", "html", "text", "sarif", "csv", "md")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Filings below a marked root, with a folder to stand in."""
    root = tmp_path_factory.mktemp("filings")
    (root / "checker.toml").write_text("", "utf-8")
    (root / "deep" / "er").mkdir(parents=True)
    for name in ("mlit-notice-us-made-cars.pdf", "csms-products-of-japan.txt", "kokuji-beikokusei-joyosha.pdf"):
        shutil.copy(SAMPLES / name, root / name)
    (root / "order.txt").write_text("The guard shall close the north gate at noon.\n", "utf-8")
    return root


def outputs(root: Path, stand: Path, jobs: str, place: Path, **environment: str) -> dict[str, bytes]:
    """What every format gives for a run from the folder `stand`."""
    place.mkdir()
    written = [word for name in FORMATS for word in ("-o", f"{name}={place / name}")]
    command = [sys.executable, "-m", "checker", "check", os.path.relpath(root, stand), "--jobs", jobs, "--no-cache"]
    options = ["--rules", "us-japan-2025", "--rules", TOY_PACK, "--as-of", "2026-04-01", "--fail-on", "never", "-q"]
    subprocess.run(
        [*command, *options, *written, "--format", "json", "--output", str(place / "json-again")],
        cwd=stand,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])} | environment,
        check=True,
    )
    return {file.name: file.read_bytes() for file in sorted(place.iterdir())}


@pytest.mark.parametrize(
    ("jobs", "folder", "environment"),
    [
        ("2", ".", {"PYTHONHASHSEED": "7"}),
        ("1", "deep/er", {"TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "LC_ALL": "C"}),
    ],
)
def test_workers_hash_seed_time_zone_language_and_folder_change_no_byte(
    tree: Path, tmp_path: Path, jobs: str, folder: str, environment: dict[str, str]
) -> None:
    plain = outputs(tree, tree, "1", tmp_path / "plain", PYTHONHASHSEED="0", TZ="UTC", LANG="C.UTF-8")
    assert outputs(tree, tree / folder, jobs, tmp_path / "other", **environment) == plain
