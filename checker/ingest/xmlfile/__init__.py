"""XML: the vocabularies of official publishers by their structure, any other by its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from checker.ingest.kinds import Kind
from checker.ingest.reading import Issuers, Reading, Source
from checker.ingest.writer import Account, reading_of
from checker.ingest.xmlfile import akoma, egov, federal_register, generic
from checker.ingest.xmltree import parse_xml
from checker.model.document import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_VOCABULARIES: Mapping[str, Callable[[_Element], Account]] = {
    "akomaNtoso": akoma.account,
    "Law": egov.account,
    "DataRoot": egov.account,
    "law_data_response": egov.account,
    **dict.fromkeys(federal_register.ROOTS, federal_register.account),
}


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of an XML file; places are what its vocabulary numbers, and lines."""
    return reading_of(source, kind, known_issuers, _account(source.data))


def _account(data: bytes) -> Account | Problem:
    root = parse_xml(data)
    if isinstance(root, Problem):
        return root
    tell = _VOCABULARIES.get(str(root.tag).rsplit("}", 1)[-1], generic.account)
    return tell(root)
