"""Units: what the words, signs and codes beside a numeral make of it."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.read.numerals_ja import DIGITS
from checker.read.quantity import Unit

_END = r"(?![a-z])"
CODES = "gbp|krw|cny|rmb|inr|cad|aud|nzd|chf|twd|ntd|thb|vnd|idr|sgd|hkd|brl|mxn"
"""Codes of currencies of which only that they are money is read."""

_NATIONS = r"(?:canadian|australian|singapore|new\s+zealand|hong\s+kong|taiwan(?:ese)?)\s+"
_DIGIT = f"[0-9{''.join(DIGITS)}]"

# What each group of the patterns below counts, and the factor to whole units.
_MEANINGS = {
    "points": (Unit.POINTS, Decimal(1)),
    "basis": (Unit.PERCENT, Decimal("0.01")),
    "percent": (Unit.PERCENT, Decimal(1)),
    "permille": (Unit.PERCENT, Decimal("0.1")),
    "tenths": (Unit.PERCENT, Decimal(10)),
    "eurocents": (Unit.EUR, Decimal("0.01")),
    "cents": (Unit.USD, Decimal("0.01")),
    "other": (Unit.OTHER_MONEY, Decimal(1)),
    "usd": (Unit.USD, Decimal(1)),
    "jpy": (Unit.JPY, Decimal(1)),
    "eur": (Unit.EUR, Decimal(1)),
    "unnamed": (Unit.OTHER_MONEY, Decimal(1)),
}

AFTER = re.compile(
    # Raised digits between number and unit are a footnote mark.
    r"[¹²³⁰-⁹]{0,3}\s*+-?\s*+(?:"
    rf"(?P<points>(?:percent(?:age)?|per[\s-]{{0,3}}cent)[\s-]{{0,3}}points?{_END}|(?<=[0-9])pp{_END}"
    r"|(?:%|パーセント|㌫)・?(?:ポイント|points?(?![a-z])))"
    rf"|(?P<basis>basis\s+points?{_END}|bps{_END}|(?<=[0-9])bp{_END}|ベーシス・?ポイント)"
    rf"|(?P<percent>[%﹪]|per\s*+-?\s*+cent(?:um)?{_END}|pct{_END}|パーセント|ﾊﾟｰｾﾝﾄ|㌫)"
    r"|(?P<permille>‰)"
    rf"|(?P<tenths>割(?!合|当|れ|賦|り当|り振|り込)(?:(?P<hundredths>{_DIGIT})分)?(?:(?P<thousandths>{_DIGIT})厘)?)"
    rf"|(?P<eurocents>euro[\s-]{{0,3}}cents?{_END})"
    rf"|(?P<cents>cents?{_END}|¢|セント(?![ァ-ヶー])|㌣)"
    rf"|(?P<other>(?:{CODES}){_END}|{_NATIONS}dollars?{_END}|pounds?\s+sterling{_END}|(?:indian\s+)?rupees?{_END}"
    rf"|(?:south\s+)?korean\s+won{_END}|(?<=illion\s)won{_END}|yuan{_END}|renminbi{_END}|swiss\s+francs?{_END}"
    r"|(?:豪|加|香港|(?:新)?台湾|シンガポール|カナダ)・?ドル|人民元|(?<=[万億兆])元|ウォン|英ポンド|ルピー|バーツ"
    r"|スイス・?フラン)"
    rf"|(?P<usd>(?:u\.?s\.?(?:a\.?)?\s*+|united\s+states\s+|american\s+)?dollars?{_END}|usd{_END}"
    r"|(?:米|us)?(?:ドル|ﾄﾞﾙ)|㌦)"
    rf"|(?P<jpy>(?:japanese\s+)?yen{_END}|jpy{_END}|円(?![滑満周卓筒形盤柱]))"
    rf"|(?P<eur>euros?{_END}|eur{_END}|€|ユーロ)"
    r")"
    # Billions that end a phrase are money even where no currency is named.
    r"|(?P<unnamed>(?:(?<=[億兆])|(?<=[bt]n)|(?<=[^m]illion))(?=\s*(?:\Z|[、。,;:.)」|\]])|\s*?\n\s*?\n))"
)
"""A unit that follows a numeral in folded, lower-case text."""

BEFORE = re.compile(
    rf"(?:(?P<other>(?<![a-z])(?:(?:ca?|au?|hk|nt|sg?|nz|mx|r)\$|{CODES})|[£₩₹])"
    r"|(?P<usd>(?<![a-z])u\.?s\.?\s?\$|\$|(?<![a-z])usd|㌦)"
    r"|(?P<jpy>(?<![a-z])jp¥|[¥￥]|(?<![a-z])jpy)"
    r"|(?P<eur>€|(?<![a-z])eur)"
    r")\s*(?P<negative>[-(])?\s?\Z"
)
"""A currency sign or code that stands before a numeral."""

_UNIT_WORDS = (
    r"(?:barrel|bushel|bottle|day|device|dozen|entry|gallon|gram|head|hour|item|kg|kilo(?:gram(?:me)?)?|lit(?:er|re)"
    r"|month|pair|piece|pound|quarter|share|tonne?|unit|user|vehicle|watt|week|year)"
)
_PER = re.compile(
    rf"\s*+(?:/\s?(?P<slash>(?:[0-9]+\s?(?=[a-z]))?[a-z]+[0-9]?|[ァ-ヶー]+|[台本個枚人年月日])"
    rf"|per\s++(?!the|an?\s|our|its|se\s)(?P<word>(?:[0-9]+\s++)?(?:(?:square|cubic|metric|proof|postal)\s++)?[a-z]+)"
    rf"|an?\s++(?P<article>{_UNIT_WORDS}){_END})"
)
_PER_BEFORE = re.compile(
    r"[1一]\s?(?P<unit>[a-z]{1,8}|[ァ-ヶー]{1,10}|[台本個枚件人年月日頭匹株])"
    r"\s?(?:当たり|当り|あたり|につき|ごとに|毎に)[、は]?(?:約|およそ|最大)?\s?\Z"
)


def meaning(match: re.Match[str]) -> tuple[Unit, Decimal]:
    """The unit that AFTER or BEFORE found, and the factor that turns its number into whole units."""
    groups = match.groupdict()
    return next(found for name, found in _MEANINGS.items() if groups.get(name) is not None)


def parts_of_tenth(match: re.Match[str]) -> Decimal:
    """The percent that 分 and 厘 add to 割: 5 in 一割五分."""
    groups = match.groupdict()
    hundredths, thousandths = (groups.get(name) or "0" for name in ("hundredths", "thousandths"))
    return _digit(hundredths) + _digit(thousandths) / 10


def per(text: str, start: int, end: int) -> tuple[str, int]:
    """What an amount at `text[start:end]` is counted by, with the end of the words that say so."""
    after = _PER.match(text, end)
    if after:
        return " ".join(str(after[after.lastgroup or 0]).split()), after.end()
    before = _PER_BEFORE.search(text, max(0, start - 24), start)
    return (before["unit"] if before else ""), end


def _digit(written: str) -> Decimal:
    return Decimal(DIGITS.get(written, written))
