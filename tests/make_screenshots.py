"""Draws the pictures under docs/screenshots: `python -m tests.make_screenshots [FOLDER]`; needs Chromium.

The samples are drawn always; with a FOLDER of filings, the report over them too, under the name `filings`.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
DESKTOP: Any = {"width": 1280, "height": 900}
PHONE: Any = {"width": 390, "height": 844}
Scheme = Literal["light", "dark"]
Shot = tuple[str, str, Any, Scheme, str]
SHOTS: tuple[Shot, ...] = (
    ("overview", "en", DESKTOP, "light", ""),
    ("status", "en", DESKTOP, "light", "status"),
    ("finding", "en", DESKTOP, "light", "v=violation"),
    ("overview-dark", "en", DESKTOP, "dark", ""),
    ("finding-phone", "en", PHONE, "light", "v=violation"),
    ("overview-ja", "ja", DESKTOP, "light", ""),
    ("finding-ja", "ja", DESKTOP, "dark", "v=violation"),
    ("finding-ja-phone", "ja", PHONE, "light", "v=violation"),
)
"""Name, language, window, colours, and the part of the address after #."""
OF_FILINGS: tuple[Shot, ...] = (
    ("filings", "en", DESKTOP, "light", ""),
    ("filings-matrix", "en", DESKTOP, "light", "matrix"),
    ("filings-timeline", "en", DESKTOP, "dark", "timeline"),
    ("filings-finding-ja", "ja", DESKTOP, "light", "v=needs_review"),
    ("filings-phone-ja", "ja", PHONE, "light", ""),
)


def main() -> None:
    """Check the documents in both languages and draw every picture."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or sys.exit("this needs Chromium: apt-get install chromium fonts-noto-cjk")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        _draw_all(browser, SHOTS, Path(made), ["--samples", "--as-of", "2026-04-01"])
        for folder in sys.argv[1:]:
            _draw_all(browser, OF_FILINGS, Path(made), [folder, "--as-of", "2026-11-24"])
        browser.close()


def _draw_all(browser: Browser, shots: tuple[Shot, ...], made: Path, what: list[str]) -> None:
    pages = {lang: _page(made, lang, what) for lang in ("en", "ja")}
    for name, lang, window, scheme, at in shots:
        _draw(browser, f"{pages[lang]}#{at}" if at else pages[lang], FOLDER / f"{name}.png", window, scheme)


def _page(folder: Path, lang: str, what: list[str]) -> str:
    file = folder / f"{lang}.html"
    command = ["check", *what, "--lang", lang, "--fail-on", "never", "-q"]
    subprocess.run([sys.executable, "-m", "checker", *command, "--format", "html", "--output", str(file)], check=True)
    return file.as_uri()


def _draw(browser: Browser, address: str, file: Path, window: Any, scheme: Scheme) -> None:
    """One picture, in 128 colours, which a page of text does not miss."""
    from PIL import Image

    page = browser.new_page(viewport=window, color_scheme=scheme)
    page.goto(address)
    page.wait_for_selector("html.js")
    drawn = Image.open(io.BytesIO(page.screenshot()))
    drawn.convert("RGB").quantize(128).save(file, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
