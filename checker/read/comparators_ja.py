"""Japanese words that compare an amount, as patterns."""

from __future__ import annotations

from collections.abc import Mapping

from checker.read.quantity import Comparator

_NOT = "(?:な(?:い|かった|く)|ず|ま(?:せん|い))"
_NEVER = f"(?:{_NOT}|ては(?:なら|いけ){_NOT}|ること[はがも]?(?:でき|出来|許され|あり)?{_NOT})"
_AS_LIMIT = "(?:[はをがの]|とし[てた]|とされ[たる])?"

BEFORE: Mapping[Comparator, tuple[str, ...]] = {
    Comparator.AT_MOST: ("最大限?で?", "最高で?", f"上限額?{_AS_LIMIT}", "多くとも", "せいぜい", "高々"),
    Comparator.AT_LEAST: ("最低で?も?", f"下限額?{_AS_LIMIT}", "少なくとも"),
    # 約 also ends words such as 契約 and 条約; a wave after a number joins a range.
    Comparator.ABOUT: (
        *("(?<![契条節公規誓予制協要婚確解])約", "およそ", "おおよそ", "概ね", "おおむね", "ほぼ", "凡そ"),
        r"(?<![^\s(|、。はがのでにと])~",
    ),
}
AFTER: Mapping[Comparator, tuple[str, ...]] = {
    Comparator.AT_MOST: (
        *("以下(?!「)", "以内", "の範囲内", "[をが](?:上限|限度)", "まで(?:の|とす)"),
        *(f"を(?:[超越]え|上回[らっ]?){_NEVER}", f"を(?:[超越]え|上回っ)て[^、。]{{1,8}}(?:し|なら|され|でき){_NOT}"),
    ),
    Comparator.AT_LEAST: ("以上", "[をが]下限", f"を下回[らっ]?{_NEVER}", f"を切[らっ]?{_NEVER}"),
    Comparator.LESS: ("未満", "弱(?![いま化])", "を下回(?!るか)", f"に満た{_NOT}", "を切[るりっ]"),
    Comparator.MORE: ("超", "余り?(?![地剰分裕])", "強(?![化制いく力調])", "を[超越]え", "を上回(?!るか)"),
    Comparator.ABOUT: ("程度", "前後", "内外", "ほど", "くらい", "ぐらい", "台(?![湾数])"),
}
