"""Documents are reported under the names that the rule pack gives their issuers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker import ingest
from checker.ingest import Source, Stated
from checker.judge import compile_rules
from checker.rulebook import load
from checker.worker import check_document
from tests.make_samples import SAMPLES
from tests.test_samples import EXPECTED

PACK = load(["us-japan-2025"])
NAMES = {name for name, _ in PACK.issuers}
MINI = Path(__file__).with_name("packs") / "mini"


def issuer_of(name: str, data: bytes) -> str:
    reading = ingest.read(Source(name, data, Stated()), PACK.issuers)
    reading.close()
    return reading.document.issuer.value if reading.document.issuer else ""


def test_most_samples_come_from_issuers_the_pack_knows() -> None:
    assert sum(sample["issuer"] in NAMES for sample in EXPECTED) == 14


@pytest.mark.parametrize("sample", EXPECTED, ids=lambda sample: str(sample["file"]))
def test_a_sample_has_the_issuer_a_reader_names_or_none(sample: dict[str, Any]) -> None:
    found = issuer_of(sample["file"], (SAMPLES / sample["file"]).read_bytes())
    assert found == (sample["issuer"] if sample["issuer"] in NAMES else "")


def test_every_order_of_the_federal_register_is_the_presidents(shared: Path) -> None:
    files = sorted((shared / "corpus/federal-register").glob("*.pdf"))
    assert {issuer_of(file.name, file.read_bytes()) for file in files} == {"President of the United States"}
    assert len(files) == 39


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "Proclamation 10908 of March 26, 2025\n\nAdjusting Imports of Automobiles and Automobile Parts\n\n"
            "By the President of the United States of America\n\nA Proclamation\n",
            "President of the United States",
        ),
        (
            "Ending Certain Tariff Actions\n\nBy the authority vested in me as President by the Constitution and the "
            "laws of the United States of America, it is hereby ordered:\n\nSection 1. Purpose.\n",
            "President of the United States",
        ),
        (
            "OFFICE OF THE UNITED STATES TRADE REPRESENTATIVE\nNotice\n",
            "Office of the United States Trade Representative",
        ),
        ("AGENCY: U.S. International Trade Commission.\n", "United States International Trade Commission"),
        ("令和八年四月一日\n財務大臣\n関税率に関する告示\n", "財務省"),
        ("独立行政法人自動車技術総合機構\n審査事務規程\n", "自動車技術総合機構"),
        ("USTR says talks go on\nBy our correspondent\n", ""),
        ("公取委、米社を調査\n本紙記者\n", ""),
    ],
)
def test_an_issuer_is_reported_under_one_name_and_a_headline_names_none(head: str, issuer: str) -> None:
    assert issuer_of("document.txt", head.encode()) == issuer


def test_checking_a_document_uses_the_issuers_of_the_rules() -> None:
    source = Source("order.txt", b"OFFICE OF THE PORTS\n\nOrder of 4 March 2031\n", Stated())
    issuer = check_document(source, compile_rules(load([str(MINI)]))).document.issuer
    assert issuer is not None
    assert issuer.value == "Sudland Port Office"
