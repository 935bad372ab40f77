"""The sample filings say what their expectations quote, and the generated ones are what their texts make."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.ingest import Source, read
from tests.make_office import docx, html
from tests.make_samples import SAMPLES, SHIFT_JIS, TEXTS, make
from tests.make_samples import read as notation

EXPECTED: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "samples_expected.yaml").read_text(encoding="utf-8")
)["samples"]
MADE = (".pdf", ".docx", ".html")
GENERATED = sorted([*(path.name for path in SAMPLES.iterdir() if path.suffix in MADE), f"{SHIFT_JIS}.txt"])


def text_of(path: Path) -> str:
    """The words of a sample without any white space."""
    if path.suffix == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as pdf:
            text = "".join(page.get_textpage().get_text_range() for page in pdf)
    elif path.suffix in MADE:
        text = read(Source(path.name, path.read_bytes())).document.text.replace("|", "")
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


@pytest.mark.parametrize("path", [path for path in sorted(TEXTS.glob("*.txt")) if path.stem != SHIFT_JIS])
def test_every_form_of_a_text_reads_the_same(path: Path) -> None:
    """Word and HTML give the very same text; what a PDF draws, its tables aside, gives the same words."""
    written = notation(path.read_text("utf-8"))
    word = read(Source("a.docx", docx(written))).document
    page = read(Source("a.html", html(written))).document
    assert word.text == page.text
    assert (word.title, word.problems, page.problems) == (written.title, (), ())
    drawn = read(Source("a.pdf", (SAMPLES / f"{path.stem}.pdf").read_bytes())).document.text
    marks = str.maketrans("", "", "#|-")
    assert "".join(word.text.translate(marks).split()) == "".join(drawn.translate(marks).split())
