"""What arithmetic cannot tell is as if an amount were missing; it never stops a check."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.judge.arithmetic import MissingError, holds


@pytest.mark.parametrize("total", [Decimal(15), Decimal(0)])
def test_a_zero_to_divide_by_tells_nothing(total: Decimal) -> None:
    with pytest.raises(MissingError):
        holds("total / base > 1", {"total": total, "base": Decimal(0)})
    assert holds("total / base > 1", {"total": Decimal(15), "base": Decimal(2)})
