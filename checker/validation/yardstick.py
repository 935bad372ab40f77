"""An outside yardstick on the page of figures: ContractNLI, beside what fine-tuned language models reached on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.validation import yamlfile
from checker.validation.markdown import row_of, rule_of

FILE = "contractnli.json"
_INTRODUCTION = """\
[ContractNLI](https://stanfordnlp.github.io/contract-nli/) (Koreeda and Manning 2021, Hitachi America, Ltd., CC BY
4.0) is 607 non-disclosure agreements, each judged by people against the same 17 statements: entailed, contradicted
or not mentioned, with the passages that show it. The rule pack `contractnli` encodes the statements in the
language of all rules and is judged by the same engine; entailed is compliant, contradicted is a violation, every
other verdict counts as not mentioned. `checker bench contractnli dev.json --write docs/contractnli.json` gives the
figures; no agreement is shipped.
"""
_CAVEATS = """\
What the table does not say by itself:

- The models were trained on 423 labelled agreements and scored on 123 others (test). The rules were written from
  30 agreements, the odd ones of the 61 for development, and are scored on these 61; they have not been scored on
  test.
- The odd half is a training score. The texts of the even half stayed unread, but its scores were looked at while
  the rules were written, eight times, and guided them: they flatter too, though less.
- Acc, F1(C) and F1(E) are means over statements. F1(C), of contradictions, leaves out statements without any, so
  that a half averages over seven statements and moves by a tenth by chance; the interval is that of 400
  samples of agreements.
- mAP and P@R80 measure how high the passages that people chose are ranked, in agreements in which they found the
  statement mentioned.
- Published figures are from a transcription of the paper's tables 3 and 4: check them there before you quote them.
- The label of one wording often differs between agreements ("not copy except as needed" is entailed, contradicted
  and not mentioned), so that no rule, and no reader, gets all of them.
"""
_PUBLISHED = (
    ("Majority vote", "test", None, None, 0.674, 0.083, 0.428),
    ("Doc TF-IDF + SVM", "test", None, None, 0.733, 0.197, 0.641),
    ("Span NLI BERT base", "test", 0.885, 0.663, 0.838, 0.287, 0.765),
    ("Span NLI BERT large", "test", 0.922, 0.793, 0.875, 0.357, 0.834),
    ("BERT large, tuned on NDAs", "test", 0.922, 0.837, 0.875, 0.389, 0.839),
    ("DeBERTa v2 xlarge", "test", 0.933, 0.859, 0.885, 0.360, 0.855),
    ("DeBERTa v2 xlarge, CUAD span tuning", "test", 0.936, 0.860, 0.892, 0.405, 0.859),
)
"""System, split, mAP, P@R80, Acc, F1(C), F1(E)."""
_HALVES = (
    ("even", "these rules, even half of dev (unread)"),
    ("odd", "these rules, odd half of dev (read)"),
    ("all", "these rules, dev"),
)
_MEASURES = ("map", "p_at_r80", "accuracy", "f1_c", "f1_e", "micro_f1_c")

Scores = Mapping[str, float | None]


@dataclass(frozen=True)
class Measures:
    """What was measured on some agreements: scores over all statements with intervals, and those of each one."""

    agreements: int
    scores: Scores
    intervals: Mapping[str, tuple[float, float]]
    statements: Mapping[str, Scores]


@dataclass(frozen=True)
class Yardstick:
    """The record of a bench: the rule for each statement, and the measures of each half of the data set."""

    commitments: Mapping[str, str]
    rules_sha256: str
    halves: Mapping[str, Measures]


def beside(log: Path) -> Yardstick | None:
    """The record that stands beside a log of first sights, or None. Raises CheckerError for something else there."""
    file = log.parent / FILE
    return yamlfile.read(file, Yardstick, "a record of checker bench contractnli") if file.is_file() else None


def section(found: Yardstick) -> Iterator[str]:
    """The part of the page, line by line."""
    yield "## ContractNLI\n"
    yield _INTRODUCTION
    yield from _systems(found)
    yield "\n" + _CAVEATS
    yield "Each statement on the even half:\n"
    yield row_of(["rule", "Acc", "F1(C)", "F1(E)", "mAP", "P@R80"])
    yield rule_of(6)
    for name, scores in found.halves["even"].statements.items():
        figures = (scores[key] for key in ("accuracy", "f1_c", "f1_e", "map", "p_at_r80"))
        yield row_of([found.commitments[name], *map(_share, figures)])
    yield ""


def _systems(found: Yardstick) -> Iterator[str]:
    yield row_of(["system", "split", "mAP", "P@R80", "Acc", "F1(C)", "F1(E)", "F1(C) over all cells"])
    yield rule_of(8)
    for name, split, *figures in _PUBLISHED:
        yield row_of([name, split, *map(_share, figures), "–"])
    for half, name in _HALVES:
        measures = found.halves[half]
        cells = (_share(measures.scores[key], measures.intervals.get(key)) for key in _MEASURES)
        yield row_of([name, f"{measures.agreements} of dev", *cells])


def _share(value: float | None, interval: tuple[float, float] | None = None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" + (f" ({interval[0]:.3f}-{interval[1]:.3f})" if interval else "")
