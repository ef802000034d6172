"""All that speaks for and against an urgent sign, weighed into one number.

Neither reader is sure enough alone: a written sign may be said in passing, and what a message sounds like has to be
read beside how long it is and of whom it speaks. The weights are those of a logistic regression on
labelled messages that neither reader has learned from (`python -m tests.bench.urgency` fits and prints them).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

LONGEST_COUNTED = 100
"""Different words from which a message counts as no longer: few longer ones were there to learn from."""


class Evidence(NamedTuple):
    """What one message offers for a sign of some levels.

    `overall`, `twice`, `by_words`: as in `hearing.Sound`. `length`: ln(1 + different words). `written`: a written sign
    is met without doubt (0 or 1). `unmeant`: signs are met in words but not meant (0 or 1). `others`: the share of
    its sentences that speak of other people.
    """

    overall: float
    twice: float
    by_words: float
    length: float
    written: float
    unmeant: float
    others: float


WEIGHTS = Evidence(0.14, 0.14, 0.43, 3.41, 1.45, 1.21, -2.67)
"""Fitted to urgent signs on five labelled sets together (docs/bench.md), `BIAS` too. For signs to be looked at soon
weights of their own were no better."""

BIAS = -10.65

URGENT_AT = 0.5
"""Urgency from which a sign is raised: 6 of 1,000 ordinary messages of those sets lie above it."""

CHECK_AT = 0.2
"""Urgency from which the one plain question is asked, and from which a crisis, or a sign to be looked at soon, is
raised: those are never asked about. With 0.4 and 0.15 no more signs were found, and 2 of 1,000 more alarms raised."""


def urgency(evidence: Evidence) -> float:
    """Return how much speaks for a sign, between 0 and 1."""
    total = BIAS + sum(parts(evidence))
    return 1.0 / (1.0 + math.exp(-max(-50.0, total)))


def parts(evidence: Evidence) -> Evidence:
    """Return what each piece of evidence adds, in log-odds."""
    return Evidence(*(weight * value for weight, value in zip(WEIGHTS, evidence, strict=True)))


def length(words: Sequence[str]) -> float:
    """Return the length of a message as the weights take it: said again it says no more."""
    return math.log1p(min(len(set(words)), LONGEST_COUNTED))
