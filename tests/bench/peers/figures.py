"""A peer with a bar, so that `tests.bench.questions.measure` counts it by the very code that counts Limber."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bot.answering.answer import MOST_CHOICES, Answer, Answered, Answerer, Suggestions
from bot.answering.message import Message
from bot.answering.screening import Screening
from tests.bench.peers.reply import Reply
from tests.bench.questions import ABOUT, Question

OUTSIDE_ANSWERED = 0.015
"""Share of the outside questions that the bar may let through (docs/bench.md)."""

ANSWERED_WRONG = 0.05
"""Share of the questions in scope that a careful bar lets be answered wrongly."""

_UNSCREENED = Screening(())


class Barred(Answerer):
    """Answers as a matcher does that has a bar: above it with its best topic, below it with its best four to choose."""

    def __init__(self, replies: Mapping[str, Reply], bar: float) -> None:
        self._replies, self._bar = replies, bar

    def answer(self, question: str) -> Answer:
        """Return the answer to a question the matcher has been asked."""
        reply, message = self._replies[question], Message(question, (), frozenset(), {})
        if reply.score > self._bar:
            return Answered(message, _UNSCREENED, reply.candidates, reply.topic, ())
        choices = tuple(c.topic for c in reply.candidates[:MOST_CHOICES])
        return Suggestions(message, _UNSCREENED, reply.candidates, choices)


def barred(questions: Sequence[Question], replies: Mapping[str, Reply]) -> Barred:
    """Return a matcher with the bar that the outside questions of this set give it."""
    return Barred(replies, bar_of([replies[q.text] for q in questions if q.outside]))


def careful(questions: Sequence[Question], replies: Mapping[str, Reply]) -> Barred:
    """Return a matcher with the bar that this set gives it, its outside questions and its wrong answers together."""
    inside = [(q, replies[q.text]) for q in questions if not q.outside]
    wrong = [reply.score for q, reply in inside if reply.topic not in {*q.fine, ABOUT}]
    of_outside = bar_of([replies[q.text] for q in questions if q.outside])
    return Barred(replies, max(of_outside, _passed_by(wrong, ANSWERED_WRONG, len(inside))))


def bar_of(outside: Sequence[Reply]) -> float:
    """Return the score above which a matcher answers: at most so many of the outside questions pass it.

    One whose best topic is `about-this-bot` passes for nothing, as in `measure`.
    """
    return _passed_by([r.score for r in outside if r.topic != ABOUT], OUTSIDE_ANSWERED, len(outside))


def _passed_by(scores: Sequence[float], share: float, of: int) -> float:
    """Return the lowest bar that at most a share of so many pass, of whom some have scores."""
    ordered, allowed = sorted(scores, reverse=True), int(share * of)
    return ordered[allowed] if allowed < len(ordered) else -math.inf


def auc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Return how often a question in scope scores higher than one outside it; a tie counts half."""
    wins = sum((a > b) + (a == b) / 2 for a in inside for b in outside)
    return wins / (len(inside) * len(outside)) if inside and outside else math.nan
