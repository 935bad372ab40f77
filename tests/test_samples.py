"""The sample filings say what their expectations quote, and the generated ones are what their texts make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.make_samples import SAMPLES, SHIFT_JIS, make

EXPECTED: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "samples_expected.yaml").read_text(encoding="utf-8")
)["samples"]
GENERATED = sorted([*(path.name for path in SAMPLES.glob("*.pdf")), f"{SHIFT_JIS}.txt"])


def text_of(path: Path) -> str:
    """The words of a sample without any white space."""
    if path.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as pdf:
            text = "".join(page.get_textpage().get_text_range() for page in pdf)
    else:
        text = path.read_text(encoding="shift_jis" if path.stem == SHIFT_JIS else "utf-8")
    return "".join(text.split())


def test_every_sample_has_an_expectation() -> None:
    assert sorted(sample["file"] for sample in EXPECTED) == sorted(path.name for path in SAMPLES.iterdir())


@pytest.mark.parametrize("sample", EXPECTED, ids=lambda sample: str(sample["file"]))
def test_deciding_words_stand_in_the_sample(sample: dict[str, Any]) -> None:
    text = text_of(SAMPLES / sample["file"])
    for expectation in sample["verdicts"]:
        assert "".join(expectation["evidence"].split()) in text


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_sample_is_what_its_text_makes(name: str, tmp_path: Path) -> None:
    make(tmp_path)
    assert text_of(tmp_path / name) == text_of(SAMPLES / name)


def test_making_the_samples_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        make(folder)
    assert [path.read_bytes() for path in sorted(first.iterdir())] == [
        path.read_bytes() for path in sorted(second.iterdir())
    ]
