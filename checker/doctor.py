"""What this installation can do on this machine, part by part, and what that means for a check."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from checker import __version__, posix, run
from checker.cache import Cache
from checker.ingest import Stated
from checker.intake import Input
from checker.limits import WORKER_CPU_SECONDS, WORKER_MEMORY_BYTES
from checker.model.document import State
from checker.selection import Selection

_PARSERS = ("pypdfium2", "pdfplumber", "lxml", "markdown-it-py", "openpyxl", "duckdb")
_LISTING_SECONDS = 20
_ISOLATION = {
    "none": "a hostile document could take the program down",
    "timeout-only": f"each document has {WORKER_CPU_SECONDS} seconds, but memory is not limited on this system",
    "rlimit": f"each document has {WORKER_CPU_SECONDS} seconds and {WORKER_MEMORY_BYTES >> 30} GiB of memory; it is "
    "not cut off from files and network, so --require-isolation bwrap is not met",
    "bwrap": "each document is read without network and without files of yours",
}


class Health(StrEnum):
    """Whether a part is there, missing where something can do without it, or broken."""

    GOOD = "ok"
    MISSING = "missing"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what was found, what that means, and what to do about it where something is amiss."""

    name: str
    health: Health
    found: str
    means: str
    advice: str = ""


def examined(cache: Cache, folder: Path) -> Iterator[Part]:
    """Every part in turn; `cache` is the cache that a check would use, in `folder`."""
    yield Part("Program", Health.GOOD, f"checker {__version__}, Python {sys.version.split()[0]}", "")
    yield _readers()
    yield _isolation()
    yield _workers()
    yield _rules()
    yield _recognition()
    yield _pdf()
    yield _fonts()
    yield _cache(cache, folder)


def _readers() -> Part:
    missing = [name for name in _PARSERS if not _version(name)]
    if missing:
        advice = "install the program again: pip install --force-reinstall commitment-checker"
        return Part("Readers", Health.BROKEN, f"missing: {', '.join(missing)}", "some formats cannot be read", advice)
    found = ", ".join(f"{name} {_version(name)}" for name in _PARSERS)
    return Part("Readers", Health.GOOD, found, "all formats can be read")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _isolation() -> Part:
    """What a document that is read right now is kept apart by."""
    text = Input("doctor.txt", Stated(), b"A document.\n")
    report = run.check([text], Selection(), run.Settings("2000-01-01", jobs=1))
    (document,) = report.documents
    if document.state is not State.CHECKED:
        why = document.problems[0].message
        advice = "run `checker check -v` on a text file, and report what it says"
        return Part("Isolation", Health.BROKEN, why, "no document can be read", advice)
    return Part("Isolation", Health.GOOD, report.isolation, _ISOLATION[report.isolation])


def _workers() -> Part:
    slots = posix.worker_slots()
    return Part("Workers", Health.GOOD, str(slots), "documents are read so many at a time; --jobs changes it")


def _rules() -> Part:
    from checker.rulebook.folder import shipped

    packs = shipped()
    if not packs:
        return Part("Rules", Health.BROKEN, "no rule pack", "nothing can be checked", "install the program again")
    return Part("Rules", Health.GOOD, ", ".join(packs), "rule packs that came with the program")


def _recognition() -> Part:
    if find_spec("rapidocr") and find_spec("onnxruntime"):
        found = f"rapidocr {_version('rapidocr')}"
        return Part("OCR", Health.GOOD, found, "scanned pages can be read where `--ocr` asks for it")
    means = "scanned pages are not read; a document with such pages is reported as not checked or checked in part"
    return Part("OCR", Health.MISSING, "not installed", means, "pip install 'commitment-checker[ocr]'")


def _pdf() -> Part:
    advice = "pip install 'commitment-checker[pdf]', or print the format `print` from a browser"
    try:
        import weasyprint
    except ImportError:
        return Part("PDF output", Health.MISSING, "not installed", "--format pdf is refused", advice)
    except OSError as error:
        # It loads libraries of the system, which its package does not bring.
        found = f"a library of the system is missing: {error}".splitlines()[0]
        return Part("PDF output", Health.MISSING, found, "--format pdf is refused", "install Pango")
    return Part("PDF output", Health.GOOD, f"weasyprint {weasyprint.__version__}", "--format pdf can be drawn")


def _fonts() -> Part:
    advice = "install one, such as fonts-noto-cjk"
    lister = shutil.which("fc-list")
    if lister is None:
        means = "Japanese in PDF output may come out as empty boxes"
        return Part("Japanese font", Health.MISSING, "not known: there is no fc-list here", means, advice)
    listed = subprocess.run(
        [lister, ":lang=ja", "family"], capture_output=True, check=False, timeout=_LISTING_SECONDS
    ).stdout.decode("utf-8", "replace")
    families = sorted({line.split(",")[0].strip() for line in listed.splitlines() if line.strip()})
    if not families:
        means = "Japanese in PDF output and in pictures of pages comes out as empty boxes; reading is not affected"
        return Part("Japanese font", Health.MISSING, "none", means, advice)
    shown = next((family for family in families if "JP" in family), families[0])
    return Part("Japanese font", Health.GOOD, shown, "PDF output and pictures of pages can show Japanese")


def _cache(cache: Cache, folder: Path) -> Part:
    if cache.trouble:
        means = "every run works everything out anew"
        return Part("Cache", Health.MISSING, cache.trouble, means, "give another folder with --cache-dir")
    means = "a document that was checked before is answered at once; the folder holds words of documents"
    return Part("Cache", Health.GOOD, str(folder), means)
