"""Hostile documents, checked together with a sound one: each ends as it must, and takes nobody with it."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from checker import posix, run
from checker.cli.inputs import gather
from checker.model.document import Document, State
from checker.model.finding import Verdict
from checker.model.report import Report
from checker.selection import Selection
from tests.cli.conftest import TOY_PACK

pytestmark = pytest.mark.skipif(not posix.AVAILABLE, reason="limits on processes need a POSIX system")

TOY = Selection((TOY_PACK,))
ROWS: dict[int, tuple[str, ...]] = {
    1: ("07d_",),
    2: ("07e_",),
    3: ("07f_",),
    4: ("07c_",),
    5: ("07g_",),
    6: ("07_", "07b_"),
    7: ("01_",),
    8: ("02_",),
    9: ("03_", "03c_"),
    10: ("03b_",),
    11: ("04_",),
    12: ("04c_", "04d_", "04e_"),
    13: ("04b_", "05_", "05b_", "05c_"),
    14: ("06_", "06b_"),
    15: ("08_", "08b_"),
    16: ("09_",),
    17: ("10_",),
    18: ("11_",),
    19: ("11b_",),
    20: ("13_",),
    21: ("12_",),
    22: ("40b_", "40c_"),
    23: ("40d_", "40e_"),
    24: ("40f_",),
    25: ("40g_",),
    26: ("40h_",),
    28: ("43_",),
    37: ("30_", "30b_", "31_", "32_"),
    40: ("60_",),
    41: ("61_",),
    42: ("62_",),
    43: ("63_", "64_", "65_"),
}
"""How the names of the files begin that stand for each row of docs/bad-inputs.md."""
BESIDE = ("00_control.pdf", "40_docx_control.docx", "66_csv_formula.txt")
"""Files that are read as they are, for comparison."""
DOCUMENT_TYPES = (".doc", ".docx", ".pdf", ".txt", ".xml")
SOUND = "sound.txt"

READ: dict[str, str] = {
    "00_control.pdf": "",
    "01_pagetree_deep_1000.pdf": "",
    "03b_count_lies.pdf": "W-PAGE-COUNT-MISMATCH: the PDF says that it has 2,147,483,647 pages but has 1; those were "
    "read",
    "04b_flate_text_32M.pdf": "",
    "05_content_q_1M.pdf": "",
    "05c_object_array_nest.pdf": "",
    "07_xref_prev_loop.pdf": "W-REPAIRED: the PDF is not quite in order: its table of contents (cross-reference table) "
    "refers back to itself",
    "07b_startxref_garbage.pdf": "W-REPAIRED: the PDF is not quite in order: its table of contents (cross-reference "
    "table) was missing or misplaced and was rebuilt",
    "07g_junk_before_header.pdf": "W-REPAIRED: the PDF is not quite in order: 2,500 bytes before the start of the PDF "
    "were skipped",
    "08_image_60kx60k.pdf": "",
    "08b_mediabox_2M.pdf": "",
    "09_javascript.pdf": "I-ACTIVE-CONTENT: the PDF carries 1 script; nothing of it was run or read",
    "10_markup_in_text.pdf": "",
    "11_hidden_text.pdf": "W-HIDDEN-TEXT: words that no reader sees (invisible, white, tiny or off the page) stand in "
    "the text; they were left out",
    "11b_tounicode_lies.pdf": "",
    "40_docx_control.docx": "",
    "40h_docx_trackchanges.docx": "W-TRACKED-CHANGES: the file holds tracked changes that nobody has accepted or "
    "rejected; it was read as if they were accepted",
    "60_bidi_homoglyph.txt": "",
    "62_ansi.txt": "",
    "63_utf16.txt": "",
    "65_shiftjis.txt": "W-ENCODING: the file does not say its encoding and it is not UTF-8; it was read as Shift_JIS "
    "(Windows-31J), which is a guess",
    "66_csv_formula.txt": "",
}
"""What is read, with the reservation it carries; the findings decide the exit status."""

_DEEP_PAGES = "E-STRUCTURE: none of its pages can be opened: the page tree is damaged or nested too deeply"
_DEEP_XML = "E-STRUCTURE: its parts are nested more than 255 deep; what lies deeper was not read"
_ENTITIES = "E-DTD: it declares entities of its own, which can make a small file endless or reach for other files"
_MEMORY = "E-MEMORY: reading it took more than 1024 MB of memory"

UNREAD: dict[str, str] = {
    "01_pagetree_deep_10000.pdf": _DEEP_PAGES,
    "01_pagetree_deep_100000.pdf": _DEEP_PAGES,
    "02_pagetree_cycle.pdf": "E-NO-PAGES: the PDF has no pages",
    "03_pages_200k_same.pdf": "E-PAGE-LIMIT: the document has 200,000 pages; at most 5,000 are read",
    "04_flate_64M.pdf": "E-NO-TEXT: the PDF has no text layer: it was probably scanned",
    "04c_flate_1G.pdf": _MEMORY,
    "04d_flate_double_1G.pdf": _MEMORY,
    "04e_flate_text_1G.pdf": _MEMORY,
    "05b_content_array_nest.pdf": "E-NO-TEXT: the PDF has no text layer: it was probably scanned",
    "06_xobject_self.pdf": _MEMORY,
    "06b_xobject_2pow28.pdf": _MEMORY,
    "07c_truncated.pdf": "E-UNREADABLE: the PDF cannot be read: it is cut short: its end is missing (324 bytes",
    "07d_empty.pdf": "E-EMPTY: the file is empty (0 bytes)",
    "07e_html_named.pdf": "E-TYPE: looks like HTML (403 Forbidden?), not a PDF",
    "07f_nul.pdf": "E-TYPE: not a PDF: it holds NUL bytes as binary data does",
    "12_image_only.pdf": "E-NO-TEXT: the PDF has no text layer: it was probably scanned",
    "13_encrypted.pdf": "E-ENCRYPTED: the PDF is locked with a password",
    "30_xml_laughs.xml": _ENTITIES,
    "30b_xml_quadratic.xml": _ENTITIES,
    "31_xml_xxe.xml": _ENTITIES,
    "32_xml_deep.xml": _DEEP_XML,
    "40b_docx_bomb_paras_100M.docx": "E-ZIP-LIMIT: a part of it would unpack to 104,650,134 bytes",
    "40c_docx_bomb_space_1G.docx": "E-ZIP-LIMIT: it would unpack to 1,073,742,",
    "40d_docx_xml_laughs.docx": _ENTITIES,
    "40e_docx_xxe.docx": _ENTITIES,
    "40f_docx_zipslip.docx": "E-ZIP-NAME: the archive names a file that leads out of the archive, which is a way to "
    "deceive; nothing of it was unpacked",
    "40g_docx_deep_tables.docx": _DEEP_XML,
    "43_old_word.doc": "E-UNSUPPORTED: this is an old Word document (.doc), which cannot be read yet; PDF, Word",
    "61_longline.txt": "E-SIZE: the file is larger than 20 MB, the most that is read of one document",
    "64_invalid_utf8.txt": "E-ENCODING: the file is not valid UTF-8 and fits no other encoding that is tried",
}
"""What is not read, with the code and the beginning of its message; beside a sound document the exit status is 3."""


@dataclass(frozen=True)
class Hostile:
    """The folder of hostile documents and the report on all of them."""

    folder: Path
    report: Report

    def document(self, name: str) -> Document:
        """The document of that name; the very large ones are made only where all checks are asked for."""
        if not (self.folder / name).exists():
            pytest.skip("made only with CHECKER_FULL=1: it unpacks to about 1 GB")
        return next(each for each in self.report.documents if each.path == name)

    def alone(self, name: str) -> Report:
        """The report as if only this document had been checked."""
        return self._about(name)

    def beside(self, name: str) -> Report:
        """The report as if only this document and the sound one had been checked."""
        return self._about(name, SOUND)

    def _about(self, *names: str) -> Report:
        return replace(
            self.report,
            documents=tuple(each for each in self.report.documents if each.path in names),
            findings=tuple(each for each in self.report.findings if each.document in names),
        )


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    specification = importlib.util.spec_from_file_location("generate", shared / "hostile" / "generate.py")
    assert specification is not None
    assert specification.loader is not None
    generate = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generate)
    folder = tmp_path_factory.mktemp("hostile")
    assert generate.main([str(folder), *(["--big"] if os.environ.get("CHECKER_FULL") else [])]) == 0
    (folder / SOUND).write_text("The guard shall close the north gate at noon.\n", "utf-8")
    files = [str(file) for file in sorted(folder.iterdir()) if file.suffix in DOCUMENT_TYPES]
    return Hostile(folder, run.check(gather(files).inputs, TOY, run.Settings("2026-04-01")))


def told(document: Document) -> list[str]:
    return [f"{problem.code}: {problem.message}" for problem in document.problems]


def test_every_document_stands_in_the_report_once(hostile: Hostile) -> None:
    there = {file.name for file in hostile.folder.iterdir() if file.suffix in DOCUMENT_TYPES}
    assert [document.path for document in hostile.report.documents] == sorted(there)
    assert there <= {SOUND, "03c_pagetree_doubling.pdf", *READ, *UNREAD}


def test_every_hostile_document_belongs_to_a_row() -> None:
    files = {"03c_pagetree_doubling.pdf", *READ, *UNREAD} - set(BESIDE)
    starts = [start for row in ROWS.values() for start in row]
    assert {file: [start for start in starts if file.startswith(start)] for file in files} == {
        file: [file[: file.index("_") + 1]] for file in files
    }
    assert {start for start in starts if not any(file.startswith(start) for file in files)} == set()


def test_the_sound_document_is_judged(hostile: Hostile) -> None:
    verdicts = {finding.document: finding.verdict for finding in hostile.report.findings}
    assert verdicts[SOUND] is Verdict.VIOLATION


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read(hostile: Hostile, name: str) -> None:
    document = hostile.document(name)
    assert document.state is State.CHECKED
    if READ[name]:
        assert told(document)[0] == READ[name]
    assert hostile.beside(name).exit_code == 1


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_says_why_and_the_sound_document_is_still_judged(hostile: Hostile, name: str) -> None:
    document = hostile.document(name)
    assert document.state is State.NOT_CHECKED
    assert document.text == ""
    assert told(document)[0].startswith(UNREAD[name])
    assert document.problems[0].hint
    assert hostile.alone(name).exit_code == 4
    report = hostile.beside(name)
    assert report.exit_code == 3
    assert {each.verdict for each in report.findings if each.document == name} == {Verdict.NOT_CHECKED}
    assert {each.verdict for each in report.findings if each.document == SOUND} == {Verdict.VIOLATION}


def test_what_only_a_second_reader_can_read_is_checked_in_part(hostile: Hostile) -> None:
    name = "03c_pagetree_doubling.pdf"
    assert hostile.document(name).state is State.PARTLY_CHECKED
    assert told(hostile.document(name)) == [
        "E-UNREADABLE: the PDF cannot be read: it is damaged (3,063 bytes were given); a second reader found the words "
        "that were checked, but may have missed others"
    ]
    assert hostile.beside(name).exit_code == 3


def test_nothing_in_a_document_was_run_and_nothing_was_written_outside(hostile: Hostile) -> None:
    assert not list(hostile.folder.parent.rglob("HOSTILE_SENTINEL*"))


def test_nothing_of_the_machine_got_into_a_document(hostile: Hostile) -> None:
    assert not any("root:" in document.text for document in hostile.report.documents)
