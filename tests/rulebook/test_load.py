"""Rule packs become commitments: every field of the language, in the order of the source, with everything they need."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import CheckerError, RulePackError
from checker.model.commitment import (
    AmountsCriterion,
    ColumnsCriterion,
    Commitment,
    CommitmentKind,
    Concept,
    Exceptions,
    Guard,
    InputKind,
    MeasureCriterion,
    Modality,
    Rank,
    Ruling,
    Scope,
    Sense,
    StatementCriterion,
    Strength,
)
from checker.model.finding import Level, Verdict
from checker.model.text import Bilingual
from checker.rulebook import load, shipped
from tests.rulebook.conftest import MINI


def commitments() -> dict[str, Commitment]:
    return {commitment.id: commitment for commitment in load([str(MINI)]).commitments}


def test_commitments_come_in_the_order_of_the_source() -> None:
    assert list(commitments()) == ["landing-duty-ceiling", "same-licence-fees", "port-access"]


def test_every_quote_is_verbatim_at_its_place_under_its_heading() -> None:
    pack = load([str(MINI)])
    headings = []
    for commitment in pack.commitments:
        text = pack.instruments[commitment.instrument].text
        assert text[commitment.source_start : commitment.source_end] == commitment.quote
        headings.append(commitment.heading)
    assert headings == ["DUTIES AND FEES", "DUTIES AND FEES", "ACCESS TO PORTS"]


def test_the_head_of_a_rule_is_read_field_by_field() -> None:
    commitment = commitments()["landing-duty-ceiling"]
    assert commitment.pack == "mini"
    assert commitment.file == "mini/landing-duty-ceiling.yaml"
    assert commitment.title == Bilingual("Landing duties of at most 8 percent", "水揚税の上限8％")
    assert commitment.instrument == "accord-2031"
    assert commitment.obligor == Bilingual("Government of Sudland", "スドランド政府")
    assert commitment.obligor_parties == ("sudland-government",)
    assert commitment.beneficiary == Bilingual("Norland", "ノルランド")
    assert commitment.kind is CommitmentKind.NUMERIC_CEILING
    assert commitment.strength is Strength.WILL
    assert commitment.strength_words == "will charge no more than"
    assert (commitment.in_force_from, commitment.in_force_until) == ("2031-03-03", "2041-03-03")
    assert commitment.severity is Level.HIGH
    assert commitment.applies_to == (InputKind.PROSE, InputKind.RECORDS)
    assert commitment.parameters == {"ceiling": "8", "signed": "2031-03-03"}
    assert commitment.third_parties == ("press",)
    assert commitment.roles == {"base": ("landing",), "additional": ("surcharge",)}
    assert commitments()["port-access"].rests_on == ("port-act-12",)


def test_scope_and_topic_are_read_with_their_codes() -> None:
    rules = commitments()
    assert rules["port-access"].scope == Scope(
        inside=("norland-vessel",), outside={"press": "third_party"}, open={"norland": "ambiguous_scope"}
    )
    assert rules["same-licence-fees"].scope == Scope()
    assert rules["same-licence-fees"].topic == (("licence-fee",), ("norland-vessel", "own-vessel"))


def test_a_list_of_plain_concepts_is_one_group() -> None:
    assert commitments()["landing-duty-ceiling"].topic == (("landing",),)
    assert commitments()["port-access"].criteria[0].guard.document == (("norland", "norland-vessel"),)


def test_a_criterion_on_statements_is_read_with_its_guard() -> None:
    assert commitments()["port-access"].criteria[0] == StatementCriterion(
        Ruling(
            "inspection-before-entry",
            Verdict.VIOLATION,
            Bilingual("Nets must be inspected before a vessel may enter.", "入港前に漁網の検査が必要とされている。"),
            "inspection_before_entry",
            Rank.STRONG,
        ),
        Guard(
            with_=(("port-entry",),),
            document=(("norland", "norland-vessel"),),
            unless=("press",),
            unless_context=("surcharge",),
            unless_document=("revoking",),
        ),
        says=("net-inspection",),
        sense=Sense.HOLDS,
        modality=(Modality.REQUIRED, Modality.PLAIN),
        exception=Exceptions.NONE,
    )


def test_a_criterion_on_a_measure_falls_back_on_what_the_rule_rests_on() -> None:
    criterion = commitments()["port-access"].criteria[1]
    assert isinstance(criterion, MeasureCriterion)
    assert (criterion.does, criterion.instruments) == (("revoking",), ("port-act-12",))
    assert criterion.ruling.code == "changed_legal_basis"


def test_criteria_on_columns_tell_same_from_different() -> None:
    differ, equal = commitments()["same-licence-fees"].criteria
    assert isinstance(differ, ColumnsCriterion)
    assert isinstance(equal, ColumnsCriterion)
    assert (differ.left, differ.right, differ.same, equal.same) == (("norland-vessel",), ("own-vessel",), False, True)
    assert equal.guard == Guard(context=(("licence-fee",),))


def test_criteria_on_amounts_carry_the_numbers_of_their_parameters() -> None:
    over, within = commitments()["landing-duty-ceiling"].criteria
    assert isinstance(over, AmountsCriterion)
    assert isinstance(within, AmountsCriterion)
    assert over.test == "total > 8 or not (base + additional <= 8)"
    assert within.test == "max(total, rate) <= 8"
    assert (over.ruling.code, over.ruling.rank) == ("duty_over_ceiling", Rank.STRONG)
    assert (within.ruling.code, within.ruling.rank) == ("within_ceiling", Rank.WEAK)


def test_a_commitment_holds_the_concepts_it_asks_for_and_those_they_refer_to() -> None:
    rules = commitments()
    assert list(rules["same-licence-fees"].concepts) == [
        "licence-fee",
        "norland",  # only norland-vessel refers to it
        "norland-vessel",
        "own-vessel",
        "sudland-government",
    ]
    assert list(rules["landing-duty-ceiling"].concepts) == ["landing", "press", "sudland-government", "surcharge"]
    assert rules["port-access"].concepts["net-inspection"] == Concept(
        "net-inspection",
        terms={"en": ("inspect|examine ... net", "net inspection"), "ja": ("漁網の(検査|点検)", "網...9検査")},
        opposite={"en": ("uninspected",), "ja": ("無検査",)},
    )
    assert rules["port-access"].concepts["norland-vessel"].not_in == {"en": ("norland vessel register",)}


def test_instruments_are_read_with_their_names_and_texts() -> None:
    instruments = load([str(MINI)]).instruments
    assert list(instruments) == ["accord-2031", "port-act-12"]
    accord = instruments["accord-2031"]
    assert accord.date == "2031-03-03"
    assert accord.names == {"en": ("Grey Bank Accord", "Accord of Port Halden"), "ja": ("グレーバンク協定",)}
    assert accord.citation == "Accord of Port Halden, 3 March 2031"
    assert accord.url == "https://example.org/accord-2031"
    assert accord.text_file == "source/accord-2031.txt"
    assert accord.text == (MINI / "source" / "accord-2031.txt").read_text(encoding="utf-8")
    assert instruments["port-act-12"].text == ""


def test_cases_are_read_only_where_they_are_asked_for(mini: Path) -> None:
    assert all(not commitment.cases for commitment in load([str(mini)]).commitments)
    (mini / "port-access.cases.yaml").write_text("- not cases\n", encoding="utf-8")
    assert load([str(mini)]).commitments
    with pytest.raises(RulePackError):
        load([str(mini)], with_cases=True)


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("port-access.yaml", "severity: high", "severity: low"),
        ("vocabulary/fishing.yaml", "surcharge]", "surcharge] # a remark"),
        ("instrument.yaml", "2031-05-20", "2031-05-21"),
        ("source/accord-2031.txt", "Signed", "Sealed"),
    ],
)
def test_the_digest_covers_every_file_that_decides(name: str, old: str, new: str, mini: Path) -> None:
    before = load([str(mini)]).sha256
    changed(mini / name, old, new)
    assert load([str(mini)]).sha256 != before


def test_the_digest_does_not_depend_on_cases_samples_or_the_place_of_the_pack(mini: Path) -> None:
    before = load([str(MINI)]).sha256
    changed(mini / "port-access.cases.yaml", "Rain", "Snow")
    (mini / "samples").mkdir()
    (mini / "samples" / "a.txt").write_text("a", encoding="utf-8")
    assert load([str(mini)]).sha256 == load([str(mini)], with_cases=True).sha256 == before


def other_pack(mini: Path, pack: str) -> Path:
    """A second pack beside `mini`, with commitments of other names."""
    other = mini.with_name(pack)
    shutil.copytree(mini, other)
    changed(other / "instrument.yaml", "pack: mini", f"pack: {pack}")
    (other / "port-access.cases.yaml").unlink()
    for rule in other.glob("*-*.yaml"):
        changed(rule, f"id: {rule.stem}", f"id: {pack}-{rule.stem}")
        rule.rename(rule.with_name(f"{pack}-{rule.name}"))
    return other


def test_packs_are_loaded_together_in_the_order_of_their_names(mini: Path) -> None:
    other = other_pack(mini, "second")
    pack = load([str(other), str(mini), str(other)])
    assert pack.names == ("second", "mini")
    assert [commitment.pack for commitment in pack.commitments] == ["second"] * 3 + ["mini"] * 3
    assert list(pack.instruments) == ["accord-2031", "port-act-12"]
    assert pack.sha256 == load([str(mini), str(other)]).sha256


def test_a_commitment_of_two_packs_is_refused(mini: Path) -> None:
    other = other_pack(mini, "second")
    changed(other / "second-port-access.yaml", "id: second-port-access", "id: port-access")
    (other / "second-port-access.yaml").rename(other / "port-access.yaml")
    with pytest.raises(RulePackError) as caught:
        load([str(mini), str(other)])
    assert str(caught.value) == (
        'second/port-access.yaml:2:5: the commitment "port-access" stands twice, here and in mini/port-access.yaml\n'
        "  id: port-access\n      ^\n  hint: keep one of them, or rename one\n1 error in the rules"
    )


def test_an_instrument_that_two_packs_describe_differently_is_refused(mini: Path) -> None:
    other = other_pack(mini, "second")
    changed(other / "instrument.yaml", "2031-05-20", "2031-05-21")
    with pytest.raises(RulePackError) as caught:
        load([str(mini), str(other)])
    assert str(caught.value) == (
        'second/instrument.yaml:15:9: the pack mini describes the instrument "port-act-12" differently\n'
        "    - id: port-act-12\n          ^\n"
        "  hint: describe it in the same way, or rename it in one of them\n1 error in the rules"
    )


def test_two_packs_of_one_name_are_refused(mini: Path) -> None:
    other = other_pack(mini, "second")
    changed(other / "instrument.yaml", "pack: second", "pack: mini")
    with pytest.raises(RulePackError) as caught:
        load([str(mini), str(other)])
    assert str(caught.value) == (
        'second/instrument.yaml:2:7: the pack in mini is called "mini" too\n'
        "  pack: mini\n        ^\n  hint: use one of them, or rename one\n1 error in the rules"
    )


def test_all_errors_of_a_pack_are_told_together_in_the_order_of_files_and_lines(
    mini: Path, refusal: Callable[[], str]
) -> None:
    changed(mini / "port-access.yaml", "severity: high", "severity: hihg")
    changed(mini / "landing-duty-ceiling.yaml", "topic: [landing]", "topic: [landings]")
    changed(mini / "landing-duty-ceiling.yaml", "quote: Sudland", "quote: Westland")
    changed(mini / "port-access.cases.yaml", "lang: ja", "lang: jp")
    places = [line.partition(": ")[0] for line in refusal().splitlines() if line.startswith("mini/")]
    assert places == [
        "mini/landing-duty-ceiling.yaml:4:8",
        "mini/landing-duty-ceiling.yaml:14:9",
        "mini/port-access.cases.yaml:23:11",
        "mini/port-access.yaml:11:11",
    ]
    assert refusal().endswith("4 errors in the rules")


def test_rules_are_not_blamed_for_a_vocabulary_that_cannot_be_read(mini: Path, refusal: Callable[[], str]) -> None:
    changed(mini / "vocabulary" / "fishing.yaml", "format: 1", "format: 3")
    assert refusal().endswith("1 error in the rules")


def test_more_than_a_hundred_errors_of_a_file_are_cut_and_the_cut_is_told(
    mini: Path, refusal: Callable[[], str]
) -> None:
    unknown = ", ".join(f"whale-{number}" for number in range(150))
    changed(mini / "port-access.yaml", "inside: [norland-vessel]", f"inside: [{unknown}]")
    said = refusal()
    assert said.endswith("101 errors in the rules")
    assert said.count("is not defined") == 100
    assert "there are more than 100 errors; from here on they are not told" in said


def test_shipped_packs_are_sound_and_called_like_their_folders() -> None:
    assert "us-japan-2025" in shipped()
    for name in shipped():
        pack = load([name], with_cases=True)
        assert pack.names == (name,)
        assert pack.commitments


def test_the_errors_of_a_shipped_pack_do_not_show_where_it_is_installed() -> None:
    with pytest.raises(CheckerError) as caught:
        load(["us-japan-2025x"])
    assert "/" not in str(caught.value)
