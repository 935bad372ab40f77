"""The paths of a page's elements, as XPath writes them: "/html/body/div[2]/p"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


class Paths:
    """Tells the paths of the elements of one tree, which must not change meanwhile.

    The library's own way counts the siblings of every element anew; here they are counted once for each parent.
    """

    def __init__(self) -> None:
        self._known: dict[_Element, str] = {}

    def of(self, element: _Element) -> str:
        """The path of an element."""
        path = self._known.get(element)
        if path is None:
            above = element.getparent()
            if above is None:
                return f"/{element.tag}"
            self._tell(above, f"{self.of(above)}/")
            path = self._known[element]
        return path

    def _tell(self, parent: _Element, start: str) -> None:
        """Note the paths of all children; one that is the only one of its name has no number."""
        alike: dict[object, list[_Element]] = {}
        for child in parent:
            alike.setdefault(child.tag, []).append(child)
        for tag, children in alike.items():
            if len(children) == 1:
                self._known[children[0]] = f"{start}{tag}"
                continue
            for number, child in enumerate(children, 1):
                self._known[child] = f"{start}{tag}[{number}]"
