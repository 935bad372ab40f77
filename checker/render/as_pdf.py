"""The print edition as PDF, drawn by WeasyPrint, which comes with the extra `pdf`."""

from __future__ import annotations

from checker.errors import CheckerError
from checker.model.report import Report
from checker.render import as_html
from checker.render.options import Options


def render(report: Report, options: Options) -> bytes:
    """The print edition of `report` as PDF. Raises CheckerError where WeasyPrint is missing."""
    try:
        from weasyprint import CSS, HTML, default_url_fetcher
    except (ImportError, OSError) as error:
        raise CheckerError(
            f"a PDF is drawn by WeasyPrint, which is not at hand ({error})",
            hint="install it with: pip install 'commitment-checker[pdf]', or print the format `print` from a browser",
        ) from None

    def embedded(address: str) -> object:
        if not address.startswith("data:"):
            raise ValueError(f"nothing is fetched for a report: {address}")
        return default_url_fetcher(address)

    made = HTML(string=as_html.render_print(report, options).decode(), url_fetcher=embedded)
    drawn: bytes = made.write_pdf(
        stylesheets=[CSS(string=as_html.asset("pdf.css"))],
        pdf_identifier=report.run_id.encode(),
        pdf_variant="pdf/ua-1",
    )
    return drawn
