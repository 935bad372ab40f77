"""Chains: how a commitment rests on an instrument through others, told in the reason when that instrument is ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.errors import RuleError
from checker.model.commitment import Instrument
from checker.model.text import Bilingual
from checker.rulebook.instruments import unknown
from checker.rulebook.nodes import Node

Known = Mapping[str, Instrument]


def check(entries: Sequence[Node], known: Known) -> Iterator[RuleError]:
    """Instruments that rest on, or were ended by, something that is not listed; instruments that rest on themselves."""
    for entry in entries:
        ended_by = entry.get("ended_by")
        for node in (*entry.list("rests_on"), *([ended_by] if ended_by else [])):
            if node.text not in known:
                yield unknown(node, known)
        name = entry.word("id")
        if name in known and name in _below(known[name].rests_on, known):
            yield RuleError(f'the instrument "{name}" rests on itself', entry.key("rests_on").mark)


def closure(names: Sequence[str], known: Known) -> tuple[str, ...]:
    """Some instruments and all that they rest on, each once."""
    return tuple(dict.fromkeys((*names, *_below(names, known))))


def told(name: str, rests_on: Sequence[str], known: Known) -> Bilingual | None:
    """In words: the instrument, what rests on it, and so on up to the commitment; None where nothing leads there."""
    path = _longest(name, frozenset(rests_on), frozenset(closure(rests_on, known)), known)
    if not path:
        return None
    first, *above = (known[each] for each in path)
    steps = "".join(f", on which {_named(each, 'en')} rests" for each in above)
    english = f"The measure is {_named(first, 'en')}{steps}, on which this commitment rests."
    upward = "".join(f"{_named(each, 'ja')}がこれに基づき、" for each in above)
    chain = Bilingual(english, f"対象となる措置は{_named(first, 'ja')}であり、{upward}この約束はこれに依拠する。")
    by = known.get(first.ended_by)
    if by is None:
        return chain
    ended = f"It was ended by {_named(by, 'en')} of {by.date}."
    return chain.then(Bilingual(ended, f"当該措置は{by.date}の{_named(by, 'ja')}により終了した。"))


def _below(names: Sequence[str], known: Known) -> tuple[str, ...]:
    """All that some instruments rest on, nearest first."""
    found: dict[str, None] = {}
    waiting = [each for name in names if name in known for each in known[name].rests_on]
    while waiting:
        name = waiting.pop(0)
        if name in known and name not in found:
            found[name] = None
            waiting += known[name].rests_on
    return tuple(found)


def _longest(name: str, tops: frozenset[str], within: frozenset[str], known: Known) -> tuple[str, ...]:
    """The longest way up from an instrument, through those within, to one that the commitment rests on."""
    above = sorted(each for each in within if name in known[each].rests_on)
    ways = [way for each in above if (way := _longest(each, tops, within, known))]
    if ways:
        return (name, *max(ways, key=len))
    return (name,) if name in tops else ()


def _named(instrument: Instrument, language: str) -> str:
    """The first name by which documents cite an instrument, or its title."""
    names = instrument.names.get(language, ())
    return names[0] if names else getattr(instrument.title, language)
