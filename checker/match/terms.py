"""Terms: the wordings of a concept, compiled to a pattern over a view and the literals that must stand in it.

The notation is described in docs/rule-language.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from checker.match.everyday import commonness
from checker.match.fold import fold
from checker.match.view import DETERMINER, bare, stem, words

_DETERMINER = rf"(?: {re.escape(DETERMINER)}[^ ]+)?"
_WORD_GAP = re.compile(r"\.\.\.(\d*)")
_JA_PIECE = re.compile(r"\.\.\.(\d*)|\{([a-z0-9-]+)\}|\(([^()]*)\)(\??)|([^.{}()]+|.)")
_DEFAULT_WORDS, _DEFAULT_LETTERS = 6, 20

Referenced = Callable[[str], "tuple[Pattern, ...]"]
"""Gives the compiled terms of a concept that a term refers to."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled term: its notation, a regular expression over a view, and the literals it cannot do without.

    One literal of each group of `needs` stands wherever the term does; the first group is the one met least often.
    The term takes up no more than `reach` pieces (words, or letters in Japanese) of the view.
    """

    term: str
    expression: str
    needs: tuple[tuple[str, ...], ...]
    reach: int


Compiler = Callable[[str, Referenced], Pattern]
"""Compiles a term of one language. Raises ValueError if the term asks for nothing."""


@dataclass(frozen=True, slots=True)
class _Slot:
    expression: str
    reach: int
    anchors: tuple[str, ...] = ()


def english(term: str, referenced: Referenced) -> Pattern:
    """Compile an English term to a pattern over the words view. Raises ValueError if it asks for nothing."""
    slots = [_english_slot(slot, referenced) for slot in term.split()]
    joined = ""
    for previous, slot in zip([None, *slots], slots, strict=False):
        plain = previous is not None and previous.anchors and slot.anchors
        joined += (_DETERMINER if plain else "") + slot.expression
    return _pattern(term, joined, slots, between=1)


def japanese(term: str, referenced: Referenced) -> Pattern:
    """Compile a Japanese term to a pattern over the letters view. Raises ValueError if it asks for nothing."""
    slots = [_japanese_slot(match, referenced) for match in _JA_PIECE.finditer(fold(term).replace(" ", "").lower())]
    return _pattern(term, "".join(slot.expression for slot in slots), slots)


def _english_slot(slot: str, referenced: Referenced) -> _Slot:
    if gap := _WORD_GAP.fullmatch(slot):
        most = int(gap[1] or _DEFAULT_WORDS)
        return _Slot(rf"(?: (?!;)[^ ]+){{0,{most}}}?", most)
    alternatives = [_english_alternative(each, referenced) for each in slot.removesuffix("?").split("|")]
    expressions, reach = _either(alternatives), max(alternative.reach for alternative in alternatives)
    if slot.endswith("?"):
        return _Slot(f"(?:{expressions})?", reach)
    anchors = tuple(anchor for alternative in alternatives for anchor in alternative.anchors)
    return _Slot(f"(?:{expressions})", reach, anchors)


def _english_alternative(word: str, referenced: Referenced) -> _Slot:
    if word.startswith("{"):
        return _reference(word[1:-1], referenced)
    return _english_word(word)


@lru_cache(maxsize=1 << 14)
def _english_word(word: str) -> _Slot:
    """One word of a slot, which a hyphen may make several."""
    exact, prefix = word.startswith("="), word.endswith("*")
    forms = [piece.split("/", 1)[1] for piece in words(word.strip("=*"), 0).text.split()]
    if not forms:
        raise ValueError(f"{word!r} asks for nothing")
    if prefix:
        return _Slot(rf" [^ ]*/{re.escape(forms[0])}[^ ]*", 1, (f"/{forms[0]}",))
    pieces = [(rf" [^ ]*/{re.escape(form)}(?= )", f"/{form} ") if exact else _stemmed(form) for form in forms]
    longest = max((anchor for _, anchor in pieces), key=len)
    return _Slot("".join(expression for expression, _ in pieces), len(pieces), (longest,))


def _stemmed(form: str) -> tuple[str, str]:
    return rf" {re.escape(stem(form))}/[^ ]+", f" {stem(form)}/"


def _japanese_slot(match: re.Match[str], referenced: Referenced) -> _Slot:
    gap, concept, alternatives, optional, literal = match.groups()
    if concept:
        return _reference(concept, referenced)
    if alternatives is not None:
        choices = tuple(alternatives.split("|"))
        expression, reach = "(?:" + "|".join(map(re.escape, choices)) + ")" + optional, max(map(len, choices))
        return _Slot(expression, reach, () if optional else choices)
    if literal:
        return _Slot(re.escape(literal), len(literal), (literal,))
    most = int(gap or _DEFAULT_LETTERS)
    return _Slot(rf"[^。]{{0,{most}}}?", most)


def _reference(concept: str, referenced: Referenced) -> _Slot:
    patterns = referenced(concept)
    if not patterns:
        raise ValueError(f"the concept {concept!r} has no wording in this language")
    expression = f"(?:{_either(patterns)})"
    anchors = tuple(anchor for pattern in patterns for anchor in pattern.needs[0])
    return _Slot(expression, max(pattern.reach for pattern in patterns), anchors)


def _either(alternatives: Iterable[Pattern | _Slot]) -> str:
    """The alternatives in their order, each once."""
    distinct = dict.fromkeys(alternative.expression for alternative in alternatives)
    return "|".join(_shared(*shape, list(run)) for shape, run in groupby(distinct, _shape))


def _shared(before: str, after: str, run: list[str]) -> str:
    """One expression for neighbours of one shape: " (?:car|lorry)/[^ ]+" compiles far faster than each by itself."""
    if len(run) == 1:
        return run[0]
    words = "|".join(expression[len(before) : len(expression) - len(after)] for expression in run)
    return f"{before}(?:{words}){after}"


def _shape(expression: str) -> tuple[str, str]:
    """What stands before and after the word in an expression for one word."""
    if _STEM.fullmatch(expression):
        return " ", "/[^ ]+"
    if _FORM.fullmatch(expression):
        return " [^ ]*/", "(?= )"
    return "", ""


_STEM = re.compile(r" [^ /|()\[\]]+/\[\^ \]\+")
_FORM = re.compile(r" \[\^ \]\*/[^ /|()\[\]]+\(\?= \)")


def _pattern(term: str, expression: str, slots: list[_Slot], between: int = 0) -> Pattern:
    """A term found by the slot that will be met least often, and confirmed only where its other slots are met too.

    `between` is how many pieces may stand between two slots.
    """
    anchored = sorted((slot.anchors for slot in slots if slot.anchors), key=_commonness)
    if not anchored:
        raise ValueError(f"the term {term!r} asks for nothing")
    reach = sum(slot.reach for slot in slots) + between * (len(slots) - 1)
    return Pattern(term, expression, tuple(anchored), reach)


def _commonness(anchors: tuple[str, ...]) -> float:
    """How often one of some literals will be met, roughly: long words are rarer than short ones."""
    return sum(commonness(bare(anchor)) for anchor in anchors)
