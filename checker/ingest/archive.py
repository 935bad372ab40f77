"""Archives: opened only within limits that are checked before anything in them is unpacked."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import limits
from checker.model.document import Problem

if TYPE_CHECKING:
    import zipfile

_ENCRYPTED = 0x1
_UNICODE = 0x800
_LINK = 0o120000 << 16
_KIND = 0o170000 << 16
_ADVICE = "open it in its own program and save it anew, or give the files inside one by one"


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP archive within the limits; `names` are its files in the order of its directory."""

    names: tuple[str, ...]
    _zip: zipfile.ZipFile

    def has(self, name: str) -> bool:
        """Whether the archive holds a file of this name."""
        return name in self._zip.NameToInfo

    def shown(self, name: str) -> str:
        """The name of a file as its author wrote it; archives made in Japan often do not say their encoding."""
        if self._zip.getinfo(name).flag_bits & _UNICODE or name.isascii():
            return name
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp932"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        return name

    def read(self, name: str) -> bytes | Problem:
        """The bytes of a file in the archive; never more than its directory announced."""
        import struct
        import zipfile
        import zlib

        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, LookupError, ValueError, struct.error):
            return damaged(f"the part {name} cannot be unpacked", name)


def open_archive(data: bytes) -> Archive | Problem:
    """The archive in `data`, or the limit it breaks: size, number and names of its files, how far they inflate."""
    import struct
    import zipfile

    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, LookupError, struct.error):
        return damaged("its directory is missing or damaged")
    files = [info for info in opened.infolist() if not info.is_dir()]
    refused = _over_limit(files) or _bad_name(opened.infolist()) or _locked(files)
    return refused or Archive(tuple(info.filename for info in files), opened)


def damaged(reason: str, where: str = "") -> Problem:
    """The problem of a file whose packaging is broken."""
    return Problem("E-UNREADABLE", f"the file cannot be read: {reason}", where, "download or save it again")


def _over_limit(files: list[zipfile.ZipInfo]) -> Problem | None:
    total = sum(info.file_size for info in files)
    bombs = [
        info for info in files if info.file_size > limits.ARCHIVE_BOMB_FROM and _ratio(info) > limits.ARCHIVE_RATIO
    ]
    if len(files) > limits.ARCHIVE_FILES:
        return _limit(f"it holds {len(files):,} files; at most {limits.ARCHIVE_FILES:,} are unpacked")
    if total > limits.ARCHIVE_BYTES:
        return _limit(f"it would unpack to {total:,} bytes; at most {limits.ARCHIVE_BYTES:,} are unpacked")
    if bombs:
        return _limit(
            f"a part of it would unpack to {bombs[0].file_size:,} bytes, {_ratio(bombs[0]):,} times its packed size, "
            f"as no honest document does; at most {limits.ARCHIVE_RATIO} times is unpacked"
        )
    return None


def _ratio(info: zipfile.ZipInfo) -> int:
    return info.file_size // max(info.compress_size, 1)


def _bad_name(entries: list[zipfile.ZipInfo]) -> Problem | None:
    seen: set[str] = set()
    for info in entries:
        name = info.filename.replace("\\", "/")
        outside = name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"
        if outside or name in seen or info.external_attr & _KIND == _LINK:
            what = "leads out of the archive" if outside else "is there twice" if name in seen else "is a link"
            message = f"the archive names a file that {what}, which is a way to deceive; nothing of it was unpacked"
            return Problem("E-ZIP-NAME", message, name, "ask the sender for a clean copy")
        seen.add(name)
    return None


def _locked(files: list[zipfile.ZipInfo]) -> Problem | None:
    if not any(info.flag_bits & _ENCRYPTED for info in files):
        return None
    return Problem("E-ENCRYPTED", "the file is locked with a password", hint="save a copy without a password")


def _limit(message: str) -> Problem:
    return Problem("E-ZIP-LIMIT", message, hint=_ADVICE)
