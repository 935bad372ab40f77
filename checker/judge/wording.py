"""What was read, in words a lawyer can check: one line, every attribute with the words that set it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from checker.judge.scope import Reach, ReachRead
from checker.match.lexicon import Mention
from checker.model.commitment import Exceptions, Modality
from checker.model.text import Span
from checker.read.standing import Standing, StandingRead
from checker.read.statement import Statement

MODALITY: Mapping[Modality, str] = {
    Modality.REQUIRED: "it is required",
    Modality.FORBIDDEN: "it is forbidden",
    Modality.PERMITTED: "it is permitted",
    Modality.NOT_REQUIRED: "it is not required",
    Modality.DISCRETION: "it is left to someone's discretion",
    Modality.PLAIN: "it is neither ordered nor permitted, only stated",
}
STANDING: Mapping[Standing, str] = {
    Standing.ACT: "it is said as an act in force",
    Standing.DRAFT: "it stands in a draft",
    Standing.PROPOSED: "it is only proposed",
    Standing.ANNOUNCED: "it is only announced",
    Standing.PLANNED: "it is only planned",
    Standing.UNDECIDED: "it is not decided yet",
    Standing.THIRD_PARTY: "it is someone else's account",
    Standing.HYPOTHESIS: "it supposes a case",
    Standing.HISTORY: "it tells of an earlier state of things",
    Standing.CORRECTED: "it tells of something that was set right later",
    Standing.DEMAND: "it is a demand that was not answered",
    Standing.QUESTION: "it is asked, not said",
}
REACH: Mapping[Reach, str] = {
    Reach.INSIDE: "it is about something inside the commitment",
    Reach.OUTSIDE: "it is about something outside the commitment",
    Reach.OPEN: "it is open whether the commitment reaches what it is about",
    Reach.GENERAL: "no word places it inside or outside the commitment",
}
EXCEPTION: Mapping[Exceptions, str] = {
    Exceptions.NONE: "nothing is taken back from it",
    Exceptions.INSIDE: "something inside the commitment is taken back from it",
    Exceptions.OUTSIDE: "only something outside the commitment is taken back from it",
}


def statement(said: Statement, reach: ReachRead, exception: Exceptions, text: str) -> str:
    """A statement with its attributes; `text` is the document's."""
    through = f", through the definition {_quoted([said.via], text)}," if said.via else ""
    parts = [
        f"The words {_quoted([said.mention.span], text)}{through} speak of {plain(said.mention.concept)}",
        sense(said, text),
        _with(MODALITY[said.modality], "told by", said.modal, text),
        standing(said.standing, text),
        scope(reach, text),
    ]
    if exception is not Exceptions.NONE:
        taken = [*said.excepted, *([said.proviso.span] if said.proviso else [])]
        parts.append(f"{EXCEPTION[exception]} ({_quoted(taken, text)})")
    return _sentence(parts)


def sense(said: Statement, text: str) -> str:
    """Whether a statement says that something takes place, with every word that turned it."""
    turns = [*([f"turned by {_quoted(said.sense.because, text)}"] if said.sense.because else [])]
    if said.mention.opposite:
        turns.append("the wording itself says the contrary")
    if said.standing.turned:
        turns.append("turned by the answer")
    told = "takes place" if said.holds else "does not take place"
    return f"the sentence says that it {told}" + (f" ({'; '.join(turns)})" if turns else "")


def standing(read: StandingRead, text: str) -> str:
    """The force of what is said."""
    return _with(STANDING[read.standing], "told by", read.because, text)


def scope(read: ReachRead, text: str) -> str:
    """Where it stands to the commitment's scope."""
    return _with(REACH[read.reach], "told by", read.because, text)


def amounts(values: Mapping[str, Decimal], test: str, said: StandingRead, reach: ReachRead, text: str) -> str:
    """The rates that were read, by role, and the test that they meet."""
    rates = ", ".join(f"{role} {value.normalize():f}%" for role, value in sorted(values.items()))
    return _sentence([f'The rates read are {rates}, which meets "{test}"', standing(said, text), scope(reach, text)])


def quantity(place: Span, test: str, said: StandingRead, reach: ReachRead, text: str) -> str:
    """The figure that was read, and the test that it meets."""
    told = f'The figure {_quoted([place], text)} meets "{test}"'
    return _sentence([told, standing(said, text), scope(reach, text)])


def columns(left: Iterable[str], right: Iterable[str], said: StandingRead, text: str) -> str:
    """The values of the two groups of columns in one row."""
    one, other = (" and ".join(f'"{value}"' for value in sorted(values)) for values in (left, right))
    return _sentence([f"The columns compared say {one} on one side and {other} on the other", standing(said, text)])


def measure(act: Mention, named: Mention, instrument: str, said: StandingRead, reach: ReachRead, text: str) -> str:
    """What is done to which instrument."""
    does, name = _quoted([act.span], text), _quoted([named.span], text)
    told = f"The words {does} speak of {plain(act.concept)} and {name} names {instrument}"
    return _sentence([told, standing(said, text), scope(reach, text)])


def plain(concept: str) -> str:
    """The id of a concept as words."""
    return concept.replace("-", " ")


def _with(told: str, how: str, because: Span | None, text: str) -> str:
    return f"{told} ({how} {_quoted([because], text)})" if because is not None else told


def _quoted(spans: Sequence[Span], text: str) -> str:
    return ", ".join(f'"{" ".join(span.of(text).split())}"' for span in spans)


def _sentence(parts: Sequence[str]) -> str:
    return "; ".join(parts) + "."
