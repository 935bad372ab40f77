"""Measures the rules on labelled files: the figures a lawyer would ask of a second pair of eyes, and their page."""

from checker.validation.figures import Figures, figures
from checker.validation.labelled import Half, Labelled, load
from checker.validation.measured import Measured, file_of, measured_by, measured_of
from checker.validation.outcomes import Row, judged
from checker.validation.page import Measurement, page
from checker.validation.sight import FirstSight, first_sights
from checker.validation.yardstick import Yardstick, beside

__all__ = [
    "Figures",
    "FirstSight",
    "Half",
    "Labelled",
    "Measured",
    "Measurement",
    "Row",
    "Yardstick",
    "beside",
    "figures",
    "file_of",
    "first_sights",
    "judged",
    "load",
    "measured_by",
    "measured_of",
    "page",
]
