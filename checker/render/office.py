"""Office files with the same bytes for the same content: no clock in them, their parts in a fixed order."""

from __future__ import annotations

import io
import re
import zipfile

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def settled(data: bytes, as_of: str) -> bytes:
    """The office file `data`, a zip archive, with the ISO date `as_of` for every moment that it names."""
    made = io.BytesIO()
    moment = rf"\g<1>{as_of}T00:00:00Z\g<2>".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _MOMENT.sub(moment, content)
            new.writestr(zipfile.ZipInfo(part.filename, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
