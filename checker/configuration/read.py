"""From the tables of a file to a Configuration; every error says which key of which table is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.configuration.find import Found
from checker.configuration.model import Configuration, DocumentFacts, FolderProfile, Value
from checker.configuration.shape import Kind, Table
from checker.errors import CheckerError
from checker.ingest import Stated
from checker.model.finding import Level
from checker.model.profile import FailOn, Profile

OPTIONS: Mapping[str, Kind] = {
    "paths": Kind.TEXTS,
    "rules": Kind.TEXTS,
    "select": Kind.TEXTS,
    "format": Kind.TEXT,
    "output": Kind.TEXT,
    "all": Kind.YES_NO,
    "lang": Kind.TEXT,
    "brand": Kind.TEXT,
    "title": Kind.TEXT,
    "accent": Kind.TEXT,
    "color": Kind.TEXT,
    "reviews": Kind.TEXT,
    "baseline": Kind.TEXT,
    "max-baseline-age": Kind.NUMBER,
    "changed-since": Kind.TEXT,
    "fail-on": Kind.TEXT,
    "sarif-max": Kind.NUMBER,
    "sarif-anchor": Kind.TEXT,
    "docx-view": Kind.TEXT,
    "jobs": Kind.NUMBER,
    "require-isolation": Kind.TEXT,
    "ocr": Kind.TEXT,
    "verify-ocr": Kind.YES_NO,
    "no-cache": Kind.YES_NO,
    "cache-dir": Kind.TEXT,
    "quiet": Kind.YES_NO,
}
"""The options that may stand in a file, named as on the command line. What would make every run pass may not."""

_OWN = {"outputs": Kind.TABLE, "profiles": Kind.TABLES, "documents": Kind.TABLES}
_PROFILE = {
    "name": Kind.TEXT,
    "paths": Kind.TEXTS,
    "select": Kind.TEXTS,
    "ignore": Kind.TEXTS,
    "severity": Kind.TABLE,
    "fail-on": Kind.TEXT,
}
_DOCUMENTS = {
    "paths": Kind.TEXTS,
    "issuer": Kind.TEXT,
    "dated": Kind.DATE,
    "language": Kind.TEXT,
    "encoding": Kind.TEXT,
}


def read(found: Found, formats: Mapping[str, object]) -> Configuration:
    """What the file says, where `formats` are those of outputs."""
    shown = str(found.file)
    top = Table.of(shown, found.content, {**OPTIONS, **_OWN})
    outputs = dict(top.entries.get("outputs", {}))
    Table.of(f"{shown}: [outputs]", outputs, dict.fromkeys(formats, Kind.TEXT))
    profiles = [
        _profile(Table.of(f"{shown}: profile {number}", entries, _PROFILE), found.file)
        for number, entries in enumerate(top.entries.get("profiles", ()), 1)
    ]
    documents = [
        _documents(Table.of(f"{shown}: documents {number}", entries, _DOCUMENTS))
        for number, entries in enumerate(top.entries.get("documents", ()), 1)
    ]
    values = {key: _value(value) for key, value in top.entries.items() if key in OPTIONS}
    return Configuration(found.file, values, outputs, tuple(profiles), tuple(documents))


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _paths(table: Table) -> tuple[str, ...]:
    paths = table.texts("paths")
    if not paths:
        raise CheckerError(
            '"paths" is missing', table.where, 'say which documents, such as paths = ["filings/customs/"]'
        )
    for path in paths:
        if Path(path).is_absolute() or ".." in Path(path).parts:
            raise CheckerError(
                f'"{path}" leads out of the folder of the configuration',
                table.where,
                "paths are relative to that folder",
            )
    return paths


def _profile(table: Table, file: Path) -> FolderProfile:
    paths = _paths(table)
    name = table.text("name") or paths[0]
    severity = dict(table.entries.get("severity", {}))
    inner = Table(f"{file}: severity of {name}", severity)
    levels = {commitment: Level(inner.one_of(commitment, Level)) for commitment in severity}
    fail_on = table.one_of("fail-on", FailOn)
    profile = Profile(name, table.texts("select"), table.texts("ignore"), levels, FailOn(fail_on) if fail_on else None)
    return FolderProfile(paths, profile)


def _documents(table: Table) -> DocumentFacts:
    paths = _paths(table)
    stated = Stated(table.text("issuer"), table.text("dated"), table.text("language"), table.text("encoding"))
    return DocumentFacts(paths, stated)
