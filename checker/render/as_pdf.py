"""The print edition as PDF, drawn by WeasyPrint, which comes with the extra `pdf`."""

from __future__ import annotations

import shutil
import subprocess

from checker.errors import CheckerError
from checker.model.report import Report
from checker.model.text import language
from checker.render import as_html
from checker.render.options import Options


def render(report: Report, options: Options) -> bytes:
    """The print edition of `report` as PDF. Raises CheckerError where WeasyPrint or a Japanese font is missing."""
    try:
        from weasyprint import CSS, HTML, default_url_fetcher
    except (ImportError, OSError) as error:
        raise CheckerError(
            f"a PDF is drawn by WeasyPrint, which is not at hand ({error})",
            hint="install it with: pip install 'commitment-checker[pdf]', or print the format `print` from a browser",
        ) from None

    page = as_html.render_print(report, options).decode()
    if language(page) == "ja" and not _has_japanese_font():
        raise CheckerError(
            "no font on this machine has Japanese letters, so the PDF would show empty boxes for them",
            hint="install one, for example with: apt-get install fonts-noto-cjk",
        )

    def embedded(address: str) -> object:
        if not address.startswith("data:"):
            raise ValueError(f"nothing is fetched for a report: {address}")
        return default_url_fetcher(address)

    made = HTML(string=page, url_fetcher=embedded)
    try:
        drawn: bytes = made.write_pdf(
            stylesheets=[CSS(string=as_html.asset("pdf.css"))],
            pdf_identifier=report.run_id.encode(),
            pdf_variant="pdf/ua-1",
        )
    except Exception as error:  # what it cannot lay out it tells by whatever its own lines raise
        raise CheckerError(
            f"WeasyPrint could not lay out this report as PDF ({type(error).__name__})",
            hint="write the format `print` and print that page from a browser",
        ) from error
    return drawn


def _has_japanese_font() -> bool:
    """Whether the fonts that the PDF is drawn with have Japanese letters; believed where nothing can tell."""
    lister = shutil.which("fc-list")
    if lister is None:
        return True
    found = subprocess.run([lister, ":lang=ja", "family"], capture_output=True, check=False, timeout=60)
    return found.returncode != 0 or bool(found.stdout.strip())
