"""The judging policy every commitment shares: right scope, right time, right force, before any content counts."""

from __future__ import annotations

from dataclasses import dataclass

from checker.judge.scope import Reach, ReachRead
from checker.model.commitment import Ruling
from checker.model.finding import Verdict
from checker.model.text import Bilingual
from checker.read.standing import BESIDE, OPEN, Standing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a criterion's verdict comes to under the policy; `why` is empty where the criterion's own reason stands."""

    verdict: Verdict
    code: str
    why: Bilingual | None = None


_ANNOUNCED = (
    "announced_only",
    Bilingual(
        "The words announce or plan something; no instrument is shown.",
        "発表又は予定にとどまり、根拠となる文書が示されていない。",
    ),
)

CODES: dict[Standing, tuple[str, Bilingual]] = {
    Standing.DRAFT: (
        "draft",
        Bilingual(
            "The words stand in a draft or proposed text that is not in force.",
            "施行前の案又は提案にとどまる記載である。",
        ),
    ),
    Standing.PROPOSED: (
        "proposal",
        Bilingual(
            "The words are a proposal or recommendation that has not been adopted.",
            "採択されていない提案又は提言である。",
        ),
    ),
    Standing.ANNOUNCED: _ANNOUNCED,
    Standing.PLANNED: _ANNOUNCED,
    Standing.UNDECIDED: (
        "undecided",
        Bilingual(
            "The text itself says that the matter is not yet decided.", "文書自体が、未決定である旨を述べている。"
        ),
    ),
    Standing.THIRD_PARTY: (
        "third_party_account",
        Bilingual(
            "The words are someone else's view or account, not the obligor's act.",
            "義務を負う側の行為ではなく、第三者の見解又は伝聞である。",
        ),
    ),
    Standing.HYPOTHESIS: (
        "hypothesis",
        Bilingual(
            "The words suppose a case; they do not say that it is so.", "仮定の話であり、事実を述べたものではない。"
        ),
    ),
    Standing.HISTORY: (
        "history",
        Bilingual("The words describe an earlier state of things.", "過去の状態についての記述である。"),
    ),
    Standing.CORRECTED: (
        "corrected",
        Bilingual(
            "The words describe something that has since been corrected.", "その後訂正又は是正された事項の記述である。"
        ),
    ),
    Standing.DEMAND: (
        "demand",
        Bilingual(
            "The words are a demand that the obligor has not answered.", "義務を負う側が回答していない要望である。"
        ),
    ),
    Standing.QUESTION: (
        "question",
        Bilingual("The words ask; they do not say.", "問いであり、回答ではない。"),
    ),
}

DISCRETION = Bilingual(
    "The rule leaves it to the authority's discretion, and it is not shown that the power has been used.",
    "当局の裁量に委ねられており、その権限が行使されたことは示されていない。",
)
OUT_OF_SCOPE = Bilingual(
    "The words are about something outside the commitment.", "約束の対象外の事項についての記述である。"
)
OPEN_SCOPE = Bilingual(
    "It is open whether the commitment reaches what the words are about.", "約束の対象に含まれるか否かが明らかでない。"
)


def outcome(ruling: Ruling, reach: ReachRead, standing: Standing) -> Outcome:
    """A criterion's verdict after scope and standing have been counted."""
    verdict, code = ruling.verdict, ruling.code
    if reach.reach is Reach.OUTSIDE and not ruling.any_scope:
        return Outcome(Verdict.NOT_ADDRESSED, reach.code, OUT_OF_SCOPE)
    counted = standing in ruling.counts
    if standing in BESIDE and not counted:
        return Outcome(Verdict.NOT_ADDRESSED, *CODES[standing])
    if verdict is Verdict.NOT_ADDRESSED:
        return Outcome(verdict, code)
    if reach.reach is Reach.OPEN:
        return Outcome(Verdict.NEEDS_REVIEW, reach.code, OPEN_SCOPE)
    if standing in OPEN and not counted and verdict is not Verdict.NEEDS_REVIEW:
        return Outcome(Verdict.NEEDS_REVIEW, *CODES[standing])
    return Outcome(verdict, code)
