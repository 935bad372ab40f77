"""ZIP archives: every file inside is a document of its own, named archive!file."""

from __future__ import annotations

from collections.abc import Iterator

from checker.ingest.archive import Archive, open_archive
from checker.ingest.assemble import unread
from checker.ingest.containers import named, refused, within_limit, wrapper
from checker.ingest.kinds import Kind
from checker.ingest.reading import Enclosed, Issuers, Reading, Source
from checker.model.document import Problem

_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of an archive, which has no words itself."""
    del known_issuers
    archive = refused(source, "zip") or open_archive(source.data)
    if isinstance(archive, Problem):
        return unread(source, kind.media_type, archive, *kind.problems)
    enclosed = named(within_limit(_files(archive)))
    if not enclosed:
        return unread(source, kind.media_type, Problem("E-EMPTY", "the archive holds no file", hint="pack it again"))
    return wrapper(source, kind, enclosed)


def _files(archive: Archive) -> Iterator[Enclosed]:
    """The files of an archive by name; those that systems leave in every archive do not count."""
    for name in sorted(archive.names):
        if not name.startswith(_LITTER[0]) and not name.rsplit("/", 1)[-1].startswith("."):
            if name.endswith(_LITTER[1:]):
                continue
            data = archive.read(name)
            shown = archive.shown(name)
            yield Enclosed(shown, b"", data) if isinstance(data, Problem) else Enclosed(shown, data)
