"""The question sets, and the figures that are made on them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answer import Answer, Answered, Answerer, Suggestions

SETS = Path(os.environ.get("LIMBER_QUESTIONS", Path(__file__).parents[3] / "shared" / "questions"))
"""Where the development sets lie; they are not part of the repository."""

OUTSIDE = "none"
ABOUT = "about-this-bot"


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


def read_questions(path: Path) -> list[Question]:
    """Read a set; messages that report a warning sign, and debatable ones, are left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    kept = [row for row in rows if row["level"] is None and not row.get("maybe")]
    return [Question(row["text"], row["topic"], frozenset({row["topic"], *row["also"]})) for row in kept]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of questions in scope, but for `outside_answered`, which is of those outside it."""

    first: float
    in_three: float
    answered_right: float
    helpful: float
    answered_wrong: float
    outside_answered: float
    inside: int
    outside: int


def measure(answerer: Answerer, questions: Sequence[Question]) -> Figures:
    """Answer every question and count (docs/bench.md)."""
    inside = [(q, answerer.answer(q.text)) for q in questions if not q.outside]
    outside = [answerer.answer(q.text) for q in questions if q.outside]
    topical = [(q, a) for q, a in inside if q.topic != ABOUT]
    return Figures(
        first=_share([rank(q, a) == 1 for q, a in topical]),
        in_three=_share([rank(q, a) <= 3 for q, a in topical]),
        answered_right=_share([isinstance(a, Answered) and a.topic in q.fine for q, a in inside]),
        helpful=_share([helps(q, a) for q, a in inside]),
        answered_wrong=_share([isinstance(a, Answered) and a.topic not in {*q.fine, ABOUT} for q, a in inside]),
        outside_answered=_share([isinstance(a, Answered) and a.topic != ABOUT for a in outside]),
        inside=len(inside),
        outside=len(outside),
    )


def rank(question: Question, answer: Answer) -> int:
    """Return the place of the first fine topic among the candidates, 99 when there is none."""
    places = [place for place, c in enumerate(answer.candidates, 1) if c.topic in question.fine]
    return min(places, default=99)


def helps(question: Question, answer: Answer) -> bool:
    """Return whether the right answer was given, or stood among the choices."""
    if isinstance(answer, Answered):
        return answer.topic in question.fine
    return isinstance(answer, Suggestions) and bool(question.fine.intersection(answer.choices))


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 0.0
