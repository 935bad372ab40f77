"""Conflicts: two places of equal standing that say the contrary of one matter are for a person to weigh.

A note, an exception, a narrower rule or another row of a table may decide against what is said elsewhere, and does not
conflict with it: only words that are alike and stand apart do, a table and its text, a heading and the words below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.judge import by_statement
from checker.judge.candidate import Candidate
from checker.match.everyday import commonness
from checker.match.fold import CJK, flat
from checker.match.view import forms, stem
from checker.model.commitment import Commitment, Rank
from checker.model.finding import DECIDED
from checker.model.provision import Kind
from checker.model.text import Bilingual
from checker.read.cues import Cue
from checker.read.passage import Passage
from checker.read.reading import ReadText

CODE = "conflicting_statements"
WHY = Bilingual(
    "The document says both this and the contrary of one matter; both places are quoted.",
    "同一の事項について相反する記載がある。双方の箇所を引用する。",
)
_ALIKE = 0.6
_LEAST = 3
_FEW_LETTERS = 4
_GRAMMAR = 60.0
_RUN = re.compile(r"(?:(?![第〇一二三四五六七八九十百章条項号])[一-龥ァ-ヶー]){2,}")
_MARK = re.compile(r"\s*([(\[]\d{1,2}[)\]]|\*{1,3}|[†‡§]|\(?注\s?[\d一二三四五六七八九]?\)?)")
_TURNS = re.compile(
    r"\A\W*(?:however|but|except|notwithstanding|instead|yet|from|until|as of|ただし|但し|もっとも|なお)"
)


def conflict(
    decisive: Candidate, others: Sequence[Candidate], commitment: Commitment, text: ReadText
) -> Candidate | None:
    """What a document says against the candidate that decides, with equal standing; None where nothing does."""
    if decisive.verdict not in DECIDED or decisive.ruling.rank is not Rank.STRONG:
        return None
    against = (other for other in others if _stands_against(other, decisive) and _of_one_matter(decisive, other, text))
    return next(against, None) or next(_headed(decisive, commitment, text), None)


def _stands_against(other: Candidate, decisive: Candidate) -> bool:
    return other.verdict in DECIDED and other.verdict is not decisive.verdict and other.ruling.rank is Rank.STRONG


def _of_one_matter(one: Candidate, other: Candidate, text: ReadText) -> bool:
    """Whether two candidates stand apart, neither gives way to the other, and their words are alike."""
    if one.provision == other.provision or _parts_of_one(one.provision, other.provision, text):
        return False
    said = (_sentence(one, text), _sentence(other, text))
    if any(sentence is None or _gives_way(sentence, text) for sentence in said):
        return False
    short = Kind.TABLE_ROW in {text.provisions[one.provision].kind, text.provisions[other.provision].kind}
    return not _note_of(one, other, text) and not _note_of(other, one, text) and _likewise(one, other, text, short)


def _likewise(one: Candidate, other: Candidate, text: ReadText, short: bool) -> bool:
    """Whether two candidates say the same words; what is `short`, a heading or a row of a table, may leave some out."""
    words = sorted((_words(each.place.of(text.document.text)) for each in (one, other)), key=len)
    measure = words[0] if short else words[1]
    return len(words[0]) >= _LEAST and len(words[0] & words[1]) >= _ALIKE * len(measure)


def _note_of(note: Candidate, noted: Candidate, text: ReadText) -> bool:
    """Whether words open with a mark that others bear: "... is required.(1)" and "(1) ... is not"."""
    opening, other = (flat(each.place.of(text.document.text)) for each in (note, noted))
    mark = _MARK.match(opening)
    return mark is not None and mark[1] in other[1:]


def _parts_of_one(one: int, other: int, text: ReadText) -> bool:
    """Whether two provisions are rows of a table or items of a list, which differ by their labels; or one is a note."""
    kinds = {text.provisions[one].kind, text.provisions[other].kind}
    return Kind.FOOTNOTE in kinds or kinds in ({Kind.TABLE_ROW}, {Kind.LIST_ITEM})


def _sentence(candidate: Candidate, text: ReadText) -> Passage | None:
    return next((s for s in text.of_provision(candidate.provision) if s.span.meets(candidate.place)), None)


def _gives_way(sentence: Passage, text: ReadText) -> bool:
    """Whether a sentence points to another, is taken back by one, takes something back itself, or tells of a change."""
    switched = any(sentence.provision in {*s.provisions, s.passage.provision} for s in text.switches)
    changes = sentence.has(Cue.EXCEPTION, Cue.CORRECTED, Cue.HISTORY) or bool(_TURNS.match(sentence.flat))
    return switched or changes or bool(text.pointed_at(sentence))


def _words(text: str) -> frozenset[str]:
    """The stems of a text's words, and the pairs of its Japanese letters, without figures and words of grammar."""
    folded = flat(text)
    pairs = (run[at : at + 2] for run in _RUN.findall(folded) for at in range(len(run) - 1))
    latin = (stem(word) for word in forms(CJK.sub(" ", folded)) if len(word) >= _FEW_LETTERS and word[0].isalpha())
    return frozenset((*pairs, *(word for word in latin if commonness(word) < _GRAMMAR)))


def _headed(decisive: Candidate, commitment: Commitment, text: ReadText) -> Iterator[Candidate]:
    """What the headings above a candidate that is no note say of the same matter against it, read as sentences."""
    above = frozenset(text.provisions[decisive.provision].headings)
    if above and not _MARK.match(flat(decisive.place.of(text.document.text))):
        said = by_statement.spoken(commitment, text, lambda sentence: sentence.span in above, headings=True)
        for candidate in by_statement.candidates(commitment, text, said):
            if _stands_against(candidate, decisive) and _likewise(candidate, decisive, text, short=True):
                yield candidate
