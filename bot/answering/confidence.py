"""How sure a match is: what speaks for the best topic, weighed into one number.

A share alone tells how much more speaks for one topic than for the others, not how much speaks for it at all: one known
word in four is as loud as ten. So its raw score and the share of all topics together are weighed beside it, by a
logistic regression on labelled messages that nothing was learned from (`tuning.Confidence`).
"""

from __future__ import annotations

import math
from dataclasses import fields

from bot.answering.linear import Floats
from bot.answering.tuning import TUNING, Support

LEAST = 1e-6
"""Share below which, and above 1 minus which, log-odds grow no further."""


def support_of(scores: Floats, shares: Floats) -> Support:
    """Return what speaks for the best of some topics.

    `scores`: of the topics, of shape (topics,). `shares`: the same as shares of all classes, those outside included.
    """
    best = int(shares.argmax())
    return Support(log_odds(float(shares[best])), log_odds(float(shares.sum())), float(scores[best]))


def confidence(support: Support) -> float:
    """Return how sure it is that the best topic is right, between 0 and 1."""
    weights = TUNING.confidence.weights
    total = sum(getattr(weights, field.name) * getattr(support, field.name) for field in fields(Support))
    return 1.0 / (1.0 + math.exp(-max(-50.0, TUNING.confidence.bias + total)))


def log_odds(share: float) -> float:
    """Return the log-odds of a share, between those of `LEAST` and of 1 minus it."""
    within = min(1.0 - LEAST, max(LEAST, share))
    return math.log(within / (1.0 - within))
