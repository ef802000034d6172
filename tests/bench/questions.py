"""The question sets, and the figures that are made on them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answering.answer import Answer, Answered, Answerer, Check, Suggestions, Urgent
from tests.bench.count import Count

SETS = Path(os.environ.get("LIMBER_QUESTIONS", Path(__file__).parents[3] / "shared" / "questions"))
"""Where the development sets lie; they are not part of the repository."""

OUTSIDE = "none"
ABOUT = "about-this-bot"

Row = dict[str, Any]
"""A line of a set, as JSON has it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled question. `fine` holds the topic and others that would be a fine answer."""

    text: str
    topic: str
    fine: frozenset[str]

    @property
    def outside(self) -> bool:
        """Whether no topic answers it."""
        return self.topic == OUTSIDE


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what Limber made of it."""

    question: Question
    answer: Answer


def read_rows(path: Path) -> list[Row]:
    """Read the lines of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_questions(path: Path) -> list[Question]:
    """Read the questions of a set: `{"text", "topics"}` or `{"text", "topic", "also", "level"}`.

    Messages that report a warning sign, and debatable ones, are left out.
    """
    return [_question(row) for row in read_rows(path) if _is_question(row)]


def _is_question(row: Row) -> bool:
    told = "topics" in row or bool(row.get("topic"))
    return told and row.get("level") is None and not row.get("maybe")


def _question(row: Row) -> Question:
    """Read one row; one without a topic is outside."""
    topics = row["topics"] if "topics" in row else [row["topic"], *row["also"]]
    fine = topics or [OUTSIDE]
    return Question(row["text"], fine[0], frozenset(fine))


@dataclass(frozen=True, slots=True)
class Figures:
    """Of how many questions something holds: of those in scope, or for `outside_…` of those outside it.

    `first` and `in_three` leave greetings out.
    """

    first: Count
    in_three: Count
    answered_right: Count
    helpful: Count
    answered_wrong: Count
    alarms: Count
    checks: Count
    outside_answered: Count
    outside_offered: Count
    outside_alarms: Count
    outside_checks: Count

    @property
    def inside(self) -> int:
        """Questions in scope."""
        return self.helpful.of

    @property
    def outside(self) -> int:
        """Questions outside it."""
        return self.outside_answered.of


def ask(answerer: Answerer, questions: Sequence[Question]) -> tuple[Asked, ...]:
    """Answer every question."""
    return tuple(Asked(question, answerer.answer(question.text)) for question in questions)


def measure(answerer: Answerer, questions: Sequence[Question]) -> Figures:
    """Answer every question and count (docs/bench.md)."""
    return figures(ask(answerer, questions))


def figures(asked: Sequence[Asked]) -> Figures:
    """Count what was made of questions."""
    inside = [(a.question, a.answer) for a in asked if not a.question.outside]
    outside = [a.answer for a in asked if a.question.outside]
    topical = [(q, a) for q, a in inside if q.topic != ABOUT]
    return Figures(
        first=Count.over(rank(q, a) == 1 for q, a in topical),
        in_three=Count.over(rank(q, a) <= 3 for q, a in topical),
        answered_right=Count.over(isinstance(a, Answered) and a.topic in q.fine for q, a in inside),
        helpful=Count.over(helps(q, a) for q, a in inside),
        answered_wrong=Count.over(isinstance(a, Answered) and a.topic not in {*q.fine, ABOUT} for q, a in inside),
        alarms=Count.over(isinstance(a, Urgent) for _, a in inside),
        checks=Count.over(isinstance(a, Check) for _, a in inside),
        outside_answered=Count.over(isinstance(a, Answered) and a.topic != ABOUT for a in outside),
        outside_offered=Count.over(isinstance(a, Suggestions) for a in outside),
        outside_alarms=Count.over(isinstance(a, Urgent) for a in outside),
        outside_checks=Count.over(isinstance(a, Check) for a in outside),
    )


def lines(found: Figures) -> Iterator[str]:
    """Yield the figures as lines; none of what is in scope, or outside, where there is nothing of it."""
    yield f"{found.inside} in scope, {found.outside} outside"
    if found.inside:
        yield f"right first {found.first} · in three {found.in_three}"
        yield f"answered right {found.answered_right} · helpful {found.helpful} · wrong {found.answered_wrong}"
        yield f"in scope: alarms {found.alarms} · checks {found.checks}"
    if found.outside:
        yield f"outside: answered {found.outside_answered} · offered {found.outside_offered}"
        yield f"outside: alarms {found.outside_alarms} · checks {found.outside_checks}"


def rank(question: Question, answer: Answer) -> int:
    """Return the place of the first fine topic among the candidates, 99 when there is none."""
    places = [place for place, c in enumerate(answer.candidates, 1) if c.topic in question.fine]
    return min(places, default=99)


def helps(question: Question, answer: Answer) -> bool:
    """Return whether the right answer was given, or stood among the choices."""
    if isinstance(answer, Answered):
        return answer.topic in question.fine
    return isinstance(answer, Suggestions) and bool(question.fine.intersection(answer.choices))
