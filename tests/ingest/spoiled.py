"""Small files of every format, and ways to spoil them: the same seed spoils them in the same way."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.ingest.docxs import docx, packed, paragraph, table
from tests.ingest.pdfs import column, pdf
from tests.ingest.test_books import epub, odt, rtf
from tests.ingest.test_containers import message
from tests.ingest.test_xml import ACT, LAW, NOTICE

WORDS = "The guard shall open the north gate at noon, and 15 percent of it at night."


def sound_files() -> dict[str, bytes]:
    """One sound file of every format, by name."""
    word = docx(paragraph(WORDS) + table(("a", "b"), ("c", "d"), head=True) + paragraph("門を開ける。"))
    mail = message()
    mail.add_attachment(word, maintype="application", subtype="octet-stream", filename="a.docx")
    return {
        "a.docx": word,
        "a.eml": mail.as_bytes(),
        "a.epub": epub(f"<html><body><p>{WORDS}</p></body></html>"),
        "a.html": f"<html><meta charset=utf-8><body><ul><li>{WORDS}</ul><table><tr><td>a<td>b</table>門".encode(),
        "a.md": f"# Gate\n\n- {WORDS}\n\n| a | b |\n| - | - |\n| c | d |\n".encode(),
        "a.odt": odt(
            f"<text:p>{WORDS}</text:p><text:list text:style-name='L1'><text:list-item><text:p>x</text:p>"
            "</text:list-item></text:list>"
        ),
        "a.pdf": pdf(column(72, 700, [WORDS, "And more."]), column(72, 700, ["Again."])),
        "a.rtf": rtf(r"\f1 \'93\'fa {\b x}{\footnote\chftn y}\par \trowd\intbl a\cell b\cell\row\pard z"),
        "a.txt": f"{WORDS}\n門を開ける。\n".encode("cp932"),
        "a.zip": packed({"b.txt": WORDS, "c.docx": word}),
        "act.xml": ACT.encode(),
        "law.xml": LAW.encode(),
        "notice.xml": NOTICE.encode(),
    }


def spoiled(seed: int, each: int) -> Iterator[tuple[str, bytes]]:
    """Every sound file spoiled in `each` ways: bytes changed, cut out, doubled, moved, the end cut off."""
    chance = random.Random(seed)
    for name, data in sound_files().items():
        for number in range(each):
            yield f"{number}-{name}", _spoil(data, chance)


def _spoil(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 10))):
        at, length = chance.randrange(len(spoilt)), chance.randrange(1, 30)
        match chance.randrange(6):
            case 0:
                spoilt[at] = chance.randrange(256)
            case 1:
                spoilt[at] ^= 1 << chance.randrange(8)
            case 2:
                del spoilt[at : at + length]
            case 3:
                spoilt[at:at] = spoilt[at : at + length]
            case 4:
                spoilt[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
            case _:
                if chance.random() < 0.2:
                    del spoilt[at:]
        if not spoilt:
            return b""
    return bytes(spoilt)
