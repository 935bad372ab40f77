"""Rules whose topic is made of everyday words only: every document must then be read in full for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.match.everyday import is_everyday
from checker.match.view import bare
from checker.match.wording import Wording
from checker.rulebook.lint import Advice, Inspection


def everyday_topics(compiled: Mapping[str, Sequence[Wording]], inspection: Inspection) -> Iterator[Advice]:
    """Advice for rules no wording of whose topic holds a word worth looking for."""
    asked = [w for wordings in compiled.values() for w in wordings if w.role != "not_in"]
    telling = {wording.concept for wording in asked if not _everyday(wording)}
    for commitment in inspection.pack.commitments:
        topic = {concept for group in commitment.topic for concept in group}
        if topic and not topic & telling:
            yield Advice(
                inspection.places.topics[commitment.id],
                "W-TOPIC-EVERYDAY",
                "every wording of this topic consists of everyday words, so that every document is read for the rule",
                "add a group of concepts with a word that only documents on the subject use",
            )


def _everyday(wording: Wording) -> bool:
    """Whether each word that a wording needs may be an everyday one."""
    return all(any(is_everyday(bare(literal)) for literal in group) for group in wording.pattern.needs)
