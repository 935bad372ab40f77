"""What holds for every amount: it reads back as it was written, where it was written, whatever stands around it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.model.text import Span
from checker.read.quantities import Quantity, Unit, quantities

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)} | {ord("."): "．", ord(","): "，"}

rates = st.decimals(min_value=0, max_value=999, places=2).map(lambda rate: rate.normalize())
# A bracketed 千円 or 百万円 is the unit of a column.
sums = st.integers(min_value=1, max_value=10**13 - 1).filter(lambda amount: amount not in (10**3, 10**6, 10**9))
before = st.sampled_from(
    ["", "The duty is ", "税率は", "| Bearings | ", "under section 232, ", "第三条の規定により、", "(", "「"]
)
after = st.sampled_from(
    ["", ".", " of the value.", "とする。", " | Free |", ")", "」", ", as of 7 August 2025", "の物品"]
)


def english(number: int) -> str:
    """A whole number below a trillion in words."""
    for name, size in (("billion", 10**9), ("million", 10**6), ("thousand", 10**3)):
        if number >= size:
            rest = f" {english(number % size)}" if number % size else ""
            return f"{english(number // size)} {name}{rest}"
    if number >= 100:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{_ONES.split()[number // 100]} hundred{rest}"
    if number >= 20:
        rest = f"-{_ONES.split()[number % 10]}" if number % 10 else ""
        return _TENS.split()[number // 10 - 2] + rest
    return _ONES.split()[number]


def kanji(number: int) -> str:
    """A whole number below ten trillion in kanji."""
    written = ""
    for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
        section = number // size % 10**4
        places = [(section // place % 10, unit) for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, ""))]
        digits = "".join(
            ("" if digit == 1 and unit else "〇一二三四五六七八九"[digit]) + unit for digit, unit in places if digit
        )
        written += digits + name if digits else ""
    return written


def mixed(number: int) -> str:
    """A whole number below ten trillion as newspapers write it: figures with 兆, 億 and 万 between."""
    sections = [
        (number // size % 10**4, name) for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1))
    ]
    return "".join(f"{section}{name}" for section, name in sections if section)


def only(text: str, written: str, start: int) -> Quantity:
    """The one quantity of a text, which must be `written`."""
    (found,) = quantities(text)
    assert found.span == Span(start, start + len(written))
    return found


@given(
    rates,
    st.sampled_from(["%", "％", " %", " percent", " per cent", " pct", "パーセント"]),
    st.booleans(),
    before,
    after,
)
def test_a_percentage_reads_back(rate: Decimal, unit: str, wide: bool, prefix: str, suffix: str) -> None:
    figures = f"{rate:f}"
    written = (figures.translate(_FULL_WIDTH) if wide else figures) + unit
    found = only(prefix + written + suffix, written, len(prefix))
    assert (found.value, found.unit) == (rate, Unit.PERCENT)


@given(st.integers(min_value=0, max_value=999), before)
def test_a_percentage_in_words_reads_back(rate: int, prefix: str) -> None:
    for written in (f"{english(rate)} percent", f"{english(rate)} ({rate}) percent"):
        assert only(prefix + written + ".", written, len(prefix)).value == rate


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=9), before)
def test_a_percentage_in_kanji_reads_back(rate: int, tenth: int, prefix: str) -> None:
    written = f"{kanji(rate)}・{kanji(tenth)}パーセント"
    assert only(prefix + written, written, len(prefix)).value == rate + Decimal(tenth) / 10


@given(sums, before, after)
def test_a_sum_of_yen_reads_back_in_every_way_of_writing_it(amount: int, prefix: str, suffix: str) -> None:
    for written in (f"{amount:,}円", f"¥{amount:,}", f"{kanji(amount)}円", f"{mixed(amount)}円", f"{amount} yen"):
        found = only(prefix + written + suffix, written, len(prefix))
        assert (found.value, found.unit) == (Decimal(amount), Unit.JPY)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_sum_of_dollars_in_words_reads_back(amount: int) -> None:
    assert quantities(f"It pays {english(amount)} dollars.")[0].value == amount


@given(
    rates.filter(bool),
    st.sampled_from(["$", "US$", "USD "]),
    st.sampled_from(["million", "bn", "trillion"]),
    before,
    after,
)
def test_a_sum_of_dollars_with_its_multiplier_reads_back(
    figures: Decimal, sign: str, scale: str, prefix: str, suffix: str
) -> None:
    written = f"{sign}{figures:f} {scale}"
    found = only(prefix + written + suffix, written, len(prefix))
    factor = {"million": 10**6, "bn": 10**9, "trillion": 10**12}[scale]
    assert (found.value, found.unit) == (figures * factor, Unit.USD)


@given(rates, rates)
def test_two_rates_joined_by_a_dash_are_a_range_where_they_rise(low: Decimal, high: Decimal) -> None:
    found = quantities(f"{low:f}-{high:f}%")
    assert [(q.value, q.upper) for q in found] == ([(low, high)] if low < high else [(high, None)])


PIECES = (
    *"%％½$十五百億万円割一・、。~-()|+年条 \n\u00ad\u3000",
    *(
        "15",
        "3.5",
        "1,234",
        "1/2",
        "(15)",
        "fifteen",
        "twelve",
        "and a half",
        "percent",
        "per",
        "cent",
        "US$",
        "billion",
    ),
    *("bn", "to", "from", "between", "and", "or", "up", "not", "less", "than", "more", "～", "から", "分の", "ドル"),
    *("以上", "以下", "最大", "約", "を超え", "ない"),
)
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=30).map(
    lambda parts: "".join(piece + blank for piece, blank in parts)
)


@given(texts, st.integers(min_value=0, max_value=10**6))
def test_amounts_stand_in_order_apart_and_inside_the_text(text: str, offset: int) -> None:
    found = quantities(text, offset)
    edges = [edge for quantity in found for edge in (quantity.span.start, quantity.span.end)]
    assert edges == sorted(edges)
    assert all(offset <= edge <= offset + len(text) for edge in edges)


@given(texts, st.integers(min_value=0, max_value=10**6))
def test_an_offset_moves_amounts_and_changes_nothing_else(text: str, offset: int) -> None:
    def told(found: tuple[Quantity, ...], start: int) -> list[tuple[str, Decimal, Unit]]:
        return [(text[q.span.start - start : q.span.end - start], q.value, q.unit) for q in found]

    assert told(quantities(text, offset), offset) == told(quantities(text), 0)


@given(texts, st.sampled_from(["第三条の規定。", "See Article 15. ", "AP1000, 90 FR 43535. "]))
def test_sentences_before_and_after_change_no_amount(text: str, noise: str) -> None:
    moved = quantities(f"{noise}\n\n{text}\n\n{noise}")
    assert [(q.value, q.unit, q.upper) for q in moved] == [(q.value, q.unit, q.upper) for q in quantities(text)]
