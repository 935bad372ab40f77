"""What YAML readers make of unquoted words, so that a text can never turn into something else unnoticed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml import SafeLoader

_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)\.\d+")
_LATER_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?[eE][-+]?\d+|0o[0-7]+)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS = {"bool": "a truth value", "int": "a number", "float": "a number", "null": "nothing", "timestamp": "a time"}


@dataclass(frozen=True, slots=True)
class Unclear:
    """An unquoted word that some readers of YAML take for something else than a text: `kind` says for what."""

    kind: str


def value(text: str) -> str | int | float | Unclear:
    """What an unquoted word stands for: a text, a plain number, or something that needs quotes to be clear."""
    if text[:1] not in SafeLoader.yaml_implicit_resolvers:
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    kind = "a number" if _LATER_NUMBER.fullmatch(text) else _implicit(text)
    return Unclear(kind) if kind else text


def _implicit(text: str) -> str:
    if _DATE.fullmatch(text):
        return ""
    resolvers = SafeLoader.yaml_implicit_resolvers[text[:1]]
    tags = (tag.rpartition(":")[2] for tag, pattern in resolvers if pattern.match(text))
    kind = next((_KINDS[tag] for tag in tags if tag in _KINDS), "")
    return _KINDS["timestamp"] if kind and ":" in text else kind
