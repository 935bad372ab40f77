"""The report in a real browser: Chromium, driven by Playwright, on files opened from disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.model.report import Report
from checker.render import RENDERERS, Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "chromium"


@dataclass
class Opened:
    """A page in the browser, with what it asked for, complained about and could not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; a missing one fails in CI and skips elsewhere."""
    found = shutil.which(CHROMIUM)
    if found is None:
        if os.environ.get("CI") or os.environ.get("CHECKER_NEEDS_BROWSER"):
            pytest.fail("the browser tests need Chromium: apt-get install chromium fonts-noto-cjk")
        pytest.skip("the browser tests need Chromium: apt-get install chromium fonts-noto-cjk")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report from disk; `at` is the part of the address after #, the rest are settings of the browser."""
    contexts = []

    def call(of: Report, at: str = "", *, lang: str = "en", name: str = "html", **settings: Any) -> Opened:
        file = tmp_path / f"{name}.{lang}.html"
        file.write_bytes(RENDERERS[name](of, Options(lang=lang, command="checker check filings")))
        # axe is run from outside the page, whose own policy lets nothing be added to it; it is given one of its own.
        context = browser.new_context(**settings)
        contexts.append(context)
        result = Opened(context.new_page())
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.on("console", lambda message: result.complaints.append(message.text))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.goto(f"{file.as_uri()}{f'#{at}' if at else ''}")
        if name == "html" and settings.get("java_script_enabled", True):
            result.page.wait_for_selector("html.js")
        return result

    yield call
    for context in contexts:
        context.close()
