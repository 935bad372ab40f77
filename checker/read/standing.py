"""Standing: the force of what is said. An act decides; a draft leaves open; a hypothesis is beside the point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.match.lexicon import Mention
from checker.model.commitment import Commitment
from checker.model.kind import Force, KindRead
from checker.model.text import Span
from checker.read.clauses import aside, attributive
from checker.read.cues import Cue
from checker.read.passage import Passage
from checker.read.quotation import quotation
from checker.read.sense import sense


class Standing(StrEnum):
    """The force of a statement, from what decides to what is beside the point."""

    ACT = "act"
    DRAFT = "draft"
    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    UNDECIDED = "undecided"
    THIRD_PARTY = "third_party"
    HYPOTHESIS = "hypothesis"
    HISTORY = "history"
    CORRECTED = "corrected"
    DEMAND = "demand"
    QUESTION = "question"


OPEN = (
    Standing.DRAFT,
    Standing.PROPOSED,
    Standing.ANNOUNCED,
    Standing.PLANNED,
    Standing.UNDECIDED,
    Standing.THIRD_PARTY,
)
BESIDE = (Standing.HYPOTHESIS, Standing.HISTORY, Standing.CORRECTED, Standing.DEMAND, Standing.QUESTION)


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose words count: concepts that name the obligor's side, and concepts that name third parties.

    The words of `plain` concepts are the commitment's subject and no grammar ("working group", where it promises one).
    """

    own: frozenset[str]
    others: frozenset[str]
    plain: frozenset[str] = frozenset()

    @classmethod
    def of(cls, commitment: Commitment) -> Voices:
        """The voices that a commitment names."""
        own, others, plain = commitment.obligor_parties, commitment.third_parties, commitment.plain_words
        return cls(frozenset(own), frozenset(others), frozenset(plain))

    @property
    def all(self) -> frozenset[str]:
        """Whoever's."""
        return self.own | self.others


@dataclass(frozen=True, slots=True)
class StandingRead:
    """A standing, the words that gave it, whether an answer turned what was said (a demand that was refused), and the
    answer where a demand or a question got one.
    """

    standing: Standing
    because: Span | None = None
    turned: bool = False
    answer: Span | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: all sentences of the document, the headings and lead-ins it reads with (`frame`),
    the sentence that opens the answer to it where it is a question, the lead-ins by themselves, outermost first, and
    the kind of the document.
    """

    passages: Sequence[Passage]
    index: int
    frame: Sequence[Passage] = ()
    answer: Passage | None = None
    lead_ins: Sequence[Passage] = ()
    kind: KindRead | None = None

    @property
    def before(self) -> Sequence[Passage]:
        """What comes before the sentence in its frame and its provision."""
        provision = self.passages[self.index].provision
        earlier = [p for p in self.passages[max(0, self.index - 8) : self.index] if p.provision == provision]
        return [*self.frame, *earlier]

    def after(self, count: int) -> Sequence[Passage]:
        """The next sentences of its provision, at most `count`."""
        provision = self.passages[self.index].provision
        return [p for p in self.passages[self.index + 1 : self.index + 1 + count] if p.provision == provision]


def quoted(setting: Setting, place: Span, voices: Voices) -> StandingRead | None:
    """The standing of words quoted from a third party; None where `place` is not in such a quotation.

    The speaker is the party named last outside the quotation, in the sentence or in the one before it.
    """
    passage = setting.passages[setting.index]
    speech = quotation(passage, place)
    if speech is None:
        return None
    outside = [m for m in passage.of(voices.all) if not speech.covers(m.span) and not _is_subject(passage, m, speech)]
    before = [m for earlier in setting.before[-1:] for m in earlier.of(voices.all)]
    speakers = [*before, *outside]
    if not speakers or speakers[-1].concept in voices.own:
        return None
    asks = bool(passage.between(speech.start, speech.end, Cue.DEMAND, Cue.DUTY)) or _is_imperative(passage, speech)
    return StandingRead(Standing.DEMAND if asks else Standing.THIRD_PARTY, speakers[-1].span)


def _is_subject(passage: Passage, party: Mention, speech: Span) -> bool:
    """Whether quoted words are the predicate of a party (the law says that Acme "shall open its door")."""
    between = passage.text[party.span.end - passage.span.start : speech.start - passage.span.start]
    return between.isspace()


def _is_imperative(passage: Passage, speech: Span) -> bool:
    """Whether quoted speech opens with a bare verb, and so asks."""
    return any(cue.span.start == speech.start + 1 for cue in passage.cues_of(Cue.IMPERATIVE))


def standing(setting: Setting, voices: Voices, place: Span | None = None) -> StandingRead:
    """The standing of what a sentence says at `place`: its own words tell, then its surroundings.

    Without a place, any demand in the sentence counts as asking for what it says.
    """
    passages, index, answer = setting.passages, setting.index, setting.answer
    passage = passages[index]
    if is_question(passage):
        return _answered(None if _OPEN_QUESTION.search(passage.text) else answer)
    if read := _recommended(setting, voices) or _demanded(passages, index, voices, place):
        return read
    for kind, found in _PLAIN:
        cues = [cue for cue in _cues(passage, voices, kind) if not aside(passage, cue, place)]
        if cues := [cue for cue in cues if kind is not Cue.CORRECTED or _happened(passage, cue)]:
            return StandingRead(found, cues[0].span)
    if _is_corrected(passages, index):
        return StandingRead(Standing.CORRECTED)
    own = _reported(passage, voices, passages[index - 1] if index else None, place)
    return own if own.standing is not Standing.ACT else _surrounded(setting, voices)


def _cues(passage: Passage, voices: Voices, *kinds: Cue) -> tuple[Mention, ...]:
    """The cues of some kinds, without those that are words of the commitment's subject."""
    cues = passage.cues_of(*kinds)
    subject = [mention.span for mention in passage.of(voices.plain)] if cues and voices.plain else []
    return tuple(cue for cue in cues if not any(span.covers(cue.span) for span in subject))


