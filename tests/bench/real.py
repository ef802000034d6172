"""The sets of real people's messages, and the figures that are made on them.

They are other people's words and no part of the repository: `LIMBER_REAL` names the folder they were built in.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.answering.answer import Answered, Answerer, Check, Suggestions, Urgent
from tests.bench.questions import ABOUT, OUTSIDE, Question, measure

REAL = Path(os.environ["LIMBER_REAL"]) if os.environ.get("LIMBER_REAL") else None
"""Where the sets lie, if anywhere."""

GRAVE = ("emergency", "urgent")
"""Labels of a message that must be raised or asked about."""


def read_scoped(folder: Path) -> list[tuple[str, Question]]:
    """Return the questions that count, in scope and outside, each with its id."""
    inside = [
        (row["id"], Question(row["text"], row["topic"], frozenset({row["topic"], *row["also"]})))
        for row in _rows(folder / "in_domain.jsonl")
        if row["topic"] != OUTSIDE and row["urgent"] is False
    ]
    outside = [
        (row["id"], Question(row["text"], OUTSIDE, frozenset({OUTSIDE})))
        for row in _rows(folder / "out_of_scope.jsonl")
        if not row.get("may_trip_red_flag")
    ]
    return inside + outside


def table(answerer: Answerer, folder: Path) -> Iterator[str]:
    """Yield the figures as lines: all, by source, and of warning signs."""
    scoped = read_scoped(folder)
    yield from _scoped(answerer, [question for _, question in scoped])
    sources = Counter(source_of(key) for key, question in scoped if not question.outside)
    for source, count in sources.most_common():
        figures = measure(answerer, [q for key, q in scoped if not q.outside and source_of(key) == source])
        yield f"  {source:16} {count:4}  right first {figures.first:.2f}  answered right {figures.answered_right:.2f}"
    for with_back in (True, False):
        rows = [row for row in _rows(folder / "red_flag.jsonl") if row["level"] in GRAVE]
        yield _flags(answerer, [row["text"] for row in rows if bool(row["with_back_or_leg"]) is with_back], with_back)


def source_of(key: str) -> str:
    """Return the source that an id names by its prefix."""
    return key.split(":")[0]


def _scoped(answerer: Answerer, questions: Sequence[Question]) -> Iterator[str]:
    figures = measure(answerer, questions)
    outside = [answerer.answer(question.text) for question in questions if question.outside]
    answered = sum(isinstance(answer, Answered) and answer.topic != ABOUT for answer in outside)
    offered = sum(isinstance(answer, Suggestions) for answer in outside)
    inside = [answerer.answer(question.text) for question in questions if not question.outside]
    yield f"{figures.inside} in scope, {figures.outside} outside"
    yield f"right first {figures.first:.3f} · in three {figures.in_three:.3f}"
    yield (
        f"answered right {figures.answered_right:.3f} · helpful {figures.helpful:.3f} · "
        f"answered wrong {figures.answered_wrong:.3f}"
    )
    said, total = "outside answered {} ({:.3f}) · offered {} ({:.3f})", len(outside)
    yield said.format(answered, answered / total, offered, offered / total)
    for name, answers in (("in scope", inside), ("outside", outside)):
        alarms, checks = (sum(isinstance(answer, kind) for answer in answers) for kind in (Urgent, Check))
        yield f"{name}: alarms {alarms}, checks {checks} of {len(answers)}"


def _flags(answerer: Answerer, texts: Sequence[str], with_back: bool) -> str:
    answers = [answerer.answer(text) for text in texts]
    raised, asked = (sum(isinstance(answer, kind) for answer in answers) for kind in (Urgent, Check))
    where = "with back or leg" if with_back else "others"
    return f"warning signs, {where}: {raised} raised, {asked} asked of {len(texts)}"


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
