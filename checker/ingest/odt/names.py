"""The names of OpenDocument elements and attributes that are looked at."""

from __future__ import annotations

TEXT, TABLE, STYLE, OFFICE, FO = (
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}",
)

BODY = f"{OFFICE}body/{OFFICE}text"
H, P = TEXT + "h", TEXT + "p"
LIST, ITEM = TEXT + "list", TEXT + "list-item"
NOTE, NOTE_BODY = TEXT + "note", TEXT + "note-body"
GRID, ROW, CELL, COVERED = (
    TABLE + "table",
    TABLE + "table-row",
    TABLE + "table-cell",
    TABLE + "covered-table-cell",
)
SPANS = (TABLE + "number-columns-spanned", TABLE + "number-rows-spanned")
SPACES, TAB, LINE_BREAK = TEXT + "s", TEXT + "tab", TEXT + "line-break"
CHANGES, COMMENT = TEXT + "tracked-changes", OFFICE + "annotation"
CHANGED, DELETED, INSERTED = TEXT + "changed-region", TEXT + "deletion", TEXT + "insertion"
CHANGE_ID, REGION_ID, XML_ID = TEXT + "change-id", TEXT + "id", "{http://www.w3.org/XML/1998/namespace}id"
DELETED_HERE, INSERTED_FROM, INSERTED_TO = TEXT + "change", TEXT + "change-start", TEXT + "change-end"
NO_WORDS = (CHANGES, COMMENT, TEXT + "ruby-text", TEXT + "note-citation", TEXT + "sequence-decls")
