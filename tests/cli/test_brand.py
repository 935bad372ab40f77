"""An office's own look: `--brand FILE`, on a run and on a report made later."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.cli.conftest import Program

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "logo.svg").write_bytes(SVG)
    return tmp_path / "brand.yaml"


@pytest.mark.parametrize(("name", "kind", "data"), [("logo.png", "png", PNG), ("logo.svg", "svg+xml", SVG)])
def test_title_colour_and_logo_stand_in_the_page(
    toy: Program, filings: Path, brand: Path, name: str, kind: str, data: bytes
) -> None:
    brand.write_text(f'title: "Office <of> Trade"\naccent: "#0a5c36"\nlogo: {name}\n', "utf-8")
    page = toy(filings, "--brand", brand, "--format", "html").stdout
    assert "<h1>Office &lt;of&gt; Trade</h1>" in page
    assert ":root { --link: #0a5c36; }" in page
    assert f'<img class="logo" src="data:image/{kind};base64,{base64.b64encode(data).decode()}" alt="">' in page


def test_a_report_made_later_wears_it_too_and_the_command_line_outranks_it(
    toy: Program, program: Program, filings: Path, brand: Path, tmp_path: Path
) -> None:
    brand.write_text('title: Office of Trade\naccent: "#0a5c36"\n', "utf-8")
    toy(filings, "-o", f"json={tmp_path / 'findings.json'}")
    later = ("report", tmp_path / "findings.json", "--brand", brand)
    assert program(*later, "--format", "md").stdout.startswith("# Office of Trade\n")
    assert program(*later, "--format", "md", "--title", "Second look").stdout.startswith("# Second look\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", "brand.yaml:1:1"),
        ("colour: red\n", 'unknown key "colour"'),
        ("accent: red\n", "brand.yaml:1:9"),
        ('accent: "#ffee00"\n', "the colour #ffee00 is too pale to be read on white: its contrast is 1.2 to 1"),
        ("logo: gone.png\n", "brand.yaml:1:7: the logo cannot be opened: no such file"),
        ("logo: brand.yaml\n", "the logo is neither a PNG nor an SVG picture"),
        ("logo: heavy.png\n", "the logo has 300,008 bytes; at most 200,000 go into a report"),
    ],
)
def test_a_brand_that_is_wrong_is_refused_with_the_place(
    toy: Program, filings: Path, brand: Path, text: str, message: str
) -> None:
    (brand.parent / "heavy.png").write_bytes(PNG[:8] + bytes(300_000))
    brand.write_text(text, "utf-8")
    outcome = toy(filings, "--brand", brand)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert message in " ".join(outcome.stderr.split())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<image href="https://example.org/x.png"/>',
        "<foreignObject/>",
        "<style>@import 'https://example.org/x.css'</style>",
    ],
)
def test_a_logo_that_is_more_than_a_picture_is_refused(toy: Program, filings: Path, brand: Path, inside: str) -> None:
    (brand.parent / "logo.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', "utf-8")
    brand.write_text("logo: logo.svg\n", "utf-8")
    outcome = toy(filings, "--brand", brand)
    assert outcome.status == 2
    assert "the logo holds more than a picture" in outcome.stderr


def test_a_missing_brand_is_refused(toy: Program, filings: Path, tmp_path: Path) -> None:
    outcome = toy(filings, "--brand", tmp_path / "gone.yaml")
    assert (outcome.status, "the brand file cannot be opened: no such file" in outcome.stderr) == (2, True)
