"""What the decisions on one finding amount to."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.decision import Action, Decision, Standing

_SETTLED = {Action.CONFIRM: Standing.CONFIRMED, Action.REJECT: Standing.REJECTED, Action.WAIVE: Standing.WAIVED}


def standing(effective: Sequence[Decision]) -> Standing:
    """Where a finding stands after the decisions in effect on it, oldest first.

    The newest decision of each reviewer counts. Who rejects a finding differs from who confirms or waives it. A
    question to an expert stays open until somebody decides after it.
    """
    newest = list({decision.reviewer: decision for decision in effective}.values())
    if not newest:
        return Standing.OPEN
    actions = {decision.action for decision in newest}
    if Action.REJECT in actions and actions & {Action.CONFIRM, Action.WAIVE}:
        return Standing.DISPUTED
    if effective[-1].action is Action.ASK_EXPERT:
        return Standing.EXPERT_ASKED
    strongest = next(action for action in (Action.WAIVE, Action.REJECT, Action.CONFIRM) if action in actions)
    return _SETTLED[strongest]
