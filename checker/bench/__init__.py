"""Outside yardsticks: the rules and the engine measured on public data sets, by the data sets' own measures."""

from checker.bench.contractnli import Dataset, Half, load
from checker.bench.judged import Judged, judged
from checker.bench.record import record
from checker.bench.scores import Scores, intervals, scores
from checker.bench.tables import as_json, as_text

__all__ = [
    "Dataset",
    "Half",
    "Judged",
    "Scores",
    "as_json",
    "as_text",
    "intervals",
    "judged",
    "load",
    "record",
    "scores",
]
