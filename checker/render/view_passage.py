"""The document's side of a finding: the passage with its quoted words, and the strip of the page that holds them."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from checker.model.finding import Evidence, Finding
from checker.model.report import Crop
from checker.model.text import language
from checker.render.phrases import place, worked_steps
from checker.render.view_parts import Shelf


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on a page picture, in PDF points, as text for attributes."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The strip of a page that holds the quoted words, with a rectangle around each line of them."""

    description: str
    href: str
    viewbox: str
    frame: Rectangle
    outlines: tuple[Rectangle, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """Quoted words in their surroundings.

    `speaks_for` is empty where they support the verdict itself, `worked` where there is no arithmetic to show.
    """

    lang: str
    before: str
    words: str
    after: str
    place: str
    speaks_for: str
    worked: str
    picture: Picture | None


def passages(finding: Finding, on: Shelf) -> tuple[PassageView, ...]:
    """One passage for each piece of evidence, in the finding's order."""
    return tuple(_passage(number, finding, on) for number in range(len(finding.evidence)))


def _passage(number: int, finding: Finding, on: Shelf) -> PassageView:
    evidence = finding.evidence[number]
    passage = on.passage(finding, number)
    other = evidence.supports is not finding.verdict
    crop = on.report.crops.get((finding.id, number))
    return PassageView(
        lang=language(evidence.quote),
        # The rows around a row of records are no context that flows into it.
        before="" if evidence.worked else passage.before,
        words=passage.words,
        after="" if evidence.worked else passage.after,
        place=place(evidence, on.words),
        speaks_for=on.words("speaks_for", verdict=on.words.name(evidence.supports)) if other else "",
        worked=worked_steps(evidence.worked, on.words) if evidence.worked else "",
        picture=_picture(crop, evidence, finding.document, on) if crop else None,
    )


def _picture(crop: Crop, evidence: Evidence, document: str, on: Shelf) -> Picture:
    frame = _rectangle(crop.left, crop.top, crop.width, crop.height)
    return Picture(
        description=on.words("picture", page=evidence.page, path=document),
        href=f"data:image/webp;base64,{base64.b64encode(crop.image).decode('ascii')}",
        viewbox=f"{frame.x} {frame.y} {frame.width} {frame.height}",
        frame=frame,
        outlines=tuple(
            _rectangle(box.x0 - 1, box.top - 1, box.x1 - box.x0 + 2, box.bottom - box.top + 2) for box in evidence.boxes
        ),
    )


def _rectangle(x: float, y: float, width: float, height: float) -> Rectangle:
    return Rectangle(*(f"{side:.2f}" for side in (x, y, width, height)))
