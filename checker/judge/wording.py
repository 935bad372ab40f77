"""What was read, in words a lawyer can check in English and in Japanese: every attribute with what set it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from checker.judge.scope import Reach, ReachRead
from checker.match.lexicon import Mention
from checker.model.commitment import Exceptions, Modality
from checker.model.text import Bilingual, Span
from checker.read.standing import Standing, StandingRead
from checker.read.statement import Statement

MODALITY: Mapping[Modality, Bilingual] = {
    Modality.REQUIRED: Bilingual("it is required", "義務とされている"),
    Modality.FORBIDDEN: Bilingual("it is forbidden", "禁止されている"),
    Modality.PERMITTED: Bilingual("it is permitted", "許容されている"),
    Modality.NOT_REQUIRED: Bilingual("it is not required", "義務とされていない"),
    Modality.DISCRETION: Bilingual("it is left to someone's discretion", "裁量に委ねられている"),
    Modality.PLAIN: Bilingual(
        "it is neither ordered nor permitted, only stated", "命令でも許容でもなく、記述にとどまる"
    ),
}
STANDING: Mapping[Standing, Bilingual] = {
    Standing.ACT: Bilingual("it is said as an act in force", "効力のある行為として述べられている"),
    Standing.DRAFT: Bilingual("it stands in a draft", "案の段階である"),
    Standing.PROPOSED: Bilingual("it is only proposed", "提案にとどまる"),
    Standing.ANNOUNCED: Bilingual("it is only announced", "発表にとどまる"),
    Standing.PLANNED: Bilingual("it is only planned", "予定にとどまる"),
    Standing.UNDECIDED: Bilingual("it is not decided yet", "まだ決まっていない"),
    Standing.THIRD_PARTY: Bilingual("it is someone else's account", "第三者の見解又は伝聞である"),
    Standing.HYPOTHESIS: Bilingual("it supposes a case", "仮定の場合を述べている"),
    Standing.HISTORY: Bilingual("it tells of an earlier state of things", "過去の状態を述べている"),
    Standing.CORRECTED: Bilingual("it tells of something that was set right later", "後に是正された事柄を述べている"),
    Standing.DEMAND: Bilingual("it is a demand that was not answered", "回答のない要求である"),
    Standing.QUESTION: Bilingual("it is asked, not said", "問いであって、述べられたものではない"),
}
REACH: Mapping[Reach, Bilingual] = {
    Reach.INSIDE: Bilingual("it is about something inside the commitment", "約束の対象に含まれる事柄である"),
    Reach.OUTSIDE: Bilingual("it is about something outside the commitment", "約束の対象外の事柄である"),
    Reach.OPEN: Bilingual(
        "it is open whether the commitment reaches what it is about", "約束の対象に含まれるか否か定まらない"
    ),
    Reach.GENERAL: Bilingual(
        "no word places it inside or outside the commitment", "約束の対象に含まれるか否かを示す語はない"
    ),
}
EXCEPTION: Mapping[Exceptions, Bilingual] = {
    Exceptions.NONE: Bilingual("nothing is taken back from it", "例外は設けられていない"),
    Exceptions.INSIDE: Bilingual(
        "something inside the commitment is taken back from it", "約束の対象の一部が例外とされている"
    ),
    Exceptions.OUTSIDE: Bilingual(
        "only something outside the commitment is taken back from it", "例外とされるのは約束の対象外のものに限られる"
    ),
}

_ROLES_JA = {"additional": "追加税率", "base": "基本税率", "rate": "税率", "total": "合計税率"}


def statement(said: Statement, reach: ReachRead, exception: Exceptions, text: str) -> Bilingual:
    """A statement with its attributes; `text` is the document's."""
    words, concept = _quoted([said.mention.span], text), plain(said.mention.concept)
    via = _quoted([said.via], text) if said.via else None
    parts = [
        Bilingual(
            f"The words {words.en}{f', through the definition {via.en},' if via else ''} speak of {concept}",
            f"{words.ja}の語は{f'、定義{via.ja}を通じて' if via else ''}「{concept}」について述べる",
        ),
        sense(said, text),
        _with(MODALITY[said.modality], said.modal, text),
        standing(said.standing, text),
        scope(reach, text),
    ]
    if exception is not Exceptions.NONE:
        taken = _quoted([*said.excepted, *([said.proviso.span] if said.proviso else [])], text)
        told = EXCEPTION[exception]
        parts.append(Bilingual(f"{told.en} ({taken.en})", f"{told.ja}（{taken.ja}）"))
    return _sentence(parts)


