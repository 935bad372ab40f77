"""Fixtures that several test folders use."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings

from checker.ingest.pdf.ocr import is_installed

# A busy machine is no fault of the program: examples have no deadline, the number of them bounds the time.
settings.register_profile("checker", deadline=None)
settings.load_profile("checker")

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"

Golden = Callable[[str, bytes], None]
"""Compares bytes with the golden file of that name."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test material that may stand beside the checkout; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("this test needs the folder 'shared' beside the checkout")
    return folder


@pytest.fixture(scope="session")
def ocr() -> None:
    """Text recognition, which comes with an extra; tests that need it are skipped without, except where it must be."""
    if not is_installed() and not os.environ.get("CHECKER_NEEDS_OCR"):
        pytest.skip("this test needs the text recognition: pip install -e '.[ocr]'")


@pytest.fixture(autouse=True)
def cache_of_its_own(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test finds what another has kept, or keeps anything in the user's cache."""
    name = sha256(request.node.nodeid.encode()).hexdigest()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "caches" / name))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files from what the program gives now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares bytes with a file under tests/golden; on a difference the actual bytes are left in golden/actual."""

    def compare(name: str, actual: bytes) -> None:
        expected = GOLDEN / name
        if request.config.getoption("--accept"):
            expected.write_bytes(actual)
        if not expected.is_file() or expected.read_bytes() != actual:
            kept = GOLDEN / "actual" / name
            kept.parent.mkdir(exist_ok=True)
            kept.write_bytes(actual)
            pytest.fail(f"{name} differs: compare {kept} with {expected}, and accept it with: pytest --accept")

    return compare
