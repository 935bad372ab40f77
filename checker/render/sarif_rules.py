"""The commitments as SARIF rules: all that were loaded, so that alerts of any of them can close."""

from __future__ import annotations

from checker.model.commitment import Commitment, Instrument, RulePack
from checker.render.json_text import Json
from checker.render.markdown import escaped
from checker.render.visible import one_line

_LONGEST = 1000
_PRECISION = "medium"
"""What was measured on labelled texts (docs/VALIDATION.md) bears no higher claim."""


def rules(pack: RulePack, lang: str) -> list[Json]:
    """One descriptor for each commitment, in the pack's order."""
    return [_rule(commitment, pack.instruments[commitment.instrument], lang) for commitment in pack.commitments]


def _rule(commitment: Commitment, instrument: Instrument, lang: str) -> Json:
    rule: Json = {
        "id": commitment.id,
        "name": "".join(part.capitalize() for part in commitment.id.split("-")),
        "shortDescription": {"text": _sentence(commitment.title.pick(lang))},
        "fullDescription": {"text": _cut(_sentence(commitment.quote))},
        "help": _help(commitment, instrument, lang),
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "precision": _PRECISION,
            "problem.severity": "error",
            "severity": commitment.severity.value,
            "tags": [commitment.pack, commitment.kind.value, commitment.strength.value],
        },
    }
    if instrument.url.startswith("https://"):
        rule["helpUri"] = instrument.url
    return rule


def _help(commitment: Commitment, instrument: Instrument, lang: str) -> Json:
    source, quote = instrument.title.pick(lang), one_line(commitment.quote)
    owed = f"{commitment.obligor.pick(lang)} → {commitment.beneficiary.pick(lang)}"
    return {
        "text": f"“{quote}”\n{source}, {instrument.date}\n{owed}",
        "markdown": f"> {escaped(quote)}\n\n{escaped(source)}, {instrument.date}\n\n{escaped(owed)}",
    }


def _sentence(text: str) -> str:
    """`text` on one line with a full stop, as SARIF asks of descriptions."""
    line = one_line(text)
    return line if line.endswith((".", "。")) else f"{line}."


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