def sense(said: Statement, text: str) -> Bilingual:
    """Whether a statement says that something takes place, with every word that turned it."""
    turns = []
    if said.sense.because:
        by = _quoted(said.sense.because, text)
        turns.append(Bilingual(f"turned by {by.en}", f"{by.ja}により反転"))
    if said.mention.opposite:
        turns.append(Bilingual("the wording itself says the contrary", "文言自体が反対の意味をもつ"))
    if said.standing.turned:
        turns.append(Bilingual("turned by the answer", "答により反転"))
    return Bilingual(
        f"the sentence says that it {'takes place' if said.holds else 'does not take place'}"
        + (f" ({'; '.join(turn.en for turn in turns)})" if turns else ""),
        f"文は、それが{'行われる' if said.holds else '行われない'}と述べる"
        + (f"（{'、'.join(turn.ja for turn in turns)}）" if turns else ""),
    )


def standing(read: StandingRead, text: str) -> Bilingual:
    """The force of what is said."""
    return _with(STANDING[read.standing], read.because, text)


def scope(read: ReachRead, text: str) -> Bilingual:
    """Where it stands to the commitment's scope."""
    return _with(REACH[read.reach], read.because, text)


def amounts(values: Mapping[str, Decimal], test: str, said: StandingRead, reach: ReachRead, text: str) -> Bilingual:
    """The rates that were read, by role, and the test that they meet."""
    rates = [(role, f"{value.normalize():f}%") for role, value in sorted(values.items())]
    told = Bilingual(
        f'The rates read are {", ".join(f"{role} {rate}" for role, rate in rates)}, which meets "{test}"',
        f"読み取った税率は{'、'.join(f'{_ROLES_JA.get(role, role)}{rate}' for role, rate in rates)}であり、"
        f"条件「{test}」を満たす",
    )
    return _sentence([told, standing(said, text), scope(reach, text)])


def quantity(place: Span, test: str, said: StandingRead, reach: ReachRead, text: str) -> Bilingual:
    """The figure that was read, and the test that it meets."""
    figure = _quoted([place], text)
    told = Bilingual(f'The figure {figure.en} meets "{test}"', f"数値{figure.ja}は条件「{test}」を満たす")
    return _sentence([told, standing(said, text), scope(reach, text)])


def columns(left: Iterable[str], right: Iterable[str], said: StandingRead, text: str) -> Bilingual:
    """The values of the two groups of columns in one row."""
    one, other = sorted(left), sorted(right)
    told = Bilingual(
        f"The columns compared say {_both(one)} on one side and {_both(other)} on the other",
        f"比べた列の値は、一方が{''.join(f'「{each}」' for each in one)}、"
        f"他方が{''.join(f'「{each}」' for each in other)}である",
    )
    return _sentence([told, standing(said, text)])


def measure(
    act: Mention, named: Mention, instrument: str, said: StandingRead, reach: ReachRead, text: str
) -> Bilingual:
    """What is done to which instrument."""
    does, name, concept = _quoted([act.span], text), _quoted([named.span], text), plain(act.concept)
    told = Bilingual(
        f"The words {does.en} speak of {concept} and {name.en} names {instrument}",
        f"{does.ja}の語は「{concept}」について述べ、{name.ja}は「{instrument}」を指す",
    )
    return _sentence([told, standing(said, text), scope(reach, text)])


def plain(concept: str) -> str:
    """The id of a concept as words."""
    return concept.replace("-", " ")


def _with(told: Bilingual, because: Span | None, text: str) -> Bilingual:
    if because is None:
        return told
    by = _quoted([because], text)
    return Bilingual(f"{told.en} (told by {by.en})", f"{told.ja}（{by.ja}による）")


def _quoted(spans: Sequence[Span], text: str) -> Bilingual:
    words = [" ".join(span.of(text).split()) for span in spans]
    return Bilingual(", ".join(f'"{each}"' for each in words), "".join(f"「{each}」" for each in words))


def _both(values: Sequence[str]) -> str:
    return " and ".join(f'"{value}"' for value in values)


def _sentence(parts: Sequence[Bilingual]) -> Bilingual:
    return Bilingual("; ".join(part.en for part in parts) + ".", "。".join(part.ja for part in parts) + "。")
