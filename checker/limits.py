"""The limits on one input, per kind, in one table. A limit that is hit is always reported, never applied silently."""

from __future__ import annotations

from typing import Final

DOCUMENT_BYTES: Final = 20_000_000
DOCUMENT_CHARACTERS: Final = 20_000_000
DOCUMENT_PAGES: Final = 5_000
ARCHIVE_BYTES: Final = 200_000_000
ARCHIVE_FILES: Final = 2_000
ARCHIVE_RATIO: Final = 100
"""How many times its packed size a part of an archive may unpack to, if it is larger than ARCHIVE_BOMB_FROM bytes."""
ARCHIVE_BOMB_FROM: Final = 1_000_000
ENCLOSED_BYTES: Final = 45_000_000
"""What the documents in one archive or message may come to; they travel from a worker in one message."""
PICTURE_PIXELS: Final = 25_000_000
PICTURE_BYTES: Final = 60_000

WORKER_CPU_SECONDS: Final = 60
"""Computing time for one document; it decides before the wall clock does, lest a busy machine change the report."""
WORKER_WALL_SECONDS: Final = 150
WORKER_MEMORY_BYTES: Final = 1 << 30
OCR_CPU_SECONDS: Final = 1_200
"""Computing time for one document where its pages are read from their pictures: a page takes ten seconds or so."""
OCR_WALL_SECONDS: Final = 3_000
OCR_MEMORY_BYTES: Final = 4 << 30
WORKER_FILE_BYTES: Final = 64 << 20
WORKER_OPEN_FILES: Final = 64
WORKER_DOCUMENTS: Final = 500
"""After so many documents a worker is replaced, so that nothing piles up in it."""
CACHE_BYTES: Final = 1 << 30
"""What the cache folder may hold after a run; the oldest entries go first."""
MESSAGE_BYTES: Final = 64 << 20
"""The longest message between the run and its workers."""

RECORD_BYTES: Final = 4_000_000_000
RECORD_FILE_BYTES: Final = 16_000_000_000
"""The largest file that reading a record file may write: its rows in plain form."""
RECORD_ROWS: Final = 50_000_000
RECORD_COLUMNS: Final = 16_384
RECORD_CELLS: Final = 20_000_000
RECORD_SUMMANDS: Final = 100_000
RECORD_CELL_CHARACTERS: Final = 1 << 20
RECORD_JSON_BYTES: Final = 100_000_000
RECORD_MEMORY_MEGABYTES: Final = 512
"""What the database may hold at once; the worker's own limit leaves room beside it."""
RECORD_CPU_SECONDS_PER_GB: Final = 600
"""Computing time for a record file on top of that for any document: cells that are not in plain form cost most."""
