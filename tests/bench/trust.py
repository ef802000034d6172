"""How far a confidence can be trusted: of messages about as sure, how many are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.answering.answer import Answerer
from tests.bench.count import Count
from tests.bench.peers.figures import auc
from tests.bench.questions import ABOUT, Asked

EDGES = (0.0, 0.3, 0.6, 0.8, 0.9, 1.01)
"""Where the bins of the table begin; 1 itself lies in the last."""


def reliability(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield a line a bin: how many of its messages have a fine topic first, what is outside being none, and without it.

    A greeting has no topic to be sure of: where Limber's own is the nearest, a message outside is left out.
    """
    sure = [(one.answer.candidates[0].confidence, one) for one in _judged(asked) if one.answer.candidates]
    for low, high in pairwise(EDGES):
        here = [one for confidence, one in sure if low <= confidence < high]
        right = Count.over(one.answer.best in one.question.fine for one in here)
        inside = Count.over(one.answer.best in one.question.fine for one in here if not one.question.outside)
        yield f"{low:.1f} to {min(high, 1.0):.1f}: right {right}; of those in scope {inside}"


def apart(answerer: Answerer, asked: Sequence[Asked]) -> str:
    """Return how often a message in scope has more evidence than one outside: what decides, and the topics' share."""
    judged = _judged(asked)
    deciding = [one.answer.candidates[0].confidence if one.answer.candidates else 0.0 for one in judged]
    share = [answerer.matcher.match(one.answer.message).inside for one in judged]
    areas = [_area(judged, scores) for scores in (deciding, share)]
    return "in or out, AUC: confidence of the best topic {:.3f} · share of all topics {:.3f}".format(*areas)


def _area(judged: Sequence[Asked], scores: Sequence[float]) -> float:
    by_side: dict[bool, list[float]] = {True: [], False: []}
    for one, score in zip(judged, scores, strict=True):
        by_side[one.question.outside].append(score)
    return auc(by_side[False], by_side[True])


def _judged(asked: Sequence[Asked]) -> list[Asked]:
    return [one for one in asked if not (one.question.outside and one.answer.best == ABOUT)]
