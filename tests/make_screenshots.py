"""Draws the pictures under docs/screenshots from the samples: `python -m tests.make_screenshots`; needs Chromium."""

from __future__ import annotations

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
SHOTS: tuple[tuple[str, str, Any, Scheme, str], ...] = (
    ("overview", "en", DESKTOP, "light", ""),
    ("finding", "en", DESKTOP, "light", "v=violation"),
    ("overview-dark", "en", DESKTOP, "dark", ""),
    ("finding-phone", "en", PHONE, "light", "v=violation"),
    ("overview-ja", "ja", DESKTOP, "light", ""),
    ("finding-ja", "ja", DESKTOP, "dark", "v=violation"),
    ("finding-ja-phone", "ja", PHONE, "light", "v=violation"),
)
"""Name, language, window, colours, and the part of the address after #."""


def main() -> None:
    """Check the samples in both languages and draw every picture."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or sys.exit("this needs Chromium: apt-get install chromium fonts-noto-cjk")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = {lang: _page(Path(made), lang) for lang in ("en", "ja")}
        for name, lang, window, scheme, at in SHOTS:
            _draw(browser, f"{pages[lang]}#{at}" if at else pages[lang], FOLDER / f"{name}.png", window, scheme)
        browser.close()


def _page(folder: Path, lang: str) -> str:
    file = folder / f"{lang}.html"
    command = ["check", "--samples", "--as-of", "2026-04-01", "--lang", lang, "--fail-on", "never", "-q"]
    subprocess.run([sys.executable, "-m", "checker", *command, "--format", "html", "--output", str(file)], check=True)
    return file.as_uri()


def _draw(browser: Browser, address: str, file: Path, window: Any, scheme: Scheme) -> None:
    page = browser.new_page(viewport=window, color_scheme=scheme)
    page.goto(address)
    page.wait_for_selector("html.js")
    page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    main()
