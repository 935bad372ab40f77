"""What is kept between runs: it comes back as it was put in, or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import cache as cache_module
from checker import posix
from checker.cache import Cache

KEY, OTHER = "0" * 64, "1" * 64


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_kept_comes_back_for_its_kind_and_key_alone(tmp_path: Path) -> None:
    Cache(tmp_path / "c").put("results", KEY, b"words")
    later = Cache(tmp_path / "c")
    assert later.get("results", KEY) == b"words"
    assert later.get("results", OTHER) is None
    assert later.get("rules", KEY) is None


@given(data=st.binary(max_size=200), place=st.integers(0, 400), bit=st.integers(0, 7))
def test_an_entry_changed_in_any_bit_is_none_or_unchanged(
    data: bytes, place: int, bit: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder)
    cache.put("results", KEY, data)
    (entry,) = entries(folder)
    changed = bytearray(entry.read_bytes())
    changed[place % len(changed)] ^= 1 << bit
    entry.write_bytes(changed)
    assert cache.get("results", KEY) in (None, data)


def test_an_entry_put_in_the_place_of_another_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("results", KEY, b"compliant")
    (kept,) = entries(tmp_path)
    cache.put("results", OTHER, b"violation")
    (wanted,) = set(entries(tmp_path)) - {kept}
    wanted.write_bytes(kept.read_bytes())
    assert cache.get("results", OTHER) is None


def test_an_entry_that_would_inflate_without_end_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    cache.put("results", KEY, b" " * 5_000)
    monkeypatch.setattr(cache_module, "MESSAGE_BYTES", 1_000)
    assert cache.get("results", KEY) is None


@pytest.mark.skipif(not posix.AVAILABLE, reason="other systems have no such permissions")
def test_the_folder_is_the_users_alone_and_one_that_others_may_write_to_is_not_used(tmp_path: Path) -> None:
    Cache(tmp_path / "own")
    assert (tmp_path / "own").stat().st_mode & 0o777 == 0o700
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    cache = Cache(tmp_path / "open")
    cache.put("results", KEY, b"words")
    assert cache.trouble == f"the cache folder {tmp_path / 'open'} is open to other users, so it is not used"
    assert entries(tmp_path / "open") == []


def test_a_folder_that_cannot_be_made_is_told_and_kept_out_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("results", KEY, b"words")
    assert cache.get("results", KEY) is None
    assert cache.trouble == f"the cache folder {tmp_path / 'file' / 'cache'} cannot be used: not a directory"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(path), None, str(target))

    cache = Cache(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    cache.put("results", KEY, b"words")
    assert cache.trouble == f"the cache folder {tmp_path} cannot be used: no space left on device"
    assert entries(tmp_path) == []


def test_what_was_kept_longest_ago_goes_when_the_folder_grows_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    for number, key in enumerate((KEY, OTHER)):
        cache.put("results", key, os.urandom(1_000))
        for entry in set(entries(tmp_path)):
            if entry.name == key[2:] and entry.parent.name == key[:2]:
                os.utime(entry, (number, number))
    monkeypatch.setattr(cache_module, "CACHE_BYTES", 1_500)
    cache.close()
    assert cache.get("results", KEY) is None
    assert cache.get("results", OTHER) is not None
