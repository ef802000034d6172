"""All that speaks for and against an urgent sign, weighed into one number.

Neither reader is sure enough alone: a written sign may be said in passing, and what a message sounds like has to be
read beside how long it is and of whom it speaks. The weights are those of a logistic regression on
labelled messages that neither reader has learned from (`python -m tests.bench.weighing` fits and prints them).
"""

from __future__ import annotations

import math
from typing import NamedTuple

LONGEST_COUNTED = 150
"""Words from which a message counts as no longer: nothing longer was there to learn from."""


class Evidence(NamedTuple):
    """What one message offers for a sign of some levels.

    `overall`, `twice`, `by_words`: as in `hearing.Loudness`. `length`: ln(1 + words). `written`: a written sign is met
    without doubt (0 or 1). `unmeant`: signs are met in words but not meant (0 or 1). `others`: the share of its
    sentences that speak of other people.
    """

    overall: float
    twice: float
    by_words: float
    length: float
    written: float
    unmeant: float
    others: float


WEIGHTS = Evidence(0.16, 0.20, 0.42, 3.21, 1.82, 1.17, -2.66)
"""Fitted to urgent signs on four labelled sets together (docs/bench.md), `BIAS` too. For signs to be looked at soon
weights of their own were no better."""

BIAS = -9.92

URGENT_AT = 0.4
"""Urgency from which a sign is raised: 4 of 1,000 ordinary messages of those sets lie above it."""

CHECK_AT = 0.15
"""Urgency from which the one plain question is asked (7 more of 1,000), and from which a crisis, or a sign to be looked
at soon, is raised: those are never asked about."""


def urgency(evidence: Evidence) -> float:
    """Return how much speaks for a sign, between 0 and 1."""
    total = BIAS + sum(parts(evidence))
    return 1.0 / (1.0 + math.exp(-max(-50.0, total)))


def parts(evidence: Evidence) -> Evidence:
    """Return what each piece of evidence adds, in log-odds."""
    return Evidence(*(weight * value for weight, value in zip(WEIGHTS, evidence, strict=True)))


def length(words: int) -> float:
    """Return the length of a message as the weights take it."""
    return math.log1p(min(words, LONGEST_COUNTED))
