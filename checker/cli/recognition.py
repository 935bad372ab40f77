"""Asking for text recognition (OCR), which takes libraries that are not always there."""

from __future__ import annotations

from dataclasses import replace

import click

from checker.ingest.reading import Manner, Ocr

_INSTALL = "pip install 'commitment-checker[ocr]'"


def recognising(manner: Manner, ocr: str, verify: bool = False) -> Manner:
    """`manner` with text recognition as asked for; UsageError where it is not installed."""
    asked = replace(manner, ocr=Ocr(ocr), verify=verify)
    if not asked.recognises:
        return manner
    from checker.ingest.pdf.ocr import is_installed

    if not is_installed():
        option = "--verify-ocr" if verify else f"--ocr {ocr}"
        raise click.UsageError(f"{option} needs the text recognition, which is not installed; install it: {_INSTALL}")
    return asked
