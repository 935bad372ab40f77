"""Commitments: what a party promised, as one rule file encodes it, and the language its criteria are written in.

The field names are the keys of the rule files; `docs/write-a-rule.md` explains them to authors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.finding import Level, Verdict
from checker.model.kind import DocumentKind
from checker.model.records import RecordRule
from checker.model.text import Bilingual

Groups = tuple[tuple[str, ...], ...]
"""Concepts asked for together: every group must be found, any one concept of a group will do."""

AMOUNT_ROLES = ("additional", "base", "rate", "total")
"""What an amount of a statement can be to the others; tests of amounts call them by these names."""

FIGURE = "figure"
"""What the test of a quantity calls the value it tests."""


class CommitmentKind(StrEnum):
    """What sort of promise it is."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    NUMERIC_CEILING = "numeric_ceiling"
    NUMERIC_FLOOR = "numeric_floor"
    QUANTITY_TARGET = "quantity_target"
    PLEDGE = "pledge"
    COOPERATION = "cooperation"
    ANNOUNCED_FACT = "announced_fact"


class Strength(StrEnum):
    """How firmly it was promised."""

    BOUND = "bound"
    COMMITTED = "committed"
    WILL = "will"
    PLANS = "plans"
    INTENDS = "intends"
    LETTER_OF_INTENT = "letter_of_intent"
    WELCOMED = "welcomed"
    ANNOUNCED = "announced"
    CONTEXT = "context"


class InputKind(StrEnum):
    """The kinds of input a rule can apply to."""

    PROSE = "prose"
    RECORDS = "records"


class Sense(StrEnum):
    """Whether a statement says that something holds, or that it does not, after every negation is counted."""

    HOLDS = "holds"
    DENIED = "denied"
    ANY = "any"


class Modality(StrEnum):
    """What a statement makes of an act."""

    REQUIRED = "required"
    FORBIDDEN = "forbidden"
    PERMITTED = "permitted"
    NOT_REQUIRED = "not_required"
    DISCRETION = "discretion"
    PLAIN = "plain"


class Rank(StrEnum):
    """How much a criterion outweighs the others of its commitment."""

    STRONG = "strong"
    WEAK = "weak"


class Exceptions(StrEnum):
    """Whether a statement takes something back, and whether inside or outside the commitment's scope."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Concept:
    """A named class of wordings, per language.

    `opposite` wordings say its contrary; inside a `not_in` wording it is not meant.
    """

    id: str
    terms: Mapping[str, tuple[str, ...]]
    opposite: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement, law or order: the names it is cited by, its date (ISO), and where its text is shipped.

    `rests_on` and `ended_by` are ids of other instruments.
    """

    id: str
    title: Bilingual
    date: str
    names: Mapping[str, tuple[str, ...]]
    citation: str = ""
    url: str = ""
    text_file: str = ""
    text: str = ""
    rests_on: tuple[str, ...] = ()
    ended_by: str = ""


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition a criterion puts on a statement beyond its own words.

    `clause` is looked for in the statement's clause, `with_` in the statement itself (its sentence, with what it
    inherits from lead-ins, headers and definitions), `context` in its provision and the headings above it, `document`
    anywhere in the document. The `unless` fields withdraw the criterion where any of their concepts is found.
    """

    clause: Groups = ()
    with_: Groups = ()
    context: Groups = ()
    document: Groups = ()
    unless_clause: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_context: tuple[str, ...] = ()
    unless_document: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What follows when a criterion is met: every criterion has one.

    `counts` are forces that decide as an act does; `any_scope` says that it counts outside the scope as well.
    """

    id: str
    verdict: Verdict
    why: Bilingual
    code: str
    rank: Rank = Rank.STRONG
    counts: tuple[str, ...] = ()
    any_scope: bool = False

    def __post_init__(self) -> None:
        if self.verdict in (Verdict.NOT_APPLICABLE, Verdict.NOT_CHECKED):
            raise ValueError(f"a criterion cannot give {self.verdict}")


@dataclass(frozen=True, slots=True)
class StatementCriterion:
    """Met by a statement that speaks of a concept (`says`) in a sense, with a modality, under a guard."""

    ruling: Ruling
    guard: Guard
    says: tuple[str, ...]
    sense: Sense = Sense.HOLDS
    modality: tuple[Modality, ...] = ()
    exception: Exceptions | None = None


@dataclass(frozen=True, slots=True)
class AmountsCriterion:
    """Met where the amounts of a statement satisfy `test`, an expression over the roles a rule's amounts can have."""

    ruling: Ruling
    guard: Guard
    test: str


