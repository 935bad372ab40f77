"""From bytes to text: the byte order mark, then UTF-8, then what is stated, then the most plausible of four guesses."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from checker.ingest.plausible import plausibility
from checker.model.document import Problem

# The longer marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("cp932", "euc_jp", "cp1252")
_PLAUSIBLE = 0.4
# Labels that documents use for more than they say: the characters ①㈱髙 exist only in the wider sets.
_WIDER = {"shift_jis": "cp932", "iso8859-1": "cp1252", "ascii": "cp1252"}
_NAMES = {"cp932": "Shift_JIS (Windows-31J)", "euc_jp": "EUC-JP", "cp1252": "Windows-1252", "utf-8": "UTF-8"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; without an encoding it could not be read, and `problem` says why."""

    text: str
    encoding: str
    problem: Problem | None = None


def decode(data: bytes, stated: str = "") -> Decoded:
    """The text of `data`; `stated` is the encoding the user names for files that are not Unicode."""
    certain = _by_mark(data) or _by_escapes(data)
    if certain:
        return certain
    for encoding in filter(None, (_utf16_without_mark(data), "utf-8")):
        text = _strict(data, encoding)
        if text is not None:
            return Decoded(text, encoding, None if encoding == "utf-8" else _guessed(encoding, ""))
    named = _wider(stated)
    text = _strict(data, named) if named else None
    return Decoded(text, named) if text is not None else _by_guess(data, stated)


def looks_like_utf16(data: bytes) -> bool:
    """Whether the NUL bytes of `data` are those of text in UTF-16 or UTF-32 rather than of a binary file."""
    wide = data.startswith(tuple(mark for mark, encoding in _MARKS if encoding != "utf-8"))
    return wide or _utf16_without_mark(data) != ""


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            return Decoded(text, encoding) if text is not None else _damaged(data[len(mark) :], encoding)
    return None


def _by_escapes(data: bytes) -> Decoded | None:
    if b"\x1b$" not in data or not data.isascii():
        return None
    text = _strict(data, "iso2022_jp") or _strict(data, "iso2022_jp_ext")
    return Decoded(text, "iso2022_jp") if text else None


def _utf16_without_mark(data: bytes) -> str:
    """The byte order of UTF-16 where most characters are Latin, so that every second byte is NUL; else ""."""
    sample = data[:4096]
    if len(data) % 2 or 0 not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) * 0.2 or min(even, odd) > len(sample) * 0.02:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _by_guess(data: bytes, stated: str) -> Decoded:
    texts = ((encoding, _strict(data, encoding)) for encoding in _GUESSES)
    scored = [(plausibility(text, encoding), encoding, text) for encoding, text in texts if text is not None]
    score, encoding, text = max(scored, default=(0.0, "", ""), key=lambda candidate: candidate[0])
    return Decoded(text, encoding, _guessed(encoding, stated)) if score >= _PLAUSIBLE else _damaged(data, "utf-8")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _wider(label: str) -> str:
    try:
        name = codecs.lookup(label.strip()).name if label.strip() else ""
    except LookupError:
        return ""
    return _WIDER.get(name, name)


def _guessed(encoding: str, stated: str) -> Problem:
    name = _NAMES.get(encoding, encoding.upper())
    doubt = f"the stated encoding {stated!r} does not fit its bytes" if stated else "the file does not say its encoding"
    return Problem(
        "W-ENCODING",
        f"{doubt} and it is not UTF-8; it was read as {name}, which is a guess",
        hint="check that the quoted words read well; if they do not, save the file as UTF-8 or state its encoding",
    )


def _damaged(data: bytes, encoding: str) -> Decoded:
    place = ""
    try:
        data.decode(encoding)
    except UnicodeError as error:
        place = f"byte {error.start + 1}" if isinstance(error, UnicodeDecodeError) else ""
    problem = Problem(
        "E-ENCODING",
        f"the file is not valid {_NAMES.get(encoding, encoding.upper())} and fits no other encoding that is tried "
        "(UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP, Windows-1252)",
        where=place,
        hint="save it as UTF-8, or state its encoding",
    )
    return Decoded("", "", problem)
