"""Issuers of packs: the name to report, and the names documents use for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RulePackError
from checker.rulebook import load
from tests.rulebook.conftest import MINI

INSTRUMENT = """\
format: 1
pack: second
title: {en: Rain, ja: 雨}
source: weather
instruments:
  - {id: weather, title: {en: Rain, ja: 雨}, date: 2031-03-03, text: source/weather.txt, names: {en: [rain]}}
issuers:
"""
RULE = """\
format: 1
id: rain
title: {en: Rain, ja: 雨}
quote: It will rain.
obligor: {en: Sky, ja: 空, parties: [sky]}
beneficiary: {en: Land, ja: 地}
kind: pledge
strength: will
strength_words: will
in_force: {from: 2031-03-03}
severity: low
applies_to: [prose]
topic: [[sky]]
concepts: {sky: {en: [sky], ja: [空]}}
criteria:
  - {id: dry, verdict: violation, says: [sky], why: {en: dry, ja: 乾く}}
"""


def second(folder: Path, issuers: str) -> str:
    """A small pack that lists these issuers."""
    (folder / "second" / "source").mkdir(parents=True)
    (folder / "second" / "source" / "weather.txt").write_text("It will rain.\n", encoding="utf-8")
    (folder / "second" / "instrument.yaml").write_text(INSTRUMENT + issuers, encoding="utf-8")
    (folder / "second" / "rain.yaml").write_text(RULE, encoding="utf-8")
    return "second"


def test_issuers_come_in_the_order_of_the_file_with_their_names_in_both_languages() -> None:
    assert load([str(MINI)]).issuers == (
        ("Sudland Port Office", ("Office of the Ports", "スドランド港湾庁")),
        ("Norland Fleet", ()),
    )


def test_what_two_packs_say_of_an_issuer_is_put_together(mini: Path) -> None:
    other = second(mini.parent, "  - {name: Norland Fleet, names: {en: [Fleet Command]}}\n  - {name: Harbour Police}\n")
    assert load([str(mini), other]).issuers[1:] == (("Norland Fleet", ("Fleet Command",)), ("Harbour Police", ()))


def test_a_name_that_two_packs_give_to_different_issuers_is_refused(mini: Path) -> None:
    other = second(mini.parent, "  - name: Office of the Ports\n")
    with pytest.raises(RulePackError) as caught:
        load([str(mini), other])
    assert str(caught.value) == (
        'second/instrument.yaml:8:11: "Office of the Ports" names two issuers, Sudland Port Office and Office of the '
        "Ports\n    - name: Office of the Ports\n            ^\n"
        "  hint: leave it to the issuer that documents mean by it\n1 error in the rules"
    )
