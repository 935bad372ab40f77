"""English words that compare an amount, as patterns in which a blank stands for any run of blanks."""

from __future__ import annotations

from collections.abc import Mapping

from checker.read.quantity import Comparator

_UP = "(?:more|greater|higher|larger)"
_DOWN = "(?:less|lower|fewer|smaller)"

BEFORE: Mapping[Comparator, tuple[str, ...]] = {
    # What is brought up to an amount stands at it.
    Comparator.EQUAL: (r"(?:bring|brought|rais|round|lift|top|mak)[a-z]*(?: [a-z]{1,12}){0,3} up to",),
    Comparator.AT_MOST: (
        *(rf"(?:no|not)(?: be)? {_UP} than", "(?:no|not) (?:over|above)", rf"{_DOWN} than or equal to"),
        *(rf"equal to or {_DOWN} than", "(?:not|nor|never|cannot|[a-z]{1,8}n't)(?: to| be)? exceed(?:ing)?"),
        *("not-to-exceed", "up to", "at(?: the)? most", "at or (?:under|below)", "as (?:much|many|high) as"),
        *("(?:a )?(?:maximum|ceiling|cap) of", "capped at"),
    ),
    Comparator.AT_LEAST: (
        *(rf"(?:no|not)(?: be)? {_DOWN} than", "(?:no|not) (?:under|below)", rf"{_UP} than or equal to"),
        *(rf"equal to or {_UP} than", "at(?: the)? least", "at or (?:over|above)", "(?:a )?(?:minimum|floor) of"),
    ),
    Comparator.LESS: (rf"(?:(?:just|well|far) )?(?:{_DOWN} than|under|below)",),
    Comparator.MORE: (
        *(rf"(?:(?:just|well|far) )?(?:{_UP} than|over|above)", "exceed(?:s|ed|ing)?", "in excess of", "upwards? of"),
    ),
    Comparator.ABOUT: (
        *("about", "around", "roughly", "some", "approximately", r"approx\.", "nearly", "almost", "close to", "circa"),
        *(r"c\.", "in the (?:order|region) of"),
    ),
}
# "under a 15 percent duty" speaks of a rule, "at least a 15 percent duty" of a height.
BRIDGE = (
    "(?:(?<!under)(?<!below)(?<!over)(?<!above)(?<!about) an?)?"
    "(?: (?:total of|additional|further|about|around|approximately|roughly|some))? "
)
"""What may stand between such words and the amount."""

AFTER: Mapping[Comparator, tuple[str, ...]] = {
    Comparator.AT_LEAST: (r" (?:or|and(?= [a-z]+\s*(?:[,;:.)|]|\Z))) (?:more|over|above|higher|greater)", " at least"),
    Comparator.AT_MOST: (
        r" (?:or|and(?= [a-z]+\s*(?:[,;:.)|]|\Z))) (?:less|under|below|lower|fewer)",
        " at(?: the)? most",
    ),
    Comparator.ABOUT: (" or so",),
}
NO_MORE = r"(?![a-z])(?!\s*[0-9$])(?!\s+(?:than|the|this|that|any|an?)\b)"
"""What must not follow words after an amount: "15 percent or more than 20 percent" bounds nothing at 15."""
