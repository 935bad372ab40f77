"""List items whose sentence begins in their lead-in."""

from __future__ import annotations

import pytest

from checker.model.commitment import Modality
from tests.read.test_statement import only


@pytest.mark.parametrize(
    ("text", "holds", "modality"),
    [
        ("The maker shall not:\n(a) run a test;\n(b) sell a car.", False, Modality.FORBIDDEN),
        ("The maker shall:\n(a) run a test;\n(b) sell a car.", True, Modality.REQUIRED),
        ("The maker may:\n(a) run a test;\n(b) sell a car.", True, Modality.PERMITTED),
        ("The maker may not, without leave:\n(a) run a test;\n(b) sell a car.", False, Modality.FORBIDDEN),
        ("The maker agrees:\n(a) not to run a test;\n(b) to sell a car.", False, Modality.PLAIN),
        (
            "The maker shall not:\n(a) sell; or\n(b) permit any dealer to:\n(i) run a test;\n(ii) sell.",
            False,
            Modality.FORBIDDEN,
        ),
        ("Makers to whom the rule does not apply:\n(a) those with a test;\n(b) dealers.", True, Modality.PLAIN),
        ("The maker shall not do so where:\n(a) the law will require a test;\n(b) he sells.", True, Modality.REQUIRED),
    ],
)
def test_a_lead_in_turns_and_orders_what_stands_below_it(text: str, holds: bool, modality: Modality) -> None:
    statement = only(text)
    assert (statement.holds, statement.modality) == (holds, modality)
