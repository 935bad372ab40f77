"""What the YAML parser objects to, in words that tell the author of a rule what to do."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from checker.errors import RuleError
from checker.rulebook.files import RuleFile


@dataclass(frozen=True, slots=True)
class _Complaint:
    """Our words for one of the parser's; `at_opening` points at the bracket or quotation mark that was opened."""

    problem: str
    message: str
    hint: str
    at_opening: bool = False


MAX_DEPTH = 50
TOO_DEEP = (f"nesting over {MAX_DEPTH} levels is not allowed", "rule files need fewer than ten")
_TAB = ("a tab indents this line", "indent with blanks only")
_UNQUOTED = 'what holds a comma or ": " needs quotes'
_COMPLAINTS = (
    # The parser of newer releases gives up on deep nesting by itself, while it still looks ahead.
    _Complaint("exceeded maximum nesting depth", *TOO_DEEP),
    _Complaint("found a tab character", *_TAB),
    _Complaint(
        "mapping values are not allowed",
        "a colon is not expected here",
        'a text that holds ": " needs quotes; otherwise the indentation of this line is wrong',
    ),
    _Complaint(
        "found unexpected end of stream",
        "this quotation mark is never closed",
        "add the closing quotation mark",
        at_opening=True,
    ),
    _Complaint(
        "found unexpected document indicator",
        "this quotation mark is never closed",
        "add the closing quotation mark",
        at_opening=True,
    ),
    _Complaint(
        "did not find expected ',' or ']'",
        "this list is not closed, or a comma is missing in it",
        f"items stand between [ and ] with commas between them; {_UNQUOTED}",
        at_opening=True,
    ),
    _Complaint(
        "did not find expected ',' or '}'",
        "this group of keys is not closed, or a comma is missing in it",
        f"keys stand between {{ and }} with commas between them; {_UNQUOTED}",
        at_opening=True,
    ),
    _Complaint(
        "did not find expected '-' indicator",
        "this line is neither an item of the list above nor a key of its last item",
        "hyphens of one list stand in the same column, and so do the keys of one item",
    ),
    _Complaint(
        "did not find expected key",
        "this does not continue what stands above",
        "keys of one group start in the same column; after a closing quotation mark or bracket nothing more can follow",
    ),
    _Complaint(
        "could not find expected ':'",
        "this line is neither a key with a value nor a list item",
        "after a key comes a colon and a blank, before a list item a hyphen and a blank",
        at_opening=True,
    ),
    _Complaint(
        "found unknown escape character",
        "this backslash starts an escape that does not exist",
        "write \\\\ for a backslash, or use single quotes",
    ),
    _Complaint(
        "block sequence entries are not allowed",
        "a list cannot start here",
        "start it on a line of its own; a text that starts with a hyphen and a blank needs quotes",
    ),
)


def explained(file: RuleFile, error: yaml.MarkedYAMLError) -> RuleError:
    """The parser's error as one of ours."""
    problem = error.problem or ""
    complaint = next((known for known in _COMPLAINTS if problem.startswith(known.problem)), None)
    mark = error.context_mark if complaint and complaint.at_opening else error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    place = file.mark(line, column)
    if complaint:
        return RuleError(complaint.message, place, complaint.hint)
    sign = place.text[column - 1 : column]
    if sign == "\t":
        return RuleError(_TAB[0], place, _TAB[1])
    if sign and not sign.isalnum():
        return RuleError(f"{sign} cannot stand here", place, f"a text that starts with {sign} needs quotes")
    return RuleError(f"this is not YAML ({problem})", place, "a text that starts with a sign needs quotes")
