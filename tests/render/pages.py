"""Reads a rendered page back with the standard parser, as far as the tests ask about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "image", "rect", "input"}


@dataclass
class Element:
    """One element: its attributes, its own and its descendants' text, and the elements around it."""

    tag: str
    attributes: dict[str, str]
    around: tuple[Element, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Every element of a page in document order, without those a script copies from templates later.

    A page whose tags do not pair is refused.
    """

    source: str
    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        self.close()
        assert self.open == [], f"never closed: {[element.tag for element in self.open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice in {tag}: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        if not self._in_template():
            self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open[-1].tag == tag, f"</{tag}> closes {self.open[-1].tag}"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in () if self._in_template() else self.open:
            element.text += data

    def _in_template(self) -> bool:
        return any(element.tag == "template" for element in self.open)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of `tag` with these attributes; `class_` matches one class among several."""
        wanted = attributes.pop("class_", "")
        return [
            element
            for element in self.elements
            if element.tag == tag
            and (not wanted or wanted in element.attributes.get("class", "").split())
            and attributes.items() <= element.attributes.items()
        ]

    def by_id(self, name: str) -> Element:
        """The one element with this id."""
        (found,) = [element for element in self.elements if element.attributes.get("id") == name]
        return found

    def inside(self, outer: Element, tag: str, **attributes: str) -> list[Element]:
        """The elements of `tag` somewhere inside `outer`."""
        return [element for element in self.all(tag, **attributes) if any(around is outer for around in element.around)]
