"""What earlier runs worked out, kept in a folder by the hash of everything it depends on.

An entry that is not exactly what was kept for its key, for whatever reason, is as good as none. Two runs may use one
folder at the same time: entries appear whole or not at all, and equal keys have equal entries.
"""

from __future__ import annotations

import os
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

from checker import posix
from checker.limits import CACHE_BYTES, MESSAGE_BYTES

_DIGEST = sha256().digest_size


class Cache:
    """Entries of several kinds, each under its key, in one folder.

    `trouble` says in words why something could not be kept; what could not be kept is worked out again next time.
    """

    def __init__(self, folder: Path) -> None:
        """Use `folder`, making it where it is missing; one that others can write to is not used."""
        self._folder = folder
        self._written = False
        self.trouble = ""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not posix.is_private(folder):
                self.trouble = f"the cache folder {folder} is open to other users, so it is not used"
        except OSError as error:
            self._fail(error)

    def get(self, kind: str, key: str) -> bytes | None:
        """What was kept for a key, or None."""
        if self.trouble:
            return None
        try:
            entry = self._place(kind, key).read_bytes()
            inflating = zlib.decompressobj()
            data = inflating.decompress(entry[_DIGEST:], MESSAGE_BYTES)
        except (OSError, zlib.error):
            return None
        return data if inflating.eof and entry[:_DIGEST] == _digest(kind, key, data) else None

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep `data`, at most MESSAGE_BYTES long, for a key."""
        if self.trouble or len(data) > MESSAGE_BYTES:
            return
        place = self._place(kind, key)
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(place, _digest(kind, key, data) + zlib.compress(data, 1))
            self._written = True
        except OSError as error:
            self._fail(error)

    def close(self) -> None:
        """Remove what was kept longest ago, where this run added something and the folder has grown too large."""
        if not self._written:
            return
        entries = sorted(_entries(self._folder))
        total = sum(size for _, size, _ in entries)
        for _, size, place in entries:
            if total <= CACHE_BYTES:
                return
            place.unlink(missing_ok=True)
            total -= size

    def _place(self, kind: str, key: str) -> Path:
        return self._folder / kind / key[:2] / key[2:]

    def _fail(self, error: OSError) -> None:
        self.trouble = f"the cache folder {self._folder} cannot be used: {(error.strerror or 'unknown error').lower()}"


def _digest(kind: str, key: str, data: bytes) -> bytes:
    return sha256(f"{kind}\n{key}\n".encode() + data).digest()


def _write(place: Path, entry: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(entry)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _entries(folder: Path) -> list[tuple[float, int, Path]]:
    """When each entry was kept, its size and its place; what another run is just removing is passed over."""
    found = []
    for place in folder.rglob("*"):
        try:
            status = place.stat(follow_symlinks=False)
        except OSError:
            continue
        if place.is_file():
            found.append((status.st_mtime, status.st_size, place))
    return found
