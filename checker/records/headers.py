"""From the headers of a table to the columns of a kind of records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checker.records.schemas import NAMES, RecordSchema, record_schema

_UNIT = re.compile(r"[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*$")
_SIGNS = re.compile(r"[\s_\-./:：・,、#*%'\"“”’]+")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one column: its text, the unit in parentheses at its end, the words that stand above it."""

    text: str
    unit: str = ""
    above: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What the header can be looked up by, without the differences that never matter: case, width and signs."""
        texts = (self.text, f"{self.text}{self.unit}", f"{self.above} {self.text}", self.above)
        return tuple(key for text in texts if (key := _key(text)))


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the header of a table stands and what it says: `first` is the row (from 0) of the first record."""

    headers: tuple[Header, ...]
    first: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns told apart: the place (from 0) of each column of `schema` that the table has."""

    schema: RecordSchema
    heading: Heading
    places: Mapping[str, int]
    twice: tuple[tuple[str, str, str], ...] = ()

    def header(self, name: str) -> Header:
        """The header of a column that the table has."""
        return self.heading.headers[self.places[name]]

    @property
    def missing(self) -> tuple[str, ...]:
        """The required columns that the table lacks."""
        return tuple(
            name for name, column in self.schema.columns.items() if column.required and name not in self.places
        )

    @property
    def unused(self) -> tuple[Header, ...]:
        """The headers that mean no column of the schema."""
        used = set(self.places.values())
        return tuple(h for place, h in enumerate(self.heading.headers) if place not in used and h.text)

    def near(self, name: str) -> str:
        """The header that is spelt most like a column which the table lacks; "" where none is near."""
        keys = {_key(header.text): header.text for header in self.unused}
        wanted = [_key(word) for word in (name, *self.schema.synonyms.get(name, ()))]
        found = [key for word in wanted for key in get_close_matches(word, keys, n=1, cutoff=0.75)]
        return keys[found[0]] if found else ""


def header(text: str) -> Header:
    """A header cell, its unit split off."""
    line = " ".join(unicodedata.normalize("NFKC", text).split())
    match = _UNIT.search(line)
    if match and line[: match.start()].strip():
        return Header(line[: match.start()].strip(), match.group(1).strip())
    return Header(line)


def understood(head: Sequence[Sequence[str]], names: Iterable[str] = NAMES) -> Layout:
    """The reading of a table's first rows that explains most of its headers, over all kinds of records.

    One row may be the header, or two rows of which the upper one groups the columns of the lower one.
    """
    headings = [heading for row in range(min(len(head), 20)) for heading in _headings(head, row)]
    readings = [_mapped(record_schema(name), heading) for name in names for heading in headings]
    empty = _mapped(record_schema(NAMES[0]), Heading((), 0))
    return max(readings, key=_merit, default=empty)


def _merit(mapping: Layout) -> tuple[bool, int, int, int]:
    return not mapping.missing, len(mapping.places), -len(mapping.twice), -mapping.heading.first


def _headings(head: Sequence[Sequence[str]], row: int) -> list[Heading]:
    single = Heading(tuple(map(header, head[row])), row + 1)
    return [single, Heading(_joined(head[row], head[row + 1]), row + 2)] if row + 1 < len(head) else [single]


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[Header, ...]:
    """Two rows as one header; an upper cell stands for all columns up to the next upper cell."""
    group = ""
    found = []
    for place in range(max(len(above), len(below))):
        group = " ".join((above[place] if place < len(above) else "").split()) or group
        own = header(below[place] if place < len(below) else "")
        found.append(Header(own.text, own.unit, group) if own.text else header(group))
    return tuple(found)


def _mapped(schema: RecordSchema, heading: Heading) -> Layout:
    known = {_key(word): name for name, words in schema.synonyms.items() for word in words}
    known.update({_key(name): name for name in schema.columns})
    places: dict[str, int] = {}
    twice = []
    for place, each in enumerate(heading.headers):
        name = next((known[key] for key in each.keys if key in known), "")
        if not name:
            continue
        if name in places:
            twice.append((name, heading.headers[places[name]].text, each.text))
        places.setdefault(name, place)
    return Layout(schema, heading, places, tuple(twice))


def _key(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())
