"""The instruments of a pack, with their texts."""

from __future__ import annotations

from collections.abc import Mapping

from checker.errors import CheckerError, RuleError
from checker.model.commitment import Instrument
from checker.model.text import Bilingual
from checker.rulebook.concepts import by_language
from checker.rulebook.draft import Draft
from checker.rulebook.near import did_you_mean, listed
from checker.rulebook.nodes import Node


def gather(draft: Draft, errors: list[CheckerError]) -> Mapping[str, Instrument]:
    """The instruments of a pack by id, in the file's order; the source must be among them and have a text."""
    found: dict[str, Instrument] = {}
    lines: dict[str, int] = {}
    for entry in draft.instrument.list("instruments"):
        name = entry.word("id")
        if name in found:
            message = f'the instrument "{name}" stands twice, here and in line {lines[name]}'
            errors.append(RuleError(message, entry["id"].mark, "keep one of them, or rename one"))
            continue
        lines[name] = entry["id"].line
        found[name] = _instrument(entry, draft.texts)
    source = draft.instrument["source"]
    if source.text not in found:
        errors.append(unknown(source, found))
    elif not found[source.text].text_file:
        hint = "name a file of the pack under text: in the entry of that instrument"
        errors.append(RuleError(f'the source instrument "{source.text}" has no text', source.mark, hint))
    return found


def unknown(node: Node, known: Mapping[str, Instrument]) -> RuleError:
    """The error for an instrument that is named but not listed."""
    near = did_you_mean(node.text, known)
    hint = "" if near else f"instrument.yaml lists {listed(known)}"
    return RuleError(f'the instrument "{node.text}" is not in instrument.yaml{near}', node.mark, hint)


def bilingual(node: Node) -> Bilingual:
    """A text in both languages."""
    return Bilingual(node.word("en"), node.word("ja"))


def _instrument(entry: Node, texts: Mapping[str, str]) -> Instrument:
    file = entry.word("text")
    return Instrument(
        id=entry.word("id"),
        title=bilingual(entry["title"]),
        date=entry.word("date"),
        names=by_language(entry["names"]),
        citation=entry.word("citation"),
        url=entry.word("url"),
        text_file=file,
        text=texts.get(file, ""),
        rests_on=entry.words("rests_on"),
        ended_by=entry.word("ended_by"),
    )
