"""How common a stem is in public documents, roughly: enough to look for the rarest part of a wording."""

from __future__ import annotations

_GRAMMAR = frozenset(
    """
    a about after against all also an and any as at be before been between both but by can do each for from had has
    have he if in into is it its may more must no not of on one only or other out over own shall should so such than
    that the their them then there they this those to under until up was were when where which who will with within
    without の を に は が と で も
    """.split()  # noqa: SIM905 - a table of words reads better than a hundred quotation marks
)
_EVERYDAY = frozenset(
    """
    act allow appli articl author case chang come commiss compani condit countri date day duti effect entri first forc
    general give good govern hold import impos japan japanes law made make manufactur market measur minist ministri new
    notic offic order part peopl percent person product provid public rate report requir rule sale section sell servic
    set state take time tariff term u.s unit use year
    中 事業者 人 場合 定 年 日 日本 月 法 米国 者 行 規定 関 第
    """.split()  # noqa: SIM905
)


def is_everyday(stem: str) -> bool:
    """Whether a stem stands in nearly every public document, so that looking for it tells nothing."""
    return commonness(stem) >= 10.0


def commonness(stem: str) -> float:
    """How often a stem is met, on a scale where a rare long word counts less than one."""
    if stem in _GRAMMAR:
        return 100.0
    if stem in _EVERYDAY:
        return 10.0
    return 3.0 if len(stem) <= 3 else 1.0 if len(stem) <= 5 else 0.5