_PLAIN = (
    (Cue.HYPOTHESIS, Standing.HYPOTHESIS),
    (Cue.CORRECTED, Standing.CORRECTED),
    (Cue.HISTORY, Standing.HISTORY),
)


def is_question(passage: Passage) -> bool:
    """Whether a sentence asks."""
    return passage.text.rstrip("」』）)\"'’” \n").endswith(("?", "？", "か。", "か"))


def _answered(answer: Passage | None) -> StandingRead:
    """A question is beside the point, unless its answer opens or ends with a plain yes or no."""
    if answer is not None:
        force = Standing.THIRD_PARTY if answer.has(Cue.OPINION) else Standing.ACT
        agreed = answer.cues_of(Cue.YES)
        refused = [cue for cue in answer.cues_of(Cue.NO) if not any(_takes_in(yes.span, cue.span) for yes in agreed)]
        for cues, turned in ((refused, True), (agreed, False)):
            for cue in cues:
                if cue.span.start <= answer.span.start + 30 or cue.span.end >= answer.span.end - 1:
                    return StandingRead(force, cue.span, turned, cue.span)
    return StandingRead(Standing.QUESTION)


_OPEN_QUESTION = re.compile(
    r"(?:^|[.!?:,] )(?:How|When|Where|Which|Who|Whom|Whose|Why|What)(?! about\b| if\b)(?='s|\s)"
    r"|いかが|どう(?!か)|どの|どこ|どれ|いつ|なぜ|何(?!ら|も|か)|いくら|誰|いかなる"
)
"""A question that a yes or no cannot answer."""


def _takes_in(agreed: Span, refused: Span) -> bool:
    """Whether words of assent end in words of refusal (差し支えありません)."""
    return agreed.start < refused.start < agreed.end


def _demanded(passages: Sequence[Passage], index: int, voices: Voices, place: Span | None) -> StandingRead | None:
    """A demand for what stands at `place`, with the answer it got in the same or the next two sentences."""
    passage = passages[index]
    earlier = passages[index - 1] if index else None
    demands = [
        cue
        for cue in _cues(passage, voices, Cue.DEMAND)
        if attributive(passage, cue) or not _own_speaks(passage, cue, voices, earlier)
    ]
    if passage.japanese:
        demands = [cue for cue in demands if not passage.between(cue.span.end, passage.span.end, Cue.ALLEGATION)]
    elif place is not None:
        demands = [c for c in demands if c.span.start < place.start or passage.clause(c.span).covers(place)]
    if place is not None:
        demands = [c for c in demands if not _is_answered_between(passage, c.span, place)]
    if not demands:
        return None
    cue = demands[0]
    for answer in passages[index : index + 3]:
        if answer.provision != passage.provision:
            break
        if refused := answer.cues_of(Cue.REFUSED):
            return StandingRead(Standing.ACT, refused[0].span, True, refused[0].span)
        if granted := answer.cues_of(Cue.GRANTED):
            return StandingRead(Standing.ACT, granted[0].span, answer=granted[0].span)
        if left_open := answer.cues_of(Cue.LEFT_OPEN):
            return StandingRead(Standing.UNDECIDED, left_open[0].span)
    return StandingRead(Standing.DEMAND, cue.span)


