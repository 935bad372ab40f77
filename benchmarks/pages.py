"""Measures the HTML report in Chromium, its size and its times: `python -m benchmarks.pages`."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

from checker.model.finding import Evidence, Finding, Step, Verdict
from checker.model.report import Crop, Report
from checker.model.text import Bilingual, Span
from checker.render import RENDERERS, Options
from checker.resources import data
from tests.render.factory import RULES, SOURCE, VIOLATION, report

ROUNDS = 5
_VERDICTS = (Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.COMPLIANT)
_COMMITMENTS, _CROP_BYTES = 60, 12_000
_FILTER = """async () => {
  const start = performance.now();
  location.hash = '#v=needs_review&q=agency';
  await new Promise(done => addEventListener('hashchange', () => {
    requestAnimationFrame(() => setTimeout(done));
  }, { once: true }));
  return performance.now() - start;
}"""


def large(findings: int, crops: bool) -> Report:
    """A report with so many findings in full, none with the words of another, with a picture each if wanted."""
    rules = tuple(replace(RULES.commitments[0], id=f"commitment-{place:02}") for place in range(_COMMITMENTS))
    documents = tuple(_document(place) for place in range(-(-findings // _COMMITMENTS)))
    made = tuple(
        _finding(place, rules[place % _COMMITMENTS].id, documents[place // _COMMITMENTS]) for place in range(findings)
    )
    return report(
        documents=documents,
        findings=made,
        rules=replace(RULES, commitments=rules, instruments={SOURCE.id: SOURCE}),
        decisions=(),
        notices=(),
        crops={(each.id, 0): _crop(each.id, place) for place, each in enumerate(made)} if crops else {},
    )


@cache
def _vocabulary() -> tuple[str, ...]:
    """The words of the shipped samples in English, as often as they are used there."""
    samples = sorted((data("rules") / "us-japan-2025" / "samples").glob("*.txt"))
    return tuple(" ".join(file.read_text("utf-8", "replace") for file in samples).split())


def _prose(seed: int, words: int) -> str:
    """So many words as documents use them, in an order that no other seed gives."""
    return " ".join(random.Random(seed).choices(_vocabulary(), k=words))


def _document(place: int) -> Any:
    from tests.render.factory import document

    text = "\n\n".join(f"Section {number}. {_prose(place * 100 + number, 130)}" for number in range(_COMMITMENTS))
    return document(f"filings/{place:05}.pdf", f"File {place}. {text}")


def _finding(place: int, commitment: str, document: Any) -> Finding:
    start = document.text.index(f"Section {place % _COMMITMENTS}. ")
    evidence = tuple(_evidence(document.text, start + shift, 180) for shift in (120, 330)[: 1 + place % 2])
    reason = replace(VIOLATION.reason, text=Bilingual(f"{_prose(place, 14)}.", f"試験{place}が販売の条件。"))
    trace = tuple(
        Step(
            f"criterion-{seed % 7}", f'The words "{_prose(seed, 6)}" speak of {_prose(seed + 1, 12)}.', "violation (x)"
        )
        for seed in range(place * 5, place * 5 + 2)
    )
    return replace(
        VIOLATION,
        id=f"{place * 2654435761 % 2**64:064x}"[::-1],
        commitment=commitment,
        document=document.path,
        verdict=_VERDICTS[place % 3],
        reason=reason,
        evidence=evidence,
        trace=trace,
    )


def _evidence(text: str, start: int, length: int) -> Evidence:
    quote = text[start : start + length]
    return replace(VIOLATION.evidence[0], quote=quote, span=Span(start, start + length))


def _crop(finding: str, seed: int) -> Crop:
    """A picture of about the weight of a strip of a page, which does not shrink."""
    from PIL import Image

    noise = random.Random(seed).randbytes(_CROP_BYTES)
    out = BytesIO()
    Image.frombytes("L", (200, _CROP_BYTES // 200), noise).save(out, "WEBP", lossless=True)
    return Crop(finding, 0, out.getvalue(), 60.0, 100.0, 480.0, 80.0)


def measured(browser: Any, file: Path) -> tuple[float, float, float]:
    """First paint, the script's readiness and a filter, in milliseconds; medians of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        page = browser.new_page()
        page.goto(file.as_uri())
        page.wait_for_selector("html.js")
        ready = page.evaluate("performance.now()")
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN")
        rounds.append((paint, ready, page.evaluate(_FILTER)))
        page.close()
    paint, ready, narrowed = (median(column) for column in zip(*rounds, strict=True))
    return paint, ready, narrowed


def main() -> None:
    """Print one line for each report."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or sys.exit("this needs Chromium: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for count, crops in ((1_000, False), (10_000, False), (200, True)):
            file = Path(folder) / f"{count}.html"
            file.write_bytes(RENDERERS["html"](large(count, crops), Options()))
            paint, ready, narrowed = measured(browser, file)
            size = file.stat().st_size / 1e6
            sys.stdout.write(
                f"{count:>6} findings{' with crops' if crops else ''}: {size:.2f} MB,"
                f" first paint {paint:.0f} ms, ready {ready:.0f} ms, a filter {narrowed:.0f} ms\n"
            )
        browser.close()


if __name__ == "__main__":
    main()
