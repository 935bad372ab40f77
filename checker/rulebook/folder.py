"""The files of a rule pack on disk: which there are, and their bytes. Nothing outside the folder is ever read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from os.path import realpath
from pathlib import Path

from checker import resources
from checker.errors import CheckerError
from checker.rulebook.files import MAX_BYTES
from checker.rulebook.installed import installed
from checker.rulebook.near import did_you_mean, listed

CASES = ".cases.yaml"
MEASURED = "measured.yaml"
"""The figures measured for a pack's rules: written by `checker validate`, no rule file."""

_LAYOUT = (
    "rules and cases stand at the top of the pack, vocabulary files in vocabulary/, shared criteria in criteria/, "
    "documents in samples/"
)


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A pack's folder; errors print `shown` and the file's place inside the pack."""

    root: Path
    shown: str

    def name(self, path: str) -> str:
        """A file of the pack as errors print it."""
        return f"{self.shown}/{path}"

    def files(self) -> tuple[str, ...]:
        """Every file of the pack that can decide what its rules are, sorted: all but samples, cases and figures."""
        names = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if not path.is_dir())
        return tuple(sorted(name for name in names if not _is_aside(name) and not name.endswith(CASES)))

    def listing(self, errors: list[CheckerError]) -> tuple[str, ...]:
        """The YAML files of the pack, sorted; those that stand where no rule file is looked for are errors."""
        entries = sorted((path.relative_to(self.root).as_posix(), path) for path in self.root.rglob("*"))
        found = []
        for name, path in entries:
            if _is_aside(name):
                continue
            if misplaced := _misplaced(path, name):
                message, hint = misplaced
                errors.append(CheckerError(message, self.name(name), hint))
            elif path.suffix == ".yaml":
                found.append(name)
        return tuple(found)

    def read(self, path: str) -> bytes:
        """A file's bytes, at most one more than the limit. Raises CheckerError if it is not a file in the folder."""
        place = self.root / path
        # Path.resolve would raise for a link to itself, which is then no file.
        if not Path(realpath(place)).is_relative_to(realpath(self.root)):
            raise CheckerError("the file lies outside the rule pack", self.name(path), "copy it into the pack")
        if not place.is_file():
            problem = "this is not a regular file" if place.exists() else "there is no such file"
            raise CheckerError(problem, self.name(path))
        try:
            with place.open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise CheckerError(f"the file cannot be read ({error.strerror})", self.name(path)) from None


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the checker, sorted."""
    return tuple(sorted(path.parent.name for path in resources.data("rules").glob("*/instrument.yaml")))


def _is_aside(name: str) -> bool:
    """Whether a file of a pack's folder is none of its rule files: figures, samples, hidden files."""
    return name == MEASURED or name.startswith((".", "samples/")) or "/." in name


def _misplaced(path: Path, name: str) -> tuple[str, str] | None:
    """What is wrong with a file or link that would be passed over without a word, and what to do; else None."""
    if path.is_symlink() and path.is_dir():
        return "a link to a folder is not read", "copy the folder into the pack"
    if path.suffix == ".yml":
        return "rule files end in .yaml", "rename the file"
    if path.suffix == ".yaml" and name.rpartition("/")[0] not in ("", "vocabulary", "criteria"):
        return "no rule file is looked for here", _LAYOUT
    return None


def find(name: str) -> PackFolder:
    """The folder of a shipped pack, an installed one, or one given as a path. Raises CheckerError if there is none."""
    if name in shipped():
        return PackFolder(resources.data("rules") / name, name)
    brought = installed() if _is_name(name) else {}
    if name in brought:
        return PackFolder(brought[name], name)
    root = Path(name)
    shown = root.as_posix()
    if (root / "instrument.yaml").exists():
        return PackFolder(root, shown)
    if root.is_dir():
        raise CheckerError("this folder is no rule pack: it holds no instrument.yaml", shown)
    known = (*shipped(), *brought)
    told = (
        f"the packs that come with the checker: {listed(shipped())}" if shipped() else "no packs come with the checker"
    )
    if brought:
        told += f"; installed: {listed(brought)}"
    raise CheckerError(
        f'there is no rule pack "{name}"{did_you_mean(name, known)}', "", f"{told}; or give the path of a pack's folder"
    )


def _is_name(name: str) -> bool:
    """Whether a name could be that of an installed pack: a path with a folder in it is none."""
    return "/" not in name and "\\" not in name and name not in ("", ".", "..")


def identity(names: Sequence[str]) -> str:
    """A hash of the names and bytes of every file of these packs that `load` looks at without cases, unread.

    Raises CheckerError for a name that is no pack or a file that cannot be read.
    """
    digest = sha256()
    for folder in map(find, names):
        for path in folder.files():
            data = folder.read(path)
            digest.update(f"{folder.shown}/{path}\n{len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()
