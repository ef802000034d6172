"""The sets of real people's messages, and the figures that are made on them.

They are other people's words and no part of the repository: `LIMBER_REAL` names the folder they were built in.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.answering.answer import Answerer
from tests.bench import real_signs
from tests.bench.failures import counts, told
from tests.bench.questions import OUTSIDE, Asked, Question, ask, figures, lines, read_rows
from tests.bench.trust import apart, reliability

REAL = Path(os.environ["LIMBER_REAL"]) if os.environ.get("LIMBER_REAL") else None
"""Where the sets lie, if anywhere."""

LABELLED = "Labelled by one person and read by a second, neither of them a clinician."

Scoped = tuple[str, Question]
"""A question with the id it has in its set."""


def read_scoped(folder: Path) -> list[Scoped]:
    """Return the questions that count, in scope and outside, each with its id."""
    inside = [
        (row["id"], Question(row["text"], row["topic"], frozenset({row["topic"], *row["also"]})))
        for row in read_rows(folder / "in_domain.jsonl")
        if row["topic"] != OUTSIDE and row["urgent"] is False
    ]
    outside = [
        (row["id"], Question(row["text"], OUTSIDE, frozenset({OUTSIDE})))
        for row in read_rows(folder / "out_of_scope.jsonl")
        if not row.get("may_trip_red_flag")
    ]
    return inside + outside


def source_of(key: str) -> str:
    """Return the source that an id names by its prefix."""
    return key.split(":")[0]


def table(answerer: Answerer, folder: Path, *, texts: bool = False) -> Iterator[str]:
    """Yield the figures as lines: all, by source, by kind of failure, of confidence and of warning signs.

    `texts`: list every failure too.
    """
    scoped = read_scoped(folder)
    asked = ask(answerer, [question for _, question in scoped])
    reports = real_signs.read_reports(answerer, folder)
    yield LABELLED
    yield from lines(figures(asked))
    yield from real_signs.lines(reports)
    yield from real_signs.alone(answerer, reports, asked)
    yield from ("by kind of failure:", *_indented(counts(asked)))
    yield from ("by source:", *_indented(_by_source(scoped, asked)))
    yield from ("how far a confidence can be trusted:", *_indented(reliability(asked)))
    yield apart(answerer, asked)
    if texts:
        yield from (*told(asked), *real_signs.failures(reports))


def _indented(told: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in told)


HEAD = ("source", "in scope", "first", "in three", "right", "helpful", "wrong", "alarm", "check")
OUTSIDE_HEAD = ("outside", "answered", "offered", "alarm", "check")


def _by_source(scoped: Sequence[Scoped], asked: Sequence[Asked]) -> Iterator[str]:
    """Yield a line a source, the largest first: of how many of its questions each thing holds."""
    sources = Counter(source_of(key) for key, _ in scoped)
    yield f"{HEAD[0]:16}" + "".join(f"{name:>9}" for name in (*HEAD[1:], "first %", *OUTSIDE_HEAD))
    for source, _ in sources.most_common():
        here = [one for (key, _), one in zip(scoped, asked, strict=True) if source_of(key) == source]
        yield f"{source:16}" + "".join(f"{cell:>9}" for cell in _cells(here))


def _cells(asked: Sequence[Asked]) -> Iterator[str]:
    f = figures(asked)
    inside = (f.first, f.in_three, f.answered_right, f.helpful, f.answered_wrong, f.alarms, f.checks)
    outside = (f.outside_answered, f.outside_offered, f.outside_alarms, f.outside_checks)
    yield str(f.inside)
    yield from (str(count.holds) if f.inside else "" for count in inside)
    yield f"{100 * f.first.share:.0f}" if f.inside else ""
    yield str(f.outside)
    yield from (str(count.holds) if f.outside else "" for count in outside)
