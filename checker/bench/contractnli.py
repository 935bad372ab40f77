"""The ContractNLI data set: agreements cut into passages, each judged against the same statements by people.

Koreeda and Manning, "ContractNLI: A Dataset for Document-level Natural Language Inference for Contracts" (2021),
Hitachi America, Ltd., CC BY 4.0, https://stanfordnlp.github.io/contract-nli/. No word of it is shipped but the
statements, which the rule pack of the same name quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from checker.errors import CheckerError
from checker.model.text import Span

HOMEPAGE = "https://stanfordnlp.github.io/contract-nli/"


class Label(StrEnum):
    """What an agreement says of a statement, as people read it."""

    ENTAILMENT = "Entailment"
    CONTRADICTION = "Contradiction"
    NOT_MENTIONED = "NotMentioned"


class Half(StrEnum):
    """Which agreements are scored, by their place in the file, counted from 0: rules are written from the odd ones."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"

    def holds(self, place: int) -> bool:
        """Whether the agreement at a place in the file is in the half."""
        return self is Half.ALL or (place % 2 == 1) is (self is Half.ODD)


@dataclass(frozen=True, slots=True)
class Annotation:
    """The label of one statement in one agreement, and the passages that show it, by their place in the agreement."""

    label: Label
    passages: frozenset[int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement: its passages are spans of its text, its annotations stand by the id of their statement.

    Passages without a word are left out. Annotations call passages by their place in the file, which `numbers` holds.
    """

    name: str
    text: str
    passages: tuple[Span, ...]
    numbers: tuple[int, ...]
    annotations: Mapping[str, Annotation]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Statements by id, and agreements in the order of the file."""

    statements: Mapping[str, str]
    agreements: tuple[Agreement, ...]


class _Statement(msgspec.Struct):
    hypothesis: str


class _Annotated(msgspec.Struct):
    choice: Label
    spans: tuple[int, ...]


class _AnnotationSet(msgspec.Struct):
    annotations: dict[str, _Annotated]


class _Agreement(msgspec.Struct):
    file_name: str
    text: str
    spans: tuple[tuple[int, int], ...]
    annotation_sets: tuple[_AnnotationSet, ...]


class _File(msgspec.Struct):
    documents: tuple[_Agreement, ...]
    labels: dict[str, _Statement]


def load(file: Path, half: Half = Half.ALL) -> Dataset:
    """The data set in `file`, or a half of it. Raises CheckerError for a file that holds something else."""
    try:
        written = msgspec.json.decode(file.read_bytes(), type=_File)
        chosen = [each for place, each in enumerate(written.documents) if half.holds(place)]
        agreements = tuple(_agreement(each) for each in chosen)
    except OSError as error:
        raise CheckerError(f"the data set cannot be read ({error.strerror})", file.as_posix(), _HINT) from None
    except (msgspec.DecodeError, ValueError, IndexError) as error:
        raise CheckerError(f"this is not the ContractNLI data set: {error}", file.as_posix(), _HINT) from None
    return Dataset({name: each.hypothesis for name, each in written.labels.items()}, agreements)


_HINT = f"name dev.json or test.json of ContractNLI as published at {HOMEPAGE}"


def _agreement(written: _Agreement) -> Agreement:
    annotations = {
        name: Annotation(each.choice, frozenset(each.spans))
        for name, each in written.annotation_sets[0].annotations.items()
    }
    if any(end > len(written.text) for _, end in written.spans):
        raise ValueError(f"a passage of {written.file_name} lies outside its text")
    kept = [number for number, (start, end) in enumerate(written.spans) if written.text[start:end].strip()]
    passages = tuple(Span(*written.spans[number]) for number in kept)
    return Agreement(written.file_name, written.text, passages, tuple(kept), annotations)
