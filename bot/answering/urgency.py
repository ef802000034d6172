"""All that speaks for and against an urgent sign, weighed into one number.

Neither reader of signs is sure enough alone: a written sign may be said in passing, and what a message sounds like has
to be read beside how long it is and of whom it speaks. The weights are those of a logistic regression on labelled
messages that neither reader has learned from (`tuning.Urgency`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields

from bot.answering.tuning import TUNING, Evidence


def urgency(evidence: Evidence) -> float:
    """Return how much speaks for a sign, between 0 and 1."""
    total = TUNING.urgency.bias + sum(contributions(evidence).values())
    return 1.0 / (1.0 + math.exp(-max(-50.0, total)))


def contributions(evidence: Evidence) -> dict[str, float]:
    """Return what each piece of evidence adds, in log-odds, by its name."""
    weights = TUNING.urgency.weights
    names = [field.name for field in fields(Evidence)]
    return {name: getattr(weights, name) * getattr(evidence, name) for name in names}


def length(words: Iterable[str]) -> float:
    """Return ln(1 + different words), as the weights take it: a word said again says no more."""
    return math.log1p(min(len(set(words)), TUNING.urgency.longest_counted))
