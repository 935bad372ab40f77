"""Binary files told apart by their first bytes, and packages by what stands in them."""

from __future__ import annotations

from typing import NamedTuple


class Other(NamedTuple):
    """A type that cannot be read: what it is called, and what to do instead."""

    words: str
    advice: str


_IMAGE = "run a text recognition on it and give the resulting PDF"
_ARCHIVE = "unpack it and give the files inside"
_SIGNATURES = (
    (b"%!PS", Other("a PostScript file", "convert it to PDF")),
    (b"\x89PNG", Other("a PNG image", _IMAGE)),
    (b"\xff\xd8\xff", Other("a JPEG image", _IMAGE)),
    (b"GIF8", Other("a GIF image", _IMAGE)),
    (b"II*\x00", Other("a TIFF image", _IMAGE)),
    (b"MM\x00*", Other("a TIFF image", _IMAGE)),
    (b"\x1f\x8b", Other("a gzip archive", _ARCHIVE)),
    (b"7z\xbc\xaf", Other("a 7-Zip archive", _ARCHIVE)),
    (b"Rar!", Other("a RAR archive", _ARCHIVE)),
    (b"BZh", Other("a bzip2 archive", _ARCHIVE)),
    (b"HWP Document File", Other("an old Hangul document (.hwp)", "save it as PDF or as .docx")),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of the container that old Office files share, as its directory names them, then the endings of its files.
_STREAMS = (
    ("EncryptedPackage", (), Other("an Office document locked with a password", "save a copy without a password")),
    ("WordDocument", (".doc",), Other("an old Word document (.doc)", "open it in Word and save it as .docx")),
    ("Workbook", (".xls",), Other("an old Excel workbook (.xls)", "open it in Excel and save it as .xlsx")),
    ("PowerPoint Document", (".ppt",), Other("an old PowerPoint presentation (.ppt)", "save it as PDF")),
    (
        "__properties_version1.0",
        (".msg",),
        Other("an Outlook message (.msg)", "open it in Outlook and save it as .eml"),
    ),
    ("HwpSummaryInformation", (".hwp",), Other("a Hangul document (.hwp)", "open it in Hangul and save it as PDF")),
)
_UNKNOWN = Other(
    "an old or password-protected Office document", "open it in its own program and save it as .docx or PDF"
)
_PACKAGES = (
    (b"word/document.xml", "docx", ".docx"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt", ".odt"),
    (b"mimetypeapplication/epub+zip", "epub", ".epub"),
    (b"xl/workbook", "an Excel workbook", ".xlsx"),
    (b"ppt/presentation.xml", "a PowerPoint presentation", ".pptx"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument spreadsheet or presentation", ".ods"),
    (b"Index/Document.iwa", "an Apple Pages document", ".pages"),
    (b"Contents/section0.xml", "a Hangul document (.hwpx)", ".hwpx"),
)


def packaged(data: bytes, suffix: str) -> str:
    """The kind of document that a ZIP archive is the packaging of: "docx", "zip", or a type in words."""
    for inside, name, _ in _PACKAGES:
        if inside in data:
            return name
    return next((name for _, name, ending in _PACKAGES if ending == suffix), "zip")


def compound(data: bytes, suffix: str) -> Other | None:
    """What an old Office file is, None for any other file."""
    if not data.startswith(_COMPOUND):
        return None
    for stream, _, other in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return other
    return next((other for _, endings, other in _STREAMS if suffix in endings), _UNKNOWN)


def signed(data: bytes) -> Other | None:
    """What a file is by its first bytes, None where they say nothing."""
    return next((other for signature, other in _SIGNATURES if data.startswith(signature)), None)
