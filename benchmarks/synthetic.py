"""Rule packs of any size, made of phrases, and what plain patterns find of the same phrases."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

_INSTRUMENT = """format: 1
pack: synthetic
title: {en: Phrases, ja: 語句}
source: phrases
instruments:
  - id: phrases
    title: {en: Phrases, ja: 語句}
    date: 2025-01-01
    text: source/phrases.txt
    names: {en: [phrases], ja: [語句]}
"""
_RULE = """format: 1
id: phrase-NUMBER
title: {en: Phrase NUMBER, ja: 語句NUMBER}
quote: words
obligor: {en: Anyone, ja: 誰か, parties: [anyone-NUMBER]}
beneficiary: {en: Anyone, ja: 誰か}
kind: obligation
strength: bound
strength_words: words
in_force: {from: 2025-01-01}
severity: low
applies_to: [prose]
topic: [[phrase-NUMBER]]
concepts:
  anyone-NUMBER: {en: ["=anyone"]}
  phrase-NUMBER: {en: ["WORDS"]}
criteria:
  - id: met
    verdict: needs_review
    code: met
    says: [phrase-NUMBER]
    sense: any
    why: {en: It stands there., ja: 記載がある。}
"""
# Words that a term passes over between two of its words.
_PASSED_OVER = "a|all|an|any|each|every|her|his|its?|such|that|the|their|these|this|those"


def phrases(texts: Sequence[str], count: int) -> list[tuple[str, str]]:
    """Pairs of words: ten that stand next to each other somewhere in the texts, the others drawn at random."""
    chance = random.Random(7)
    words = [re.findall(r"[a-z]{5,}", text.lower()) for text in texts]
    near = sorted({(a, b) for each in words for a, b in pairwise(each)})
    known = sorted({word for each in words for word in each})
    found = chance.sample(near, 10)
    while len(found) < count:
        pair = (chance.choice(known), chance.choice(known))
        if pair not in found[:10]:
            found.append(pair)
    return found


def pack(folder: Path, found: Sequence[tuple[str, str]]) -> Path:
    """A rule pack with a rule for each pair of words."""
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "phrases.txt").write_text("words\n", "utf-8")
    (folder / "instrument.yaml").write_text(_INSTRUMENT, "utf-8")
    for number, (one, other) in enumerate(found):
        rule = _RULE.replace("NUMBER", f"{number:05}").replace("WORDS", f"={one} ={other}")
        (folder / f"phrase-{number:05}.yaml").write_text(rule, "utf-8")
    return folder


def plain(found: Sequence[tuple[str, str]], texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Which rule's words stand in which text, by one plain pattern after the other over the words of the text."""
    folded = {path: " ".join(re.findall(r"[^\W_]+(?:'[a-z]+)?|[^\s\w-]", text.lower())) for path, text in texts.items()}
    hits = set()
    for number, (one, other) in enumerate(found):
        if not any(one in text and other in text for text in folded.values()):
            continue
        pattern = re.compile(rf"(?<!\S){one} (?:(?:{_PASSED_OVER}) )?{other}(?!\S)")
        hits.update((f"phrase-{number:05}", path) for path, text in folded.items() if pattern.search(text))
    return hits
