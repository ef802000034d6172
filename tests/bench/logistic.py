"""A logistic regression by Newton's steps, for the weights that stand in `bot/answering/tuning.py`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

RIDGE = 1.0
"""How strongly weights are held near nothing, of evidence scaled to a spread of 1."""

STEPS = 30
"""Newton's steps: the weights stand still after ten."""


def fit(evidence: Numbers, wanted: Sequence[bool], counts: Sequence[float]) -> tuple[float, Numbers]:
    """Return the bias, and the weights of shape (pieces of evidence,).

    `evidence`: of shape (messages, pieces of evidence). `counts`: what each message counts beside another.
    """
    spread = evidence.std(axis=0)
    given = np.column_stack([np.ones(len(evidence)), (evidence - evidence.mean(axis=0)) / spread])
    truth, share_of = np.array(wanted, float), np.array(counts, float)
    ridge = RIDGE * np.diag([0.0, *np.ones(evidence.shape[1])])
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        share = 1.0 / (1.0 + np.exp(-given @ weights))
        slope = given.T @ (share_of * (truth - share)) - ridge @ weights
        bend = (given.T * (share_of * share * (1.0 - share))) @ given + ridge
        weights = weights + np.linalg.solve(bend, slope)
    scaled = weights[1:] / spread
    return float(weights[0] - evidence.mean(axis=0) @ scaled), scaled