@dataclass(frozen=True, slots=True)
class QuantityCriterion:
    """Met by a figure in a `unit`, stated in one clause with a word of `of`, whose value satisfies `test`.

    `bound` names the ways in which the figure may be stated ("equal", "at_least" ...); empty for any.
    """

    ruling: Ruling
    guard: Guard
    unit: str
    test: str
    of: tuple[str, ...]
    bound: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnsCriterion:
    """Met by a table that gives two groups of columns, or of rows, the same or different values."""

    ruling: Ruling
    guard: Guard
    left: tuple[str, ...]
    right: tuple[str, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class MeasureCriterion:
    """Met by an act that does something (`does`: concepts such as revoking) to a measure the commitment rests on.

    `basis` tells for an instrument how the commitment rests on it.
    """

    ruling: Ruling
    guard: Guard
    does: tuple[str, ...]
    instruments: tuple[str, ...]
    basis: Mapping[str, Bilingual] = field(default_factory=dict)


Criterion = StatementCriterion | AmountsCriterion | QuantityCriterion | ColumnsCriterion | MeasureCriterion


@dataclass(frozen=True, slots=True)
class Scope:
    """What the commitment reaches: concepts inside it, outside it, and those whose place is open.

    Where a clause names several, what is `excluded` outweighs what is `inside`, and that what is `outside`.
    `outside`, `excluded` and `open` name the reason code for each concept. A document that names something excluded
    and nothing of `home` speaks of what is excluded. With `placed_only`, what no word places is beside the point in a
    document that names something outside as well.
    """

    inside: tuple[str, ...] = ()
    outside: Mapping[str, str] = field(default_factory=dict)
    excluded: Mapping[str, str] = field(default_factory=dict)
    open: Mapping[str, str] = field(default_factory=dict)
    home: tuple[str, ...] = ()
    placed_only: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled sample beside a rule: a text, the verdict it must get, the words that decide."""

    id: str
    lang: str
    document: str
    verdict: Verdict
    evidence: str
    why: str
    issuer: str = ""
    dated: str = ""
    mutated_from: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment and everything needed to judge a document against it."""

    id: str
    pack: str
    title: Bilingual
    quote: str
    heading: str
    instrument: str
    source_start: int
    source_end: int
    obligor: Bilingual
    obligor_parties: tuple[str, ...]
    beneficiary: Bilingual
    kind: CommitmentKind
    strength: Strength
    strength_words: str
    in_force_from: str
    in_force_until: str
    severity: Level
    applies_to: tuple[InputKind, ...]
    rests_on: tuple[str, ...]
    topic: Groups
    scope: Scope
    criteria: tuple[Criterion, ...]
    concepts: Mapping[str, Concept]
    parameters: Mapping[str, str]
    cases: tuple[Case, ...]
    file: str
    third_parties: tuple[str, ...] = ()
    plain_words: tuple[str, ...] = ()
    records: tuple[RecordRule, ...] = ()
    forward_only: bool = False
    defined_terms: tuple[str, ...] | None = None
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.criteria:
            raise ValueError(f"{self.id} has no criterion")
        if not self.applies_to:
            raise ValueError(f"{self.id} applies to nothing")


@dataclass(frozen=True, slots=True)
class Edition:
    """One pack as it was loaded: its name, the version it gives itself if any, the sha256 of its files.

    A report that was read back may not know the hash.
    """

    pack: str
    version: str = ""
    sha256: str = ""

    @property
    def label(self) -> str:
        """Name and version, as outputs print them."""
        return f"{self.pack} {self.version}".rstrip()


@dataclass(frozen=True, slots=True)
class RulePack:
    """The commitments of one or several packs, in source order, with the instruments they rest on.

    `sha256` covers the bytes of every file that was loaded, so that two runs can be compared. `issuers` are those that
    documents can be recognised by: the name to report, and the other names documents use for it. `kinds` are the kinds
    of documents that can be recognised; where a line fits several, the one that comes first counts.
    """

    editions: tuple[Edition, ...]
    commitments: tuple[Commitment, ...]
    instruments: Mapping[str, Instrument]
    sha256: str
    issuers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    kinds: tuple[DocumentKind, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the packs."""
        return tuple(edition.pack for edition in self.editions)

    @property
    def labels(self) -> tuple[str, ...]:
        """The packs with their versions."""
        return tuple(edition.label for edition in self.editions)
