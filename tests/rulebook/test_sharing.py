"""Criteria that rules share: their slots, and what a rule may get wrong about them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checker.model.commitment import Commitment, StatementCriterion
from checker.rulebook import load

SHARED = """\
format: 1
criteria:
  - id: asked-for
    verdict: violation
    says: [SUBJECT]
    with: [[port-entry], [WHOSE]]
    unless: [EXCUSE]
    counts: [announced]
    why: {en: It is asked for., ja: 求められている。}
  - id: of-somebody
    verdict: compliant
    says: [SUBJECT]
    sense: denied
    context: [OTHERS]
    why: {en: It is not asked for., ja: 求められていない。}
"""


def rule_with(mini: Path, shares: str) -> None:
    """Add shared criteria to the pack, and have a rule take them."""
    (mini / "criteria").mkdir()
    (mini / "criteria" / "asking.yaml").write_text(SHARED, encoding="utf-8")
    rule = mini / "port-access.yaml"
    rule.write_text(f"{rule.read_text(encoding='utf-8')}shares:\n  - {shares}\n", encoding="utf-8")


def port_access(mini: Path) -> Commitment:
    return next(c for c in load([str(mini)]).commitments if c.id == "port-access")


def test_shared_criteria_come_after_the_rules_own_with_their_slots_filled(mini: Path) -> None:
    own = [c.ruling.id for c in port_access(mini).criteria]
    rule_with(
        mini, "{criteria: asking, where: {SUBJECT: [net-inspection, surcharge], WHOSE: [norland], OTHERS: [norland]}}"
    )
    criteria = port_access(mini).criteria
    assert [c.ruling.id for c in criteria] == [*own, "asked-for", "of-somebody"]
    asked = criteria[-2]
    assert isinstance(asked, StatementCriterion)
    assert asked.says == ("net-inspection", "surcharge")
    assert asked.guard.with_ == (("port-entry",), ("norland",))
    assert asked.ruling.counts == ("announced",)


def test_an_open_slot_leaves_its_criterion_out_and_withdraws_nothing(mini: Path) -> None:
    rule_with(mini, "{criteria: asking, where: {SUBJECT: [net-inspection], WHOSE: [norland]}}")
    last = port_access(mini).criteria[-1]
    assert (last.ruling.id, last.guard.unless) == ("asked-for", ())


def test_shared_criteria_that_are_not_there_are_refused(mini: Path, refusal: Callable[[], str]) -> None:
    rule_with(mini, "{criteria: askin, where: {SUBJECT: [net-inspection]}}")
    assert 'there are no shared criteria "askin"; did you mean "asking"?' in refusal()


def test_a_slot_that_nothing_asks_for_is_refused(mini: Path, refusal: Callable[[], str]) -> None:
    rule_with(mini, "{criteria: asking, where: {SUBJECTS: [net-inspection]}}")
    assert 'no shared criterion asks for "SUBJECTS"; did you mean "SUBJECT"?' in refusal()


def test_a_slot_in_a_rule_of_its_own_is_an_unknown_concept(mini: Path, refusal: Callable[[], str]) -> None:
    rule = mini / "port-access.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("unless: [press]", "unless: [PRESS]"), encoding="utf-8")
    assert '"PRESS"' in refusal()
