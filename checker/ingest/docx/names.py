"""The names of WordprocessingML elements and attributes that are looked at."""

from __future__ import annotations

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMMON = _W[1:-1].encode()

VAL = _W + "val"
ID = _W + "id"
FILL = _W + "fill"
STYLE_ID = _W + "styleId"
LEVEL = _W + "ilvl"
NUMBER_ID = _W + "numId"
ABSTRACT_ID = _W + "abstractNumId"
TYPE = _W + "type"

BODY = _W + "body"
P, P_PROPERTIES = _W + "p", _W + "pPr"
R, R_PROPERTIES = _W + "r", _W + "rPr"
T = _W + "t"
SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
NOTE_MARKS = {_W + "footnoteReference": "footnote", _W + "endnoteReference": "endnote"}
TABLE, ROW, CELL = _W + "tbl", _W + "tr", _W + "tc"
ROW_PROPERTIES, CELL_PROPERTIES = _W + "trPr", _W + "tcPr"
ROW_HEADS, COLUMNS, MERGED = _W + "tblHeader", _W + "gridSpan", _W + "vMerge"
TEXT_BOX = _W + "txbxContent"
NOTES = {_W + "footnote": "footnote", _W + "endnote": "endnote"}
COMMENT = _W + "comment"

INSERTED, DELETED = (_W + "ins", _W + "moveTo"), (_W + "del", _W + "moveFrom")
DELETED_TEXT = _W + "delText"
HIDDEN, COLOUR, SIZE, SHADE, HIGHLIGHT = _W + "vanish", _W + "color", _W + "sz", _W + "shd", _W + "highlight"
RAISED = _W + "vertAlign"
NO_WORDS = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    _W + "rt",
    _W + "instrText",
    _W + "delInstrText",
    _W + "fldData",
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}posOffset",
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}align",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}pctWidth",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}pctHeight",
)

STYLE, BASED_ON = _W + "style", _W + "basedOn"
P_STYLE, R_STYLE = _W + "pStyle", _W + "rStyle"
OUTLINE, NUMBERING = _W + "outlineLvl", _W + "numPr"
ABSTRACT, NUM, LVL = _W + "abstractNum", _W + "num", _W + "lvl"
START, FORMAT, LEVEL_TEXT, OVERRIDE, START_OVERRIDE = (
    _W + "start",
    _W + "numFmt",
    _W + "lvlText",
    _W + "lvlOverride",
    _W + "startOverride",
)


def common(part: bytes) -> bytes:
    """A part written in the names of the strict standard, in the usual names."""
    return part.replace(_STRICT, _COMMON) if _STRICT in part else part