def _is_answered_between(passage: Passage, demand: Span, place: Span) -> bool:
    """Whether what stands at `place` follows the answer: "asked to spare X, it declined and fined X"."""
    kinds = (Cue.ANSWERED,) if passage.japanese else (Cue.ANSWERED, Cue.REFUSED, Cue.GRANTED)
    return bool(passage.between(demand.end, place.start, *kinds))


def _recommended(setting: Setting, voices: Voices) -> StandingRead | None:
    """An impersonal "should" in what the obligor's own panel has written is that panel's proposal."""
    passage = setting.passages[setting.index]
    if not any(cue.term in _IMPERSONAL for cue in passage.cues_of(Cue.DEMAND)):
        return None
    for earlier in setting.before:
        if (panel := _cues(earlier, voices, Cue.PROPOSAL)) and earlier.names(voices.own):
            return StandingRead(Standing.PROPOSED, panel[0].span)
    return None


_IMPERSONAL = frozenset({"=should =be", "=ought =to", "べきである", "べきだ"})
"""Words of demand that name nobody who demands."""


def _own_speaks(passage: Passage, cue: Mention, voices: Voices, earlier: Passage | None = None) -> bool:
    """Whether the obligor's side is the one who speaks at a cue.

    In English the speaker is the party named last before the cue; in Japanese the first that は or the like marks.
    "It says" speaks for the subject of the sentence before: the party named first there.
    """
    parties = passage.of(voices.all)
    if cue.term in _NAMED_AFTER:
        following = [m for m in parties if m.span.start >= cue.span.end]
        named_next = min(following, key=lambda m: (m.span.start, -m.span.end), default=None)
        return named_next is not None and named_next.concept in voices.own
    near = cue.span.start - passage.span.start <= _PRONOUN
    if earlier is not None and near and passage.between(passage.span.start, cue.span.start, Cue.TAKEN_UP):
        named = earlier.of(voices.all)
        return bool(named) and named[0].concept in voices.own
    before = [m for m in parties if m.span.end <= cue.span.start and not _is_addressed(passage, m, cue)]
    if passage.japanese:
        before = [m for m in before if _is_topic(passage, m)]
    if not before and earlier is not None and _speaks_on(passage, cue):
        return any(m.concept in voices.own for m in earlier.of(voices.all)[:1])
    if not before and earlier is not None and cue.term in _CARRIED:
        before = [m for m in earlier.of(voices.all) if _is_topic(earlier, m)]
    if passage.japanese or _PARTICIPLE.match(passage.text, cue.span.start - passage.span.start):
        before = before[:1]
    return bool(before) and before[-1].concept in voices.own


def _speaks_on(passage: Passage, cue: Mention) -> bool:
    """Whether a speaker goes on in the first person ("In March we ... asked for the same remedy")."""
    return (
        not passage.japanese and _FIRST_PERSON.search(passage.text, 0, cue.span.start - passage.span.start) is not None
    )


_FIRST_PERSON = re.compile(r"(?<![A-Za-z'])(?:[Ww]e|I)(?![A-Za-z'.])")


def _is_addressed(passage: Passage, party: Mention, cue: Mention) -> bool:
    """Whether a party is spoken to: a cue embraces it ("told the Commission that"), or it is what "should" do so."""
    between = passage.text[party.span.end - passage.span.start : cue.span.start - passage.span.start]
    if cue.term.startswith("=should") and not between.strip():
        return True
    return any(c.span.covers(party.span) for c in passage.cues_of(Cue.DEMAND, Cue.ALLEGATION))


_CARRIED = frozenset({"という。"})
"""Words of report that without a topic of their own carry on that of the sentence before."""

_PARTICIPLE = re.compile(r"[a-z]+ing\b")
"""A cue that opens with a participle (", saying that ...") speaks for its sentence's subject."""

