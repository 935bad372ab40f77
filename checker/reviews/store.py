"""`reviews/<commitment>.yaml`: the one store of decisions and waivers, read with places or refused in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from checker.errors import CheckerError, RuleError, RulePackError
from checker.model.decision import LONGEST_WAIVER, Action, Cause, Decision
from checker.rulebook.files import MAX_BYTES, rule_file

if TYPE_CHECKING:
    from checker.rulebook.nodes import Node

FOLDER = "reviews"
_ENDING = ".yaml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OF_A_WAIVER = ("approver", "expires")


def load(folder: Path) -> tuple[Decision, ...]:
    """Every decision recorded in `folder`, file by file in the order of names; none where there is no such folder.

    Raises RulePackError with everything that is wrong in the files, each error with file, line and column.
    """
    errors: list[CheckerError] = []
    decisions: list[Decision] = []
    for file in files(folder):
        try:
            decisions.extend(read(file, errors))
        except CheckerError as error:
            errors.append(error)
    if errors:
        raise RulePackError(tuple(errors), "the recorded decisions")
    return tuple(decisions)


def files(folder: Path) -> tuple[Path, ...]:
    """The files of the store, by name."""
    found = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(file for file in found if file.suffix == _ENDING and not file.name.startswith(".")))


def file_of(commitment: str, folder: Path) -> Path:
    """Where the decisions on `commitment` are kept; CheckerError for what cannot be the id of a commitment."""
    if not _ID.fullmatch(commitment):
        raise CheckerError(f"{commitment!r} is not the id of a commitment, so no file can be called after it")
    return folder / f"{commitment}{_ENDING}"


def read(file: Path, errors: list[CheckerError]) -> tuple[Decision, ...]:
    """The decisions in one file of the store; what is wrong with it is added to `errors`."""
    name = f"{file.parent.name}/{file.name}"
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise CheckerError(f"the file cannot be opened: {(error.strerror or str(error)).lower()}", name) from error
    return decisions_in(name, data, errors)


def decisions_in(name: str, data: bytes, errors: list[CheckerError]) -> tuple[Decision, ...]:
    """The decisions in the bytes of the file called `name`; what is wrong with them is added to `errors`."""
    from checker.rulebook import schema
    from checker.rulebook.parse import parse

    node = parse(rule_file(name, name, data))
    found = schema.check(node, "reviews") or list(_senseless(node, PurePosixPath(name).stem))
    errors.extend(found)
    return () if found else tuple(_decision(each, node.word("commitment"), name) for each in node.list("decisions"))


def _senseless(node: Node, stem: str) -> Iterator[RuleError]:
    """What the schema allows and what still cannot be."""
    if node.word("commitment") != stem:
        message = f'this file is about "{node.word("commitment")}" but is called {stem}{_ENDING}'
        yield RuleError(
            message, node["commitment"].mark, "one file holds the decisions on the commitment it is named by"
        )
    for decision in node.list("decisions"):
        yield from _fitting(decision)
        if decision.word("action") == Action.WAIVE:
            yield from _lasting(decision)


def _fitting(decision: Node) -> Iterator[RuleError]:
    """Keys that only some actions have."""
    action = decision.word("action")
    for keys, owner, name in ((("cause",), Action.REJECT, "a rejection"), (_OF_A_WAIVER, Action.WAIVE, "a waiver")):
        for key in keys:
            given = decision.get(key) is not None
            if given and action != owner:
                yield RuleError(f'only {name} has the key "{key}"', decision.key(key).mark, "delete it here")
            if not given and action == owner:
                yield RuleError(f'{name} lacks "{key}"', decision.mark, _WANTED[key])


_WANTED = {
    "cause": "wrong_reading, wrong_rule or other_commitment",
    "approver": "the name of who accepts the waiver; not the reviewer, where two people are at hand",
    "expires": f"the last day it holds, at most {LONGEST_WAIVER.days} days after its making: expires: 2026-06-30",
}


def _lasting(decision: Node) -> Iterator[RuleError]:
    expires = decision.get("expires")
    if expires is None:
        return
    created = date.fromisoformat(decision.word("created"))
    last = created + LONGEST_WAIVER
    if date.fromisoformat(expires.text) > last:
        message = f"a waiver lasts at most {LONGEST_WAIVER.days} days; one made on {created} ends by {last}"
        yield RuleError(message, expires.mark, "choose an earlier day; the waiver can be renewed")
    elif date.fromisoformat(expires.text) < created:
        yield RuleError("this waiver ends before the day it was made", expires.mark)


def _decision(node: Node, commitment: str, name: str) -> Decision:
    cause = node.word("cause")
    return Decision(
        commitment=commitment,
        action=Action(node.word("action")),
        reason=node.word("reason"),
        reviewer=node.word("reviewer"),
        created=node.word("created"),
        fingerprint=node.word("fingerprint"),
        finding_sha=node.word("finding_sha"),
        document=node.word("document"),
        quote=node.word("quote"),
        cause=Cause(cause) if cause else None,
        approver=node.word("approver"),
        expires=node.word("expires"),
        note=node.word("note"),
        place=f"{name}:{node.line}",
    )
