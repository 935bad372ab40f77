"""Who issued a document, as its head says: by a label, a letterhead, a title or the subject of its first sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker.ingest.reading import Issuers
from checker.model.text import Span

_LABEL = re.compile(
    r"(?:AGENC(?:Y|IES)|Agency|Issued by|ISSUED BY|Issuer|Issuing (?:authority|agency|body|office)"
    r"|発出者|発信者|発行者|発行元|発出元|差出人)\s*[:：]\s*(?P<name>\S.{1,160}?)[.。]?\s*$"
)
_JAPANESE_BODY = re.compile(
    r"(?P<name>[^\s、。（）()「」]{1,20}(?:省|庁|委員会|内閣府|内閣官房|大臣|長官))(?:[\s（(].{0,20})?$"
)
_BODY = r"(?:Department|Ministry|Office|Bureau|Commission|Agency|Embassy|Government|Council|Administration)"
_ENGLISH_BODY = re.compile(
    rf"(?P<name>(?:the )?(?:[A-Z][\w.&-]*,? ){{0,5}}{_BODY}(?: (?:of|for|on|and|the|[A-Z][\w-]*),?){{0,12}}|"
    rf"(?:[A-Z][A-Z.&-]+ )*{_BODY.upper()}(?: [A-Z,]+){{0,10}})\s*$"
)
_SUBJECT = re.compile(
    rf"The (?P<name>(?:[A-Z][\w.&-]* ){{0,3}}{_BODY}(?:,? (?:of|for|on|and|the|[A-Z][\w-]*)){{0,10}})(?= [a-z(])"
)
_HEAD_LINES = 15
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document's text and where it starts."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Named:
    """An issuer's name, and the words that gave it."""

    name: str
    span: Span


def issuer_of(lines: Sequence[Line], known: Issuers) -> Named | None:
    """The issuer that the head of a document names, a known one under its canonical name; None when in doubt."""
    head = [line for line in lines if line.text][:_HEAD_LINES]
    titles = [line for line in head if len(line.text) <= _SHORT]
    sentence = [line for line in head if len(line.text) > _SHORT][:1]
    aliases = _by_alias(known)
    looks: tuple[tuple[Iterable[Line], Callable[[Line], Named | None]], ...] = (
        (lines, lambda line: _matched(_LABEL, line, aliases)),
        (titles, lambda line: _begins_with_known(line, aliases)),
        (titles, lambda line: _matched(_JAPANESE_BODY, line, aliases) or _matched(_ENGLISH_BODY, line, aliases)),
        (sentence, lambda line: _begins_with_known(line, aliases) or _matched(_SUBJECT, line, aliases)),
    )
    found = (named for candidates, look in looks for line in candidates if (named := look(line)))
    return next(found, None)


def known_issuer(name: str, known: Issuers) -> str:
    """The canonical name of a known issuer that `name` begins with; "" for any other."""
    named = _begins_with_known(Line(name, 0), _by_alias(known))
    return named.name if named else ""


def _by_alias(known: Issuers) -> dict[str, str]:
    """Canonical names by the names documents use, lower case, the longest first so that it wins."""
    pairs = {alias.lower(): canonical for canonical, aliases in known for alias in (canonical, *aliases)}
    return dict(sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _begins_with_known(line: Line, aliases: dict[str, str]) -> Named | None:
    lowered = line.text.lower()
    skipped = 4 if lowered.startswith("the ") else 0
    for alias, canonical in aliases.items():
        for at in {0, skipped}:
            end = at + len(alias)
            if lowered.startswith(alias, at) and not (alias[-1].isascii() and lowered[end : end + 1].isalnum()):
                return Named(canonical, Span(line.start + at, line.start + end))
    return None


def _matched(shape: re.Pattern[str], line: Line, aliases: dict[str, str]) -> Named | None:
    match = shape.match(line.text)
    if not match:
        return None
    span = Span(line.start + match.start("name"), line.start + match.end("name"))
    canonical = _begins_with_known(Line(match.group("name"), 0), aliases)
    return Named(canonical.name if canonical else match.group("name").strip(), span)
