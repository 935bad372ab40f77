"""The repository around a run: what build services show findings at lies in it, under paths from its top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker import rulebook
from checker.model.commitment import RulePack
from checker.render.anchor import Repository


def around(root: Path | None, packs: Sequence[str], rules: RulePack) -> Repository:
    """What build services can show of a run whose logical paths are relative to `root`, with the packs so named."""
    if root is None:
        return Repository()
    top = top_of(root)
    rule_files = {name: _inside(file, top) for name, file in _rule_files(packs, rules)}
    config = _inside(root / "checker.toml", top)
    prefix = root.relative_to(top).as_posix()
    return Repository("" if prefix == "." else prefix, {key: file for key, file in rule_files.items() if file}, config)


def top_of(folder: Path) -> Path:
    """The top of the repository that holds `folder`; `folder` itself outside any."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), folder)


def _rule_files(packs: Sequence[str], rules: RulePack) -> Iterator[tuple[str, Path]]:
    folders = dict.fromkeys(rulebook.find(name).root.resolve() for name in packs)
    named = dict(zip(rules.names, folders, strict=True))
    for commitment in rules.commitments:
        yield commitment.id, named[commitment.pack] / commitment.file.removeprefix(f"{commitment.pack}/")


def _inside(file: Path, top: Path) -> str:
    """`file` from the top of the repository; empty where there is no such file inside."""
    return file.relative_to(top).as_posix() if file.is_file() and file.is_relative_to(top) else ""