_PRONOUN = 6
"""A cue that stands this near to the start of its sentence has but a pronoun for its subject."""

_NAMED_AFTER = frozenset({"according to", "in the view of"})
"""Cues that name their speaker after them."""


def _is_topic(passage: Passage, mention: Mention) -> bool:
    after = passage.text[mention.span.end - passage.span.start :]
    return after.startswith(("は", "も", "では", "によると", "によれば", "、"))


def _is_corrected(passages: Sequence[Passage], index: int) -> bool:
    """Whether the next sentence of the provision says that this one has been set right.

    What it tells in a relative clause is said of something else ("Row 9 has misprints, which were put right").
    """
    following = [p for p in passages[index + 1 : index + 2] if p.provision == passages[index].provision]
    return any(
        _happened(p, cue) and not p.between(p.span.start, cue.span.start, Cue.RELATIVE)
        for p in following
        for cue in p.cues_of(Cue.CORRECTED)
    )


def _happened(passage: Passage, cue: Mention) -> bool:
    """Whether a sentence says of a cue that it took place."""
    return sense(passage, Mention("", cue.span, False, cue.term)).holds


def _surrounded(setting: Setting, voices: Voices) -> StandingRead:
    """A draft's sentences are draft; what the next sentence takes up and calls undecided is undecided."""
    passage = setting.passages[setting.index]
    for earlier in setting.before:
        if not passage.has(Cue.FORCE) and (drafts := _cues(earlier, voices, Cue.DRAFT)):
            return StandingRead(Standing.DRAFT, drafts[0].span)
    for following in setting.after(1):
        for undecided in _cues(following, voices, Cue.UNDECIDED):
            if _happened(following, undecided) and any(
                not word.span.meets(undecided.span) for word in following.cues_of(Cue.TAKEN_UP)
            ):
                return StandingRead(Standing.UNDECIDED, undecided.span)
    return _lent(setting.kind, passage)


def _lent(kind: KindRead | None, passage: Passage) -> StandingRead:
    """The standing that a document lends a sentence: in a draft only what is said to be in force holds."""
    found = _OF_KIND.get(kind.force, Standing.ACT) if kind else Standing.ACT
    if kind is None or found is Standing.ACT or (found is Standing.DRAFT and passage.has(Cue.FORCE)):
        return StandingRead(Standing.ACT)
    return StandingRead(found, kind.span)


_OF_KIND = {
    Force.PROPOSES: Standing.DRAFT,
    Force.ASKS: Standing.THIRD_PARTY,
    Force.DEMANDS: Standing.THIRD_PARTY,
}
"""Who asks or demands tells the facts of the matter in his own words; what he asks for stands in words of asking."""


def _denied(passage: Passage, cue: Mention) -> bool:
    """Whether a negation adjoins a cue: who has no plan, or does not intend, announces nothing."""
    start, end = cue.span.start - _ADJOINING, cue.span.end + _ADJOINING
    near = passage.between(start, end + _ADJOINING, Cue.NEGATION)
    return any(n.span.start <= end if passage.japanese else n.span.end <= cue.span.start for n in near)


_ADJOINING = 4
"""How many letters may stand between a word and the negation that adjoins it."""


def _reported(passage: Passage, voices: Voices, earlier: Passage | None, place: Span | None) -> StandingRead:
    for kind, found in _UNSETTLED:
        cues = [cue for cue in _cues(passage, voices, kind) if not aside(passage, cue, place)]
        if cues := [cue for cue in cues if kind not in (Cue.PLANNED, Cue.ANNOUNCED) or not _denied(passage, cue)]:
            return StandingRead(found, cues[0].span)
    claims = _cues(passage, voices, Cue.ALLEGATION, Cue.OPINION)
    alleged = [cue for cue in claims if not _own_speaks(passage, cue, voices, earlier)]
    if alleged:
        return StandingRead(Standing.THIRD_PARTY, alleged[0].span)
    return StandingRead(Standing.ACT)


_UNSETTLED = (
    (Cue.DRAFT, Standing.DRAFT),
    (Cue.UNDECIDED, Standing.UNDECIDED),
    (Cue.PROPOSAL, Standing.PROPOSED),
    (Cue.PLANNED, Standing.PLANNED),
    (Cue.ANNOUNCED, Standing.ANNOUNCED),
)
