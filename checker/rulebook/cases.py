"""Cases: labelled samples beside a rule, with the mutations that must change their verdict."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import CheckerError, RuleError
from checker.model.commitment import Case, Strength
from checker.model.finding import Verdict
from checker.rulebook.draft import Draft
from checker.rulebook.folder import CASES
from checker.rulebook.near import listed
from checker.rulebook.nodes import Node

AT_LEAST, OF_CONTEXT = 6, 2
"""How many cases a rule has; for words of context, which hardly any document breaks, two of any verdict will do."""
VERDICTS = (Verdict.COMPLIANT, Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.NOT_ADDRESSED)


def check(file: Node) -> Iterator[RuleError]:
    """Everything in a cases file that its schema allows and that still makes no sense."""
    lines: dict[str, int] = {}
    for case in file.list("cases"):
        name = case["id"]
        if name.text in lines:
            message = f'the case "{name.text}" stands twice, here and in line {lines[name.text]}'
            yield RuleError(message, name.mark, "keep one of them, or rename one")
        lines.setdefault(name.text, name.line)
        yield from _evidence(case, case.word("document"))
        for mutation in case.list("mutations"):
            yield from _mutation(mutation, case.word("document"))


def read(file: Node) -> tuple[Case, ...]:
    """The cases of a sound file, each followed by its mutations, whose ids are <case>+1, <case>+2 and so on."""
    return tuple(case for node in file.list("cases") for case in _with_mutations(node))


def gaps(draft: Draft) -> Iterator[CheckerError]:
    """What the cases of a pack lack: every rule has at least six, and each of the four verdicts among them.

    A rule for words of context has two: hardly any document speaks to it.
    """
    for rule in draft.rules:
        name = rule.file.stem
        where = draft.folder.name(f"{name}{CASES}")
        cases = draft.cases[name].list("cases") if name in draft.cases else ()
        context = rule.word("strength") == Strength.CONTEXT
        least = OF_CONTEXT if context else AT_LEAST
        if not cases:
            yield CheckerError(f"the rule {name} has no cases", where, f"write at least {least} in this file")
            continue
        if len(cases) < least:
            yield CheckerError(f"a rule has at least {least} cases, this one has {len(cases)}", where)
        if not context and (
            missing := [verdict for verdict in VERDICTS if verdict not in [case.word("verdict") for case in cases]]
        ):
            yield CheckerError(f"no case has the verdict {listed(missing, 'or')}", where, "write a case for it")


def _evidence(case: Node, document: str) -> Iterator[RuleError]:
    evidence = case.get("evidence")
    if evidence is not None and _unspaced(evidence.text) not in _unspaced(document):
        yield RuleError("the evidence is not in the document", evidence.mark, "copy the words as they stand there")


def _mutation(mutation: Node, document: str) -> Iterator[RuleError]:
    found = document.count(mutation.word("find"))
    if found == 1:
        yield from _evidence(mutation, _mutated(mutation, document))
    elif found:
        message = f"the words to find stand {found} times in the document"
        yield RuleError(message, mutation["find"].mark, "take more words, so that their place is clear")
    else:
        hint = "copy the words as they stand there, with their line ends"
        yield RuleError("the words to find are not in the document", mutation["find"].mark, hint)


def _with_mutations(node: Node) -> Iterator[Case]:
    original, document = node.word("id"), node.word("document")
    yield _case(node, node, original, document)
    for number, mutation in enumerate(node.list("mutations"), 1):
        yield _case(node, mutation, f"{original}+{number}", _mutated(mutation, document), original)


def _case(facts: Node, label: Node, name: str, document: str, mutated_from: str = "") -> Case:
    """A case whose language, issuer and date stand in one node and whose verdict and reason stand in another."""
    return Case(
        id=name,
        lang=facts.word("lang"),
        document=document,
        verdict=Verdict(label.word("verdict")),
        evidence=label.word("evidence"),
        why=label.word("why"),
        issuer=facts.word("issuer"),
        dated=facts.word("dated"),
        mutated_from=mutated_from,
    )


def _mutated(mutation: Node, document: str) -> str:
    return document.replace(mutation.word("find"), mutation.word("replace"))


def _unspaced(text: str) -> str:
    return "".join(text.split())
