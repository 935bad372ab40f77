"""Labels: a provision's place as a person would cite it, in the language of its marks."""

from __future__ import annotations

from dataclasses import dataclass

from checker.segment.divisions import ANNEX, SECTION
from checker.segment.numbering import Family, Mark
from checker.segment.titles import is_japanese

_LONGEST = 40
_KANJI = "〇一二三四五六七八九"


def shortened(words: str) -> str:
    """`words` on one line, cut to some forty characters."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def division_label(above: str, above_rank: int, mark: Mark) -> str:
    """The label of a division below one that is labelled `above` ("" where there is none)."""
    named = above_rank == ANNEX or (above_rank < mark.rank < SECTION)
    if not above or not named:
        return mark.text
    return above + ("" if is_japanese(mark.text) else ", ") + mark.text


@dataclass(frozen=True, slots=True)
class Above:
    """What the label of an item goes on from: the label above ("" where there is none), its rank, its language."""

    label: str
    rank: int
    japanese: bool


def item_label(above: Above, mark: Mark, value: int, order: int, titled: bool) -> str:
    """The label of a list item, numbered heading or bullet.

    `value` is its place in the series its mark was read in, `order` its place among its siblings; `titled` says that
    it is a heading.
    """
    if mark.family is Family.BULLET:
        return _bullet(above, order)
    if mark.dotted and not above.japanese:
        return (
            f"{above.label}, paragraph {mark.text}" if above.rank == ANNEX and above.label else f"paragraph {mark.text}"
        )
    if above.japanese:
        return _japanese_item(above, mark, value)
    return _english_item(above.label, above.rank, mark, titled)


def _bullet(above: Above, order: int) -> str:
    if above.japanese:
        return f"{above.label}の項目{order}" if above.label else f"項目{order}"
    return f"{above.label}, bullet {order}" if above.label else f"bullet {order}"


def _english_item(above: str, above_rank: int, mark: Mark, titled: bool) -> str:
    if mark.text[0] in "(（":
        return f"{above}{mark.text}" if above else f"item {mark.text}"
    if " " in mark.text:
        return f"{above}, {mark.text}" if above else mark.text
    if not above:
        return f"{'section' if titled else 'point'} {mark.text}"
    return f"{above}, {'paragraph' if above_rank <= SECTION else 'point'} {mark.text}"


def _japanese_item(place: Above, mark: Mark, value: int) -> str:
    above = place.label
    series = mark.readings[0][0]
    cited = above.endswith(("条", "項")) or "条の" in above or (above.startswith("附則") and place.rank == ANNEX)
    if cited and series in ("1", "1."):
        return f"{above}第{_ordinal(value, above)}項"
    if cited and series == "一":
        return f"{above}第{_ordinal(value, above)}号"
    return f"{above}の{mark.text}" if above and mark.text[0].isdecimal() else f"{above}{mark.text}"


def first_paragraph_label(article: str) -> str:
    """The label of an article's unnumbered first paragraph where others follow."""
    return f"{article}第{_ordinal(1, article)}項"


def _ordinal(value: int, like: str) -> str:
    """`value` in the digits that `like` is written in."""
    if any(character in "0123456789" for character in like):
        return str(value)
    if any(character in "０１２３４５６７８９" for character in like):
        return str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    tens, ones = divmod(value, 10)
    return f"{_KANJI[tens] if tens > 1 else ''}{'十' if tens else ''}{_KANJI[ones] if ones else ''}"


def line_label(above: str, number: int, japanese: bool) -> str:
    """The label of one line of a list without marks."""
    if japanese:
        return f"{above}の項目{number}" if above else f"項目{number}"
    return f"{above}, line {number}" if above else f"line {number} of the list"


def paragraph_label(above: str, number: int, japanese: bool) -> str:
    """The label of an unnumbered paragraph: the first below a numbered heading bears the heading's own label."""
    if above and number == 1:
        return above
    if japanese:
        return f"{above}の第{number}段落" if above else f"第{number}段落"
    return f"{above}, paragraph {number}" if above else f"paragraph {number}"


def row_label(caption: str, table: int, row: int) -> str:
    """The label of a table's row (0: its header)."""
    if is_japanese(caption):
        return f"表「{shortened(caption)}」の" + (f"{row}行目" if row else "見出し行")
    named = f'the table "{shortened(caption)}"' if caption else f"table {table}"
    return f"row {row} of {named}" if row else f"header of {named}"


def heading_label(above: str, words: str, japanese: bool) -> str:
    """The label of a heading: its own number where it has one, else its words."""
    if above:
        return f"{above}の見出し" if japanese else f"{above}, heading"
    return f"見出し「{shortened(words)}」" if japanese else f'heading "{shortened(words)}"'


def note_label(mark: str, japanese: bool) -> str:
    """The label of a footnote."""
    if japanese:
        return mark if mark.startswith("※") else f"注{mark}"
    return f"footnote {mark}".rstrip()


def question_label(name: str, number: int, japanese: bool) -> str:
    """The label of a question: as it is numbered, else by counting; a speaker's name is added."""
    if name[:1] in ("Q", "問") and len(name) > 1:
        return name
    counted = f"問{number}" if japanese else f"question {number}"
    if not name or name in ("Q", "問"):
        return counted
    return f"{counted}（{name}）" if japanese else f"{counted} ({name})"


def answer_label(question: str, speaker: str, paragraph: int, japanese: bool) -> str:
    """The label of an answer's paragraph."""
    if japanese:
        label = f"{question}の答" + (f"（{speaker}）" if speaker else "")
    else:
        label = f"{question}, answer" + (f" ({speaker})" if speaker else "")
    if paragraph == 1:
        return label
    return f"{label}第{paragraph}段落" if japanese else f"{label}, paragraph {paragraph}"
