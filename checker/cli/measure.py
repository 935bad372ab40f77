"""What was measured for a rule, as lines of `checker rules show`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_LEARNED = {"all": "open to the authors", "read": "open to the authors", "unread": "kept unread"}


def measured_lines(commitment: str, packs: Sequence[str]) -> Iterator[str]:
    """The figures of the pack that measured this rule, or that it was never measured."""
    from checker.selection import Selection
    from checker.validation import measured_of

    for name in packs:
        found = measured_of(name)
        if found is None or commitment not in found.rules:
            continue
        figures = found.rules[commitment]
        told = ", ".join(
            f"{name.replace('_', ' ')} {'-' if value is None else format(value, '.2f')}"
            for name, value in figures.shares().items()
        )
        yield f"  measured:  as of {found.as_of} on {figures.cases} cases {_LEARNED[found.half]}: {told}"
        if Selection((name,)).load().sha256 != found.rules_sha256:
            yield "             the rules of this pack have changed since"
        return
    yield "  measured:  never"
